// SPDX-License-Identifier: GPL-3.0-or-later
//
// Perl code for the -config of a real exiftool that stays open: it makes each answer one that does not depend
// on the files before. exiftool keeps its tag tables for the life of the process and adds unknown tags to
// them: such a tag would keep the type that it had in the first file (a text, a list, a structure), whatever
// later files contain. The code removes what a file has added, before the next command is read. What it
// cannot undo, it reports. tests/exiftool/history.py compares the answers with those of new processes.
#pragma once

#include <string>

namespace manometer::exiftool {

// Written to stderr, behind the mark and followed by a new line: once at the start, if all functions that the
// code needs are there, and for each file that has changed what cannot be undone.
constexpr auto guardedWord = "guarded";
constexpr auto changedWord = "changed";

// AddTagToTable (ExifTool.pm) adds tags to the tables. What a module adds while it is loaded does not come
// from a file, nor does what exiftool's options add, nor the flattened fields of a known structure (XMP.pm).
// ReadStayOpen (the script) is called for each command. A frame of another version of ID3v2 (ID3.pm) changes
// a table that may not be complete yet; there is a warning for it.
inline std::string guardText(const std::string &mark)
{
    std::string text = R"PERL(INIT {
    no strict 'refs';
    no warnings;
    if (defined &Image::ExifTool::AddTagToTable and defined &main::ReadStayOpen) {
        my $add = \&Image::ExifTool::AddTagToTable;
        my $read = \&main::ReadStayOpen;
        my @added;
        my $note = sub {
            my ($table, $tag) = @_;
            my $own = (defined $$table{$tag} or $Image::ExifTool::specialTags{$tag});
            for (my $level = 0; not $own and my @frame = caller($level); ++$level) {
                $own = 1 if $frame[7] or $frame[3] =~ /^Image::ExifTool::(Options|XMP::AddFlattenedTags)$/;
            }
            push @added, [$table, $tag] unless $own;
            goto &$add;
        };
        for my $package ('', grep { /::$/ } keys %Image::ExifTool::) {
            my $name = "Image::ExifTool::${package}AddTagToTable";
            *{$name} = $note if defined &{$name};
        }
        *main::ReadStayOpen = sub ($) {
            delete ${$$_[0]}{$$_[1]} foreach @added;
            @added = ();
            goto &$read;
        };
        for my $name (qw(Warn WarnOnce)) {
            my $warn = defined &{"Image::ExifTool::$name"} ? \&{"Image::ExifTool::$name"} : next;
            *{"Image::ExifTool::$name"} = sub ($$;$) {
                syswrite(STDERR, "MARKchanged\n") if $_[1] =~ /is not valid for this ID3 version/;
                goto &$warn;
            };
        }
        syswrite(STDERR, "MARKguarded\n");
    }
}
1;
)PERL";
    for (std::size_t at = text.find("MARK"); at != std::string::npos; at = text.find("MARK", at))
        text.replace(at, 4, mark);
    return text;
}

} // namespace manometer::exiftool

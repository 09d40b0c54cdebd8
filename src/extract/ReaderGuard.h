// SPDX-License-Identifier: GPL-3.0-or-later
//
// Perl for exiftool's -config, which makes a kept-open exiftool end itself when a file has changed what it
// would say of the next one. exiftool keeps its tag tables for the life of the process, and adds what it
// meets there: a tag that it does not know stays of the kind that its first file had (a text, a list, a
// structure, in a language), whatever later files hold. The file that changed a table was read as by a fresh
// process; the next one would not be. Internal to extract.
#pragma once

namespace manometer::extract {

// What the guard prints, each on a line of its own: before everything else, and instead of a further answer.
constexpr auto guardedMark = "{guarded}\n";
constexpr auto changedMark = "{changed}\n";

// AddTagToTable (ExifTool.pm) is where tags are added; what a module adds while it is loaded, and exiftool's
// own options, are not the file's. ReadStayOpen (the program) is called for each request. Where one of them
// is missing, nothing is done and nothing printed, and a child may read one file only.
constexpr auto guard = R"PERL(INIT {
    no strict 'refs';
    no warnings;
    if (defined &Image::ExifTool::AddTagToTable and defined &main::ReadStayOpen) {
        require POSIX;
        my $add = \&Image::ExifTool::AddTagToTable;
        my $read = \&main::ReadStayOpen;
        my $changes = 0;
        my $count = sub {
            my $own = 0;
            for (my $level = 0; my @frame = caller($level); ++$level) {
                $own = 1, last if $frame[7] or $frame[3] eq 'Image::ExifTool::Options';
            }
            ++$changes unless $own;
            goto &$add;
        };
        for my $package ('', grep { /::$/ } keys %Image::ExifTool::) {
            my $name = "Image::ExifTool::${package}AddTagToTable";
            *{$name} = $count if defined &{$name};
        }
        *main::ReadStayOpen = sub ($) {
            goto &$read unless $changes;
            syswrite(STDOUT, "{changed}\n");
            POSIX::_exit(0);
        };
        syswrite(STDOUT, "{guarded}\n");
    }
}
1;
)PERL";

} // namespace manometer::extract

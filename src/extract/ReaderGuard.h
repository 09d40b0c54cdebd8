// SPDX-License-Identifier: GPL-3.0-or-later
//
// Perl code for exiftool's -config. It makes a persistent exiftool exit once a file has changed its state so
// that the next answer could be wrong. exiftool keeps its tag tables for the life of the process and adds
// unknown tags to them: such a tag keeps the type that it had in the first file (a text, a list, a structure,
// a language alternative), whatever later files contain. The file that changed a table was still read
// correctly; the next one might not be.
//
// It also takes the loading of modules out of the time that exiftool reports for a file. exiftool loads a
// module when the first file needs it, which can take a hundred times as long as reading that file: it is a
// part of the reader's start, and says nothing about the file. Internal to extract.
#pragma once

namespace manometer::extract {

// Lines that the guard prints: the first before all other output, the second in place of a further answer.
constexpr auto guardedMark = "{guarded}\n";
constexpr auto changedMark = "{changed}\n";

// AddTagToTable (ExifTool.pm) adds tags to the tables; additions by a module that is being loaded, or by
// exiftool's options, do not come from the file. ReadStayOpen (in the program) is called for each request. If
// either function is missing, the guard prints nothing, and a child may read one file only.
//
// ExtractInfo (ExifTool.pm) calls gettimeofday and tv_interval of Time::HiRes once a file, with the names of
// their packages, for ProcessingTime. A function in @INC is asked for each file that `require` looks for
// (perlfunc, require): it loads the file itself, and answers with an empty module.
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
    if (eval { require Time::HiRes }) {
        my $now = \&Time::HiRes::gettimeofday;
        my $interval = \&Time::HiRes::tv_interval;
        my $isLoading = 0;
        my $loading = 0;
        *Time::HiRes::gettimeofday = sub { $loading = 0; goto &$now };
        *Time::HiRes::tv_interval = sub {
            my $took = &$interval($_[0], [&$now()]);
            return $took > $loading ? $took - $loading : $took;
        };
        unshift @INC, sub {
            my $file = $_[1];
            return if $isLoading;
            local $@;
            my $begin = [&$now()];
            $isLoading = 1;
            my $isLoaded = eval { require $file };
            $isLoading = 0;
            $loading += &$interval($begin, [&$now()]);
            return unless $isLoaded;
            my $emptyModule = '1;';
            return \$emptyModule;
        };
    }
}
1;
)PERL";

} // namespace manometer::extract

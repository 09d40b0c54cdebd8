// SPDX-License-Identifier: GPL-3.0-or-later
//
// The real exiftool: where it is, and whether its answers can be kept at all. Blocks on disk.
#pragma once

#include <string>
#include <vector>

namespace manometer::exiftool {

struct RealProgram
{
    std::string path;        // absolute; empty: there is none, or
    std::string wrong;       // this was named, and is no program, or is this one
    std::string interpreter; // of a Perl script; empty: it is none, and nothing is known of its answers
};

// MANOMETER_EXIFTOOL_REAL; else "real = PATH" in /etc/manometer/exiftool.conf; else exiftool.real beside this
// program, or beside what it was started as; else the first exiftool in PATH, or /usr/bin/exiftool, that is
// not this program. Where one of these has started this program, which would go on for ever, scripts that are
// not Perl's are passed over.
RealProgram findRealProgram(const char *startedAs);

// Whether something in the environment, besides what is in the question, may change the answers: variables of
// Perl, a configuration file, a locale that Perl complains about, a closed standard stream. Sets the locale.
bool isEnvironmentOrdinary(const RealProgram &program);

// Replaces this process, and notes in the environment that it was this program. Returns only if that fails.
void become(const RealProgram &program, const std::vector<std::string> &arguments);

} // namespace manometer::exiftool

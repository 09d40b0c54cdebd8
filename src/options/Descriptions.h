// SPDX-License-Identifier: GPL-3.0-or-later
//
// Generates the manual page (man(7), groff_man(7)), the completions for bash, zsh and fish and the text of
// --help of a program from its table. In English; UTF-8. Pure; any thread.
#pragma once

#include "options/Table.h"

#include <string>
#include <string_view>

namespace manometer::options {

// `page` with @OPTIONS@, @COMMANDS@ and @VERSION@ filled in.
std::string manualPage(const Program &program, std::string_view page, std::string_view version);

std::string bashCompletion(const Program &program);
std::string zshCompletion(const Program &program);
std::string fishCompletion(const Program &program);

// Of the whole program, or of one of its commands. Ends with a newline.
std::string help(const Program &program);
std::string help(const Program &program, const Command &command);

} // namespace manometer::options

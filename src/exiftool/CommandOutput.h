// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a command of a process that stays open writes: its answer, and what it was asked to write before and
// after it. Internal to exiftool. Blocks on who reads it.
#pragma once

#include "answers/AnswerStore.h"
#include "exiftool/Arguments.h"

#include <string>
#include <string_view>

namespace manometer::exiftool {

// The texts of -echo for this stream (1: stdout, 2: stderr), before or after the answer.
std::string echoesOf(const Command &command, int stream, bool isAtEnd, int status = 0);

// What follows the answer on stdout.
std::string endOf(const Command &command, int status, const std::string &number);

// stderr first: where both are one pipe, nothing follows {ready}.
void writeWhole(const Command &command, const answers::Answer &answer, const std::string &number);

// Collects what the real exiftool answers. What is larger than what can be kept is passed on as it comes.
class GrowingAnswer
{
public:
    explicit GrowingAnswer(const Command &command)
        : m_command(command)
    {}

    void addOutput(std::string_view bytes);
    void addErrors(std::string_view bytes) { answer.errors += bytes; }
    // From now on.
    void pass();
    bool isPassing() const { return m_isPassing; }

    answers::Answer answer;

private:
    const Command &m_command;
    bool m_isPassing = false;
};

} // namespace manometer::exiftool

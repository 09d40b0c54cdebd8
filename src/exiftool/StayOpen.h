// SPDX-License-Identifier: GPL-3.0-or-later
//
// A process that stays open and gets its commands on stdin ("-stay_open True -@ -"). Reads that are not known
// are done by one child, everything else by another one, so that what a write leaves behind in exiftool does
// not change what is read. A command of which it is not known what it does to later ones ends that: from then
// on all is passed on to a third one, byte for byte. Children are started when they are needed. Blocks.
#pragma once

#include "exiftool/ArgumentLines.h"
#include "exiftool/Asking.h"
#include "exiftool/Child.h"
#include "exiftool/StayOpenLine.h"

#include <optional>
#include <string>
#include <vector>

namespace manometer::exiftool {

class StayOpen
{
public:
    StayOpen(const RealProgram &program, StayOpenLine line);

    // Until the end of stdin, which is a pipe or a socket, or of exiftool; ends this process.
    [[noreturn]] void run();

private:
    void execute(const ArgumentLines::Part &part);
    void answer(const Command &command, const std::string &number);
    void readAndKeep(const Command &command, const std::string &lines, const std::string &number,
                     std::optional<Asking::Asked> asked);
    void pass(const std::string &lines, const std::string &lastLine);
    bool startReader();
    bool startPasser();
    // Takes out what the guard has written. Whether the reader has changed in a way that cannot be undone.
    bool takeGuardWords(std::string &errors);
    static void loadMwg(Child &child);
    void endPasser();
    std::string newMark();

    [[noreturn]] void end();
    [[noreturn]] void endWith(Child &child);
    // Everything from here on: `raw` first.
    [[noreturn]] void passAll(std::string raw);

    const RealProgram &m_program;
    StayOpenLine m_line;
    AnswerClient m_client;
    Asking m_asking;
    ArgumentLines m_lines;
    std::vector<char> m_input = std::vector<char>(65536);
    Child m_reader;
    answers::Descriptor m_guard; // the reader's -config
    std::string m_guardMark;
    bool m_isGuarded = false; // what the reader answers does not depend on what it has read before
    bool m_readerHasMwg = false;
    Child m_passer;
    bool m_passerHasMwg = false;
    bool m_hasMwg = false; // as the real one would have it
    bool m_isFirst = true; // no command has been executed yet
    int m_status = 0;      // the last one that is not 0
    std::uint64_t m_marks = 0;
};

} // namespace manometer::exiftool

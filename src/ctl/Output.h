// SPDX-License-Identifier: GPL-3.0-or-later
//
// A buffered output, such as standard output. A terminal never receives a control character but line feed and
// tab: others are written as \u00XX, which is the same text in JSON. One thread; blocks while the reader is
// slow. A closed pipe is no error: what follows is dropped.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace manometer::ctl {

class Output
{
public:
    explicit Output(int descriptor);
    ~Output() { flush(); }
    Output(const Output &) = delete;
    Output &operator=(const Output &) = delete;

    bool isTerminal() const { return m_isTerminal; }
    void write(std::string_view text);
    void writeLine(std::string_view text);
    // The program's own escape sequences, for a terminal only; nothing elsewhere.
    void control(std::string_view sequence);
    void flush();

    // Whether the reader is gone: what is written is dropped. Asks the system.
    bool isClosed();
    // The system's error number of a failed write; 0 without one.
    int error() const { return m_error; }

private:
    int m_descriptor;
    bool m_isTerminal;
    bool m_isClosed = false;
    int m_error = 0;
    std::string m_buffer;
};

} // namespace manometer::ctl

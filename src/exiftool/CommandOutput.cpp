// SPDX-License-Identifier: GPL-3.0-or-later
#include "exiftool/CommandOutput.h"

#include "exiftool/Child.h"
#include "exiftool/Words.h"

#include <unistd.h>
#include <utility>

namespace manometer::exiftool {

namespace {

// "${status}" in any case, as the script replaces it.
std::string withStatus(const std::string &text, int status)
{
    constexpr std::string_view name = "${status}";
    const std::string low = lowered(text);
    std::string result;
    std::size_t i = 0;
    for (std::size_t at = low.find(name); at != std::string::npos; at = low.find(name, i)) {
        result.append(text, i, at - i).append(std::to_string(status));
        i = at + name.size();
    }
    return result.append(text, i);
}

} // namespace

std::string echoesOf(const Command &command, int stream, bool isAtEnd, int status)
{
    std::string text;
    for (const Echo &echo : command.echoes)
        if (echo.stream == stream && echo.isAtEnd == isAtEnd)
            text.append(isAtEnd ? withStatus(echo.text, status) : echo.text).append(1, '\n');
    return text;
}

std::string endOf(const Command &command, int status, const std::string &number)
{
    std::string text = echoesOf(command, 1, true, status);
    if (!command.isQuiet || !number.empty())
        text.append("{ready").append(number).append("}\n");
    return text;
}

void writeWhole(const Command &command, const answers::Answer &answer, const std::string &number)
{
    writeAll(STDERR_FILENO,
             echoesOf(command, 2, false) + answer.errors + echoesOf(command, 2, true, answer.status));
    writeAll(STDOUT_FILENO,
             echoesOf(command, 1, false) + answer.output + endOf(command, answer.status, number));
}

void GrowingAnswer::addOutput(std::string_view bytes)
{
    if (m_isPassing) {
        writeAll(STDOUT_FILENO, bytes);
        return;
    }
    answer.output += bytes;
    if (answer.output.size() > answers::mostAnswerBytes)
        pass();
}

void GrowingAnswer::pass()
{
    if (std::exchange(m_isPassing, true))
        return;
    writeAll(STDERR_FILENO, echoesOf(m_command, 2, false));
    writeAll(STDOUT_FILENO, echoesOf(m_command, 1, false) + std::exchange(answer.output, {}));
}

} // namespace manometer::exiftool

// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/Json.h"
#include "json/Utf8.h"

namespace manometer::json {

namespace {

void appendEscaped(std::string &out, std::string_view text)
{
    while (!text.empty()) {
        const auto character = static_cast<unsigned char>(text.front());
        const std::size_t length = characterBytes(text);
        if (length == 0) {
            out += replacementCharacter;
        } else if (character == '"' || character == '\\') {
            out += '\\';
            out += static_cast<char>(character);
        } else if (character < 0x20) {
            appendControlEscape(out, character);
        } else {
            out += text.substr(0, length);
        }
        text.remove_prefix(length == 0 ? 1 : length);
    }
}

} // namespace

void Writer::breakLine()
{
    if (m_layout == Layout::Compact)
        return;
    m_text += '\n';
    m_text.append(static_cast<std::size_t>(m_level) * 4, ' ');
}

// Writes the comma and the line break before a member or a value.
void Writer::separate()
{
    if (std::exchange(m_followsName, false))
        return;
    if (!std::exchange(m_isFirst, false))
        m_text += ',';
    if (m_level > 0)
        breakLine();
}

void Writer::begin(char bracket)
{
    separate();
    m_text += bracket;
    ++m_level;
    m_isFirst = true;
}

void Writer::end(char bracket)
{
    --m_level;
    if (!std::exchange(m_isFirst, false))
        breakLine();
    m_text += bracket;
}

void Writer::name(std::string_view raw, std::string_view)
{
    separate();
    m_text += '"';
    m_text += raw;
    m_text += m_layout == Layout::Compact ? "\":" : "\": ";
    m_followsName = true;
}

void Writer::string(std::string_view raw, std::string_view)
{
    separate();
    m_text += '"';
    m_text += raw;
    m_text += '"';
}

void Writer::literal(std::string_view token)
{
    separate();
    m_text += token;
}

void Writer::member(std::string_view name)
{
    separate();
    m_text += '"';
    appendEscaped(m_text, name);
    m_text += m_layout == Layout::Compact ? "\":" : "\": ";
    m_followsName = true;
}

void Writer::member(std::string_view name, std::string_view value)
{
    member(name);
    this->value(value);
}

void Writer::value(std::string_view text)
{
    separate();
    m_text += '"';
    appendEscaped(m_text, text);
    m_text += '"';
}

void Writer::document(std::string_view json)
{
    separate();
    m_text += json;
}

} // namespace manometer::json

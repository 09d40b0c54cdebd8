// SPDX-License-Identifier: GPL-3.0-or-later
//
// JSON (RFC 8259) that keeps what was written: a number is its text, a string its bytes, members keep their
// order and their duplicates. read() hands a document to a Handler piece by piece; a Writer is the Handler
// that writes the pieces as text. std only; any thread; nothing blocks. Memory: a copy of the document, and
// nothing per value.
#pragma once

#include "expected/Expected.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace manometer::json {

// Receives a document in the order in which it is written. Every view is valid during its call only. `raw` is
// the text between the quotation marks as written; `text` is the same unescaped, in UTF-8.
class Handler
{
public:
    virtual ~Handler() = default;

    virtual void beginObject() = 0;
    virtual void endObject() = 0;
    virtual void beginArray() = 0;
    virtual void endArray() = 0;
    virtual void name(std::string_view raw, std::string_view text) = 0;
    virtual void string(std::string_view raw, std::string_view text) = 0;
    // A number as written, or true, false, null.
    virtual void literal(std::string_view token) = 0;
};

enum class Tolerance : std::uint8_t {
    Strict,
    // Repairs invalid JSON that has one sensible reading: a byte that is not UTF-8 becomes U+FFFD, a control
    // character in a string becomes its escape, a word that is neither number nor literal becomes a string,
    // and a container nested deeper than deepestLevel becomes a string that holds its text.
    Repair,
};

struct ReadError
{
    std::string reason; // for logs; not translated
};

// Deeper than any real document; the reader recurses once a level, so this bounds its stack.
constexpr int deepestLevel = 256;

// After an error the handler has received the part before it.
Expected<void, ReadError> read(std::string_view document, Handler &handler,
                               Tolerance tolerance = Tolerance::Strict);

enum class Layout : std::uint8_t {
    Compact,  // no white space
    Indented, // a value a line, four spaces a level
};

class Writer final : public Handler
{
public:
    explicit Writer(Layout layout = Layout::Compact)
        : m_layout(layout)
    {}

    void beginObject() override { begin('{'); }
    void endObject() override { end('}'); }
    void beginArray() override { begin('['); }
    void endArray() override { end(']'); }
    void name(std::string_view raw, std::string_view text) override;
    void string(std::string_view raw, std::string_view text) override;
    void literal(std::string_view token) override;

    // For values that do not come from JSON: these functions escape. Invalid UTF-8 becomes U+FFFD.
    void member(std::string_view name);
    void member(std::string_view name, std::string_view value);
    void value(std::string_view text);
    // Inserts a whole document as a value. It is not checked.
    void document(std::string_view json);

    const std::string &text() const { return m_text; }
    // For a text that is known to become this large.
    void reserve(std::size_t bytes) { m_text.reserve(bytes); }
    std::string take() { return std::move(m_text); }

private:
    void begin(char bracket);
    void end(char bracket);
    void separate();
    void breakLine();

    Layout m_layout;
    std::string m_text;
    int m_level = 0;
    bool m_isFirst = true;      // the next element is the first of its object or array
    bool m_followsName = false; // the next element is a member's value
};

} // namespace manometer::json

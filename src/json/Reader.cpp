// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/Json.h"
#include "json/Utf8.h"

#include <optional>
#include <simdjson.h>

namespace manometer::json {

namespace {

namespace ondemand = simdjson::ondemand;

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

// RFC 8259, section 6.
bool isNumber(std::string_view token)
{
    std::size_t at = 0;
    const auto digits = [&] {
        const std::size_t from = at;
        while (at < token.size() && token[at] >= '0' && token[at] <= '9')
            ++at;
        return at > from;
    };
    const auto skip = [&](std::string_view any) {
        const bool found = at < token.size() && any.find(token[at]) != std::string_view::npos;
        at += found ? 1 : 0;
        return found;
    };
    skip("-");
    if (!skip("0") && !digits())
        return false;
    if (skip(".") && !digits())
        return false;
    if (skip("eE")) {
        skip("+-");
        if (!digits())
            return false;
    }
    return at == token.size();
}

bool isLiteral(std::string_view token)
{
    return token == "true" || token == "false" || token == "null" || isNumber(token);
}

// Whether the token is text, not a bracket, a comma or a colon. Called where a value is expected.
bool isText(std::string_view token)
{
    return !token.empty() && std::string_view("{}[],:").find(token.front()) == std::string_view::npos;
}

// Replaces bytes that are not UTF-8 and escapes control characters in strings.
std::string repaired(std::string_view document)
{
    std::string out;
    out.reserve(document.size() + 64);
    bool inString = false;
    bool escaped = false;
    while (!document.empty()) {
        const char character = document.front();
        const std::size_t length = characterBytes(document);
        if (length == 0) {
            out += replacementCharacter;
        } else if (inString && static_cast<unsigned char>(character) < 0x20) {
            if (escaped) // a control character cannot be escaped: the backslash is literal
                out += '\\';
            appendControlEscape(out, static_cast<unsigned char>(character));
        } else {
            out += document.substr(0, length);
        }
        if (character == '"' && !escaped)
            inString = !inString;
        escaped = inString && character == '\\' && !escaped;
        document.remove_prefix(length == 0 ? 1 : length);
    }
    return out;
}

// Without the full stop of simdjson's sentences, like every other reason.
ReadError failure(simdjson::error_code error)
{
    std::string reason = simdjson::error_message(error);
    if (reason.ends_with('.'))
        reason.pop_back();
    return {std::move(reason)};
}

class DocumentWalker
{
public:
    DocumentWalker(Handler &handler, Tolerance tolerance)
        : m_handler(handler)
        , m_tolerance(tolerance)
    {}

    std::optional<ReadError> document(ondemand::document &document, std::string_view text)
    {
        text = trimmed(text);
        if (!text.empty() && (text.front() == '{' || text.front() == '[')) {
            if (auto problem = container(document, text.front(), 0))
                return problem;
            const char *location = nullptr;
            if (document.current_location().get(location) != simdjson::OUT_OF_BOUNDS)
                return ReadError{"more than one value"};
            return std::nullopt;
        }
        const bool isOne =
            text.starts_with('"') ? upToQuote(text.data() + 1).size() + 2 == text.size() : isLiteral(text);
        if (!isOne)
            return ReadError{"not a JSON value: " + std::string(text.substr(0, 40))};
        return scalar(document, text);
    }

private:
    std::optional<ReadError> value(ondemand::value value, int level)
    {
        const std::string_view token = trimmed(value.raw_json_token());
        if (token != "{" && token != "[")
            return scalar(value, token);
        if (level < deepestLevel)
            return container(value, token.front(), level);
        return token == "{" ? containerAsText<ondemand::object>(value)
                            : containerAsText<ondemand::array>(value);
    }

    // A template: simdjson's documents and values share their interface, but no base class.
    template<typename Value>
    std::optional<ReadError> container(Value &value, char bracket, int level)
    {
        return bracket == '{' ? object(value, level) : array(value, level);
    }

    template<typename Value>
    std::optional<ReadError> object(Value &value, int level)
    {
        ondemand::object object;
        if (const auto error = value.get_object().get(object))
            return failure(error);
        m_handler.beginObject();
        for (auto result : object) {
            ondemand::field field;
            if (const auto error = std::move(result).get(field))
                return failure(error);
            const std::string_view raw = upToQuote(field.key().raw());
            std::string_view text;
            if (const auto error = field.unescaped_key().get(text)) {
                if (m_tolerance == Tolerance::Strict)
                    return failure(error);
                text = raw;
            }
            m_handler.name(raw, text);
            if (auto problem = this->value(field.value(), level + 1))
                return problem;
        }
        m_handler.endObject();
        return std::nullopt;
    }

    template<typename Value>
    std::optional<ReadError> array(Value &value, int level)
    {
        ondemand::array array;
        if (const auto error = value.get_array().get(array))
            return failure(error);
        m_handler.beginArray();
        for (auto result : array) {
            ondemand::value element;
            // NOLINTNEXTLINE(performance-move-const-arg): get() is for rvalues
            if (const auto error = std::move(result).get(element))
                return failure(error);
            if (auto problem = this->value(element, level + 1))
                return problem;
        }
        m_handler.endArray();
        return std::nullopt;
    }

    template<typename Value>
    std::optional<ReadError> scalar(Value &value, std::string_view token)
    {
        if (token.size() >= 2 && token.front() == '"') {
            const std::string_view raw = token.substr(1, token.size() - 2);
            std::string_view text;
            if (const auto error = value.get_string().get(text)) {
                if (m_tolerance == Tolerance::Strict)
                    return failure(error);
                text = raw; // an invalid escape is kept as written
            }
            m_handler.string(raw, text);
        } else if (isLiteral(token)) {
            // Not parsed, so that a number too large for any C++ type keeps its text; the iteration skips it.
            m_handler.literal(token);
        } else if (m_tolerance == Tolerance::Repair && isText(token)) {
            emitAsString(token);
        } else {
            return ReadError{"not a JSON value: " + std::string(token.substr(0, 40))};
        }
        return std::nullopt;
    }

    template<typename Container, typename Value>
    std::optional<ReadError> containerAsText(Value &value)
    {
        if (m_tolerance == Tolerance::Strict)
            return ReadError{"nested too deep"};
        Container container;
        std::string_view text;
        if (const auto error = value.get(container))
            return failure(error);
        if (const auto error = container.raw_json().get(text))
            return failure(error);
        emitAsString(trimmed(text));
        return std::nullopt;
    }

    void emitAsString(std::string_view text)
    {
        Writer writer;
        writer.value(text);
        const std::string_view quoted = writer.text();
        m_handler.string(quoted.substr(1, quoted.size() - 2), text);
    }

    // The text before the closing quotation mark, whose presence simdjson has verified.
    static std::string_view upToQuote(const char *text)
    {
        const char *end = text;
        while (*end != '"')
            end += *end == '\\' ? 2 : 1;
        return {text, static_cast<std::size_t>(end - text)};
    }

    Handler &m_handler;
    Tolerance m_tolerance;
};

} // namespace

Expected<void, ReadError> read(std::string_view document, Handler &handler, Tolerance tolerance)
{
    // A parser per call: a thread-local one would never release the tables of a large document.
    ondemand::parser parser;
    simdjson::padded_string padded(document);
    ondemand::document parsed;
    auto error = parser.iterate(padded).get(parsed);
    if ((error == simdjson::UTF8_ERROR || error == simdjson::UNESCAPED_CHARS) &&
        tolerance == Tolerance::Repair) {
        padded = simdjson::padded_string(repaired(document));
        error = parser.iterate(padded).get(parsed);
    }
    if (error)
        return Unexpected<ReadError>(failure(error));
    if (auto problem = DocumentWalker(handler, tolerance).document(parsed, {padded.data(), padded.size()}))
        return Unexpected<ReadError>(std::move(*problem));
    return {};
}

} // namespace manometer::json

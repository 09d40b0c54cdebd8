// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/Lookup.h"

#include "client/Bytes.h"
#include "client/Items.h"
#include "json/Json.h"
#include "json/Value.h"

#include <iterator>

namespace manometer::client {

namespace {

std::string bodyOf(std::span<const std::string> paths, const LookupOptions &options)
{
    json::Writer body;
    body.beginObject();
    body.member("paths");
    body.beginArray();
    for (const std::string &path : paths)
        body.value(escapedBytes(path));
    body.endArray();
    if (!options.depth.empty())
        body.member("depth", escapedBytes(options.depth));
    body.endObject();
    return body.take();
}

// Takes the members of one entry: {"file":…,"value":…} or {"file":…,"reason":…,"detail":…}.
class EntryReader final : public json::Handler
{
public:
    LookedUp entry;
    std::string file; // escaped

    void beginObject() override
    {
        if (m_depth++ > 0)
            m_value.beginObject();
    }
    void endObject() override
    {
        if (--m_depth > 0) {
            m_value.endObject();
            endValue();
        }
    }
    void beginArray() override
    {
        ++m_depth;
        m_value.beginArray();
    }
    void endArray() override
    {
        --m_depth;
        m_value.endArray();
        endValue();
    }
    void name(std::string_view raw, std::string_view text) override
    {
        if (m_depth == 1)
            m_name = text;
        else
            m_value.name(raw, text);
    }
    void string(std::string_view raw, std::string_view text) override
    {
        m_value.string(raw, text);
        if (m_depth == 1)
            m_text = text;
        endValue();
    }
    void literal(std::string_view token) override
    {
        m_value.literal(token);
        endValue();
    }

private:
    void endValue()
    {
        if (m_depth != 1)
            return;
        if (m_name == "value")
            entry.value = m_value.take();
        else if (m_name == "file")
            file = m_text;
        else if (m_name == "reason")
            entry.reason = m_text;
        else if (m_name == "detail")
            entry.detail = m_text;
        m_value = json::Writer();
        m_text.clear();
    }

    int m_depth = 0;
    std::string m_name;
    std::string m_text;
    json::Writer m_value;
};

Expected<std::vector<LookedUp>, Failure> readAnswer(std::string_view body, std::span<const std::string> paths)
{
    std::vector<LookedUp> entries;
    bool isInOrder = true;
    const auto read = forEachItem(body, "entries", [&](std::string_view item) {
        EntryReader reader;
        const bool isObject = item.starts_with('{') && json::read(item, reader);
        isInOrder = isInOrder && isObject && entries.size() < paths.size() &&
                    unescapedBytes(reader.file) == paths[entries.size()] &&
                    reader.entry.value.empty() != reader.entry.reason.empty();
        if (isInOrder)
            entries.push_back(std::move(reader.entry));
    });
    if (!read)
        return Unexpected<Failure>(brokenAnswer(read.error()));
    if (!isInOrder || entries.size() != paths.size())
        return Unexpected<Failure>(brokenAnswer("the answer is not about the files that were asked for"));
    return entries;
}

} // namespace

Expected<std::vector<LookedUp>, Failure> lookUp(Connection &connection, std::span<const std::string> paths,
                                                const LookupOptions &options)
{
    if (paths.empty())
        return std::vector<LookedUp>();
    const auto answer = connection.ask(
        {.method = "POST",
         .target = options.readsMissing ? "/api/entries/lookup?read=missing" : "/api/entries/lookup",
         .body = bodyOf(paths, options),
         .timeout = options.timeout,
         .mostBodyBytes = options.mostBodyBytes,
         .isQuestion = true});
    if (answer)
        return readAnswer(answer->body, paths);
    if (answer.error().kind != Failure::Kind::TooLarge || paths.size() == 1)
        return Unexpected<Failure>(answer.error());
    const std::size_t half = paths.size() / 2;
    auto first = lookUp(connection, paths.first(half), options);
    if (!first)
        return first;
    auto second = lookUp(connection, paths.subspan(half), options);
    if (!second)
        return second;
    std::move(second->begin(), second->end(), std::back_inserter(*first));
    return first;
}

} // namespace manometer::client

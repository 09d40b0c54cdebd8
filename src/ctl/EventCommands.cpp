// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/Bytes.h"
#include "client/Items.h"
#include "ctl/Commands.h"
#include "ctl/Context.h"
#include "ctl/CutCost.h"
#include "ctl/EventText.h"
#include "ctl/Query.h"
#include "ctl/Times.h"

#include <cstdint>
#include <optional>
#include <utility>

namespace manometer::ctl {

namespace {

constexpr std::uint64_t mostEvents = 1000; // of one answer
// The server's rule for the moment of a note.
constexpr std::int64_t noteBackMs = std::int64_t{7} * 24 * 3600 * 1000;
constexpr std::int64_t noteAheadMs = 10'000;
constexpr std::uint64_t usualEvents = 20;

// What the cuts have cost so far; asked for at the first cut.
class CutCosts
{
public:
    explicit CutCosts(Context &context)
        : m_context(context)
    {}
    // pressure_lost of the statistics; null if they are not needed, or not to be had: the events say the
    // rest.
    const json::Value *of(const json::Value &event)
    {
        if (!m_isAsked && isCutByPressure(event)) {
            m_isAsked = true;
            if (const auto answer = m_context.ask("GET", "/api/cache/stats"))
                if (auto stats = json::Value::parse(answer->body))
                    m_stats = std::move(*stats);
        }
        return m_stats ? m_stats->find("pressure_lost") : nullptr;
    }

private:
    Context &m_context;
    bool m_isAsked = false;
    std::optional<json::Value> m_stats;
};

} // namespace

int runEvents(Context &context)
{
    const auto limit = context.integer("limit", 1, mostEvents);
    const auto after = context.integer("after", 0, INT64_MAX);
    for (const auto *number : {&limit, &after})
        if (!*number)
            return context.refuse(number->error());
    Query query("/api/events");
    if (*after)
        query.add("after", std::to_string(**after));
    query.add("limit", std::to_string(limit->value_or(*after ? mostEvents : usualEvents)));
    const auto answer = context.ask("GET", query.text());
    if (!answer)
        return context.fail(answer.error());
    CutCosts costs(context);
    bool isEmpty = true;
    const auto read = client::forEachItem(answer->body, "events", [&](std::string_view item) {
        isEmpty = false;
        if (context.isJson())
            context.out.writeLine(item);
        else if (const auto event = json::Value::parse(item))
            context.out.writeLine(eventText(*event, costs.of(*event)));
    });
    if (!read)
        return context.fail(client::brokenAnswer(read.error()));
    if (isEmpty && !context.isJson())
        context.out.writeLine("No events.");
    return done;
}

int runNote(Context &context)
{
    const std::string_view text = context.given.operands.front();
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return context.refuse("note needs a text.");
    const auto at = context.time("at");
    if (!at)
        return context.refuse(at.error());
    const std::int64_t now = nowUnixMs();
    if (*at && (**at > now + noteAheadMs || **at < now - noteBackMs))
        return context.refuse("--at: " + localTime(**at) + " is " +
                              (**at > now ? "in the future." : "more than a week ago."));
    const bool isIncident = context.given.has("incident");
    json::Writer json;
    json.beginObject();
    json.member("text", client::escapedBytes(text));
    if (*at) {
        json.member("at_unix_ms");
        json.literal(std::to_string(**at));
    }
    json.member("incident");
    json.literal(isIncident ? "true" : "false");
    json.endObject();
    const auto answer = context.ask("POST", "/api/events", json.take());
    if (!answer)
        return context.fail(answer.error());
    if (!context.isJson())
        context.out.writeLine((isIncident ? "Marked an incident at " : "Added a note about ") +
                              localTime(at->value_or(now)) + '.');
    return done;
}

} // namespace manometer::ctl

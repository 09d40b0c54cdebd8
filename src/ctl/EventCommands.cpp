// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/Items.h"
#include "ctl/Commands.h"
#include "ctl/Context.h"
#include "ctl/EventText.h"
#include "ctl/Query.h"

#include <cstdint>

namespace manometer::ctl {

namespace {

constexpr std::uint64_t mostEvents = 1000; // of one answer
constexpr std::uint64_t usualEvents = 20;

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
    bool isEmpty = true;
    const auto read = client::forEachItem(answer->body, "events", [&](std::string_view item) {
        isEmpty = false;
        if (context.isJson())
            context.out.writeLine(item);
        else if (const auto event = json::Value::parse(item))
            context.out.writeLine(eventText(*event));
    });
    if (!read)
        return context.fail(client::brokenAnswer(read.error()));
    if (isEmpty && !context.isJson())
        context.out.writeLine("No events.");
    return done;
}

} // namespace manometer::ctl

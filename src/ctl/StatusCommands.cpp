// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/Commands.h"
#include "ctl/Context.h"
#include "ctl/Query.h"
#include "ctl/StatusText.h"

#include <charconv>

namespace manometer::ctl {

using json::Value;

namespace {

constexpr std::uint64_t mostSamples = 100'000; // the server's limit

// The exit code: of `exitCodeFor` where there is an answer.
int printOnce(Context &context, const std::string &target, std::string (*text)(const Value &),
              int (*exitCodeFor)(const Value &))
{
    const auto answer = context.ask("GET", target);
    if (!answer)
        return context.fail(answer.error());
    const int printed = context.print(*answer, text);
    if (printed != done || !exitCodeFor)
        return printed;
    const auto value = parsedBody(*answer);
    return value ? exitCodeFor(*value) : context.fail(value.error());
}

// With --watch again and again, until there is no instance or no reader.
int printRepeatedly(Context &context, const std::string &target, std::string (*text)(const Value &),
                    int (*exitCodeFor)(const Value &) = nullptr)
{
    const auto watch = context.given.find("watch");
    if (!watch)
        return printOnce(context, target, text, exitCodeFor);
    double seconds = 2;
    if (!watch->empty())
        std::from_chars(watch->data(), watch->data() + watch->size(), seconds);
    if (seconds < 0.1 || seconds > 86400)
        return context.refuse("--watch needs a number of seconds from 0.1 to 86400.");
    const auto interval = std::chrono::milliseconds(static_cast<long long>(seconds * 1000));
    for (;;) {
        if (!context.isJson())
            context.out.control("\x1b[H\x1b[J"); // to the top, and clear what is below
        const int exitCode = printOnce(context, target, text, nullptr);
        if (exitCode == noInstance || !context.sleep(interval) || context.out.error() != 0)
            return exitCode;
        if (!context.isJson() && !context.out.isTerminal())
            context.out.write("\n");
    }
}

int exitCodeOfLevel(const Value &status)
{
    const auto level = levelOf(status);
    return level ? levelNormal + static_cast<int>(*level) : static_cast<int>(refused);
}

} // namespace

int runStatus(Context &context)
{
    return printRepeatedly(context, "/api/memory/status", statusText,
                           context.given.has("exit-level") ? exitCodeOfLevel : nullptr);
}

int runStats(Context &context)
{
    return printRepeatedly(context, "/api/cache/stats", statsText);
}

int runHistory(Context &context)
{
    const auto limit = context.integer("limit", 1, mostSamples);
    const auto from = context.time("from");
    const auto to = context.time("to");
    for (const auto *time : {&from, &to})
        if (!*time)
            return context.refuse(time->error());
    if (!limit)
        return context.refuse(limit.error());
    Query query("/api/memory/history");
    // A range without a limit is the whole range.
    const bool isRange = *from || *to;
    if (*limit || isRange)
        query.add("limit", std::to_string(limit->value_or(mostSamples)));
    if (*from)
        query.add("from_unix_ms", std::to_string(**from));
    if (*to)
        query.add("to_unix_ms", std::to_string(**to));
    return printRepeatedly(context, query.text(), historyText);
}

} // namespace manometer::ctl

// SPDX-License-Identifier: GPL-3.0-or-later
//
// put, rm, entries and clear.
#include "client/Bytes.h"
#include "ctl/Commands.h"
#include "ctl/Context.h"
#include "ctl/EntryPages.h"
#include "ctl/EntryText.h"
#include "ctl/Json.h"
#include "ctl/Paths.h"
#include "ctl/ReasonText.h"
#include "ctl/Texts.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace manometer::ctl {

using client::Failure;

namespace {

constexpr std::size_t mostInputBytes = 64 << 20; // the server's limit is lower

Query entryQuery(const Context &context, std::string_view operand)
{
    Query query("/api/entry");
    query.add("path", absoluteOperand(operand)).addIf("depth", context.given.value("depth"));
    return query;
}

Expected<std::string, std::string> readAll(int descriptor)
{
    std::string text;
    std::array<char, 16 << 10> piece; // NOLINT(cppcoreguidelines-pro-type-member-init): filled below
    for (;;) {
        const ssize_t got = ::read(descriptor, piece.data(), piece.size());
        if (got == 0)
            return text;
        if (got < 0 && errno != EINTR)
            return Unexpected<std::string>(std::string(std::strerror(errno)) + '.');
        if (got > 0)
            text.append(piece.data(), static_cast<std::size_t>(got));
        if (text.size() > mostInputBytes)
            return Unexpected<std::string>("it is larger than " + bytesText(mostInputBytes) + '.');
    }
}

// The filters of the command line; nothing after a complaint.
std::optional<Query> entriesQuery(Context &context)
{
    Query query("/api/entries");
    const options::Given &given = context.given;
    query.addIf("contains", given.value("contains"));
    if (const auto folder = given.find("under"))
        query.add("under", absoluteOperand(*folder));
    query.addIf("sort", given.value("sort"));
    if (given.has("reverse"))
        query.add("order", "desc");
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> choices{
        {{"in-memory", "in_memory"}, {"on-disk", "on_disk"}, {"kept", "kept"}, {"error", "error"}}};
    for (const auto &[option, field] : choices)
        if (const auto choice = given.find(option))
            query.add(field, *choice == "yes" ? "true" : "false");
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> numbers{
        {{"min-bytes", "min_bytes"},
         {"max-bytes", "max_bytes"},
         {"min-hits", "min_hits"},
         {"max-hits", "max_hits"}}};
    for (const auto &[option, field] : numbers) {
        const auto number = context.integer(option, 0, INT64_MAX);
        if (!number) {
            context.refuse(number.error());
            return std::nullopt;
        }
        if (*number)
            query.add(field, std::to_string(**number));
    }
    return query;
}

} // namespace

int runPut(Context &context)
{
    const auto document = readAll(context.surroundings.input);
    if (!document)
        return context.refuse("standard input: " + document.error());
    if (const auto value = json::Value::parse(*document); !value)
        return context.refuse("standard input is not JSON: " + value.error().reason + '.');
    const std::string_view file = context.given.operands.front();
    const auto answer = context.ask("PUT", entryQuery(context, file).text(), *document);
    if (answer)
        return done;
    if (answer.error().reason == "not_regular" && isSymbolicLink(absoluteOperand(file))) {
        context.complain(shown(file) + ": " + std::string(symbolicLinkText) + '.');
        return exitCodeOf(answer.error());
    }
    return context.fail(file, answer.error());
}

int runRm(Context &context)
{
    int exitCode = done;
    for (const std::string_view file : context.given.operands) {
        const auto answer = context.ask("DELETE", entryQuery(context, file).text());
        if (answer)
            continue;
        exitCode = worse(exitCode, context.fail(file, answer.error()));
        if (answer.error().kind != Failure::Kind::Refused)
            break; // the others would fail, too
    }
    return exitCode;
}

int runEntries(Context &context)
{
    const auto limit = context.integer("limit", 1, INT64_MAX);
    if (!limit)
        return context.refuse(limit.error());
    const auto query = entriesQuery(context);
    if (!query)
        return usage;
    bool isFirstPage = true;
    const auto listed =
        forEachPage(context, *query, limit->value_or(UINT64_MAX), [&](const std::vector<std::string> &rows) {
            std::vector<json::Value> values;
            for (const std::string &row : rows) {
                if (context.isJson())
                    context.out.writeLine(row);
                else if (auto value = json::Value::parse(row))
                    values.push_back(std::move(*value));
            }
            if (!context.isJson() && !values.empty())
                context.out.write(entriesText(values, std::exchange(isFirstPage, false)));
        });
    if (!listed)
        return context.fail(listed.error());
    if (isFirstPage && !context.isJson())
        context.out.writeLine("No entries.");
    return done;
}

int runClear(Context &context)
{
    if (!context.given.has("yes")) {
        if (::isatty(context.surroundings.input) != 1)
            return context.refuse("Without a terminal to ask at, clear needs --yes.");
        if (!context.confirms("Remove all entries from the cache?")) {
            context.errors.writeLine("Nothing was removed.");
            return done;
        }
    }
    const auto answer = context.ask("DELETE", "/api/cache/clear");
    if (!answer)
        return context.fail(answer.error());
    if (context.isJson()) {
        context.out.write(answer->body);
    } else if (const auto value = json::Value::parse(answer->body)) {
        context.out.writeLine("Removed " + plural(countAt(*value, "removed"), "entry", "entries") + '.');
    }
    return done;
}

} // namespace manometer::ctl

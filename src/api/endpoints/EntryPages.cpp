// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/EntryPages.h"

#include "json/Json.h"
#include "views/WholeListing.h"
#include "wire/Bytes.h"
#include "wire/Words.h"

#include <algorithm>
#include <charconv>

namespace manometer::api {

namespace {

cache::EntryQuery queryOf(Parameters &parameters)
{
    cache::EntryQuery query;
    if (const std::string *contains = parameters.text("contains"))
        query.pathContains = *contains;
    if (const std::string *under = parameters.text("under"))
        query.underFolder =
            under->size() > 1 && under->back() == '/' ? under->substr(0, under->size() - 1) : *under;
    if (const std::string *sort = parameters.text("sort")) {
        const auto order = wire::fromWord<cache::EntryQuery::Order>(*sort);
        if (!order)
            parameters.complain("sort is not a column of entries.");
        query.order = order.value_or(query.order);
    }
    if (const std::string *order = parameters.text("order")) {
        if (*order != "asc" && *order != "desc")
            parameters.complain("order is neither asc nor desc.");
        query.descending = *order == "desc";
    }
    query.inMemory = parameters.boolean("in_memory");
    query.onDisk = parameters.boolean("on_disk");
    query.isKept = parameters.boolean("kept");
    query.hasError = parameters.boolean("error");
    constexpr auto most = std::numeric_limits<std::uint64_t>::max();
    const auto bound = [&parameters](const char *name, std::uint64_t &into) {
        into = parameters.integer<std::uint64_t>(name, 0, most).value_or(into);
    };
    bound("min_bytes", query.valueBytes.least);
    bound("max_bytes", query.valueBytes.most);
    bound("min_hits", query.hits.least);
    bound("max_hits", query.hits.most);
    return query;
}

// "NUMBER.FIRST"
std::optional<std::pair<quint64, qsizetype>> cursorOf(const std::string &text)
{
    quint64 number = 0;
    qsizetype first = 0;
    const char *end = text.data() + text.size();
    const auto dot = std::from_chars(text.data(), end, number);
    if (dot.ec != std::errc() || dot.ptr == end || *dot.ptr != '.')
        return std::nullopt;
    const auto read = std::from_chars(dot.ptr + 1, end, first);
    return read.ec == std::errc() && read.ptr == end && first >= 0 ? std::optional(std::pair(number, first))
                                                                   : std::nullopt;
}

} // namespace

void EntryPages::answer(const Call &call)
{
    Parameters parameters(*call.request);
    const int limit = parameters.integer<int>("limit", 1, mostRows).value_or(100);
    const std::string *cursor = parameters.text("cursor");
    const cache::EntryQuery query = queryOf(parameters);
    const auto place = cursor ? cursorOf(*cursor) : std::nullopt;
    if (cursor && !place)
        parameters.complain("cursor is not one that was given.");
    if (const auto refused = parameters.findProblem())
        return call.reply.send(*refused);
    if (place) {
        const auto held = std::find_if(m_held.begin(), m_held.end(),
                                       [&place](const Held &each) { return each.number == place->first; });
        if (held == m_held.end())
            return call.fail(410, "gone", "This listing is no longer held: start again without a cursor.");
        return answerPage(call, *held, place->second, limit);
    }
    views::listWhole(
        m_context.views.cache, query, m_context.receiver,
        [this, call, limit](const views::Listing &listing) {
            const Held held{.number = ++m_lastNumber, .listing = listing};
            if (listing.ids.size() > limit) {
                m_held.push_back(held);
                if (m_held.size() > listingsHeld)
                    m_held.pop_front();
            }
            answerPage(call, held, 0, limit);
        },
        [call](const QString &reason) { call.fail(503, "busy", reason.toStdString()); });
}

void EntryPages::answerPage(const Call &call, const Held &held, qsizetype first, int limit)
{
    const qsizetype total = held.listing.ids.size();
    const qsizetype next = first + limit;
    const std::string cursor =
        next < total ? std::to_string(held.number) + '.' + std::to_string(next) : std::string();
    whenAnswered(m_context, call, m_context.views.cache->rows(held.listing.ids.mid(first, limit)),
                 [call, total, cursor, asOf = held.listing.asOfWallMs](const QList<views::EntryRow> &rows) {
                     json::Writer json;
                     json.beginObject();
                     json.member("total");
                     json.literal(std::to_string(total));
                     json.member("as_of_unix_ms");
                     json.literal(std::to_string(asOf));
                     json.member("entries");
                     json.beginArray();
                     for (const views::EntryRow &row : rows)
                         if (row.exists)
                             json.document(textOf(wire::toText(row)));
                     json.endArray();
                     json.member("next");
                     if (cursor.empty())
                         json.literal("null");
                     else
                         json.value(cursor);
                     json.endObject();
                     call.answer(json.take());
                 });
}

} // namespace manometer::api

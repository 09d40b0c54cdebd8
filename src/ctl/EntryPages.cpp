// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/EntryPages.h"

#include "client/Items.h"
#include "ctl/Context.h"
#include "ctl/Json.h"

#include <algorithm>

namespace manometer::ctl {

using client::Failure;

namespace {

constexpr std::uint64_t mostOfOnePage = 1000; // the server's limit

// Takes the member "next" of a page, without a tree of its rows.
class CursorReader final : public json::Handler
{
public:
    std::string cursor; // empty: there is no further page

    void beginObject() override { ++m_depth; }
    void endObject() override { --m_depth; }
    void beginArray() override { ++m_depth; }
    void endArray() override { --m_depth; }
    void name(std::string_view, std::string_view text) override
    {
        if (m_depth == 1)
            m_isNext = text == "next";
    }
    void string(std::string_view, std::string_view text) override
    {
        if (m_depth == 1 && m_isNext)
            cursor = text;
    }
    void literal(std::string_view) override {}

private:
    int m_depth = 0;
    bool m_isNext = false;
};

} // namespace

Expected<void, Failure> forEachPage(Context &context, const Query &query, std::uint64_t most,
                                    const std::function<void(const std::vector<std::string> &)> &onPage)
{
    std::string cursor;
    do {
        Query page = query;
        page.add("limit", std::to_string(std::min(most, mostOfOnePage))).addIf("cursor", cursor);
        const auto answer = context.ask("GET", page.text());
        if (!answer)
            return Unexpected<Failure>(answer.error());
        std::vector<std::string> rows;
        const auto read = client::forEachItem(answer->body, "entries",
                                              [&rows](std::string_view item) { rows.emplace_back(item); });
        CursorReader next;
        if (!read || !json::read(answer->body, next))
            return Unexpected<Failure>(
                client::brokenAnswer(read ? std::string("there is no cursor") : read.error()));
        if (rows.empty() && !next.cursor.empty()) // or this would go on for ever
            return Unexpected<Failure>(client::brokenAnswer("a page without entries"));
        if (rows.size() > most)
            rows.resize(static_cast<std::size_t>(most));
        onPage(rows);
        most -= rows.size();
        cursor = next.cursor;
        context.out.flush();
    } while (most > 0 && !cursor.empty() && !context.out.isClosed() && context.out.error() == 0);
    return {};
}

} // namespace manometer::ctl

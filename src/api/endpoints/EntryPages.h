// SPDX-License-Identifier: GPL-3.0-or-later
//
// GET /api/entries: a listing in pages. The ids of the newest listings are held, so that the pages of one
// listing belong together whatever happens to the cache meanwhile. In the views' thread; nothing blocks.
#pragma once

#include "api/endpoints/Context.h"
#include "api/endpoints/Parameters.h"

#include <deque>

namespace manometer::api {

class EntryPages
{
public:
    static constexpr std::size_t listingsHeld = 4; // of 8 MB for each million entries
    static constexpr int mostRows = 1000;          // in a page

    explicit EntryPages(const Context &context)
        : m_context(context)
    {}

    void answer(const Call &call);

private:
    struct Held
    {
        quint64 number = 0;
        views::Listing listing;
    };

    void answerPage(const Call &call, const Held &held, qsizetype first, int limit);

    const Context m_context;
    quint64 m_lastNumber = 0;
    std::deque<Held> m_held;
};

} // namespace manometer::api

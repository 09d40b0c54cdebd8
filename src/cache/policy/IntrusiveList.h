// SPDX-License-Identifier: GPL-3.0-or-later
//
// A doubly linked list through a hook that the element itself carries: linking never allocates, and an
// element is unlinked in constant time. It owns nothing. Not thread-safe; never blocks; no errors.
#pragma once

#include <cassert>
#include <cstdint>

namespace manometer::cache::policy {

template<typename Element>
struct ListHook
{
    Element *newer = nullptr;
    Element *older = nullptr;
    bool linked = false;
};

// `hook` is the pointer to the ListHook member, of the element or of a base of it. Elements enter at the
// newest end and are visited from the oldest.
template<typename Element, auto hook>
class IntrusiveList
{
public:
    bool empty() const { return m_oldest == nullptr; }
    std::uint64_t size() const { return m_size; }
    Element *oldest() const { return m_oldest; }
    static Element *newerThan(const Element &element) { return (element.*hook).newer; }

    void pushNewest(Element &element)
    {
        ListHook<Element> &links = element.*hook;
        assert(!links.linked);
        links = {.newer = nullptr, .older = m_newest, .linked = true};
        if (m_newest)
            (m_newest->*hook).newer = &element;
        else
            m_oldest = &element;
        m_newest = &element;
        ++m_size;
    }

    void remove(Element &element)
    {
        ListHook<Element> &links = element.*hook;
        assert(links.linked);
        (links.newer ? (links.newer->*hook).older : m_newest) = links.older;
        (links.older ? (links.older->*hook).newer : m_oldest) = links.newer;
        links = {};
        --m_size;
    }

private:
    Element *m_newest = nullptr;
    Element *m_oldest = nullptr;
    std::uint64_t m_size = 0;
};

} // namespace manometer::cache::policy

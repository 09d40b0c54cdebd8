// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/Items.h"

#include "json/Json.h"

#include <optional>

namespace manometer::client {

namespace {

// Copies each item of one array into a writer.
class ItemReader final : public json::Handler
{
public:
    ItemReader(std::string_view name, const std::function<void(std::string_view)> &onItem)
        : m_name(name)
        , m_onItem(onItem)
    {}

    bool hasFound() const { return m_hasFound; }

    void beginObject() override
    {
        if (m_isInside)
            m_item.beginObject();
        ++m_depth;
    }
    void endObject() override
    {
        --m_depth;
        if (m_isInside) {
            m_item.endObject();
            endItem();
        }
    }
    void beginArray() override
    {
        if (m_isInside) {
            m_item.beginArray();
        } else if (m_depth == 1 && m_isNamed) {
            m_isInside = true;
            m_hasFound = true;
        }
        ++m_depth;
    }
    void endArray() override
    {
        --m_depth;
        if (m_isInside && m_depth == arrayDepth) {
            m_isInside = false;
        } else if (m_isInside) {
            m_item.endArray();
            endItem();
        }
    }
    void name(std::string_view raw, std::string_view text) override
    {
        if (m_isInside)
            m_item.name(raw, text);
        else if (m_depth == 1)
            m_isNamed = text == m_name;
    }
    void string(std::string_view raw, std::string_view text) override
    {
        if (!m_isInside)
            return;
        m_item.string(raw, text);
        endItem();
    }
    void literal(std::string_view token) override
    {
        if (!m_isInside)
            return;
        m_item.literal(token);
        endItem();
    }

private:
    static constexpr int arrayDepth = 1; // of the array: in the object

    void endItem()
    {
        if (m_depth == arrayDepth + 1) {
            m_onItem(m_item.text());
            m_item = json::Writer();
        }
    }

    std::string_view m_name;
    const std::function<void(std::string_view)> &m_onItem;
    json::Writer m_item;
    int m_depth = 0;
    bool m_isNamed = false;  // the next value is the member's
    bool m_isInside = false; // of its array
    bool m_hasFound = false;
};

} // namespace

Expected<void, std::string> forEachItem(std::string_view document, std::string_view name,
                                        const std::function<void(std::string_view)> &onItem)
{
    ItemReader reader(name, onItem);
    if (const auto done = json::read(document, reader); !done)
        return Unexpected<std::string>(done.error().reason);
    if (!reader.hasFound())
        return Unexpected<std::string>("there is no list '" + std::string(name) + '\'');
    return {};
}

} // namespace manometer::client

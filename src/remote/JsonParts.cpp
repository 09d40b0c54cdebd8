// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/JsonParts.h"

#include "json/Json.h"

#include <string>
#include <utility>

namespace manometer::remote {

namespace {

class PartHandler final : public json::Handler
{
public:
    enum class Part { Member, Items };
    using OnPart = std::function<void(const QByteArray &)>;

    PartHandler(Part part, std::string_view name, const OnPart &onPart)
        : m_partLevel(part == Part::Member ? 1 : 2)
        , m_name(name)
        , m_onPart(onPart)
    {}

    bool isFound() const { return m_isFound; }

    void beginObject() override
    {
        if (isInPart())
            m_part.beginObject();
        else if (m_level == 1)
            m_isWanted = false; // an object in the place of an array
        ++m_level;
    }
    void endObject() override
    {
        --m_level;
        if (isInPart())
            m_part.endObject();
        completePart();
    }
    void beginArray() override
    {
        if (isInPart())
            m_part.beginArray();
        else if (m_level == 1 && m_isWanted)
            m_isFound = true;
        ++m_level;
    }
    void endArray() override
    {
        --m_level;
        if (isInPart())
            m_part.endArray();
        completePart();
    }
    void name(std::string_view raw, std::string_view text) override
    {
        if (m_level == 1)
            m_isWanted = text == m_name;
        else if (isInPart())
            m_part.name(raw, text);
    }
    void string(std::string_view raw, std::string_view text) override
    {
        if (isInPart())
            m_part.string(raw, text);
        completePart();
    }
    void literal(std::string_view token) override
    {
        if (isInPart())
            m_part.literal(token);
        completePart();
    }

private:
    bool isInPart() const { return m_isWanted && m_level >= m_partLevel; }
    void completePart()
    {
        if (!m_isWanted || m_level != m_partLevel)
            return;
        m_isFound = true;
        m_onPart(QByteArray::fromStdString(m_part.take()));
        m_part = json::Writer();
    }

    const int m_partLevel; // of the containers around a part
    const std::string m_name;
    const OnPart &m_onPart;
    json::Writer m_part;
    int m_level = 0;
    bool m_isWanted = false;
    bool m_isFound = false;
};

Expected<void, QString> readParts(const QByteArray &document, PartHandler &handler, std::string_view name)
{
    if (const auto read =
            json::read({document.constData(), static_cast<std::size_t>(document.size())}, handler);
        !read)
        return Unexpected(QString::fromStdString(read.error().reason));
    if (!handler.isFound())
        return Unexpected(QStringLiteral("there is no %1").arg(QString::fromStdString(std::string(name))));
    return {};
}

} // namespace

Expected<QByteArray, QString> memberText(const QByteArray &document, std::string_view name)
{
    QByteArray found;
    const std::function<void(const QByteArray &)> take = [&found](const QByteArray &text) { found = text; };
    PartHandler handler(PartHandler::Part::Member, name, take);
    if (const auto read = readParts(document, handler, name); !read)
        return Unexpected(read.error());
    return found;
}

Expected<void, QString> forEachItem(const QByteArray &document, std::string_view name,
                                    const std::function<void(const QByteArray &)> &onItem)
{
    PartHandler handler(PartHandler::Part::Items, name, onItem);
    return readParts(document, handler, name);
}

} // namespace manometer::remote

// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/EventLine.h"

#include "json/Value.h"
#include "wire/EventFields.h"
#include "wire/Fields.h"
#include "wire/UtcTime.h"

#include <algorithm>

namespace manometer::wire {

using namespace views;

namespace {

template<std::size_t Index = 0>
void emplaceKind(EventKinds &what, std::size_t index)
{
    if constexpr (Index < std::variant_size_v<EventKinds>) {
        if (Index == index)
            what.emplace<Index>();
        else
            emplaceKind<Index + 1>(what, index);
    }
}

} // namespace

QByteArray toLine(const Event &event)
{
    json::Writer json;
    FieldWriter fields(json);
    json.beginObject();
    fields("time_utc", utcTime(event.wallMs).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzzZ")));
    fields("unix_ms", event.wallMs);
    fields("monotonic_ms", event.monotonicMs);
    fields("run", event.run);
    fields("id", event.id);
    json.member("kind", kindWords[event.what.index()]);
    std::visit([&fields](const auto &what) { describeEvent(fields, what); }, event.what);
    json.endObject();
    return QByteArray::fromStdString(json.text()) + '\n';
}

QByteArray detailsOf(const Event &event)
{
    json::Writer json;
    FieldWriter fields(json);
    json.beginObject();
    std::visit([&fields](const auto &what) { describeEvent(fields, what); }, event.what);
    json.endObject();
    return QByteArray::fromStdString(json.text());
}

std::optional<Event> fromLine(const QByteArray &line)
{
    const auto object = json::Value::parse({line.constData(), static_cast<std::size_t>(line.size())});
    const json::Value *kind = object ? object->find("kind") : nullptr;
    if (!kind || !object->find("unix_ms"))
        return std::nullopt;
    const std::string_view word =
        kind->text() == formerSettingsApplied ? kindWords[kindOf<SettingsAppliedEvent>()] : kind->text();
    const auto found = std::find(kindWords.begin(), kindWords.end(), word);
    if (found == kindWords.end())
        return std::nullopt;
    Event event{};
    FieldReader fields(*object);
    fields("unix_ms", event.wallMs);
    fields("monotonic_ms", event.monotonicMs);
    fields("run", event.run);
    fields("id", event.id);
    emplaceKind(event.what, static_cast<std::size_t>(found - kindWords.begin()));
    std::visit([&fields](auto &what) { describeEvent(fields, what); }, event.what);
    return fields.isGood() ? std::optional(event) : std::nullopt;
}

} // namespace manometer::wire

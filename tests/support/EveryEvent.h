// SPDX-License-Identifier: GPL-3.0-or-later
//
// One event of each kind with every field set, so that tests of all kinds include kinds that are added later.
#pragma once

#include "wire/EventFields.h"

#include <QList>

#include <string_view>
#include <type_traits>

namespace manometer::test {

struct FieldFiller
{
    QByteArray text;
    QByteArray detail;
    const char *prefix = "";

    template<typename Item>
    void operator()(const char *, QList<Item> &into)
    {
        wire::describe(*this, into.emplace_back());
    }
    template<typename Value>
    void operator()(const char *key, Value &into)
    {
        const QByteArray &bytes = std::string_view(key) == "detail" ? detail : text;
        if constexpr (std::is_enum_v<Value> || std::is_arithmetic_v<Value>)
            into = static_cast<Value>(1);
        else if constexpr (std::is_same_v<Value, QByteArray>)
            into = bytes;
        else if constexpr (std::is_same_v<Value, QString>)
            into = QString::fromUtf8(bytes);
        else if constexpr (std::is_same_v<Value, std::string>)
            into = bytes.toStdString();
        else
            into = Value(1);
    }
    template<typename Value>
    bool present(const char *, std::optional<Value> &into)
    {
        into.emplace();
        return true;
    }
    void changes(QList<views::NumberChange> &into)
    {
        into = {
            {.name = "growth_hold_ms", .before = 1, .after = 2}}; // a key of the control loop, not user text
    }
};

template<std::size_t Index = 0>
void addEachKind(QList<views::Event> &events, FieldFiller &filler)
{
    if constexpr (Index < std::variant_size_v<views::EventKinds>) {
        views::EventKinds what(std::in_place_index<Index>);
        wire::describeEvent(filler, std::get<Index>(what));
        events.append(
            views::Event{.id = Index + 1, .wallMs = 1'795'420'797'123, .monotonicMs = 5, .what = what});
        addEachKind<Index + 1>(events, filler);
    }
}

// `text` is in every name, path and word; `detail` in every error message.
inline QList<views::Event> everyKindOfEvent(const QByteArray &text, const QByteArray &detail)
{
    QList<views::Event> events;
    FieldFiller filler{.text = text, .detail = detail};
    addEachKind(events, filler);
    return events;
}

} // namespace manometer::test

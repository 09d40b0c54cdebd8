// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/ViewJson.h"

#include "wire/Fields.h"
#include "wire/ViewFields.h"

namespace manometer::wire {

template<typename Value>
QByteArray toText(const Value &value)
{
    json::Writer json;
    FieldWriter(json).write(value);
    return QByteArray::fromStdString(json.text());
}

template<typename Value>
Expected<Value, QString> fromText(const QByteArray &json)
{
    const auto document = json::Value::parse({json.constData(), static_cast<std::size_t>(json.size())});
    if (!document)
        return Unexpected<QString>(QString::fromStdString(document.error().reason));
    Value value;
    if (!FieldReader::read(*document, value))
        return Unexpected<QString>(QStringLiteral("a field has the wrong type"));
    return value;
}

#define MANOMETER_WIRE(Type)                                                                                 \
    template QByteArray toText<Type>(const Type &);                                                          \
    template Expected<Type, QString> fromText<Type>(const QByteArray &);
MANOMETER_WIRE(views::SampleRecord)
MANOMETER_WIRE(views::TimeRange)
MANOMETER_WIRE(views::MonitorStatus)
MANOMETER_WIRE(views::MemoryHolding)
MANOMETER_WIRE(views::CacheSummary)
MANOMETER_WIRE(views::HitEvidence)
MANOMETER_WIRE(views::WhatIfAnswer)
MANOMETER_WIRE(views::SuggestAnswer)
MANOMETER_WIRE(cache::EntryQuery)
MANOMETER_WIRE(views::Listing)
MANOMETER_WIRE(views::EntryRow)
MANOMETER_WIRE(views::EntryDetail)
MANOMETER_WIRE(views::EntryWeight)
MANOMETER_WIRE(views::Removal)
MANOMETER_WIRE(pressure::SourceReport)
MANOMETER_WIRE(views::ScanProgress)
MANOMETER_WIRE(views::ScanFailure)
MANOMETER_WIRE(views::Connection)
#undef MANOMETER_WIRE

} // namespace manometer::wire

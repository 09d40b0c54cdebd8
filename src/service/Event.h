// SPDX-License-Identifier: GPL-3.0-or-later
//
// Something that happened and that the operator may ask about later: a plain value of figures. The sentence
// that a person reads is made from it in gui/.
#pragma once

#include "cache/Limits.h"
#include "cache/Stats.h"
#include "pressure/MemorySource.h"
#include "pressure/control/Governor.h"
#include "pressure/control/LimitPolicy.h"
#include "pressure/control/Thresholds.h"
#include "service/SampleRecord.h"

#include <QString>

#include <variant>

namespace manometer::service {

struct LevelEvent // the applied level changed
{
    Level from = Level::Normal;
    Level to = Level::Normal;
    pressure::GovernorReason reason = pressure::GovernorReason::AsMeasured;
    double percent = absent;          // p at that moment
    double thresholdPercent = absent; // the one that was crossed
};

struct LimitEvent // the cache's limit was moved; the receipt
{
    cache::LimitCause cause = cache::LimitCause::Pressure;
    Level level = Level::Normal;
    cache::LimitOutcome outcome{};
    quint64 processRssBeforeBytes = 0;
    quint64 processRssAfterBytes = 0;
};

struct CleanUpEvent // the disk store was cleaned up
{
    Level level = Level::Normal;
    cache::CleanUpOutcome outcome{};
};

struct ThresholdsEvent // the operator applied other thresholds
{
    pressure::Thresholds before{};
    pressure::Thresholds after{};
};

struct SourceEvent // the signal was lost (error set) or is back
{
    std::optional<pressure::SourceError> error{};
};

struct StoreEvent // the disk store's health changed
{
    cache::Health health{};
};

struct ScanEvent // a scan ended
{
    QByteArray folder{};
    bool cancelled = false;
    quint64 files = 0;
    quint64 fromCache = 0;
    quint64 read = 0;
    quint64 failed = 0;
    quint64 vanished = 0;
    qint64 durationMs = 0;
};

struct SettingsEvent // the settings file could not be used as it is; defaults count
{
    QString file{};
    QString keptAs{}; // where the unusable file was put, empty if it could not be
    QString detail{}; // for logs; not translated
};

struct Event
{
    quint64 id = 0; // ascending, from 1, within one run
    qint64 wallMs = 0;
    qint64 monotonicMs = 0;
    std::variant<LevelEvent, LimitEvent, CleanUpEvent, ThresholdsEvent, SourceEvent, StoreEvent, ScanEvent,
                 SettingsEvent>
        what;
};

} // namespace manometer::service

Q_DECLARE_METATYPE(manometer::service::Event)

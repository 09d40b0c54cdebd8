// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the server's stream announces, as values; times of the monotonic clock are this machine's
// (RemoteClock.h). Plain values.
#pragma once

#include "remote/SettingsBody.h"
#include "views/CacheView.h"
#include "views/Event.h"
#include "views/MonitorView.h"
#include "views/ScanView.h"

#include <QList>
#include <QString>

#include <optional>
#include <variant>

namespace manometer::remote {

struct LevelChange
{
    pressure::Level from = pressure::Level::Normal;
    pressure::Level to = pressure::Level::Normal;
};

struct ContentsChanged
{};

struct ScanUpdate
{
    views::ScanProgress progress{};
    bool isFinished = false;
    std::optional<QList<views::ScanFailure>> failures{};
};

struct SettingsProblem
{
    enum class Kind : quint8 { ChangeFailed, SaveFailed };
    Kind kind = Kind::ChangeFailed;
    QString file{};
    QString reason{};
};

struct UndoFreed
{
    quint64 undoId = 0; // the server's
};

struct UpdatesMissed // the server dropped some, of any kind: this client was too slow
{};

struct StreamEnded
{
    QString reason{};
};

using StreamUpdate = std::variant<views::SampleRecord, views::MonitorStatus, LevelChange, views::CacheSummary,
                                  ContentsChanged, ScanUpdate, views::ScanFailure, SettingsBody, PresetsBody,
                                  SettingsProblem, UndoFreed, views::Event, UpdatesMissed, StreamEnded>;

} // namespace manometer::remote

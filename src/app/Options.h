// SPDX-License-Identifier: GPL-3.0-or-later
//
// The command line. Blocks on nothing: parse() reads the arguments it is given, and where they leave
// something open, the working directory and the XDG places.
#pragma once

#include "app/Places.h"
#include "expected/Expected.h"
#include "views/SettingsView.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace manometer::app {

struct Options
{
    // What --preset, --max-entries and --max-disk-mb ask for, over what the operator decided before: a preset
    // brings its limits, not its thresholds.
    views::Settings applyTo(views::Settings settings) const;
    // Whether they ask for something that is done by the one program that has the cache, besides showing
    // its window.
    bool needsOwnInstance() const;
    std::optional<views::Preset> preset;
    std::optional<quint64> maxEntries;
    std::optional<quint64> maxDiskBytes;
    // Bytes: a folder's name need not be UTF-8.
    QByteArray cacheDirectory; // absolute
    Machine machine = Machine::ThisOne;
    QByteArray procRoot = QByteArrayLiteral("/proc");
    QByteArray sysRoot = QByteArrayLiteral("/sys"); // empty: no control groups
    QByteArray scanFolder;
    QString language; // of the translation to use; empty: the settings', or the system's
    QString exportSamplesFile;
    bool overwrite = false; // exportSamplesFile may be there already
    QString screenshotFile;
    std::optional<std::chrono::milliseconds> exitAfter;
};

// What to print instead of running: help or the version (exitCode 0), or what is wrong (exitCode 2).
struct Answer
{
    int exitCode = 0;
    QString text;
};

// What --language says, if it names a translation, else empty: before parse(), whose own words are in it.
QString requestedLanguage(const QList<QByteArray> &raw);

Expected<Options, Answer> parse(const QList<QByteArray> &raw);

} // namespace manometer::app

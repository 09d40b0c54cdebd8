// SPDX-License-Identifier: GPL-3.0-or-later
//
// The command line. Pure but for parse(), which reads the arguments it is given and nothing else.
#pragma once

#include "expected/Expected.h"
#include "service/SettingsView.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

namespace manometer::app {

struct Options
{
    service::Settings settings; // the preset, changed by --max-entries and --max-disk-mb
    // Bytes: a folder's name need not be UTF-8.
    QByteArray cacheDirectory; // absolute
    QByteArray procRoot = QByteArrayLiteral("/proc");
    QByteArray sysRoot = QByteArrayLiteral("/sys"); // empty: no control groups
    QByteArray scanFolder;
    QString exportSamplesFile;
    QString screenshotFile;
    std::optional<std::chrono::milliseconds> exitAfter;
};

struct Preset
{
    const char *name;
    const char *summary; // for --help, translated there
    service::Settings settings;
};
const std::vector<Preset> &presets();

// What to print instead of running: help or the version (exitCode 0), or what is wrong (exitCode 2).
struct Answer
{
    int exitCode = 0;
    QString text;
};

Expected<Options, Answer> parse(const QList<QByteArray> &arguments);

} // namespace manometer::app

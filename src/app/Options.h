// SPDX-License-Identifier: GPL-3.0-or-later
//
// Parses the command line. Uses the given arguments, the working directory and the XDG variables; never
// blocks. Errors are Answers with exit code 2.
#pragma once

#include "api/TcpAddress.h"
#include "app/OptionTable.h"
#include "app/Places.h"
#include "expected/Expected.h"
#include "views/AppearanceView.h"
#include "views/SettingsView.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace manometer::app {

struct Options
{
    // `settings` overridden by --preset, --max-entries and --max-disk-mb. A preset overrides the limits, the
    // expiry and the adaptation, but not the thresholds.
    views::Settings applyTo(views::Settings settings) const;
    // Whether the options request more than showing the window, which another instance cannot do for this
    // one.
    bool needsOwnInstance() const;
    // Whether a script runs the program: it ends by itself, and no person reads its boxes.
    bool isScripted() const { return exitAfter || exitWhenScanned; }
    // Whether they concern the backend itself, which may be another process's.
    bool changesBackend() const
    {
        return preset || maxEntries || maxDiskBytes || listen || noApi || machine == Machine::Played;
    }
    std::optional<views::Preset> preset;
    std::optional<quint64> maxEntries;
    std::optional<quint64> maxDiskBytes;
    // Raw bytes: a folder's name need not be UTF-8.
    QByteArray cacheDirectory; // absolute
    Machine machine = Machine::ThisOne;
    QByteArray procRoot = QByteArrayLiteral("/proc");
    QByteArray sysRoot = QByteArrayLiteral("/sys"); // empty: no control groups
    QByteArray curve;         // raw bytes: a built-in curve's name or a file; empty: no played rehearsal
    double rehearseSpeed = 1; // how many times as fast it is played
    QByteArray scanFolder;
    QString language; // of the translation; empty: as in the settings, or the system's
    std::optional<views::Appearance> appearance; // empty: as chosen in the window
    bool isHidden = false;                       // starts in the tray
    QString recordingFile;                       // to show instead of a machine; empty: none
    QString exportSamplesFile;
    QString saveRecordingFile;
    bool overwrite = false; // the output files may replace an existing file
    QString screenshotFile;
    QByteArray connectTo; // raw bytes: unix:PATH or http://127.0.0.1:PORT; empty: a backend of its own
    QByteArray tokenFile; // raw bytes
    bool control = false; // changes are sent to it
    std::optional<api::TcpAddress> listen;
    bool noApi = false;
    QByteArray eventsFile; // raw bytes; "-": standard output
    bool exitWhenScanned = false;
    std::optional<std::chrono::milliseconds> exitAfter;
};

// What to print instead of running: help or the version (exitCode 0), or an error (exitCode 2).
struct Answer
{
    int exitCode = 0;
    QString text;
};

// The value of --language if it names a translation, otherwise empty. To be called before parse(), whose
// messages are translated.
QString requestedLanguage(const QList<QByteArray> &raw);

// The arguments for a played rehearsal.
QStringList rehearsalArguments(const QByteArray &curve, double speed);

// Uses the application's version.
Expected<Options, Answer> parse(const QList<QByteArray> &raw, Program program = Program::Window);

} // namespace manometer::app

// SPDX-License-Identifier: GPL-3.0-or-later
//
// A simulated machine to run the program on: its own XDG folders and a fake /proc.
#pragma once

#include "support/FakeProc.h"
#include "support/Files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>

#include <algorithm>
#include <csignal>
#include <functional>
#include <sys/stat.h>
#include <unistd.h>

namespace manometer::test {

inline QStringList exitAfter(double seconds)
{
    return {QStringLiteral("--exit-after"), QString::number(seconds)};
}

struct Run
{
    int exitCode = -1;
    QString output;
    QString errors;
};

class Machine
{
public:
    explicit Machine(const QString &program = QStringLiteral(MANOMETER))
        : m_program(program)
    {
        m_environment = QProcessEnvironment::systemEnvironment();
        // With a sanitizer: looking for leaks at the end takes a thread, which some limits forbid.
        m_environment.insert(QStringLiteral("LSAN_OPTIONS"), QStringLiteral("detect_leaks=0"));
        // Logs "painted" when the window is shown and the event loop runs.
        m_environment.insert(QStringLiteral("QT_LOGGING_RULES"),
                             QStringLiteral("manometer.start.debug=true"));
        for (const char *name : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
            m_environment.insert(QString::fromLatin1(name), path(QString::fromLatin1(name)));
        // The login creates this one, not the program.
        ::mkdir(bytes("XDG_RUNTIME_DIR").constData(), 0700);
    }
    // The program that is started from now on.
    void setProgram(const QString &program) { m_program = program; }
    // From now on without --proc-root: on this machine, or a rehearsal.
    void leaveOutProc() { m_hasProc = false; }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QByteArray bytes(const char *name) const { return QFile::encodeName(m_folder.path()) + '/' + name; }

    const QProcessEnvironment &environment() const { return m_environment; }

    // Creates its folders, too.
    bool addFile(const QByteArray &name, const QByteArray &contents = "some text", mode_t mode = 0644) const
    {
        return QDir().mkpath(QFileInfo(path(QFile::decodeName(name))).path()) &&
               writeFile(bytes(name.constData()), contents, mode);
    }
    // Files to scan: files/0.txt, files/1.txt …
    bool addFiles(int count) const
    {
        bool good = true;
        for (int i = 0; i < count; ++i)
            good = good && addFile("files/" + QByteArray::number(i) + ".txt");
        return good;
    }
    QStringList scanOfFiles() const { return {QStringLiteral("--scan"), path(QStringLiteral("files"))}; }
    // A wrapper for runUnder() with `script` in place of exiftool.
    QStringList withReader(const QByteArray &script) const
    {
        if (!addFile("bin/exiftool", "#!/bin/sh\n" + script, 0700))
            return {};
        return {QStringLiteral("env"),
                QStringLiteral("PATH=%1:/usr/bin:/bin").arg(path(QStringLiteral("bin")))};
    }

    void start(QProcess &process, const QStringList &arguments) const { startUnder(process, {}, arguments); }
    // `wrapper`: a command that runs the program, for example as another user or with other limits.
    void startUnder(QProcess &process, const QStringList &wrapper, const QStringList &arguments) const
    {
        process.setProcessEnvironment(m_environment);
        QStringList all = wrapper + QStringList{m_program};
        if (m_hasProc)
            all += {QStringLiteral("--proc-root"), QString::fromStdString(proc.root())};
        all += arguments;
        process.start(all.constFirst(), all.mid(1));
    }
    Run run(const QStringList &arguments) const { return runUnder({}, arguments); }
    Run runUnder(const QStringList &wrapper, const QStringList &arguments) const
    {
        QProcess process;
        startUnder(process, wrapper, arguments);
        if (!process.waitForFinished(50'000)) {
            process.kill();
            process.waitForFinished();
        }
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }
    // As runUnder() with --exit-after, but the program is asked to quit as soon as the condition is true of
    // its stderr. What it waits for must happen in the program's event loop, where signals are handled.
    Run runUntil(const std::function<bool(const QByteArray &errors)> &isDone, const QStringList &wrapper,
                 const QStringList &arguments) const
    {
        constexpr int timeoutMs = 50'000;
        constexpr int stepMs = 20;
        QProcess process;
        process.setReadChannel(QProcess::StandardError);
        startUnder(process, wrapper, exitAfter(timeoutMs / 1000) + arguments);
        QByteArray errors;
        while (!isDone(errors) &&
               (process.waitForReadyRead(stepMs) || process.state() != QProcess::NotRunning))
            errors += process.readAllStandardError();
        if (process.state() == QProcess::Running)
            ::kill(pid_t(process.processId()), SIGTERM);
        if (!process.waitForFinished(timeoutMs) && process.state() != QProcess::NotRunning) {
            process.kill();
            process.waitForFinished();
        }
        errors += process.readAllStandardError();
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(errors)};
    }
    // Until its stderr contains all of these words.
    Run runUntil(const QByteArrayList &words, const QStringList &wrapper, const QStringList &arguments) const
    {
        return runUntil(
            [&words](const QByteArray &errors) {
                return std::all_of(words.begin(), words.end(),
                                   [&errors](const QByteArray &word) { return errors.contains(word); });
            },
            wrapper, arguments);
    }
    // For a program that runs as another user: copies it, since its folder may be private to this user.
    void openToAll()
    {
        m_program = path(QStringLiteral("manometer"));
        QFile::copy(QStringLiteral(MANOMETER), m_program);
        ::chmod(QFile::encodeName(m_program).constData(), 0755);
        ::chmod(QFile::encodeName(m_folder.path()).constData(), 0777);
        ::chmod(proc.root().c_str(), 0755);
    }
    QList<QByteArray> lines(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().split('\n') : QList<QByteArray>();
    }
    // What the program has written into its journal: something every second, with a sample in it.
    qint64 journalBytes() const
    {
        const QDir journal(path(QStringLiteral("XDG_STATE_HOME/manometer-rehearsal/journal")));
        qint64 bytes = 0;
        for (const QFileInfo &file : journal.entryInfoList(QDir::Files))
            bytes += file.size();
        return bytes;
    }

    test::FakeProc proc;

private:
    QString m_program;
    bool m_hasProc = true;
    test::Folder m_folder;
    QProcessEnvironment m_environment;
};

// A wrapper that drops root's permissions, so that permission errors occur; offscreen, since another user may
// not open this display.
inline QStringList asUnprivilegedUser()
{
    const QStringList headless{QStringLiteral("env"), QStringLiteral("QT_QPA_PLATFORM=offscreen")};
    if (::geteuid() != 0)
        return headless;
    return headless + QStringList{QStringLiteral("setpriv"), QStringLiteral("--reuid=65534"),
                                  QStringLiteral("--regid=65534"), QStringLiteral("--clear-groups")};
}

} // namespace manometer::test

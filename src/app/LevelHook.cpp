// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/LevelHook.h"

#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>

#include <csignal>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace manometer::app {

namespace {

Q_LOGGING_CATEGORY(hookLog, "manometer.hook", QtInfoMsg)

constexpr int stopTimeoutMs = 500;

// Whether the file is the operator's own to run: one that others can write is anybody's.
bool isRunnable(const QString &program)
{
    struct stat status = {};
    if (::stat(QFile::encodeName(program).constData(), &status) != 0)
        return false; // there is none
    const bool isOwn = status.st_uid == ::geteuid() || status.st_uid == 0;
    if (S_ISREG(status.st_mode) && isOwn && (status.st_mode & (S_IWGRP | S_IWOTH)) == 0 &&
        QFileInfo(program).isExecutable())
        return true;
    qCWarning(hookLog, "%s is not run: it must be an executable file of yours that others cannot write",
              qPrintable(program));
    return false;
}

} // namespace

LevelHook::LevelHook(const QString &program, views::MonitorView *monitor, std::chrono::milliseconds longest)
    : m_program(program)
    , m_longest(longest)
{
    m_process.setProgram(program);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setStandardOutputFile(QProcess::nullDevice());
    // A group of its own, so that what it has started is stopped with it.
    m_process.setChildProcessModifier([] { ::setpgid(0, 0); });
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        qCWarning(hookLog, "%s did not end in time and was stopped", qPrintable(m_program));
        stop();
    });
    connect(&m_process, &QProcess::finished, this, [this](int exitCode, QProcess::ExitStatus status) {
        m_timer.stop();
        if (status == QProcess::NormalExit && exitCode != 0)
            qCWarning(hookLog, "%s: exit code %d", qPrintable(m_program), exitCode);
        runNext();
    });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        m_timer.stop();
        qCWarning(hookLog, "%s cannot be run: %s", qPrintable(m_program),
                  qPrintable(m_process.errorString()));
    });
    connect(monitor, &views::MonitorView::levelChanged, this,
            [this, monitor](pressure::Level from, pressure::Level to) {
                m_waiting = {.from = from, .to = to, .percent = monitor->status().percent};
                if (m_process.state() == QProcess::NotRunning)
                    runNext();
            });
}

LevelHook::~LevelHook()
{
    m_waiting.reset();
    if (m_process.state() == QProcess::NotRunning)
        return;
    disconnect(&m_process, nullptr, this, nullptr);
    stop();
    m_process.waitForFinished(stopTimeoutMs);
}

void LevelHook::runNext()
{
    if (const auto change = std::exchange(m_waiting, std::nullopt))
        run(*change);
}

void LevelHook::run(const Change &change)
{
    if (!isRunnable(m_program))
        return;
    const auto word = [](pressure::Level level) {
        return QString::fromLatin1(name(level).data(), static_cast<qsizetype>(name(level).size()));
    };
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("MANOMETER_LEVEL"), word(change.to));
    environment.insert(QStringLiteral("MANOMETER_LEVEL_NUMBER"),
                       QString::number(static_cast<int>(change.to)));
    environment.insert(QStringLiteral("MANOMETER_PREVIOUS_LEVEL"), word(change.from));
    environment.insert(QStringLiteral("MANOMETER_PERCENT"), QString::number(change.percent, 'f', 1));
    m_process.setProcessEnvironment(environment);
    m_timer.start(m_longest);
    m_process.start();
}

void LevelHook::stop()
{
    if (const auto process = static_cast<pid_t>(m_process.processId()); process > 0)
        ::kill(-process, SIGKILL);
}

} // namespace manometer::app

// SPDX-License-Identifier: GPL-3.0-or-later
//
// The program while it runs, which ends with the test at the latest.
#pragma once

#include "app/Machine.h"

#include <QTest>

#include <csignal>

namespace manometer::test {

class RunningProgram
{
public:
    RunningProgram(const Machine &machine, const QStringList &arguments)
    {
        machine.start(m_process, arguments);
        QVERIFY(m_process.waitForStarted());
    }

    qint64 processId() const { return m_process.processId(); }
    // Waits for these words on its stderr.
    bool says(const char *words)
    {
        return QTest::qWaitFor(
            [&] {
                m_process.waitForReadyRead(50);
                m_errors += m_process.readAllStandardError();
                return m_errors.contains(words);
            },
            40'000);
    }
    // Its stderr, as far as `says` has read it.
    const QByteArray &errors() const { return m_errors; }
    bool leavesOn(int signal)
    {
        const auto process = pid_t(m_process.processId());
        // 0 where it has left already; to kill, that is this test and whoever runs it.
        return process > 0 && ::kill(process, signal) == 0 && m_process.waitForFinished(10'000);
    }

    bool isRunning() { return !m_process.waitForFinished(0) && m_process.state() == QProcess::Running; }
    int exitCode() const { return m_process.exitCode(); }
    QProcess::ExitStatus exitStatus() const { return m_process.exitStatus(); }

private:
    QProcess m_process;
    QByteArray m_errors;
};

} // namespace manometer::test

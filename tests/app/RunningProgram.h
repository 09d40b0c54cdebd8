// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs the program in the background; the destructor ends it.
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
    // Waits until its stderr contains these words.
    bool logs(const char *words)
    {
        return QTest::qWaitFor(
            [&] {
                m_process.waitForReadyRead(50);
                m_errors += m_process.readAllStandardError();
                return m_errors.contains(words);
            },
            40'000);
    }
    // Its stderr, as far as logs() has read it.
    const QByteArray &errors() const { return m_errors; }
    bool quitsOn(int signal)
    {
        const auto process = pid_t(m_process.processId());
        // 0 if it has exited already; kill(0) would signal this test's whole process group.
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/LogTime.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <cstdio>
#include <sys/stat.h>
#include <unistd.h>

namespace manometer::app {

namespace {

void logWithTime(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    const QString line = qFormatLogMessage(type, context, text);
    if (line.isNull())
        return;
    const QDateTime now = QDateTime::currentDateTime();
    const QString time = now.toOffsetFromUtc(now.offsetFromUtc()).toString(Qt::ISODateWithMs);
    // One call, so that lines of several threads do not mix.
    std::fprintf(stderr, "%s %s\n", qPrintable(time), qPrintable(line));
    std::fflush(stderr);
}

// Source: systemd.exec(5), JOURNAL_STREAM: the device and inode of the stream, in decimal.
bool isJournal(int descriptor)
{
    struct stat status = {};
    return ::fstat(descriptor, &status) == 0 &&
           qgetenv("JOURNAL_STREAM") == QByteArray::number(qulonglong(status.st_dev)) + ':' +
                                            QByteArray::number(qulonglong(status.st_ino));
}

} // namespace

void addTimeToLog()
{
    if (!qEnvironmentVariableIsSet("QT_MESSAGE_PATTERN") && !isJournal(STDERR_FILENO))
        qInstallMessageHandler(&logWithTime);
}

} // namespace manometer::app

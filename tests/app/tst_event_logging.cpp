// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/EventLogging.h"
#include "support/EveryEvent.h"
#include "support/TestMain.h"

#include <QTest>

using namespace manometer;

namespace {

QStringList logged;

void record(QtMsgType, const QMessageLogContext &, const QString &message)
{
    logged += message;
}

// Captures log lines while it lives.
class LogSpy
{
public:
    LogSpy()
        : m_before(qInstallMessageHandler(&record))
    {
        logged.clear();
    }
    ~LogSpy() { qInstallMessageHandler(m_before); }

private:
    QtMessageHandler m_before;
};

} // namespace

class TestEventLogging : public QObject
{
    Q_OBJECT
private slots:
    void noNameCanForgeALogLine()
    {
        // A newline, a terminal colour in both encodings (ESC [ and CSI), an invalid byte.
        const QByteArray hostile = "a\nmanometer.cache: b\x1b[31m\xc2\x9b\xff\x7f";
        QStringList lines;
        {
            const LogSpy spy;
            for (const views::Event &event : test::everyKindOfEvent(hostile, hostile))
                app::logEvent(event);
            app::logFailure({.kind = views::ScanFailure::Kind::FolderUnreadable,
                             .path = hostile,
                             .systemError = EACCES,
                             .detail = {}});
            lines = logged;
        }
        // One line per kind, a second one for a damaged store, applied settings and a recording failure, and
        // one for the folder.
        QCOMPARE(lines.size(), qsizetype(std::variant_size_v<views::EventKinds>) + 4);
        for (const QString &line : lines)
            for (const QChar character : line)
                QVERIFY2(character.isPrint(), qPrintable(line));
        QVERIFY2(lines.constLast().startsWith(
                     QStringLiteral("a\\x0Amanometer.cache: b\\x1B[31m\\xC2\\x9B\\xFF\\x7F cannot be")),
                 qPrintable(lines.constLast()));
    }

    void aNameInAnyScriptIsReadable()
    {
        const QString name = QStringLiteral("/Größe/حجم/サイズ");
        const LogSpy spy;
        app::logFailure({.kind = views::ScanFailure::Kind::FolderUnreadable,
                         .path = name.toUtf8(),
                         .systemError = EACCES,
                         .detail = {}});
        QVERIFY(logged.constFirst().startsWith(name));
    }
};

MANOMETER_TEST(Core, TestEventLogging)
#include "tst_event_logging.moc"

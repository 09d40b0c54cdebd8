// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/Diagnostics.h"
#include "support/EveryEvent.h"
#include "support/Files.h"
#include "support/TestMain.h"
#include "views/EventNames.h"
#include "wire/EventLine.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace manometer;
using namespace manometer::exports;
using namespace manometer::views;

namespace {

// A name that must not appear in the archive.
const QByteArray secret = "patient-4711";

QList<Event> eventsWithNames()
{
    const QString name = QString::fromLatin1(secret);
    cache::Health health;
    health.quarantinePath = secret.toStdString();
    health.detail = secret.toStdString();
    QList<Event> events;
    for (const EventKinds &what :
         {EventKinds(ScanEvent{.folder = secret, .files = 7}), EventKinds(RecordingEvent{name, {}, 0}),
          EventKinds(SettingsFileEvent{name, name, name}), EventKinds(SettingsAppliedEvent{.preset = name}),
          EventKinds(StoreEvent{health}), EventKinds(NoteEvent{name, 0, true, secret}),
          EventKinds(FutileEvent{1, 2, {.name = secret, .pid = 3}}),
          EventKinds(ProcessesEvent{.processes = {{.name = secret, .controlGroup = "/a/" + secret}}}),
          EventKinds(ReceiptEvent{.action = 1, .largestHolder = {.name = secret, .pid = 4}})})
        events.append(Event{.id = 1, .wallMs = 1'795'420'797'123, .monotonicMs = 5, .what = what});
    return events;
}

QByteArray unpacked(const QString &archive, const QString &member)
{
    QProcess tar;
    tar.start(QStringLiteral("tar"), {QStringLiteral("-xzOf"), archive, member});
    return tar.waitForFinished(20'000) && tar.exitCode() == 0 ? tar.readAllStandardOutput() : QByteArray("?");
}

} // namespace

class TestDiagnostics : public QObject
{
    Q_OBJECT
private slots:
    void theArchiveContainsTextsSamplesAndEvents()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("d.tar.gz"));
        SampleRecord sample;
        sample.wallMs = 1'795'420'797'123;
        sample.systemUsedPercent = 42.5;
        QCOMPARE(writeDiagnostics(file,
                                  {.texts = {{QStringLiteral("about.json"), "{}"}},
                                   .events = eventsWithNames(),
                                   .samples = {sample}},
                                  FileNames::Included),
                 QString());
        QCOMPARE(unpacked(file, QStringLiteral("manometer-diagnostics/about.json")), QByteArray("{}"));
        QVERIFY(unpacked(file, QStringLiteral("manometer-diagnostics/samples.csv")).contains(",42.5,"));
        QVERIFY(unpacked(file, QStringLiteral("manometer-diagnostics/events.csv")).contains(secret));
    }

    void namesAreLeftOutUnlessRequested()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("d.tar.gz"));
        QCOMPARE(writeDiagnostics(file, {.events = eventsWithNames()}, FileNames::LeftOut), QString());
        const QByteArray events = unpacked(file, QStringLiteral("manometer-diagnostics/events.csv"));
        QCOMPARE(events.count("\r\n"), 1 + eventsWithNames().size());
        QVERIFY2(!events.contains(secret), events.constData());
    }

    void noKindOfEventKeepsAName()
    {
        for (const Event &event : test::everyKindOfEvent(secret, "Input/output error")) {
            const QByteArray line = wire::toLine(views::withoutNames(event));
            QVERIFY2(!line.contains(secret), line.constData());
        }
    }

    void aTarFailureIsReportedAndLeavesNoFile_data()
    {
        QTest::addColumn<QByteArray>("tar");
        QTest::addColumn<QString>("message");
        QTest::newRow("tar is killed") << QByteArray("#!/bin/sh\nkill -KILL $$\n") << QString();
        QTest::newRow("tar fails without a message")
            << QByteArray("#!/bin/sh\nexit 3\n") << QStringLiteral("tar: 3");
        QTest::newRow("tar fails with a message")
            << QByteArray("#!/bin/sh\necho no space >&2\nexit 1\n") << QStringLiteral("no space");
        QTest::newRow("tar cannot be started") << QByteArray("#!/nonexistent\n") << QString();
    }

    void aTarFailureIsReportedAndLeavesNoFile()
    {
        QFETCH(QByteArray, tar);
        QFETCH(QString, message);
        const QTemporaryDir programs;
        QVERIFY(test::writeFile(programs.path().toUtf8() + "/tar", tar, 0755));
        const QByteArray before = qgetenv("PATH");
        qputenv("PATH", programs.path().toUtf8() + ':' + before);
        const auto restored = qScopeGuard([&before] { qputenv("PATH", before); });
        const QTemporaryDir folder;
        const QString error =
            writeDiagnostics(folder.filePath(QStringLiteral("d.tar.gz")), {}, FileNames::LeftOut);
        QVERIFY(!error.isEmpty());
        if (!message.isEmpty())
            QCOMPARE(error, message);
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void anUnwritableArchiveLeavesNoFile()
    {
        const QTemporaryDir folder;
        QVERIFY(!writeDiagnostics(folder.filePath(QStringLiteral("no/such.tar.gz")), {}, FileNames::LeftOut)
                     .isEmpty());
        QVERIFY(QDir(folder.path()).isEmpty());
    }
};

MANOMETER_TEST(Core, TestDiagnostics)
#include "tst_diagnostics.moc"

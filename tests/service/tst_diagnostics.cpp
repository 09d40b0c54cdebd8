// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/diagnostics/Diagnostics.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace manometer;
using namespace manometer::service;

namespace {

// A name that must not be found anywhere.
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
          EventKinds(SettingsEvent{name, name, name}), EventKinds(StoreEvent{health}),
          EventKinds(NoteEvent{name, 0, true}), EventKinds(FutileEvent{1, 2, {.name = secret, .pid = 3}}),
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
    void theArchiveHoldsWhatItSays()
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

    void namesAreLeftOutUnlessTheyAreAskedFor()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("d.tar.gz"));
        QCOMPARE(writeDiagnostics(file, {.events = eventsWithNames()}, FileNames::LeftOut), QString());
        const QByteArray events = unpacked(file, QStringLiteral("manometer-diagnostics/events.csv"));
        QCOMPARE(events.count("\r\n"), 1 + eventsWithNames().size());
        QVERIFY2(!events.contains(secret), events.constData());
    }

    void anArchiveThatCannotBeWrittenLeavesNothing()
    {
        const QTemporaryDir folder;
        QVERIFY(!writeDiagnostics(folder.filePath(QStringLiteral("no/such.tar.gz")), {}, FileNames::LeftOut)
                     .isEmpty());
        QVERIFY(QDir(folder.path()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDiagnostics)
#include "tst_diagnostics.moc"

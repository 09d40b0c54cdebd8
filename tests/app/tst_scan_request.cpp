// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ScanRequest.h"
#include "gui/fakes/FakeScan.h"
#include "support/TestMain.h"

#include <QSignalSpy>
#include <QTest>

using namespace manometer;
using app::ScanRequest;
using views::ScanFailure;
using views::ScanProgress;
using Outcome = ScanRequest::Outcome;

Q_DECLARE_METATYPE(QList<ScanFailure::Kind>)

class TestScanRequest : public QObject
{
    Q_OBJECT
private slots:
    void theOutcomeFollowsFromFailuresAndFilesRead_data()
    {
        using Kind = ScanFailure::Kind;
        QTest::addColumn<QList<Kind>>("failures");
        QTest::addColumn<ScanProgress>("end");
        QTest::addColumn<Outcome>("outcome");
        QTest::newRow("all files read") << QList<Kind>{} << ScanProgress{.read = 3} << Outcome::Over;
        QTest::newRow("an empty folder") << QList<Kind>{} << ScanProgress{} << Outcome::Over;
        QTest::newRow("one of two files failed")
            << QList<Kind>{Kind::Unreadable} << ScanProgress{.read = 1, .failed = 1} << Outcome::Partial;
        QTest::newRow("one of two files is not understood")
            << QList<Kind>{Kind::NotUnderstood} << ScanProgress{.read = 2, .notUnderstood = 1}
            << Outcome::Over;
        QTest::newRow("cancelled") << QList<Kind>{} << ScanProgress{.cancelled = true, .read = 1}
                                   << Outcome::Cancelled;
        QTest::newRow("the only file failed")
            << QList<Kind>{Kind::TimedOut} << ScanProgress{.failed = 1} << Outcome::Impossible;
        QTest::newRow("the folder cannot be read")
            << QList<Kind>{Kind::FolderUnreadable} << ScanProgress{} << Outcome::Impossible;
        QTest::newRow("the metadata reader is missing")
            << QList<Kind>{Kind::NoReader} << ScanProgress{.read = 0} << Outcome::Impossible;
    }

    void theOutcomeFollowsFromFailuresAndFilesRead()
    {
        QFETCH(QList<ScanFailure::Kind>, failures);
        QFETCH(ScanProgress, end);
        gui::FakeScan scan;
        ScanRequest request(&scan);
        QSignalSpy ended(&request, &ScanRequest::ended);
        QCOMPARE(request.outcome(), Outcome::None);
        request.start("/data");
        QCOMPARE(request.outcome(), Outcome::Running);
        for (const ScanFailure::Kind kind : failures)
            emit scan.failed({.kind = kind, .path = "/data/a"});
        emit scan.finished(end);
        QTEST(request.outcome(), "outcome");
        QCOMPARE(ended.size(), 1);
        emit scan.finished({.failed = 1}); // of another scan
        QTEST(request.outcome(), "outcome");
        QCOMPARE(ended.size(), 1);
    }

    void aScriptGetsAnExitCode_data()
    {
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<int>("whenScanned");
        QTest::addColumn<int>("afterSeconds");
        QTest::newRow("all files read") << Outcome::Over << 0 << 0;
        QTest::newRow("some files not read") << Outcome::Partial << 1 << 0;
        QTest::newRow("cancelled") << Outcome::Cancelled << 1 << 0;
        QTest::newRow("impossible") << Outcome::Impossible << 1 << 1;
        QTest::newRow("not finished") << Outcome::Running << 1 << 0;
        QTest::newRow("not started") << Outcome::None << 1 << 0;
    }
    void aScriptGetsAnExitCode()
    {
        QFETCH(const Outcome, outcome);
        app::Options options;
        QCOMPARE(exitCodeOf(outcome, options), 0); // a person
        options.exitAfter = std::chrono::seconds(1);
        QTEST(exitCodeOf(outcome, options), "afterSeconds");
        options.exitWhenScanned = true;
        QTEST(exitCodeOf(outcome, options), "whenScanned");
        options.exitAfter.reset();
        QTEST(exitCodeOf(outcome, options), "whenScanned");
    }

    void anotherScanDoesNotChangeTheOutcome()
    {
        gui::FakeScan scan;
        ScanRequest request(&scan);
        emit scan.failed({.kind = ScanFailure::Kind::NoReader});
        emit scan.finished({.failed = 1});
        QCOMPARE(request.outcome(), Outcome::None);
        request.start("/data");
        emit scan.finished({.read = 1});
        emit scan.failed({.kind = ScanFailure::Kind::FolderUnreadable});
        emit scan.finished({.failed = 1});
        QCOMPARE(request.outcome(), Outcome::Over);
    }

    void aHundredFailuresAreLoggedThenOneSummary()
    {
        gui::FakeScan scan;
        ScanRequest request(&scan);
        request.start("/data");
        QStringList lines;
        static QStringList *logged = nullptr;
        logged = &lines;
        const auto before = qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext &, const QString &text) { logged->append(text); });
        for (int i = 0; i < 250; ++i)
            emit scan.failed(
                {.kind = ScanFailure::Kind::Unreadable, .path = "/data/" + QByteArray::number(i)});
        qInstallMessageHandler(before);
        QCOMPARE(lines.size(), 101);
        QVERIFY(lines[99].contains(QLatin1StringView("/data/99")));
    }
};

MANOMETER_TEST(Core, TestScanRequest)
#include "tst_scan_request.moc"

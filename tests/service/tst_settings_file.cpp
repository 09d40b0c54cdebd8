// SPDX-License-Identifier: GPL-3.0-or-later
//
// The settings' file: read at the start whatever it holds, and never lost.
#include "OtherSettings.h"
#include "service/ControlNumbers.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <cerrno>
#include <sys/stat.h>

using namespace manometer;
using namespace manometer::service;

class TestSettingsFile : public QObject
{
    Q_OBJECT
private slots:
    void withoutAFileTheDefaultsCountAndNothingIsWrong()
    {
        SettingsStore store(QStringLiteral("/nonexistent/settings.json"));
        QVERIFY(!store.load());
        QCOMPARE(store.settings(), Settings{});
    }

    void aFileThatCannotBeUsedIsKeptAsideAndTold_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("thresholds = 60");
        QTest::newRow("half of it") << QByteArray("{\"version\":1,\"thresh");
        QTest::newRow("of a later version") << QByteArray("{\"version\":99,\"thresholds\":{}}");
        QTest::newRow("without thresholds") << QByteArray("{\"version\":1}");
        QTest::newRow("thresholds in the wrong order") << QByteArray(R"({"version":1,"thresholds":{
                "elevated":{"enter_percent":85,"leave_percent":55,"hold_ms":10000,"target_percent":55},
                "high":{"enter_percent":80,"leave_percent":75,"hold_ms":10000,"target_percent":75},
                "critical":{"enter_percent":90,"leave_percent":85,"hold_ms":10000,"target_percent":70}}})");
        QTest::newRow("a number as text") << QByteArray(R"({"version":1,"thresholds":{
                "elevated":{"enter_percent":"60","leave_percent":55,"hold_ms":10000,"target_percent":55},
                "high":{"enter_percent":80,"leave_percent":75,"hold_ms":10000,"target_percent":75},
                "critical":{"enter_percent":90,"leave_percent":85,"hold_ms":10000,"target_percent":70}}})");
    }
    void aFileThatCannotBeUsedIsKeptAsideAndTold()
    {
        QFETCH(QByteArray, text);
        const QTemporaryDir folder;
        const QString path = write(folder, text);
        SettingsStore store(path);
        const auto problem = store.load();
        QVERIFY(problem);
        QCOMPARE(problem->file, path);
        QVERIFY(!problem->detail.isEmpty());
        QCOMPARE(store.settings(), Settings{});
        QFile kept(problem->keptAs);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), text);
    }

    void whatIsWrongIsSaidInWords_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("words");
        QTest::newRow("a list") << QByteArray("[]") << QStringLiteral("JSON, but not an object");
        QTest::newRow("a slip") << QByteArray("{\"version\":1,") << QStringLiteral("not JSON: ");
        QTest::newRow("a hold that is too long") << QByteArray(R"({"version":1,"thresholds":{
                "elevated":{"enter_percent":60,"leave_percent":55,"hold_ms":99999999,"target_percent":55},
                "high":{"enter_percent":80,"leave_percent":75,"hold_ms":10000,"target_percent":75},
                "critical":{"enter_percent":90,"leave_percent":85,"hold_ms":10000,"target_percent":70}}})")
                                                 << QStringLiteral("ELEVATED: hold_ms is not between");
        const QByteArray thresholds = R"({"version":1,"thresholds":{
                "elevated":{"enter_percent":60,"leave_percent":55,"hold_ms":10000,"target_percent":55},
                "high":{"enter_percent":80,"leave_percent":75,"hold_ms":10000,"target_percent":75},
                "critical":{"enter_percent":90,"leave_percent":85,"hold_ms":10000,"target_percent":70}},
                "control":)";
        QTest::newRow("a number that is none") << thresholds + R"({"growth_hold_ms":"soon"}})"
                                               << QStringLiteral("growth_hold_ms is not a number from 0 to");
        QTest::newRow("a number out of its range")
            << thresholds + R"({"stall_window_ms":1}})"
            << QStringLiteral("stall_window_ms is not a number from 500");
        QTest::newRow("a number of another name")
            << thresholds + R"({"grow_hold":1}})" << QStringLiteral("there is no grow_hold");
        QTest::newRow("numbers without names")
            << thresholds + "[1,2]}" << QStringLiteral("control: not an object");
        QTest::newRow("limits that are none")
            << thresholds + R"({},"limits":7})" << QStringLiteral("limits: not an object");
        QTest::newRow("presets that are no list")
            << thresholds + R"({},"presets":{}})" << QStringLiteral("presets: not a list");
        QTest::newRow("a basis that there is not")
            << thresholds + R"({"basis":"swap"}})" << QStringLiteral("basis is neither auto nor host");
    }
    void whatIsWrongIsSaidInWords()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, words);
        const QTemporaryDir folder;
        SettingsStore store(write(folder, text));
        const auto problem = store.load();
        QVERIFY(problem);
        QVERIFY2(problem->detail.contains(words), qPrintable(problem->detail));
    }

    void whatIsNoFileIsNeitherWaitedForNorTaken_data()
    {
        QTest::addColumn<int>("type");
        QTest::newRow("a pipe") << int(S_IFIFO);
        QTest::newRow("a folder") << int(S_IFDIR);
        QTest::newRow("a disk's image") << int(S_IFREG);
    }
    void whatIsNoFileIsNeitherWaitedForNorTaken()
    {
        QFETCH(int, type);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("settings.json"));
        if (type == S_IFIFO)
            QCOMPARE(::mkfifo(qPrintable(path), 0600), 0);
        else if (type == S_IFDIR)
            QVERIFY(QDir().mkpath(path));
        else
            QVERIFY(QFile(path).open(QIODevice::WriteOnly) && QFile::resize(path, qint64(1) << 32));
        SettingsStore store(path);
        const auto problem = store.load();
        QVERIFY(problem);
        QVERIFY(problem->keptAs != path);
        struct stat status = {};
        QCOMPARE(::stat(qPrintable(problem->keptAs), &status), 0);
        QCOMPARE(int(status.st_mode & S_IFMT), type);
        // Its place is free again.
        QSignalSpy failed(&store, &SettingsView::saveFailed);
        QVERIFY(store.applyThresholds(moved()));
        QTRY_VERIFY(QFileInfo(path).isFile());
        QCOMPARE(failed.size(), 0);
    }

    void whatMayNotBeReadStaysWhereItIs()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("settings.json"));
        QVERIFY(QFile::link(path, path)); // a link to itself cannot be opened
        SettingsStore looped(path);
        const auto problem = looped.load();
        QVERIFY(problem);
        QVERIFY(problem->keptAs.isEmpty());
        QCOMPARE(problem->detail, qt_error_string(ELOOP));
    }

    void theControlLoopsNumbersAreTakenFromTheFileAndKept()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("settings.json"));
        {
            SettingsStore store(path);
            QVERIFY(store.applyThresholds(moved()));
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QJsonObject settings = QJsonDocument::fromJson(file.readAll()).object();
        QJsonObject control = settings[QStringLiteral("control")].toObject();
        QCOMPARE(std::size_t(control.size()), controlNumbers().size() + 1); // and the basis
        QCOMPARE(control[QStringLiteral("growth_hold_ms")].toDouble(), 15'000.0);
        control[QStringLiteral("growth_hold_ms")] = 20'000;
        control[QStringLiteral("trend_minimum_tau_ratio")] = 0.75;
        control.remove(QStringLiteral("stall_window_ms")); // one that is left out has its default
        settings[QStringLiteral("control")] = control;
        QVERIFY(file.resize(0) && file.seek(0) && file.write(QJsonDocument(settings).toJson()) > 0);
        file.close();
        SettingsStore store(path);
        QVERIFY(!store.load());
        QCOMPARE(store.settings().control.limit.growthHold, std::chrono::milliseconds(20'000));
        QCOMPARE(store.settings().control.trend.minimumTau, 0.75);
        QCOMPARE(store.settings().control.stall, pressure::StallConfig{});
    }

    void aFailedSaveIsTold()
    {
        SettingsStore store(QStringLiteral("/proc/nowhere/settings.json"));
        QSignalSpy failed(&store, &SettingsView::saveFailed);
        QVERIFY(store.applyThresholds(moved()));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(store.settings().thresholds, moved());
    }
};

QTEST_GUILESS_MAIN(TestSettingsFile)
#include "tst_settings_file.moc"

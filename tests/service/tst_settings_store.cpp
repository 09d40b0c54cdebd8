// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/SettingsStore.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace manometer;
using namespace manometer::service;

namespace {

pressure::Thresholds moved()
{
    pressure::Thresholds thresholds;
    thresholds.elevated.enterPercent = 62.5;
    thresholds.high.hold = std::chrono::milliseconds(12'345);
    return thresholds;
}

} // namespace

class TestSettingsStore : public QObject
{
    Q_OBJECT

    QString write(const QTemporaryDir &folder, const QByteArray &text) const
    {
        const QString path = folder.filePath(QStringLiteral("settings.json"));
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? path : QString();
    }

private slots:
    void whatIsAppliedCountsAtOnceAndOutlivesTheProgram()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("config/manometer/settings.json"));
        {
            SettingsStore store({}, path);
            QSignalSpy changed(&store, &SettingsView::changed);
            QSignalSpy happened(&store, &SettingsStore::happened);
            QVERIFY(store.applyThresholds(moved()));
            QCOMPARE(store.settings().thresholds, moved());
            QCOMPARE(changed.size(), 1);
            QCOMPARE(happened.size(), 1);
        }
        SettingsStore store({}, path);
        QVERIFY(!store.load());
        QCOMPARE(store.settings().thresholds, moved());
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void nonsenseIsRefusedAndChangesNothing()
    {
        const QTemporaryDir folder;
        SettingsStore store({}, folder.filePath(QStringLiteral("settings.json")));
        pressure::Thresholds thresholds;
        thresholds.high.enterPercent = 95;
        QVERIFY(!store.applyThresholds(thresholds));
        QCOMPARE(store.settings(), Settings{});
    }

    void applyingWhatCountsAlreadyIsNoEvent()
    {
        const QTemporaryDir folder;
        SettingsStore store({}, folder.filePath(QStringLiteral("settings.json")));
        QSignalSpy happened(&store, &SettingsStore::happened);
        QVERIFY(store.applyThresholds({}));
        QCOMPARE(happened.size(), 0);
    }

    void withoutAFileTheDefaultsCountAndNothingIsWrong()
    {
        SettingsStore store({}, QStringLiteral("/nonexistent/settings.json"));
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
        SettingsStore store({}, path);
        const auto problem = store.load();
        QVERIFY(problem);
        QCOMPARE(problem->file, path);
        QVERIFY(!problem->detail.isEmpty());
        QCOMPARE(store.settings(), Settings{});
        QFile kept(problem->keptAs);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), text);
    }

    void aFailedSaveIsTold()
    {
        SettingsStore store({}, QStringLiteral("/proc/nowhere/settings.json"));
        QSignalSpy failed(&store, &SettingsView::saveFailed);
        QVERIFY(store.applyThresholds(moved()));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(store.settings().thresholds, moved());
    }
};

QTEST_GUILESS_MAIN(TestSettingsStore)
#include "tst_settings_store.moc"

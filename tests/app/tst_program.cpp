// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the program remembers of itself, whatever its window does: this thread, where the window would live.
#include "app/Places.h"
#include "app/Program.h"
#include "support/FakeProc.h"
#include "support/Files.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace manometer;

namespace {

struct Desk
{
    test::FakeProc proc;
    test::Folder folder;
    std::unique_ptr<service::SettingsStore> settings;
    std::unique_ptr<app::Program> program;

    bool open(app::Options options = {})
    {
        for (const char *name : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"})
            qputenv(name, folder.path().toUtf8() + '/' + name);
        settings = std::make_unique<service::SettingsStore>(app::settingsFile());
        options.cacheDirectory = folder.path().toUtf8() + "/cache";
        options.procRoot = QByteArray::fromStdString(proc.root());
        options.sysRoot.clear();
        auto opened = app::Program::open(options, *settings, std::nullopt);
        if (!opened)
            return false;
        program = std::move(*opened);
        program->start();
        return true;
    }
    // Of this kind, as they are on the disk.
    static QList<QJsonObject> recorded(const char *kind)
    {
        QFile file(app::stateDirectory(app::Machine::ThisOne) + QStringLiteral("/events.jsonl"));
        QList<QJsonObject> found;
        if (!file.open(QIODevice::ReadOnly))
            return found;
        for (const QByteArray &line : file.readAll().split('\n'))
            if (const QJsonObject object = QJsonDocument::fromJson(line).object();
                object.value(QLatin1StringView("kind")).toString() == QLatin1StringView(kind))
                found.append(object);
        return found;
    }
};

QStringList wordsOf(const QList<QJsonObject> &events, const char *field)
{
    QStringList words;
    for (const QJsonObject &event : events)
        words += event.value(QLatin1StringView(field)).toVariant().toString();
    return words;
}

} // namespace

class TestProgram : public QObject
{
    Q_OBJECT
private slots:
    void aWindowThatHangsKeepsNoEventFromTheDisk()
    {
        Desk desk;
        QVERIFY(desk.proc.setUsed(42));
        QVERIFY(desk.open());
        QTRY_VERIFY(desk.program->monitor().status().latest.wallMs != 0);
        // From here on no event loop runs in this thread.
        QVERIFY(desk.proc.setUsed(95));
        const QDeadlineTimer deadline(20'000);
        while ((Desk::recorded("level").isEmpty() || Desk::recorded("limit").isEmpty()) &&
               !deadline.hasExpired())
            QThread::yieldCurrentThread();
        QCOMPARE(wordsOf(Desk::recorded("level"), "level_to"), QStringList{QStringLiteral("CRITICAL")});
        QCOMPARE(wordsOf(Desk::recorded("limit"), "limit_after_entries"), QStringList{QStringLiteral("50")});
    }

    void whatIsSaidWhileItLeavesIsRecorded()
    {
        Desk desk;
        QVERIFY(desk.proc.setUsed(42));
        app::Options options;
        options.scanFolder = desk.folder.path().toUtf8();
        QVERIFY(test::writeFile(options.scanFolder + "/a.txt", "some text"));
        QVERIFY(desk.open(options));
        desk.program.reset(); // cancels the scan
        QCOMPARE(wordsOf(Desk::recorded("scan"), "cancelled"), QStringList{QStringLiteral("true")});
    }

    void eachEventIsRecordedOnceAndShownOnce()
    {
        Desk desk;
        QVERIFY(desk.proc.setUsed(85));
        QVERIFY(desk.open());
        QTRY_COMPARE(desk.program->monitor().status().applied, service::Level::High);
        desk.program->events().note({.text = QStringLiteral("seen"), .atWallMs = 1, .incident = false});
        auto thresholds = desk.settings->settings().thresholds;
        thresholds.high.targetPercent -= 1;
        QVERIFY(desk.settings->applyThresholds(thresholds));
        // What other threads told is on its way here.
        const auto shown = [&desk] {
            QStringList kinds;
            for (const service::Event &event : desk.program->events().events(1, 1000).result())
                kinds += QString::number(event.what.index());
            return kinds;
        };
        const auto kind = [](int index) { return QString::number(index); };
        QTRY_VERIFY(shown().contains(kind(service::kindOf<service::CleanUpEvent>())));
        for (const int index :
             {service::kindOf<service::NoteEvent>(), service::kindOf<service::ThresholdsEvent>(),
              service::kindOf<service::LevelEvent>(), service::kindOf<service::LimitEvent>(),
              service::kindOf<service::CleanUpEvent>()})
            QCOMPARE(shown().count(kind(index)), 1);
        desk.program.reset();
        QStringList ids;
        for (const char *word : {"note", "thresholds", "level", "limit", "clean_up"}) {
            QCOMPARE(Desk::recorded(word).size(), 1);
            ids += wordsOf(Desk::recorded(word), "id");
        }
        QVERIFY(!ids.contains(QStringLiteral("0")));
        QCOMPARE(ids.removeDuplicates(), 0);
    }
};

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"

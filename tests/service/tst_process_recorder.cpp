// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/EventNow.h"
#include "service/monitor/ProcessRecorder.h"
#include "service/recording/EventLog.h"
#include "service/recording/EventSink.h"
#include "support/EventSpy.h"
#include "support/Eventually.h"
#include "support/FakeProc.h"
#include "support/TestMain.h"
#include "views/ProcessLists.h"

#include <QTest>

using namespace manometer;
using namespace manometer::service;
using namespace manometer::views;
using namespace std::chrono_literals;

namespace {

Event levelChange(Level from, Level to)
{
    return eventNow(LevelEvent{.from = from, .to = to});
}

Event cut(quint64 action, cache::LimitCause cause = cache::LimitCause::Pressure)
{
    LimitEvent limit{.cause = cause, .level = Level::High, .action = action};
    limit.outcome.after.entries = 10 * action;
    return eventNow(limit);
}

ProcessesEvent momentOfAll(const QList<Event> &causes)
{
    ProcessMoment moment;
    for (const Event &cause : causes)
        moment.add(cause);
    return moment.event;
}

ProcessesEvent momentWith(int processes, qint64 ownPid = 0)
{
    ProcessesEvent moment{.ownPid = ownPid};
    for (int i = 1; i <= processes; ++i)
        moment.processes.append({.name = "p", .pid = i, .rssBytes = 1000u - quint64(i)});
    return moment;
}

} // namespace

class TestProcessRecorder : public QObject
{
    Q_OBJECT
private slots:
    void levelChangesAndCutsAreTheCauses()
    {
        QVERIFY(ProcessMoment().add(levelChange(Level::High, Level::Normal)));
        QVERIFY(ProcessMoment().add(cut(1)));
        QVERIFY(!ProcessMoment().add(cut(1, cache::LimitCause::Restore)));
        QVERIFY(!ProcessMoment().add(cut(1, cache::LimitCause::Configuration)));
        QVERIFY(!ProcessMoment().add(eventNow(ReceiptEvent{})));
        QVERIFY(!ProcessMoment().add(eventNow(ProcessesEvent{})));
    }

    void aLevelAndItsCutAreOneMoment()
    {
        const auto level = levelChange(Level::Elevated, Level::Critical);
        for (const QList<Event> &causes : {QList<Event>{level, cut(7)}, QList<Event>{cut(7), level}}) {
            const ProcessesEvent moment = momentOfAll(causes);
            QCOMPARE(moment.levelBefore, Level::Elevated);
            QCOMPARE(moment.level, Level::Critical);
            QCOMPARE(moment.action, quint64(7));
            QCOMPARE(moment.limitEntries, quint64(70));
        }
    }

    void aRiseThroughSeveralLevelsIsOneMoment()
    {
        const ProcessesEvent moment = momentOfAll({levelChange(Level::Normal, Level::Elevated), cut(1),
                                                   levelChange(Level::Elevated, Level::High), cut(2)});
        QCOMPARE(moment.levelBefore, Level::Normal);
        QCOMPARE(moment.level, Level::High);
        QCOMPARE(moment.action, quint64(2));
    }

    void aCutAloneHasTheLevelOfTheCut()
    {
        const ProcessesEvent moment = momentOfAll({cut(3)});
        QCOMPARE(moment.levelBefore, Level::High);
        QCOMPARE(moment.level, Level::High);
    }

    void aMomentHasTheLargestProcesses()
    {
        const test::FakeProc proc;
        QVERIFY(proc.setUsed(50, 1024));
        for (int pid = 1; pid <= 20; ++pid)
            proc.addProcess(pid, {.name = "p" + QByteArray::number(pid),
                                  .rssKiB = 4000 * pid,
                                  .pssKiB = 3000 * pid,
                                  .swapKiB = 10,
                                  .cgroup = "0::/a.slice\n"});
        const auto moment = withProcesses({.level = Level::High, .action = 4}, proc.root());
        QVERIFY(moment);
        QCOMPARE(moment->processes.size(), qsizetype(15));
        QCOMPARE(moment->processes.constFirst(), (ProcessMemory{.name = "p20",
                                                                .pid = 20,
                                                                .rssBytes = 80'000 * 1024,
                                                                .pssBytes = 60'000 * 1024,
                                                                .swapBytes = 10 * 1024,
                                                                .controlGroup = "/a.slice"}));
        QCOMPARE(moment->totalBytes, quint64(1) << 30);
        QCOMPARE(moment->ownPid, QCoreApplication::applicationPid());
        QCOMPARE(moment->level, Level::High);
        QCOMPARE(moment->action, quint64(4));
    }

    void aRehearsalWithoutProcessesRecordsNothing()
    {
        const test::FakeProc proc;
        QVERIFY(!withProcesses({}, proc.root()));
        QVERIFY(!withProcesses({}, "/nonexistent"));
    }

    void aStormOfChangesIsReadOnceInAnInterval()
    {
        const test::FakeProc proc;
        proc.addProcess(1, {.name = "a", .rssKiB = 100});
        EventSink sink;
        const test::EventSpy happened(&sink, &EventSink::reported);
        ProcessRecorder recorder(sink, proc.root(), {.settle = 0ms, .levels = 1h, .cuts = 1h});
        for (int i = 0; i < 1000; ++i) {
            recorder.observe(levelChange(Level::Normal, Level::High));
            recorder.observe(cut(quint64(i)));
        }
        COMPARE_EVENTUALLY(happened.size(), 1);
        for (int i = 0; i < 1000; ++i)
            recorder.observe(levelChange(Level::High, Level::Critical));
        recorder.stop();
        QCoreApplication::processEvents();
        QCOMPARE(happened.size(), 1);
        QCOMPARE(happened.at<ProcessesEvent>(0).processes.size(), 1);
    }

    void cutsAloneAreReadLessOftenThanLevels()
    {
        const test::FakeProc proc;
        proc.addProcess(1, {.name = "a", .rssKiB = 100});
        EventSink sink;
        const test::EventSpy happened(&sink, &EventSink::reported);
        ProcessRecorder recorder(sink, proc.root(), {.settle = 0ms, .levels = 0ms, .cuts = 1h});
        recorder.observe(cut(1));
        COMPARE_EVENTUALLY(happened.size(), 1);
        recorder.observe(cut(2)); // waits for an hour, or for a change of the level
        recorder.observe(levelChange(Level::High, Level::Critical));
        COMPARE_EVENTUALLY(happened.size(), 2);
        QCOMPARE(happened.at<ProcessesEvent>(1).action, quint64(2));
        QCOMPARE(happened.at<ProcessesEvent>(1).level, Level::Critical);
    }

    void theLastOfManyChangesIsRecorded()
    {
        const test::FakeProc proc;
        proc.addProcess(1, {.name = "a", .rssKiB = 100});
        EventSink sink;
        const test::EventSpy happened(&sink, &EventSink::reported);
        ProcessRecorder recorder(sink, proc.root(), {.settle = 0ms, .levels = 0ms, .cuts = 0ms});
        for (int i = 0; i < 100; ++i)
            recorder.observe(levelChange(Level::Normal, Level::High));
        recorder.observe(levelChange(Level::High, Level::Critical));
        VERIFY_EVENTUALLY(!happened.isEmpty() &&
                          happened.all<ProcessesEvent>().constLast().level == Level::Critical);
        recorder.stop();
        recorder.observe(levelChange(Level::Critical, Level::High)); // harmless
    }

    void onlyTheNewestListsStayWhole()
    {
        EventSink sink;
        EventLog log(sink);
        const qsizetype whole = ProcessLists::mostWhole;
        for (qsizetype i = 0; i < whole + 2; ++i)
            log.append(eventNow(momentWith(15, i == 0 ? 9 : 0)));
        log.append(eventNow(ScanEvent{}));
        const auto processesOf = [&log](qsizetype index) {
            const auto event = log.events(quint64(index) + 1, 1).result().constFirst();
            return std::get<ProcessesEvent>(event.what).processes;
        };
        QCOMPARE(processesOf(whole + 1).size(), 15);
        QCOMPARE(processesOf(2).size(), 15);
        QCOMPARE(processesOf(1).size(), 3);
        QCOMPARE(processesOf(0).size(), 4); // with the cache's own process
        QCOMPARE(processesOf(0).constLast().pid, 9);
    }

    void listsThatAreLoadedAreShortenedToo()
    {
        EventSink sink;
        EventLog log(sink);
        log.beginLoading();
        QList<Event> saved(qsizetype(ProcessLists::mostWhole), eventNow(momentWith(15)));
        log.append(eventNow(momentWith(15)));
        log.loadSaved(saved);
        const auto all = log.events(0, saved.size() + 1).result();
        QCOMPARE(std::get<ProcessesEvent>(all.constFirst().what).processes.size(), 3);
        QCOMPARE(std::get<ProcessesEvent>(all.at(1).what).processes.size(), 15);
    }
};

MANOMETER_TEST(Core, TestProcessRecorder)
#include "tst_process_recorder.moc"

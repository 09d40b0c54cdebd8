// SPDX-License-Identifier: GPL-3.0-or-later
//
// The texts of the Sources page: signals and limits.
#include "gui/Sentences.h"
#include "gui/text/SourceText.h"
#include "gui/text/Translation.h"
#include "support/TestMain.h"

#include <QTest>

using namespace manometer;
using namespace Qt::StringLiterals;
using gui::plain;

class TestSourceTexts : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        gui::installTranslation(QCoreApplication::instance(),
                                QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void theTightestLimitShowsItsUse_data()
    {
        QTest::addColumn<qulonglong>("limit");
        QTest::addColumn<QString>("begin");
        QTest::newRow("under it")
            << 500ull << u"The tightest limit above this program is 500.0 MiB; 80.0 % of it is in use"_s;
        QTest::newRow("at it")
            << 400ull << u"The tightest limit above this program is 400.0 MiB; 100.0 % of it is in use"_s;
        QTest::newRow("over it")
            << 300ull << u"The tightest limit above this program is 300.0 MiB, and 400.0 MiB are in use"_s;
        QTest::newRow("zero")
            << 0ull << u"The tightest limit above this program is 0 bytes, and 400.0 MiB are in use"_s;
    }
    void theTightestLimitShowsItsUse()
    {
        QFETCH(qulonglong, limit);
        QFETCH(QString, begin);
        pressure::SourceReport report;
        report.rows.resize(1);
        report.tightest = pressure::CgroupMemory{.limitBytes = limit << 20, .workingSetBytes = 400u << 20};
        const QString summary = plain(gui::text::sourceSummary(report));
        QVERIFY2(summary.startsWith(begin), qPrintable(summary));
    }

    void anEstimateOfTheHostsMemoryIsMarked()
    {
        const pressure::SignalRow row{.signal = pressure::Signal::HostMemory,
                                      .state = pressure::SignalState::Estimated,
                                      .path = "/proc/meminfo",
                                      .delay = std::chrono::milliseconds(100)};
        QCOMPARE(gui::text::signalState(row.state), u"estimated"_s);
        QVERIFY(gui::text::signalDetail(row).startsWith(u"/proc/meminfo has no MemAvailable"));
        QCOMPARE(plain(gui::text::signalDelay(row)), u"≤ 100 ms"_s);
    }
};

MANOMETER_TEST(Core, TestSourceTexts)
#include "tst_source_texts.moc"

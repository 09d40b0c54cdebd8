// SPDX-License-Identifier: GPL-3.0-or-later
//
// Files that clients ask for: read once for all of them, and not for none.
#include "service/scan/DemandReader.h"
#include "service/scan/Volumes.h"
#include "support/Eventually.h"
#include "support/Files.h"
#include "support/OpenCache.h"
#include "support/TestMain.h"

#include <QTest>

#include <atomic>

using namespace manometer;
using namespace manometer::service;

namespace {

// Answers when the test says so, and remembers what it was asked for.
class HeldExtractor final : public extract::Extractor
{
public:
    HeldExtractor(std::atomic<int> &extracted, std::atomic<bool> &mayAnswer)
        : m_extracted(extracted)
        , m_mayAnswer(mayAnswer)
    {}
    QByteArray depth() const override { return "standard"; }
    void identify() override { emit identified({"reader", "1", "0123456789abcdef"}); }
    void extract(quint64 ticket, const QByteArray &) override
    {
        ++m_extracted;
        m_ticket = ticket;
        startTimer(1);
    }
    qsizetype room() const override { return m_ticket ? 0 : 1; } // one at a time
    void cancel() override {}

protected:
    void timerEvent(QTimerEvent *event) override
    {
        if (!m_mayAnswer)
            return;
        killTimer(event->timerId());
        emit extracted(std::exchange(m_ticket, 0),
                       {.metadata = "{}", .reader = {"reader", "1", "0123456789abcdef"}});
    }

private:
    std::atomic<int> &m_extracted;
    std::atomic<bool> &m_mayAnswer;
    quint64 m_ticket = 0;
};

struct ReaderFixture
{
    test::Folder folder;
    std::atomic<int> extracted = 0;
    std::atomic<bool> mayAnswer = false;
    std::atomic<int> answered = 0;
    std::unique_ptr<cache::Cache> cache = test::openCache(folder);
    SharedVolumes volumes;
    DemandReader reader{
        *cache, volumes,
        DemandReaderSetup{
            .makeExtractor = [this] { return std::make_unique<HeldExtractor>(extracted, mayAnswer); },
            .contentsChanged = [] {},
            .settleTime = std::chrono::milliseconds(0)}};

    QByteArray addFile(const char *name) const
    {
        const QByteArray file = QFile::encodeName(folder.path()) + '/' + name;
        return test::writeFile(file, "some text") ? file : QByteArray();
    }
    void ask(const QByteArray &file, bool isWanted = true)
    {
        reader.read(file,
                    {[this](const views::ReadEntry &) { ++answered; }, [isWanted] { return isWanted; }});
    }
};

} // namespace

class TestDemandReader : public QObject
{
    Q_OBJECT
private slots:
    void aFileIsReadOnceForAllThatAskMeanwhile()
    {
        ReaderFixture fixture;
        const QByteArray file = fixture.addFile("a");
        for (int i = 0; i < 5; ++i)
            fixture.ask(file);
        COMPARE_EVENTUALLY(fixture.extracted.load(), 1);
        fixture.mayAnswer = true;
        COMPARE_EVENTUALLY(fixture.answered.load(), 5);
        QCOMPARE(fixture.extracted.load(), 1);
    }

    void aFileThatNoClientWaitsForIsNotRead()
    {
        ReaderFixture fixture;
        fixture.ask(fixture.addFile("slow"));
        COMPARE_EVENTUALLY(fixture.extracted.load(), 1);
        for (const char *name : {"1", "2", "3"})
            fixture.ask(fixture.addFile(name), false);
        fixture.ask(fixture.addFile("wanted"));
        fixture.mayAnswer = true;
        COMPARE_EVENTUALLY(fixture.answered.load(), 5);
        QCOMPARE(fixture.extracted.load(), 2);
    }

    void theEndAnswersWhatIsUnanswered()
    {
        std::atomic<int> answered = 0;
        {
            ReaderFixture fixture;
            for (const char *name : {"1", "2", "3"})
                fixture.reader.read(fixture.addFile(name), {[&answered](const views::ReadEntry &entry) {
                                                                answered += entry.failure ? 1 : 0;
                                                            },
                                                            [] { return true; }});
            COMPARE_EVENTUALLY(fixture.extracted.load(), 1);
        }
        QCOMPARE(answered.load(), 3);
    }
};

MANOMETER_TEST(Core, TestDemandReader)
#include "tst_demand_reader.moc"

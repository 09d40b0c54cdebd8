// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cache browser on a large store: the time until the first rows, another order and another filter are
// shown, the sizes by folder are counted, and the longest stall of the GUI thread meanwhile. Uses the real
// page, offscreen, on the real service. Prints medians of the runs.
//   bench_browse [entries] [--dir DIR]    default: a million in /var/tmp. The store is removed afterwards,
//   unless DIR has a folder bench-browse-store: that one is filled once and kept.
#include "DiskWorkload.h"
#include "exports/Exports.h"
#include "gui/entries/CachePage.h"
#include "service/entries/LocalCache.h"
#include "service/recording/EventLog.h"
#include "service/recording/EventSink.h"
#include "views/Failure.h"
#include "views/MonitorView.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QHeaderView>
#include <QLineEdit>
#include <QPromise>
#include <QScrollBar>
#include <QTableView>
#include <QTreeView>

#include <filesystem>
#include <functional>
#include <thread>

using namespace manometer;
using namespace manometer::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int runs = 5;
constexpr std::uint64_t capBytes = std::uint64_t{4} << 30;

// Returns empty answers: the page needs only the machine's memory from it.
class FakeMonitor final : public views::MonitorView
{
public:
    views::MonitorStatus status() const override { return {}; }
    QFuture<views::SampleRecords> samples(const views::TimeRange &) const override { return {}; }
    QFuture<pressure::SourceReport> sources() const override { return {}; }
    QFuture<views::MemoryHolding> holders() const override { return {}; }
    QFuture<void> snooze(double, std::chrono::milliseconds) override { return views::done(); }
    QFuture<quint64> rehearse(const views::RehearsalRequest &) override { return {}; }
    QFuture<void> stopRehearsal(const QByteArray &) override { return views::done(); }
};

void fillStore(const std::string &directory, std::size_t entries)
{
    const auto cache = openCache(directory, capBytes);
    for (std::size_t key = 0; key < entries; ++key) {
        const std::string value = metadataJson(key % 4096).substr(key % 1024, 100 + key % 200);
        while (put(*cache, key, pathOf(key), value) != cache::PutResult::DiskOnly)
            std::this_thread::sleep_for(std::chrono::microseconds(500));
    }
    cache->flush();
}

// Runs the event loop and measures the longest iteration, during which the window cannot respond.
class StallMeter
{
public:
    // Runs until `isDone`; returns the seconds. Ends the program after a minute.
    double until(const std::function<bool()> &isDone)
    {
        const auto started = Clock::now();
        while (!isDone()) {
            iterate();
            if (secondsSince(started) > 60)
                fail("the page", "no answer in a minute");
        }
        return secondsSince(started);
    }
    void iterate()
    {
        during([] { QCoreApplication::processEvents(QEventLoop::AllEvents); });
        std::this_thread::sleep_for(std::chrono::microseconds(200));
    }
    void during(const std::function<void()> &act)
    {
        const auto before = Clock::now();
        const double workedBefore = threadSeconds();
        act();
        stall = std::max(stall, secondsSince(before));
        work = std::max(work, threadSeconds() - workedBefore);
    }
    void reset() { stall = work = 0; }

    double stall = 0;
    double work = 0; // the longest iteration in processor time, without preemption by other threads
};

struct Phase
{
    std::string name;
    std::vector<double> milliseconds{};
    std::vector<double> stalls{};
    std::vector<double> works{};

    void add(double seconds, StallMeter &meter)
    {
        milliseconds.push_back(seconds * 1000);
        stalls.push_back(meter.stall * 1000);
        works.push_back(meter.work * 1000);
        meter.reset();
    }
    void printFigures() const
    {
        print(name + "_ms", median(milliseconds));
        print(name + "_stall_ms", median(stalls));
        print(name + "_stall_max_ms", percentile(stalls, 1));
        print(name + "_stall_work_ms", median(works));
    }
};

class Browsing
{
public:
    Browsing(service::LocalCache &cache, std::size_t entries)
        : m_page(&cache, &m_monitor)
        , m_entries(static_cast<int>(entries))
        , m_table(m_page.findChild<QTableView *>(u"table"_s))
        , m_filter(m_page.findChild<QLineEdit *>(u"filter"_s))
    {
        m_page.resize(1200, 600);
    }

    void firstRows(Phase &phase)
    {
        const auto started = Clock::now();
        m_page.show(); // not part of the stall: every window polishes and paints its widgets
        m_meter.iterate();
        m_meter.reset();
        m_meter.until([this] { return rows() > 0 && isReadable(); });
        phase.add(secondsSince(started), m_meter);
        m_meter.until([this] { return rows() == m_entries && isReadable(); });
    }

    void sort(Phase &phase, int column, Qt::SortOrder order)
    {
        const QString before = firstRow();
        m_meter.during([&] { m_table->sortByColumn(column, order); });
        phase.add(m_meter.until([&] { return firstRow() != before && isReadable(); }), m_meter);
    }

    // Measured from the last letter; includes the 200 ms (coarse timer) that the page waits for another one.
    void filter(Phase &phase, const QString &text)
    {
        const int before = rows();
        m_meter.during([&] { m_filter->setText(text); });
        phase.add(m_meter.until([&] { return rows() != before && isReadable(); }), m_meter);
        const int found = rows();
        m_filter->clear();
        m_meter.until([&] { return rows() != found && isReadable(); });
        m_meter.reset();
    }

    void scroll(Phase &phase)
    {
        QScrollBar *bar = m_table->verticalScrollBar();
        const auto started = Clock::now();
        for (int step = 0; step < 200; ++step) {
            m_meter.during([&] { bar->setValue(int(qint64(bar->maximum()) * step / 200)); });
            m_meter.iterate();
        }
        m_meter.until([this] { return isReadable(); });
        phase.add(secondsSince(started), m_meter);
        bar->setValue(0);
        m_meter.until([this] { return isReadable(); });
        m_meter.reset();
    }

    void countFolders(Phase &phase)
    {
        const auto *folders = m_page.findChild<QTreeView *>(u"folders"_s)->model();
        const auto started = Clock::now();
        m_meter.during([this] { m_page.showFolders(); });
        m_meter.until([&] { return folders->rowCount() > 0; });
        phase.add(secondsSince(started), m_meter);
        m_page.focusEntries();
        m_meter.iterate();
        m_meter.reset();
    }

private:
    int rows() const { return m_table->model()->rowCount(); }
    QString firstRow() const { return m_table->model()->index(0, 0).data().toString(); }
    bool isReadable() const
    {
        const int top = std::max(0, m_table->rowAt(0));
        return rows() > 0 && m_table->model()->index(top, 0).data().toString() != u"…"_s;
    }

    FakeMonitor m_monitor;
    gui::CachePage m_page;
    int m_entries;
    QTableView *m_table;
    QLineEdit *m_filter;
    StallMeter m_meter;
};

// Pins, unpins and deletes entries, and undoes the deletion.
void changeMany(service::LocalCache &cache, qsizetype count)
{
    const auto ids = cache.list({}).result().ids.mid(0, count);
    const auto timed = [](const char *name, const auto &work) {
        const auto started = Clock::now();
        const auto answer = work();
        print(name, secondsSince(started) * 1000);
        return answer;
    };
    print("changed_entries", double(count));
    timed("weigh_ms", [&] { return cache.weigh(ids).result().entries; });
    timed("pin_ms", [&] { return cache.keep(ids, true).result(); });
    timed("unpin_ms", [&] { return cache.keep(ids, false).result(); });
    const auto removal = timed(
        "remove_ms", [&] { return cache.remove(ids, views::CacheView::Removed::HeldAside).answer.result(); });
    if (timed("restore_ms", [&] { return cache.restore(removal.undoId).result(); }) != count)
        fail("the undoing", "not all came back");
}

void measure(const std::string &directory, std::size_t entries)
{
    cache::Options options;
    options.directory = directory;
    options.diskCapBytes = capBytes;
    options.timeToLive = std::nullopt;
    auto opened = cache::Cache::open(options);
    if (!opened)
        fail(directory.c_str(), opened.error().detail.c_str());
    service::EventSink sink;
    service::LocalCache cache(std::move(*opened), options.memory, sink);
    Phase first{"first_rows"};
    Phase byPath{"sort_by_path"};
    Phase bySize{"sort_by_size"};
    Phase byUse{"sort_by_last_use"};
    Phase text{"filter_text"};
    Phase terms{"filter_terms"};
    Phase both{"filter_text_and_terms"};
    Phase scrolling{"scroll"};
    Phase folders{"folders"};
    using gui::EntryModel;
    for (int run = 0; run < runs; ++run) {
        Browsing browsing(cache, entries);
        browsing.firstRows(first);
        browsing.sort(bySize, EntryModel::Size, Qt::DescendingOrder);
        browsing.sort(byUse, EntryModel::LastUsed, Qt::DescendingOrder);
        browsing.sort(byPath, EntryModel::Path, Qt::DescendingOrder);
        browsing.filter(text, u"00001234"_s);
        browsing.filter(terms, u"size>280 hits<2"_s);
        browsing.filter(both, u"00001234 size>1 hits<2"_s);
        browsing.scroll(scrolling);
        browsing.countFolders(folders);
    }
    changeMany(cache, std::min<qsizetype>(100'000, static_cast<qsizetype>(entries)));
    // An export of entries uses the cache only, so the other views are empty.
    FakeMonitor monitor;
    service::EventLog events(sink);
    {
        exports::Exports exports({.monitor = &monitor, .cache = &cache, .events = &events});
        const auto started = Clock::now();
        const QString file = QString::fromStdString(directory) + u".csv"_s;
        const auto written = exports.exportEntries(file, {}, views::CsvProfile::Plain);
        while (!written.isFinished())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        if (const QString error = written.result(); !error.isEmpty())
            fail("the export", qPrintable(error));
        print("export_seconds", secondsSince(started));
        print("export_bytes", double(QFileInfo(file).size()));
        QFile::remove(file);
        QFile::remove(file + u".meta.json"_s);
    }
    for (const Phase &phase : {first, byPath, bySize, byUse, text, terms, both, scrolling, folders})
        phase.printFigures();
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    std::size_t entries = 1'000'000;
    std::string where = "/var/tmp";
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--dir") == 0 && i + 1 < argc)
            where = argv[++i];
        else
            entries = std::strtoull(argv[i], nullptr, 10);
    }
    const bool isKept = std::filesystem::exists(where + "/bench-browse-store");
    std::string directory = isKept ? where + "/bench-browse-store" : where + "/bench-browse-XXXXXX";
    if (entries == 0 || (!isKept && !::mkdtemp(directory.data())))
        fail(where.c_str(), std::strerror(errno));
    print("entries", double(entries));
    const std::string store = directory + "/cache";
    if (!std::filesystem::exists(store))
        fillStore(store, entries);
    measure(store, entries);
    printLoad();
    if (!isKept)
        std::filesystem::remove_all(directory);
    return 0;
}

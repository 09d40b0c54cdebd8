// SPDX-License-Identifier: GPL-3.0-or-later
//
// Eight threads use all functions concurrently and check a model of each key: changes of a key are serialised
// and numbered; a get must return a value no older than the newest change that had finished before it, and no
// newer than the newest that had begun when it ended. A miss is allowed only after an erase, a clear or a
// clean-up. Mainly for ThreadSanitizer. One round by default; MANOMETER_TEST_ROUNDS requests more (see
// Rounds.h).
#include "CacheFixture.h"
#include "Rounds.h"
#include "support/TestMain.h"

#include <QTest>

#include <array>
#include <charconv>
#include <mutex>
#include <random>
#include <thread>

using namespace manometer::cache;

namespace {

constexpr int keys = 96;
// Of these, every other put has another version: a get of one version drops the other.
constexpr int versionedKeys = 16;
constexpr int threadCount = 8;
constexpr int stepsPerThread = 15'000;

std::string pathOf(int key)
{
    return "/" + std::to_string(key);
}

std::string valueOf(int key, std::uint64_t number)
{
    const std::string word = std::to_string(number) + " of key " + std::to_string(key) + "; ";
    std::string value;
    do {
        value += word;
    } while (value.size() < number * 37 % 700);
    return value;
}

std::uint64_t versionOf(int key, std::uint64_t number)
{
    return key < versionedKeys ? number % 2 : 1;
}

// The number of the put; 0 if these are not exactly its bytes.
std::uint64_t numberOf(int key, std::string_view value)
{
    std::uint64_t number = 0;
    const auto end = std::from_chars(value.data(), value.data() + value.size(), number);
    return end.ec == std::errc() && value == valueOf(key, number) ? number : 0;
}

constexpr std::uint64_t never = ~std::uint64_t{0};

struct KeyModel
{
    std::mutex mutex; // serialises its changes
    std::uint64_t last = 0;
    std::atomic<std::uint64_t> begun{0};   // the newest change that has begun
    std::atomic<std::uint64_t> ended{0};   // the newest that has returned
    std::atomic<std::uint64_t> atLeast{1}; // no put older than this may be returned
    // If the newest change is a put that began when no removal of all entries was in progress: the number of
    // such removals until then. A get must hit until the next one begins. `never` otherwise.
    std::atomic<std::uint64_t> isThereSince{never};
};

class Stress
{
public:
    Stress(CacheFixture &fixture, unsigned seed)
        : m_fixture(fixture)
        , m_seed(seed)
    {}

    void run()
    {
        std::vector<std::thread> threads;
        for (unsigned thread = 0; thread < threadCount; ++thread)
            threads.emplace_back([this, thread] { runThread(m_seed * threadCount + thread); });
        for (std::thread &thread : threads)
            thread.join();
    }
    std::string wrong() const { return m_wrong; }
    std::uint64_t gets() const { return m_gets; }
    std::uint64_t hits() const { return m_hits; }
    void get(int key, std::uint64_t versionNumber);

private:
    void runThread(unsigned seed);
    void step(std::mt19937 &random);
    void change(int key, bool isPut);
    void eraseById(std::mt19937 &random);
    void browse(std::mt19937 &random);
    void removeAll(bool isClear);
    void checkFigures();
    void require(bool holds, const std::string &what)
    {
        if (holds)
            return;
        const std::lock_guard lock(m_wrongMutex);
        if (m_wrong.empty())
            m_wrong = what;
    }

    CacheFixture &m_fixture;
    const unsigned m_seed;
    std::array<KeyModel, keys> m_models;
    std::atomic<std::uint64_t> m_removalsBegun{0};
    std::atomic<std::uint64_t> m_removalsEnded{0};
    std::atomic<std::uint64_t> m_gets{0};
    std::atomic<std::uint64_t> m_hits{0};
    std::mutex m_clearMutex; // serialises clears, so that it is known what each clears
    std::mutex m_wrongMutex;
    std::string m_wrong;
};

void Stress::runThread(unsigned seed)
{
    std::mt19937 random(seed);
    for (int i = 0; i < stepsPerThread; ++i)
        step(random);
}

void Stress::step(std::mt19937 &random)
{
    const int key = static_cast<int>(random() % keys);
    const auto action = random() % 2000;
    if (action < 500)
        change(key, true);
    else if (action < 600)
        change(key, false);
    else if (action < 610)
        m_fixture.cache->setLimits({.entries = random() % 80, .bytes = random() % 60'000},
                                   random() % 2 == 0 ? LimitCause::Pressure : LimitCause::Restore);
    else if (action < 616)
        require(m_fixture.cache->flush(), "a flush failed");
    else if (action < 618)
        removeAll(random() % 2 == 0);
    else if (action < 624)
        browse(random);
    else if (action < 630)
        eraseById(random);
    else if (action < 670)
        checkFigures();
    else
        get(key, versionOf(key, random() % 2));
}

void Stress::get(int key, std::uint64_t versionNumber)
{
    KeyModel &model = m_models[static_cast<std::size_t>(key)];
    const std::uint64_t since = model.isThereSince;
    const std::uint64_t begunBefore = model.begun;
    const std::uint64_t atLeast = model.atLeast;
    const auto lease = m_fixture.cache->get({pathOf(key), "quick"}, version(versionNumber));
    const std::uint64_t begun = model.begun;
    ++m_gets;
    if (!lease) {
        // Nothing changed the key between its last put, which had returned, and now.
        const bool mustBeThere = since != never && model.isThereSince == since && begun == begunBefore &&
                                 m_removalsBegun == since && versionNumber == versionOf(key, begun) &&
                                 key >= versionedKeys;
        require(!mustBeThere, "a miss for " + pathOf(key));
        return;
    }
    ++m_hits;
    const std::uint64_t number = numberOf(key, lease->bytes());
    require(number != 0, "wrong bytes for " + pathOf(key));
    require(versionOf(key, number) == versionNumber, "another version for " + pathOf(key));
    require(number >= atLeast && number <= begun, pathOf(key) + " has " + std::to_string(number) + ", not " +
                                                      std::to_string(atLeast) + " to " +
                                                      std::to_string(begun));
    if (number % 8 == 0) {
        m_fixture.put("/another", valueOf(0, number)); // may move entries in memory
        require(numberOf(key, lease->bytes()) == number, "leased bytes have changed");
    }
}

void Stress::change(int key, bool isPut)
{
    KeyModel &model = m_models[static_cast<std::size_t>(key)];
    const std::lock_guard lock(model.mutex);
    const std::uint64_t number = ++model.last;
    model.isThereSince = never;
    // In this order: a removal that begins in between makes them differ.
    const std::uint64_t ended = m_removalsEnded;
    const std::uint64_t begun = m_removalsBegun;
    model.begun = number;
    if (!isPut) {
        m_fixture.cache->erase({pathOf(key), "quick"});
        model.atLeast = number + 1;
        model.ended = number;
        return;
    }
    const PutResult result = m_fixture.put(pathOf(key), valueOf(key, number), versionOf(key, number));
    require(result == PutResult::Stored || result == PutResult::DiskOnly, "a put was refused");
    model.atLeast = number;
    model.ended = number;
    if (ended == begun)
        model.isThereSince = begun;
}

// The entry may have been replaced meanwhile, so the key's state afterwards is not known.
void Stress::eraseById(std::mt19937 &random)
{
    const auto ids = m_fixture.cache->list({});
    if (ids.empty())
        return;
    const std::array<EntryId, 1> chosen{ids[random() % ids.size()]};
    const auto info = m_fixture.cache->describe(chosen).front();
    if (!info || info->path == "/another")
        return;
    KeyModel &model = m_models[std::stoul(info->path.substr(1))];
    const std::lock_guard lock(model.mutex);
    model.isThereSince = never;
    m_fixture.cache->erase(chosen);
    require(!m_fixture.cache->describe(chosen).front(), "what was erased is described");
    require(!m_fixture.cache->peek(chosen.front()), "what was erased is read by its id");
}

void Stress::browse(std::mt19937 &random)
{
    const auto order = static_cast<EntryQuery::Order>(random() % 10);
    const auto ids = m_fixture.cache->list({.order = order});
    require(ids.size() <= keys + 1, "a key is listed twice");
    for (const auto &info : m_fixture.cache->describe(ids)) {
        if (!info || info->path == "/another")
            continue;
        const int key = std::stoi(info->path.substr(1));
        require(key >= 0 && key < keys, "a key that was never put");
        if (random() % 8 == 0) {
            const auto bytes = m_fixture.cache->peek(info->id);
            require(!bytes || numberOf(key, *bytes) != 0, "wrong bytes of an id");
        }
    }
}

void Stress::removeAll(bool isClear)
{
    const std::lock_guard lock(m_clearMutex);
    ++m_removalsBegun;
    if (isClear) {
        std::array<std::uint64_t, keys> cleared{};
        for (std::size_t key = 0; key < keys; ++key)
            cleared[key] = m_models[key].ended;
        m_fixture.cache->clear();
        for (std::size_t key = 0; key < keys; ++key) {
            std::uint64_t atLeast = m_models[key].atLeast;
            while (atLeast <= cleared[key] &&
                   !m_models[key].atLeast.compare_exchange_weak(atLeast, cleared[key] + 1)) {
            }
        }
    } else {
        m_fixture.cache->cleanUpDisk(0.0002);
    }
    ++m_removalsEnded;
}

void Stress::checkFigures()
{
    const Stats stats = m_fixture.cache->stats();
    require(stats.hits() + stats.misses == stats.requests(), "hits and misses are not all requests");
    require(stats.pressureEvictions <= stats.evictions, "more evictions under pressure than in all");
    require(stats.pressureCost.diskReads <= stats.diskHits && stats.pressureCost.fileReads <= stats.misses,
            "more requests lost to pressure than missed memory");
    require(stats.memoryEntries <= stats.memoryLimits.entries, "more entries than allowed");
    require(stats.memoryBytes <= stats.memoryLimits.bytes, "more bytes than allowed");
    require(m_fixture.cache->health() == Health{}, "the store is out of order");
}

} // namespace

class TestCacheStress : public QObject
{
    Q_OBJECT

private slots:
    void eightThreadsSeeNothingOlderThanTheLastFinishedChange_data();
    void eightThreadsSeeNothingOlderThanTheLastFinishedChange();
};

void TestCacheStress::eightThreadsSeeNothingOlderThanTheLastFinishedChange_data()
{
    QTest::addColumn<unsigned>("seed");
    const unsigned first = freshSeed();
    for (int round = 0; round < wantedRounds(1, 50); ++round) {
        const unsigned seed = first + static_cast<unsigned>(round);
        QTest::addRow("seed %u", seed) << seed;
    }
}

void TestCacheStress::eightThreadsSeeNothingOlderThanTheLastFinishedChange()
{
    QFETCH(unsigned, seed);
    CacheFixture fixture;
    fixture.options.memory = {.entries = 40, .bytes = 30'000};
    QVERIFY(fixture.open());
    Stress stress(fixture, seed);
    stress.run();
    QVERIFY2(stress.wrong().empty(), stress.wrong().c_str());

    QCOMPARE(fixture.cache->stats().requests(), stress.gets());
    QCOMPARE(fixture.cache->stats().hits(), stress.hits());
    QVERIFY(fixture.cache->flush());
    const auto ids = fixture.cache->list({});
    const Stats stats = fixture.cache->stats();
    QVERIFY(stats.pressureEvictions <= stats.evictions);
    QCOMPARE(stats.notStored, 0u);
    QVERIFY(stats.pressureCost.requests() > 0);
    PressureCost ofCuts;
    for (const CutCost &cut : fixture.cache->cutCosts()) {
        ofCuts.diskReads += cut.cost.diskReads;
        ofCuts.fileReads += cut.cost.fileReads;
    }
    QVERIFY(ofCuts.diskReads <= stats.pressureCost.diskReads);
    QVERIFY(ofCuts.fileReads <= stats.pressureCost.fileReads);
    std::uint64_t inMemory = 0;
    std::uint64_t onDisk = 0;
    for (const auto &info : fixture.cache->describe(ids)) {
        QVERIFY(info);
        inMemory += info->inMemory ? 1 : 0;
        onDisk += info->onDisk ? 1 : 0;
    }
    // A clean-up of the disk does not change memory.
    QCOMPARE(stats.memoryEntries, inMemory);
    QCOMPARE(stats.diskEntries, onDisk);
    // Every key that must hit does, from memory and then from disk.
    for (int pass = 0; pass < 2; ++pass) {
        for (int key = versionedKeys; key < keys; ++key)
            stress.get(key, 1);
        QVERIFY2(stress.wrong().empty(), stress.wrong().c_str());
        fixture.dropMemory();
    }
    const std::size_t left = fixture.cache->list({}).size();
    QVERIFY(fixture.cache->flush());
    QCOMPARE(fixture.cache->stats().diskEntries, std::uint64_t{left});
    QVERIFY(fixture.reopen());
    QCOMPARE(fixture.cache->list({}).size(), left);
}

MANOMETER_TEST(Core, TestCacheStress)
#include "tst_cache_stress.moc"

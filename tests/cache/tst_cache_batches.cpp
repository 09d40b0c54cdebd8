// SPDX-License-Identifier: GPL-3.0-or-later
//
// A batch of requests compared with single ones: a second cache in the same state gets the same requests one
// by one, in the order in which the batch answered.
#include "CacheFixture.h"
#include "Rounds.h"
#include "support/TestMain.h"

#include <QTest>

#include <map>
#include <random>
#include <thread>

using namespace manometer::cache;

namespace {

struct Asked
{
    std::string path;
    std::uint64_t versionNumber = 1;
};

std::vector<Request> requestsOf(const std::vector<Asked> &asked)
{
    std::vector<Request> requests;
    for (const Asked &one : asked)
        requests.push_back({{one.path, "quick"}, version(one.versionNumber)});
    return requests;
}

// Of a request; "" for a miss.
struct Received
{
    std::size_t index = 0;
    std::optional<Tier> tier;
    std::string bytes;

    friend bool operator==(const Received &, const Received &) = default;
};

std::vector<Received> getMany(Cache &cache, const std::vector<Asked> &asked)
{
    std::vector<Received> received;
    cache.getMany(requestsOf(asked), [&received](const Answer &answer) {
        received.push_back({answer.index, answer.tier, std::string(answer.bytes)});
    });
    return received;
}

std::vector<Received> getEach(Cache &cache, const std::vector<Asked> &asked,
                              const std::vector<Received> &inThisOrder)
{
    std::vector<Received> received;
    for (const Received &one : inThisOrder) {
        const Asked &request = asked[one.index];
        const auto lease = cache.get({request.path, "quick"}, version(request.versionNumber));
        received.push_back(lease ? Received{one.index, lease->tier(), std::string(lease->bytes())}
                                 : Received{one.index, std::nullopt, {}});
    }
    return received;
}

// What one cache has counted and holds, without what depends on the time that the writer thread takes.
struct State
{
    Stats stats;
    std::map<std::string, std::pair<std::uint64_t, std::int64_t>> hitsAndLastUse;
    std::vector<std::string> inMemory;
    std::vector<Access> accesses;
};

State stateOf(CacheFixture &fixture)
{
    State state;
    state.accesses = fixture.cache->tap().take().accesses;
    fixture.cache->flush();
    state.stats = fixture.cache->stats();
    for (const auto &info : fixture.cache->describe(fixture.cache->list({}))) {
        state.hitsAndLastUse[info->path] = {info->hits, info->lastUsed.time_since_epoch().count()};
        if (info->inMemory)
            state.inMemory.push_back(info->path);
    }
    std::sort(state.inMemory.begin(), state.inMemory.end());
    return state;
}

void compare(CacheFixture &batched, CacheFixture &single)
{
    const State one = stateOf(batched);
    const State other = stateOf(single);
    QCOMPARE(one.stats.memoryHits, other.stats.memoryHits);
    QCOMPARE(one.stats.diskHits, other.stats.diskHits);
    QCOMPARE(one.stats.misses, other.stats.misses);
    QCOMPARE(one.stats.evictions, other.stats.evictions);
    QCOMPARE(one.stats.pressureEvictions, other.stats.pressureEvictions);
    QVERIFY(one.stats.pressureCost == other.stats.pressureCost);
    QCOMPARE(one.stats.memoryEntries, other.stats.memoryEntries);
    QCOMPARE(one.stats.memoryBytes, other.stats.memoryBytes);
    QCOMPARE(one.stats.diskEntries, other.stats.diskEntries);
    QVERIFY(one.inMemory == other.inMemory);
    QVERIFY(one.hitsAndLastUse == other.hitsAndLastUse);
    QVERIFY(one.accesses == other.accesses);
}

} // namespace

class TestCacheBatches : public QObject
{
    Q_OBJECT
private slots:
    void aBatchEqualsSingleRequests_data();
    void aBatchEqualsSingleRequests();
    void anEmptyBatchAsksNothing();
    void memoryAnswersFirst();
    void theSameKeyTwiceIsTwoRequests();
    void aBatchOfTenThousandIsAnsweredWhole();
    void valuesAreRightBesidePutsErasesAndCuts();
    void aBatchDelaysTheReleaseOfMemoryNoLongerThanAFewRequests();
    void aReceiverMayUseTheCache();
};

void TestCacheBatches::aBatchEqualsSingleRequests_data()
{
    QTest::addColumn<unsigned>("seed");
    for (int run = 0; run < wantedRounds(6, 20); ++run) {
        const unsigned seed = freshSeed() + static_cast<unsigned>(run);
        QTest::addRow("seed %u", seed) << seed;
    }
}

void TestCacheBatches::aBatchEqualsSingleRequests()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    CacheFixture batched;
    CacheFixture single;
    for (CacheFixture *fixture : {&batched, &single}) {
        fixture->options.memory = {.entries = 30, .bytes = 1u << 20};
        fixture->options.timeToLive = std::chrono::hours(1);
        QVERIFY(fixture->open());
        fixture->cache->tap().setShare(1);
    }
    const auto both = [&](const auto &act) {
        act(batched);
        act(single);
    };
    for (int step = 0; step < 300; ++step) {
        const std::string path = "/data/" + std::to_string(random() % 60);
        const auto action = random() % 100;
        if (action < 40) {
            const std::string bytes = std::to_string(step) + std::string(random() % 2000, 'v');
            const std::uint64_t number = random() % 2;
            both([&](CacheFixture &fixture) { fixture.put(path, bytes, number); });
        } else if (action < 75) {
            std::vector<Asked> asked(random() % 200);
            for (Asked &one : asked)
                one = {"/data/" + std::to_string(random() % 60), random() % 8 == 0 ? 2 : random() % 2};
            // The writer is at the same point in both.
            both([](CacheFixture &fixture) { fixture.cache->flush(); });
            const std::vector<Received> received = getMany(*batched.cache, asked);
            QCOMPARE(received.size(), asked.size());
            QVERIFY(received == getEach(*single.cache, asked, received));
        } else if (action < 80) {
            both([&](CacheFixture &fixture) { fixture.cache->erase({path, "quick"}); });
        } else if (action < 85) {
            const Limits limits{.entries = random() % 40, .bytes = random() % 100'000};
            both([&](CacheFixture &fixture) { fixture.cache->setLimits(limits, LimitCause::Pressure); });
        } else if (action < 90) {
            const auto time = std::chrono::minutes(random() % 20);
            both([&](CacheFixture &fixture) { fixture.advance(time); });
        } else if (action < 95) {
            both([](CacheFixture &fixture) {
                fixture.cache->flush();
                const std::vector<EntryId> ids = fixture.cache->list({});
                if (!ids.empty())
                    fixture.cache->keep(std::span(ids).first(1), true);
            });
        } else if (action < 97) {
            both([](CacheFixture &fixture) { fixture.dropMemory(); });
        } else {
            compare(batched, single);
            if (QTest::currentTestFailed())
                return;
        }
    }
    compare(batched, single);
}

void TestCacheBatches::anEmptyBatchAsksNothing()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    QVERIFY(getMany(*fixture.cache, {}).empty());
    QCOMPARE(fixture.cache->stats().requests(), std::uint64_t{0});
}

void TestCacheBatches::memoryAnswersFirst()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    fixture.put("/on disk", "disk");
    QVERIFY(fixture.cache->flush());
    fixture.dropMemory();
    fixture.put("/in memory", "memory");
    fixture.put("/other version", "old", 1);
    const std::vector<Received> expected{
        {2, Tier::Memory, "memory"}, {0, Tier::Disk, "disk"}, {1, std::nullopt, {}}, {3, std::nullopt, {}}};
    QVERIFY(getMany(*fixture.cache, {{"/on disk"}, {"/nowhere"}, {"/in memory"}, {"/other version", 2}}) ==
            expected);
    QCOMPARE(fixture.get("/other version", 1), "");                                // dropped
    QVERIFY(getMany(*fixture.cache, {{"/on disk"}}).front().tier == Tier::Memory); // promoted
}

void TestCacheBatches::theSameKeyTwiceIsTwoRequests()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    fixture.put("/a", "a");
    QVERIFY(fixture.cache->flush());
    QCOMPARE(getMany(*fixture.cache, {{"/a"}, {"/a"}, {"/a"}}).size(), std::size_t{3});
    QCOMPARE(fixture.cache->stats().memoryHits, std::uint64_t{3});
    fixture.dropMemory();
    const std::vector<Received> expected{{0, Tier::Disk, "a"}, {1, Tier::Memory, "a"}};
    QVERIFY(getMany(*fixture.cache, {{"/a"}, {"/a"}}) == expected);
}

void TestCacheBatches::aBatchOfTenThousandIsAnsweredWhole()
{
    CacheFixture fixture;
    fixture.options.memory = {.entries = 10'000, .bytes = 64u << 20};
    QVERIFY(fixture.open());
    std::vector<Asked> asked;
    for (int i = 0; i < 10'000; ++i) {
        asked.push_back({"/data/" + std::to_string(i)});
        if (i % 10 != 0)
            fixture.put(asked.back().path, std::to_string(i));
        if (i % 1'000 == 999)
            QVERIFY(fixture.cache->flush());
    }
    std::vector<int> times(asked.size());
    for (const Received &one : getMany(*fixture.cache, asked)) {
        ++times[one.index];
        QCOMPARE(one.bytes, one.index % 10 == 0 ? std::string() : std::to_string(one.index));
    }
    QVERIFY(std::all_of(times.begin(), times.end(), [](int each) { return each == 1; }));
    QCOMPARE(fixture.cache->stats().hits(), std::uint64_t{9'000});
    QCOMPARE(fixture.cache->stats().misses, std::uint64_t{1'000});
    fixture.cache->flush();
    const auto ids = fixture.cache->list({});
    QCOMPARE(ids.size(), std::size_t{9'000});
    for (const auto &info : fixture.cache->describe(ids))
        QCOMPARE(info->hits, std::uint64_t{1}); // no access is lost
}

void TestCacheBatches::valuesAreRightBesidePutsErasesAndCuts()
{
    CacheFixture fixture;
    fixture.options.memory = {.entries = 100, .bytes = 1u << 20};
    QVERIFY(fixture.open());
    // Most have the same version: an entry of another one is dropped.
    const auto numberOf = [](std::mt19937 &random) { return std::uint64_t{random() % 20 == 0}; };
    const auto valueOf = [](const std::string &path, std::uint64_t number) {
        return path + "@" + std::to_string(number);
    };
    for (int key = 0; key < 200; ++key)
        fixture.put("/" + std::to_string(key), valueOf("/" + std::to_string(key), 0), 0);
    std::atomic<bool> stop = false;
    std::vector<std::thread> writers;
    for (unsigned thread = 0; thread < 2; ++thread) {
        writers.emplace_back([&, thread] {
            std::mt19937 random(thread);
            while (!stop) {
                const std::string path = "/" + std::to_string(random() % 200);
                const std::uint64_t number = numberOf(random);
                fixture.put(path, valueOf(path, number) + std::string(random() % 500, 'x'), number);
                if (random() % 20 == 0)
                    fixture.cache->erase({path, "quick"});
                if (random() % 50 == 0)
                    fixture.cache->setLimits({.entries = random() % 120, .bytes = 1u << 20},
                                             LimitCause::Pressure);
            }
        });
    }
    std::mt19937 random(7);
    std::uint64_t requests = 0;
    int wrong = 0;
    std::uint64_t hits = 0;
    for (int round = 0; round < wantedRounds(300); ++round) {
        std::vector<Asked> asked(random() % 150);
        for (Asked &one : asked)
            one = {"/" + std::to_string(random() % 200), numberOf(random)};
        requests += asked.size();
        std::vector<int> times(asked.size());
        for (const Received &one : getMany(*fixture.cache, asked)) {
            ++times[one.index];
            if (!one.tier)
                continue;
            ++hits;
            const Asked &of = asked[one.index];
            const std::string expected = valueOf(of.path, of.versionNumber);
            const bool isRight = one.bytes.starts_with(expected) &&
                                 one.bytes.find_first_not_of('x', expected.size()) == std::string::npos;
            wrong += isRight ? 0 : 1;
        }
        wrong += std::all_of(times.begin(), times.end(), [](int each) { return each == 1; }) ? 0 : 1;
    }
    stop = true;
    for (std::thread &writer : writers)
        writer.join();
    QCOMPARE(wrong, 0);
    QCOMPARE(fixture.cache->stats().requests(), requests);
    QVERIFY(hits > requests / 10);
}

void TestCacheBatches::aBatchDelaysTheReleaseOfMemoryNoLongerThanAFewRequests()
{
    CacheFixture fixture;
    fixture.options.memory = {.entries = 4'000, .bytes = 256u << 20};
    QVERIFY(fixture.open());
    std::vector<Asked> asked;
    for (int i = 0; i < 4'000; ++i) {
        asked.push_back({"/data/" + std::to_string(i)});
        fixture.put(asked.back().path, std::string(8'000, 'x'));
    }
    std::size_t answered = 0;
    std::uint64_t deferredAtOnce = 0;
    std::optional<std::size_t> releasedAfter;
    const Limits half{.entries = 2'000, .bytes = 256u << 20};
    fixture.cache->getMany(requestsOf(asked), [&](const Answer &answer) {
        if (answer.tier != Tier::Memory || releasedAfter)
            return;
        // The first cut evicts what this batch may be reading; the later ones only release.
        const LimitOutcome outcome = fixture.cache->setLimits(half, LimitCause::Pressure);
        if (answered++ == 0)
            deferredAtOnce = outcome.deferredBytes;
        else if (outcome.deferredBytes <= deferredAtOnce / 10)
            releasedAfter = answered;
    });
    QVERIFY(deferredAtOnce > 0);
    QVERIFY(releasedAfter);
    QVERIFY2(*releasedAfter <= 65, qPrintable(QString::number(*releasedAfter)));
}

void TestCacheBatches::aReceiverMayUseTheCache()
{
    CacheFixture fixture;
    QVERIFY(fixture.open());
    std::vector<Asked> asked;
    for (int i = 0; i < 300; ++i) {
        asked.push_back({"/data/" + std::to_string(i)});
        fixture.put(asked.back().path, "first");
    }
    int answers = 0;
    fixture.cache->getMany(requestsOf(asked), [&](const Answer &answer) {
        ++answers;
        QCOMPARE(answer.bytes, "first");
        const std::string &path = asked[answer.index].path;
        fixture.put(path, "second");
        QCOMPARE(fixture.get(path), "second");
        QVERIFY(fixture.cache->erase({path, "quick"}));
        QCOMPARE(answer.bytes, "first"); // for as long as the call
    });
    QCOMPARE(answers, 300);
    QCOMPARE(fixture.cache->stats().memoryEntries, std::uint64_t{0});
}

MANOMETER_TEST(Core, TestCacheBatches)
#include "tst_cache_batches.moc"

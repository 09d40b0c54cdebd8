// SPDX-License-Identifier: GPL-3.0-or-later
//
// The entries of many files at once: the same answers as of one after the other, in the order of the paths.
#include "extract/FileFacts.h"
#include "service/entries/FileEntries.h"
#include "service/entries/KnownAnswers.h"
#include "service/scan/SourceFile.h"
#include "support/Files.h"
#include "support/OpenCache.h"
#include "support/TestMain.h"

#include <QTest>

#include <sys/stat.h>

using namespace manometer;
using namespace manometer::service;
using views::EntryState;

namespace {

struct EntriesFixture
{
    test::Folder folder;
    std::unique_ptr<cache::Cache> cache = test::openCache(folder);
    KnownAnswers answers{*cache, KnownAnswersSetup{.contentsChanged = [] {}}};
    FileEntries entries{*cache, answers,
                        DemandReaderSetup{.makeExtractor = {},
                                          .contentsChanged = [] {},
                                          .settleTime = std::chrono::milliseconds(0)}};

    std::string path(const std::string &name) const { return folder.path().toStdString() + '/' + name; }
    std::string addFile(const std::string &name) const
    {
        return test::writeFile(QByteArray::fromStdString(path(name)), "some text") ? path(name)
                                                                                   : std::string();
    }
    void dropMemory() const
    {
        cache->flush();
        const cache::Limits limits = cache->stats().memoryLimits;
        cache->setLimits({.entries = 0, .bytes = 0}, cache::LimitCause::Configuration);
        cache->setLimits(limits, cache::LimitCause::Configuration);
    }
};

struct Received
{
    std::size_t index = 0;
    EntryState state = EntryState::NotCached;
    int systemError = 0;
    std::string value;
    friend bool operator==(const Received &, const Received &) = default;
};

std::vector<Received> findMany(FileEntries &entries, const std::vector<std::string> &paths)
{
    std::vector<Received> received;
    entries.findMany(paths, "standard", [&received](const views::FoundValue &found) {
        received.push_back({found.index, found.state, found.systemError, std::string(found.value)});
    });
    return received;
}

std::vector<Received> findEach(FileEntries &entries, const std::vector<std::string> &paths)
{
    std::vector<Received> received;
    for (const std::string &path : paths) {
        const views::FoundEntry found = entries.find(path, "standard");
        received.push_back({received.size(), found.state, found.systemError,
                            found.lease ? std::string(found.lease->bytes()) : std::string()});
    }
    return received;
}

} // namespace

class TestFileEntries : public QObject
{
    Q_OBJECT
private slots:
    void manyAreAnsweredInTheOrderOfThePathsAsEachIs()
    {
        EntriesFixture fixture;
        std::vector<std::string> paths;
        const auto store = [&](const std::string &path, const std::string &value) {
            QCOMPARE(fixture.entries.store(path, "standard", value, {}).state,
                     views::StoredEntry::State::Stored);
        };
        for (int i = 0; i < 150; i += 3) {
            const std::string name = std::to_string(i);
            paths.push_back(fixture.addFile("on disk " + name));
            store(paths.back(), "{\"disk\":" + name + "}");
            paths.push_back(fixture.addFile("in memory " + name));
            paths.push_back(fixture.addFile("not cached " + name));
        }
        fixture.dropMemory();
        for (int i = 0; i < 150; i += 3)
            store(paths[std::size_t(i) + 1], "{\"memory\":" + std::to_string(i) + "}");
        const std::string changed = fixture.addFile("changed");
        store(changed, "1");
        QVERIFY(test::writeFile(QByteArray::fromStdString(changed), "another text"));
        const std::string link = fixture.path("link");
        QCOMPARE(::symlink(changed.c_str(), link.c_str()), 0);
        const std::string pipe = fixture.path("pipe");
        QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
        paths.insert(paths.begin() + 7,
                     {changed, link, pipe, fixture.path("gone"), fixture.folder.path().toStdString()});
        paths.push_back(paths.front());

        const std::vector<Received> many = findMany(fixture.entries, paths);
        QCOMPARE(many.size(), paths.size());
        QVERIFY(many == findEach(fixture.entries, paths));
        QCOMPARE(many[0].value, "{\"disk\":0}");
        QCOMPARE(many[1].value, "{\"memory\":0}");
        QVERIFY(many[2].state == EntryState::NotCached);
        QVERIFY(many[7].state == EntryState::NotCached);
        QVERIFY(many[9].state == EntryState::NotRegular);
        QVERIFY(many[10].state == EntryState::NoFile);
        QCOMPARE(many.back().value, many.front().value);
        QVERIFY(findMany(fixture.entries, {}).empty());
    }

    // Its times do not follow what is written through mappings: only its contents tell.
    void anEntryThatDependsOnTheContentsIsComparedWithThem()
    {
        EntriesFixture fixture;
        const std::string file = fixture.addFile("mapped");
        const auto facts = extract::readFileFacts(QByteArray::fromStdString(file));
        QVERIFY(facts);
        Volumes volumes;
        const auto version = statFile(QByteArray::fromStdString(file), volumes);
        QVERIFY(version);
        const auto put = [&](const extract::FileFacts &of) {
            const std::string document =
                extract::document(of, {.metadata = "{}", .reader = {"reader", "1", "0123456789abcdef"}},
                                  extract::Validity::SameFingerprint);
            fixture.cache->put({file, "standard"}, version->version, document, {});
        };
        put(*facts);
        QVERIFY(findMany(fixture.entries, {file}).front().state == EntryState::Found);
        QVERIFY(findMany(fixture.entries, {file}) == findEach(fixture.entries, {file}));
        extract::FileFacts other = *facts;
        ++other.fingerprint;
        put(other);
        QVERIFY(findMany(fixture.entries, {file}).front().state == EntryState::NotCached);
        QVERIFY(findMany(fixture.entries, {file}) == findEach(fixture.entries, {file}));
    }
};

MANOMETER_TEST(Core, TestFileEntries)
#include "tst_file_entries.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
//
// The syntax of the filter line, as a specification.
#include "gui/entries/EntryFilter.h"
#include "support/TestMain.h"

#include <QTest>

#include <limits>

using namespace manometer;
using namespace manometer::gui;
using namespace Qt::StringLiterals;
using cache::EntryQuery;

Q_DECLARE_METATYPE(cache::EntryQuery)

namespace {

constexpr std::int64_t hour = 3'600'000'000'000;
constexpr auto none = std::numeric_limits<std::uint64_t>::max();

} // namespace

class TestEntryFilter : public QObject
{
    Q_OBJECT

private slots:
    void eachLineGivesItsQuery_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<EntryQuery>("query");
        const auto means = [](const char *line, const EntryQuery &query) {
            QTest::newRow(line) << QString::fromUtf8(line) << query;
        };
        means("", {});
        means("  ", {});
        means("frame", {.pathContains = "frame"});
        means("my frame", {.pathContains = "my frame"});
        means("Gruß", {.pathContains = "Gru\xc3\x9f"});
        means("/data/year=2024", {.pathContains = "/data/year=2024"});
        means("year=2024", {.pathContains = "year=2024"});
        means("a>b", {.pathContains = "a>b"}); // term names have at least two letters
        means("\"size>64k\"", {.pathContains = "size>64k"});
        means("\"two  blanks\"", {.pathContains = "two  blanks"});
        means("it's\"", {.pathContains = "it's\""});
        means("\"open", {.pathContains = "\"open"});

        means("folder:/data/a", {.underFolder = "/data/a"});
        means("Folder:/Data/A/", {.underFolder = "/Data/A"});
        means("folder:/", {});
        means("folder:\"/my data\" frame", {.pathContains = "frame", .underFolder = "/my data"});
        means("folder:/a\\xff\\\\b", {.underFolder = "/a\xff\\b"});
        means("folder:/a\\b", {.underFolder = "/a\\b"}); // not an escape
        means("folder:/a folder:/a/b", {.underFolder = "/a/b"});
        means("folder:/a/b folder:/a", {.underFolder = "/a/b"});
        means("folder:/a folder:/ab", {.underFolder = "/a", .hits = {.least = 1, .most = 0}});
        means("folder=/data", {.pathContains = "folder=/data"}); // a name that a path may have
        means("\"folder:/data\"", {.pathContains = "folder:/data"});

        means("size>64k", {.valueBytes = {.least = 65537}});
        means("size>=64k", {.valueBytes = {.least = 65536}});
        means("size<1M", {.valueBytes = {.most = 1048575}});
        means("size<=1M", {.valueBytes = {.most = 1048576}});
        means("SIZE<=1MiB", {.valueBytes = {.most = 1048576}});
        means("size=100", {.valueBytes = {.least = 100, .most = 100}});
        means("size>1.5k", {.valueBytes = {.least = 1537}});
        means("size>1.1b", {.valueBytes = {.least = 2}});
        means("size>=2g", {.valueBytes = {.least = 2ull << 30}});
        means("size>99999999999t", {.valueBytes = {.least = none}});
        means("size>1k size<2k", {.valueBytes = {.least = 1025, .most = 2047}});
        means("size>1k size>2k", {.valueBytes = {.least = 2049}});

        means("hits<2", {.hits = {.most = 1}});
        means("hits>=10", {.hits = {.least = 10}});
        means("hits=0", {.hits = {.least = 0, .most = 0}});
        means("hits<0", {.hits = {.least = 1, .most = 0}}); // matches nothing

        means("age>2h", {.ageNanoseconds = {.least = 2 * hour + 1}});
        means("age<3d", {.ageNanoseconds = {.most = 72 * hour - 1}});
        means("age>90min age<1w", {.ageNanoseconds = {.least = 3 * hour / 2 + 1, .most = 168 * hour - 1}});

        means("tier:memory", {.inMemory = true});
        means("tier:disk", {.onDisk = true});
        means("tier:disk-only", {.inMemory = false, .onDisk = true});
        means("tier:memory-only", {.inMemory = true, .onDisk = false});
        means("tier:memory tier:disk", {.inMemory = true, .onDisk = true});
        means("pinned:yes", {.isKept = true});
        means("Pinned:No", {.isKept = false});
        means("pinned:yes pinned:no", {.hits = {.least = 1, .most = 0}, .isKept = false}); // matches nothing
        means("error:yes", {.hasError = true});
        means("Error:No size>0", {.valueBytes = {.least = 1}, .hasError = false});
        means("error:no error:yes", {.hits = {.least = 1, .most = 0}, .hasError = true}); // matches nothing

        means("wfc3 size>64k hits<2 tier:disk",
              {.pathContains = "wfc3", .valueBytes = {.least = 65537}, .hits = {.most = 1}, .onDisk = true});
        means("my size>0 frame", {.pathContains = "my frame", .valueBytes = {.least = 1}});
    }

    void eachLineGivesItsQuery()
    {
        QFETCH(QString, line);
        QFETCH(EntryQuery, query);
        const EntryFilter filter = parseFilter(line);
        QCOMPARE(filter.problem, QString());
        QCOMPARE(filter.query.pathContains, query.pathContains);
        QCOMPARE(filter.query.valueBytes.least, query.valueBytes.least);
        QCOMPARE(filter.query.valueBytes.most, query.valueBytes.most);
        QVERIFY(filter.query == query);
    }

    void numbersMayBeWrittenInTheLocalesFormat()
    {
        const auto back = qScopeGuard([before = QLocale()] { QLocale::setDefault(before); });
        const auto least = [](const QString &line) { return parseFilter(line).query.valueBytes.least; };
        QLocale::setDefault(QLocale(QLocale::Arabic, QLocale::Egypt));
        QCOMPARE(least(u"size>٦٤k"_s), 65537u);
        QCOMPARE(least(u"size>64k"_s), 65537u);
        QCOMPARE(least(u"size>١٫٥k"_s), 1537u);
        QCOMPARE(least(u"size>1.5k"_s), 1537u);
        QCOMPARE(parseFilter(u"hits<٢"_s).query.hits.most, 1u);
        QCOMPARE(parseFilter(u"size>٦٤k"_s).problem, QString());
        QCOMPARE(parseFilter(u"year٢٠"_s).query.pathContains, u"year٢٠"_s.toStdString()); // not a term
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QCOMPARE(least(u"size>1,5k"_s), 1537u);
        QVERIFY(!parseFilter(u"size>1,5,5k"_s).problem.isEmpty());
    }

    void aBadTermIsExplained_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("says");
        const auto says = [](const char *line, const char *problem) {
            QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(problem);
        };
        says("size>", "for example size>64k");
        says("size>big", "'big' is not a");
        says("size>-1", "'-1' is not a");
        says("size>1,5k", "'1,5k' is not a");
        says("size:64k", "with <, <=, >, >= or =");
        says("hits<many", "'many' is not a");
        says("hits<2k", "'2k' is not a");
        says("age>2", "s, min, h, d or w");
        says("age>2y", "s, min, h, d or w");
        says("age=2h", "never matches exactly");
        says("tier:tape", "tier:memory, tier:disk");
        says("tier>disk", "tier:memory, tier:disk");
        says("folder:data", "folder:/data");
        says("folder>/data", "folder:/data");
        says("folder:", "folder:/data");
        says("pinned:maybe", "pinned:yes or pinned:no");
        says("pinned", "");
        says("error:maybe", "error:yes or error:no");
        says("error>yes", "error:yes or error:no");
        says("sze>64k", "Unknown term 'sze'");
        says("pined:yes", "in quotes");
        says("frame size>big", "'big' is not a");
    }

    void aBadTermIsExplained()
    {
        QFETCH(QString, line);
        QFETCH(QString, says);
        const EntryFilter filter = parseFilter(line);
        QCOMPARE(filter.problem.isEmpty(), says.isEmpty());
        QVERIFY2(filter.problem.contains(says), qPrintable(filter.problem));
    }

    void theHelpNamesEveryTermAndItsExamplesParse()
    {
        for (const QString &name : {u"size"_s, u"hits"_s, u"age"_s, u"tier"_s, u"pinned"_s})
            QVERIFY2(filterHelp().contains(name), qPrintable(name));
        static const QRegularExpression example(u"\\b[a-z]+(?:[<>]=?|:)[0-9a-z-]+"_s);
        for (auto match = example.globalMatch(filterHelp()); match.hasNext();) {
            const QString term = match.next().captured();
            QVERIFY2(parseFilter(term).problem.isEmpty(), qPrintable(term));
        }
    }
};

MANOMETER_TEST(Core, TestEntryFilter)
#include "tst_entry_filter.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
//
// Compares the cached metadata of files with the answer of a separate exiftool process for each file, value
// by value and as text.
//   compare_answers FOLDER [FOLDER ...]
// Scans the folders into a temporary cache, then runs one exiftool process per file, with the same options
// and the same hash seed. Prints each difference, and the number of files, values and differences in the last
// line. The exit code is 1 if there was a difference. The answers are parsed by a separate tokenizer, so that
// an error in src/json cannot hide itself. Takes about 0.1 s a file and core.
#include "cache/Cache.h"
#include "extract/ExifToolExtractor.h"
#include "service/recording/EventSink.h"
#include "service/scan/Scan.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <deque>
#include <iterator>
#include <memory>
#include <tuple>
#include <utility>
#include <vector>

using namespace manometer;

namespace {

// A value: its place in the document, and its text as written.
struct Value
{
    QByteArray place;
    QByteArray text;
    friend bool operator==(const Value &, const Value &) = default;
    friend bool operator<(const Value &one, const Value &other)
    {
        return std::tie(one.place, one.text) < std::tie(other.place, other.text);
    }
};
using Values = QList<Value>;

// Splits well-formed JSON into values, without interpreting their text.
class Tokenizer
{
public:
    explicit Tokenizer(const QByteArray &json)
        : m_json(json)
    {}
    Values values()
    {
        value({});
        return m_values;
    }

private:
    void blanks()
    {
        while (m_at < m_json.size() && QByteArray(" \t\r\n").contains(m_json[m_at]))
            ++m_at;
    }
    bool skip(char character)
    {
        blanks();
        const bool found = m_at < m_json.size() && m_json[m_at] == character;
        m_at += found ? 1 : 0;
        return found;
    }
    QByteArray token()
    {
        blanks();
        const qsizetype from = m_at;
        if (m_at < m_json.size() && m_json[m_at] == '"') {
            for (++m_at; m_at < m_json.size() && m_json[m_at] != '"'; ++m_at)
                m_at += m_json[m_at] == '\\' ? 1 : 0;
            ++m_at;
        } else {
            while (m_at < m_json.size() && !QByteArray(" \t\r\n,]}:").contains(m_json[m_at]))
                ++m_at;
        }
        return m_json.mid(from, m_at - from);
    }
    void value(const QByteArray &place)
    {
        if (skip('{')) {
            while (m_at < m_json.size() && !skip('}')) {
                const QByteArray name = token();
                skip(':');
                value(place + '/' + name);
                skip(',');
            }
            m_values.append({place, "{}"});
        } else if (skip('[')) {
            for (int index = 0; m_at < m_json.size() && !skip(']'); ++index) {
                value(place + '/' + QByteArray::number(index));
                skip(',');
            }
            m_values.append({place, "[]"});
        } else {
            m_values.append({place, token()});
        }
    }

    QByteArray m_json;
    qsizetype m_at = 0;
    Values m_values;
};

// The values below the place `below`, without SourceFile.
Values metadataOf(const QByteArray &json, const QByteArray &below)
{
    Values values;
    for (const Value &value : Tokenizer(json).values())
        if (value.place.startsWith(below + '/') && value.place != below + "/\"SourceFile\"")
            values.append({value.place.mid(below.size()), value.text});
    return values;
}

// The one intended difference: JSON is UTF-8, so invalid bytes are replaced.
Values inUtf8(Values values)
{
    for (Value &value : values) {
        value.place = QString::fromUtf8(value.place).toUtf8();
        value.text = QString::fromUtf8(value.text).toUtf8();
    }
    return values;
}

// The values that only one of them has, in any order: exiftool orders Composite tags by a hash whose keys are
// the tags of all modules that the process has loaded so far.
std::pair<Values, Values> differenceOf(Values one, Values other)
{
    std::sort(one.begin(), one.end());
    std::sort(other.begin(), other.end());
    Values onlyInOne;
    Values onlyInOther;
    std::set_difference(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(onlyInOne));
    std::set_difference(other.begin(), other.end(), one.begin(), one.end(), std::back_inserter(onlyInOther));
    return {onlyInOne, onlyInOther};
}

struct Tally
{
    int files = 0;
    int different = 0;
    int unreadByBoth = 0;
    int reordered = 0; // the same values in another order
    qint64 values = 0;
    qint64 differences = 0;
    qint64 repaired = 0; // values with a byte that is not UTF-8
};

class Comparison
{
public:
    Comparison(cache::Cache &cache, std::vector<cache::EntryId> entries)
        : m_cache(cache)
        , m_entries(entries.begin(), entries.end())
    {}

    // Runs one exiftool per core at a time.
    Tally run()
    {
        std::vector<std::unique_ptr<Run>> runs;
        for (int core = 0; core < QThread::idealThreadCount(); ++core)
            runs.push_back(std::make_unique<Run>());
        bool anyRuns = true;
        while (anyRuns) {
            anyRuns = false;
            for (const auto &run : runs) {
                if (run->process)
                    compare(*run);
                anyRuns = begin(*run) || anyRuns;
            }
        }
        return m_tally;
    }

private:
    struct Run
    {
        std::unique_ptr<QProcess> process;
        QByteArray path;
        QByteArray cached;
    };

    bool begin(Run &run)
    {
        run.process.reset();
        while (!m_entries.empty()) {
            const cache::EntryId id = m_entries.front();
            m_entries.pop_front();
            const auto info = m_cache.describe({&id, 1}).front();
            const auto bytes = m_cache.peek(id);
            if (!info || !bytes)
                continue;
            run.path = QByteArray::fromStdString(info->path);
            run.cached = QByteArray::fromStdString(*bytes);
            run.process = std::make_unique<QProcess>();
            auto environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QStringLiteral("PERL_HASH_SEED"), QStringLiteral("0"));
            environment.insert(QStringLiteral("PERL_PERTURB_KEYS"), QStringLiteral("0"));
            environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
            run.process->setProcessEnvironment(environment);
            run.process->setWorkingDirectory(QStringLiteral("/"));
            // Through -@, because QProcess cannot pass names that are not UTF-8; with CSTR (exiftool(1)) for
            // line breaks.
            run.process->start(QStringLiteral("exiftool"), {QStringLiteral("-config"), QString(),
                                                            QStringLiteral("-@"), QStringLiteral("-")});
            const bool isOdd = run.path.contains('\n') || run.path.contains('\r');
            QByteArray path = run.path;
            if (isOdd)
                path = "#[CSTR]" + path.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
            run.process->write(
                "-json\n-g1\n-struct\n-api\nLargeFileSupport=1\n--System:all\n--ExifTool:ExifToolVersion\n" +
                path + '\n');
            run.process->closeWriteChannel();
            return true;
        }
        return false;
    }

    void compare(Run &run)
    {
        run.process->waitForFinished(-1);
        const QByteArray answer = run.process->readAllStandardOutput();
        const Values printed = metadataOf(answer, "/0");
        const Values expected = inUtf8(printed);
        const Values cached = metadataOf(run.cached, "/\"metadata\"");
        ++m_tally.files;
        m_tally.values += expected.size();
        for (qsizetype at = 0; at < printed.size(); ++at)
            m_tally.repaired += printed[at] == expected[at] ? 0 : 1;
        if (expected.isEmpty() && cached.isEmpty()) {
            ++m_tally.unreadByBoth;
            return;
        }
        const auto [missing, extra] = differenceOf(expected, cached);
        if (missing.isEmpty() && extra.isEmpty()) {
            m_tally.reordered += expected == cached ? 0 : 1;
            return;
        }
        m_tally.differences += std::max(missing.size(), extra.size());
        std::printf("%s\n", run.path.constData());
        for (const Value &value : missing.mid(0, 5))
            std::printf("    exiftool %s %s\n", value.place.constData(), value.text.left(200).constData());
        for (const Value &value : extra.mid(0, 5))
            std::printf("    cached   %s %s\n", value.place.constData(), value.text.left(200).constData());
        ++m_tally.different;
        std::fflush(stdout);
    }

    cache::Cache &m_cache;
    std::deque<cache::EntryId> m_entries;
    Tally m_tally;
};

void scan(cache::Cache &cache, const QByteArray &folder)
{
    service::EventSink events;
    service::Scan scan(cache, events,
                       {.makeExtractor =
                            [] {
                                return std::make_unique<extract::ExifToolExtractor>(
                                    extract::ExifToolExtractor::Options{});
                            },
                        .contentsChanged = [] {}});
    QObject::connect(&scan, &views::ScanView::failed, &scan, [](const views::ScanFailure &failure) {
        if (failure.kind != views::ScanFailure::Kind::NotUnderstood)
            std::printf("not read (kind %d): %s %s\n", static_cast<int>(failure.kind),
                        failure.path.constData(), qPrintable(failure.detail));
    });
    QObject::connect(&scan, &views::ScanView::finished, &scan, [](const views::ScanProgress &progress) {
        std::printf("%s: %llu files, %llu read, %llu failed, %llu not understood, %.1f s\n",
                    progress.folder.constData(), progress.done, progress.read, progress.failed,
                    progress.notUnderstood, static_cast<double>(progress.elapsedMs) / 1000);
        std::fflush(stdout);
        QCoreApplication::exit();
    });
    scan.start(folder);
    QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc < 2) {
        std::fprintf(stderr, "usage: compare_answers FOLDER [FOLDER ...]\n");
        return 2;
    }
    const QTemporaryDir folder;
    cache::Options options;
    options.directory = folder.filePath(QStringLiteral("cache")).toStdString();
    options.memory = {.entries = 1000, .bytes = 64 << 20};
    options.diskCapBytes = 16LL << 30;
    auto cache = cache::Cache::open(options);
    if (!cache) {
        std::fprintf(stderr, "no cache in %s: %s\n", options.directory.c_str(), cache.error().detail.c_str());
        return 2;
    }
    for (int argument = 1; argument < argc; ++argument)
        scan(**cache, argv[argument]);
    (*cache)->flush();
    const Tally tally = Comparison(**cache, (*cache)->list({})).run();
    std::printf("%d files, %lld values: %lld differences in %d files; %d files in another order, %lld values "
                "with bytes that are not UTF-8, %d files without values from either\n",
                tally.files, static_cast<long long>(tally.values), static_cast<long long>(tally.differences),
                tally.different, tally.reordered, static_cast<long long>(tally.repaired), tally.unreadByBoth);
    return tally.differences == 0 && tally.files > 0 ? 0 : 1;
}

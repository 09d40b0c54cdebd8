// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cost of a file with cached metadata in a scan: one lstat(2) and a get for that version. Measures 1000
// hot files of three sizes, which must not make a difference, and 100 000 files in random order; beside each,
// in the same rounds, lstat alone.
//   bench_get [directory]   creates the files in this directory and removes them; default: /var/tmp
#include "Workload.h"
#include "cache/Cache.h"
#include "service/scan/SourceFile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <optional>

using namespace manometer;
using namespace manometer::bench;
using Clock = std::chrono::steady_clock;

namespace {

constexpr int rounds = 9;

// Sparse files: they are never read.
std::vector<QByteArray> makeFiles(const QString &folder, std::uint32_t count, qint64 sizeBytes)
{
    std::vector<QByteArray> paths;
    for (std::uint32_t i = 0; i < count; ++i) {
        const QString inner =
            QStringLiteral("%1/archive/%2").arg(folder).arg(i / 500, 4, 16, QLatin1Char('0'));
        if (i % 500 == 0)
            QDir().mkpath(inner);
        QFile file(QStringLiteral("%1/frame-%2.fits").arg(inner).arg(i, 8, 10, QLatin1Char('0')));
        if (!file.open(QIODevice::WriteOnly) || !file.resize(sizeBytes))
            qFatal("%s cannot be created", qPrintable(file.fileName()));
        paths.push_back(QFile::encodeName(file.fileName()));
    }
    return paths;
}

void fill(cache::Cache &cache, const std::vector<QByteArray> &paths)
{
    service::Volumes volumes;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        const auto file = service::statFile(paths[i], volumes);
        if (!file)
            qFatal("%s does not exist any more", paths[i].constData());
        cache.put({{paths[i].constData(), std::size_t(paths[i].size())}, depth}, file->version,
                  std::string(sizeOf(i), 'x'), {});
    }
}

struct Times
{
    std::vector<double> get;
    std::vector<double> stat;
};

template<typename Each>
double microsecondsEach(const std::vector<std::uint32_t> &order, const Each &each)
{
    std::size_t good = 0;
    const auto started = Clock::now();
    for (const std::uint32_t at : order)
        good += each(at) ? 1 : 0;
    const double took = std::chrono::duration<double, std::micro>(Clock::now() - started).count();
    if (good != order.size())
        qFatal("%zu of %zu calls failed", order.size() - good, order.size());
    return took / double(order.size());
}

void measure(const char *name, cache::Cache &cache, const std::vector<QByteArray> &paths)
{
    service::Volumes volumes;
    std::mt19937 random(7);
    std::vector<std::uint32_t> order(200'000);
    for (std::uint32_t &at : order)
        at = static_cast<std::uint32_t>(random() % paths.size());
    Times times;
    for (int round = 0; round < rounds; ++round) {
        times.stat.push_back(microsecondsEach(
            order, [&](std::uint32_t at) { return bool(service::statFile(paths[at], volumes)); }));
        times.get.push_back(microsecondsEach(order, [&](std::uint32_t at) {
            const QByteArray &path = paths[at];
            const auto file = service::statFile(path, volumes);
            const auto lease =
                cache.get({{path.constData(), std::size_t(path.size())}, depth}, file->version);
            return lease && lease->tier() == cache::Tier::Memory && lease->bytes().back() == 'x';
        }));
    }
    std::printf("%s_get_us=%.3f\n%s_stat_us=%.3f\n", name, median(times.get), name, median(times.stat));
}

} // namespace

int main(int argc, char **argv)
{
    const QString where = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral("/var/tmp");
    const QTemporaryDir folder(where + QStringLiteral("/bench-get-XXXXXX"));
    cache::Options options;
    options.directory = folder.filePath(QStringLiteral("cache")).toStdString();
    options.memory = {.entries = 1'000'000, .bytes = std::uint64_t{1} << 30};
    options.diskCapBytes = std::uint64_t{1} << 30;
    auto cache = cache::Cache::open(options);
    if (!cache)
        qFatal("%s", cache.error().detail.c_str());
    for (const auto &[name, sizeBytes] :
         {std::pair{"hot_4k", 4 << 10}, std::pair{"hot_100k", 100 << 10}, std::pair{"hot_900k", 900 << 10}}) {
        const auto paths = makeFiles(folder.filePath(QString::fromLatin1(name)), 1000, sizeBytes);
        fill(**cache, paths);
        measure(name, **cache, paths);
    }
    const auto paths = makeFiles(folder.filePath(QStringLiteral("random")), 100'000, 100 << 10);
    fill(**cache, paths);
    (*cache)->flush();
    measure("random_100000", **cache, paths);
    printLoad();
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/policy/S3Fifo.h"

#include <QFile>
#include <QTest>

#include <array>
#include <memory>
#include <unordered_map>
#include <vector>
#include <zstd.h>

using manometer::cache::S3Fifo;

namespace {

// A cache of keys and nothing else.
class KeyCache
{
public:
    explicit KeyCache(std::size_t capacity)
        : m_capacity(capacity)
    {}
    bool access(std::uint64_t key)
    {
        const auto found = m_hooks.find(key);
        if (found != m_hooks.end()) {
            S3Fifo::touch(*found->second);
            return true;
        }
        while (m_policy.size() >= m_capacity)
            m_hooks.erase(m_policy.evict()->hash);
        auto hook = std::make_unique<S3Fifo::Hook>();
        m_policy.insert(*hook, key);
        m_hooks.emplace(key, std::move(hook));
        return false;
    }
    void shrink(std::size_t capacity)
    {
        m_capacity = capacity;
        while (m_policy.size() > m_capacity)
            m_hooks.erase(m_policy.evict()->hash);
    }
    bool holds(std::uint64_t key) const { return m_hooks.contains(key); }
    std::size_t size() const { return m_policy.size(); }

private:
    std::size_t m_capacity;
    S3Fifo m_policy;
    std::unordered_map<std::uint64_t, std::unique_ptr<S3Fifo::Hook>> m_hooks;
};

QByteArray unpacked(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray packed = file.readAll();
    QByteArray result;
    std::vector<char> chunk(1 << 20);
    const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(), ZSTD_freeDCtx);
    ZSTD_inBuffer in{packed.constData(), std::size_t(packed.size()), 0};
    while (in.pos < in.size) {
        ZSTD_outBuffer out{chunk.data(), chunk.size(), 0};
        if (ZSTD_isError(ZSTD_decompressStream(context.get(), &out, &in)))
            return {};
        result.append(chunk.data(), qsizetype(out.pos));
    }
    return result;
}

// trace -> cache size -> miss ratio of S3-FIFO, from oracle.csv's columns by name.
struct Cell
{
    QString trace;
    std::size_t entries;
    double missRatio;
};

QList<Cell> oracle()
{
    QFile file(QStringLiteral(TRACES "/oracle.csv"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto header = QString::fromUtf8(file.readLine()).trimmed().split(QLatin1Char(','));
    QList<Cell> cells;
    while (!file.atEnd()) {
        const auto fields = QString::fromUtf8(file.readLine()).trimmed().split(QLatin1Char(','));
        const auto field = [&](const char *name) {
            return fields.value(header.indexOf(QLatin1StringView(name)));
        };
        if (field("policy") == QStringLiteral("S3-FIFO"))
            cells.append({field("trace"), std::size_t(field("cache_objects").toULongLong()),
                          field("miss_ratio").toDouble()});
    }
    return cells;
}

} // namespace

class TestS3Fifo : public QObject
{
    Q_OBJECT
private slots:
    void itNeverHoldsMoreThanItsCapacity()
    {
        KeyCache cache(100);
        for (std::uint64_t key = 0; key < 10'000; ++key) {
            cache.access(key * 7919 % 1500);
            QVERIFY(cache.size() <= 100);
        }
        QCOMPARE(cache.size(), std::size_t(100));
    }

    void aScanDoesNotFlushTheHotSet()
    {
        KeyCache cache(100);
        for (int round = 0; round < 5; ++round)
            for (std::uint64_t key = 0; key < 50; ++key)
                cache.access(key);
        for (std::uint64_t key = 1000; key < 11'000; ++key)
            cache.access(key);
        int kept = 0;
        for (std::uint64_t key = 0; key < 50; ++key)
            kept += cache.holds(key);
        QCOMPARE(kept, 50);
    }

    void aCutKeepsWhatIsAskedForMost()
    {
        KeyCache cache(500);
        for (std::uint64_t key = 0; key < 500; ++key)
            cache.access(key);
        for (int round = 0; round < 3; ++round)
            for (std::uint64_t key = 100; key < 140; ++key)
                cache.access(key);
        cache.shrink(50);
        QCOMPARE(cache.size(), std::size_t(50));
        for (std::uint64_t key = 100; key < 140; ++key)
            QVERIFY2(cache.holds(key), qPrintable(QString::number(key)));
    }

    void whatComesBackSoonIsNotEvictedFirstAgain()
    {
        KeyCache cache(100);
        for (std::uint64_t key = 0; key < 110; ++key)
            cache.access(key);
        QVERIFY(!cache.holds(0));
        cache.access(0); // remembered: straight to main
        for (std::uint64_t key = 1000; key < 1080; ++key)
            cache.access(key);
        QVERIFY(cache.holds(0));
    }

    void erasingFromTheMiddleLeavesTheRestInOrder()
    {
        S3Fifo policy;
        std::array<S3Fifo::Hook, 5> hooks;
        for (std::size_t i = 0; i < hooks.size(); ++i)
            policy.insert(hooks[i], i);
        policy.erase(hooks[0]);
        policy.erase(hooks[2]);
        policy.erase(hooks[4]);
        QCOMPARE(policy.size(), std::size_t(2));
        QCOMPARE(policy.evict(), &hooks[1]);
        QCOMPARE(policy.evict(), &hooks[3]);
        QCOMPARE(policy.evict(), nullptr);
    }

    void realTracesMissAsOftenAsTheReference()
    {
        const auto cells = oracle();
        if (cells.isEmpty())
            QSKIP("the recorded traces are not here");
        QByteArray text;
        QString loaded;
        int compared = 0;
        for (const Cell &cell : cells) {
            if (cell.entries < 200)
                continue; // the policy behaves otherwise where its small queue holds a handful
            if (cell.trace != QStringLiteral("lirs_multi3") &&
                cell.trace != QStringLiteral("cache2k_web12") && cell.trace != QStringLiteral("lirs_sprite"))
                continue; // the long ones are the benchmark's
            if (loaded != cell.trace) {
                text = unpacked(QStringLiteral(TRACES "/%1.txt.zst").arg(cell.trace));
                loaded = cell.trace;
            }
            KeyCache cache(cell.entries);
            std::uint64_t requests = 0;
            std::uint64_t misses = 0;
            for (qsizetype at = 0; at < text.size();) {
                qsizetype end = text.indexOf('\n', at);
                if (end < 0)
                    end = text.size();
                const QByteArray line = text.mid(at, end - at);
                at = end + 1;
                if (line.isEmpty())
                    continue;
                ++requests;
                misses += !cache.access(line.split(',').first().toULongLong());
            }
            const double ratio = double(misses) / double(requests);
            ++compared;
            QVERIFY2(ratio <= cell.missRatio + 0.005, qPrintable(QStringLiteral("%1 at %2: %3, reference %4")
                                                                     .arg(cell.trace)
                                                                     .arg(cell.entries)
                                                                     .arg(ratio)
                                                                     .arg(cell.missRatio)));
        }
        QVERIFY(compared > 0);
    }
};

QTEST_GUILESS_MAIN(TestS3Fifo)
#include "tst_s3fifo.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
//
// Views with nothing behind them: what they say is set by the test, what they are told is kept. Futures are
// answered at once, or by the test when it says so (`hold`), in any order.
#pragma once

#include "gui/Views.h"

#include <QPromise>
#include <QSet>

#include <algorithm>
#include <memory>

namespace manometer::gui {

// A value that is there already.
template<typename T>
QFuture<T> ready(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

class FakeMonitor final : public service::MonitorView
{
public:
    service::MonitorStatus now;
    service::SampleRecords past;

    service::MonitorStatus status() const override { return now; }
    QFuture<service::SampleRecords> samples(const service::TimeRange &) const override { return ready(past); }
    QFuture<pressure::SourceReport> sources() const override { return ready(report); }
    QFuture<service::MemoryHolding> holders() const override
    {
        ++holdersAsked;
        return ready(holding);
    }
    service::MemoryHolding holding;
    mutable int holdersAsked = 0;
    pressure::SourceReport report;
    void snooze(double sharePercent, std::chrono::milliseconds duration) override
    {
        snoozes.append({sharePercent, duration});
    }
    QList<std::pair<double, std::chrono::milliseconds>> snoozes;

    void sample(const service::SampleRecord &record)
    {
        if (!record.gap)
            now.latest = record;
        now.percent = now.latest.systemUsedPercent;
        emit sampled(record);
        emit statusChanged(now);
    }
};

class FakeCache final : public service::CacheView
{
public:
    enum class Answers { AtOnce, Held };

    struct HeldListing
    {
        cache::EntryQuery query;
        service::Listing listing;
        std::shared_ptr<QPromise<service::Listing>> promise;
        void answer()
        {
            promise->addResult(listing);
            promise->finish();
        }
    };
    struct HeldDetail
    {
        service::EntryId id;
        std::optional<service::EntryDetail> detail;
        std::shared_ptr<QPromise<std::optional<service::EntryDetail>>> promise;
        void answer()
        {
            promise->addResult(detail);
            promise->finish();
        }
    };

    service::CacheSummary figures;
    QList<service::EntryRow> entries;
    Answers listings = Answers::AtOnce;
    Answers details = Answers::AtOnce;
    QList<HeldListing> heldListings;
    QList<HeldDetail> heldDetails;
    QList<cache::EntryQuery> queries;
    qsizetype pagesAsked = 0;
    QList<service::EntryId> removed;
    qint64 asOfWallMs = 1'763'885'090'000;

    service::CacheSummary summary() const override { return figures; }

    QFuture<service::Listing> list(const service::EntryQuery &query) override
    {
        queries += query;
        const service::Listing listing = ordered(query);
        if (listings == Answers::AtOnce)
            return ready(listing);
        auto promise = std::make_shared<QPromise<service::Listing>>();
        promise->start();
        heldListings.append({query, listing, promise});
        return promise->future();
    }

    QFuture<QList<service::EntryRow>> rows(const QList<service::EntryId> &ids) override
    {
        ++pagesAsked;
        QList<service::EntryRow> found;
        for (const service::EntryId id : ids) {
            const service::EntryRow *entry = find(id);
            found += entry ? *entry : gone(id);
        }
        return ready(found);
    }

    QFuture<std::optional<service::EntryDetail>> detail(service::EntryId id) override
    {
        std::optional<service::EntryDetail> found;
        if (const service::EntryRow *entry = find(id))
            found = service::EntryDetail{.row = *entry, .bytes = json(*entry)};
        if (details == Answers::AtOnce)
            return ready(found);
        auto promise = std::make_shared<QPromise<std::optional<service::EntryDetail>>>();
        promise->start();
        heldDetails.append({id, found, promise});
        return promise->future();
    }

    QFuture<qsizetype> keep(const QList<service::EntryId> &ids, bool isKept) override
    {
        qsizetype changed = 0;
        for (service::EntryRow &entry : entries) {
            if (!ids.contains(entry.id))
                continue;
            entry.isKept = isKept;
            ++changed;
        }
        return ready(changed);
    }

    QFuture<service::EntryWeight> weigh(const QList<service::EntryId> &ids) override
    {
        service::EntryWeight weight{
            .entries = 0, .kept = 0, .valueBytes = 0, .storedBytes = 0, .canComeBack = canComeBack};
        const QSet<service::EntryId> asked(ids.begin(), ids.end());
        for (const service::EntryRow &entry : entries) {
            if (!asked.contains(entry.id))
                continue;
            ++weight.entries;
            weight.kept += entry.isKept ? 1 : 0;
            weight.valueBytes += entry.valueBytes;
            weight.storedBytes += entry.storedBytes;
        }
        return ready(weight);
    }

    QFuture<service::Removal> remove(const QList<service::EntryId> &ids, bool holdAside) override
    {
        removed += ids;
        trashed.clear();
        const QSet<service::EntryId> asked(ids.begin(), ids.end());
        service::Removal removal{.removed = 0, .stopped = false, .trash = holdAside ? ++trash : 0};
        removal.removed = entries.removeIf([&](const service::EntryRow &entry) {
            if (holdAside && asked.contains(entry.id))
                trashed += entry;
            return asked.contains(entry.id);
        });
        figures.stats.diskEntries = static_cast<quint64>(entries.size());
        figures.stats.memoryEntries =
            std::min<quint64>(figures.stats.memoryEntries, figures.stats.diskEntries);
        if (removals == Answers::AtOnce)
            return ready(removal);
        heldRemoval = std::make_shared<QPromise<service::Removal>>();
        heldRemoval->start();
        heldRemoval->setProgressRange(0, static_cast<int>(ids.size()));
        return heldRemoval->future();
    }

    void stopRemoving() override { ++stops; }

    QFuture<qsizetype> restore(quint64 which) override
    {
        const qsizetype count = which == trash ? trashed.size() : 0;
        if (which == trash)
            entries += trashed;
        trashed.clear();
        figures.stats.diskEntries = static_cast<quint64>(entries.size());
        return ready(count);
    }

    void discard(quint64 which) override { discarded += which; }

    bool canComeBack = true;
    Answers removals = Answers::AtOnce;
    std::shared_ptr<QPromise<service::Removal>> heldRemoval;
    quint64 trash = 0; // the last one
    QList<service::EntryRow> trashed;
    QList<quint64> discarded;
    int stops = 0;

    static QByteArray json(const service::EntryRow &entry)
    {
        return R"({"SourceFile":")" + entry.path + R"(","File":{"FileType":"FITS","Size":)" +
               QByteArray::number(entry.sourceBytes) +
               R"(},"FITS":{"Instrume":"ACS","Exptime":507.0,"Naxis":[2,4096,4096],"Simple":true}})";
    }

private:
    static service::EntryRow gone(service::EntryId id)
    {
        service::EntryRow row;
        row.id = id;
        return row;
    }
    const service::EntryRow *find(service::EntryId id) const
    {
        const auto found = std::find_if(entries.begin(), entries.end(),
                                        [id](const service::EntryRow &entry) { return entry.id == id; });
        return found == entries.end() ? nullptr : &*found;
    }

    service::Listing ordered(const cache::EntryQuery &query)
    {
        using Order = cache::EntryQuery::Order;
        QList<service::EntryRow> matching;
        for (const service::EntryRow &entry : entries)
            if (entry.path.toLower().contains(QByteArray::fromStdString(query.pathContains).toLower()) &&
                query.valueBytes.contains(entry.valueBytes) && query.hits.contains(entry.hits) &&
                query.isKept.value_or(entry.isKept) == entry.isKept)
                matching += entry;
        const auto less = [&query](const service::EntryRow &one, const service::EntryRow &other) {
            switch (query.order) {
            case Order::ValueBytes:
                return one.valueBytes < other.valueBytes;
            case Order::Hits:
                return one.hits < other.hits;
            case Order::Stored:
                return one.storedWallMs < other.storedWallMs;
            case Order::LastUsed:
                return one.lastUsedWallMs < other.lastUsedWallMs;
            case Order::ReadCost:
                return one.readCostMicroseconds < other.readCostMicroseconds;
            case Order::Depth:
                return one.depth < other.depth;
            case Order::Modified:
                return one.modifiedWallMs < other.modifiedWallMs;
            case Order::Tier:
                return one.inMemory < other.inMemory;
            case Order::Kept:
                return one.isKept < other.isKept;
            case Order::Path:
                break;
            }
            return one.path < other.path;
        };
        std::stable_sort(matching.begin(), matching.end(), less);
        if (query.descending)
            std::reverse(matching.begin(), matching.end());
        service::Listing listing{.generation = ++m_generation, .ids = {}, .asOfWallMs = asOfWallMs};
        for (const service::EntryRow &entry : matching)
            listing.ids += entry.id;
        return listing;
    }

    quint64 m_generation = 0;
};

class FakeEvents final : public service::EventView
{
public:
    QList<service::Event> log;

    QFuture<QList<service::Event>> events(quint64 firstId, qsizetype count) const override
    {
        QList<service::Event> found;
        for (const service::Event &event : log)
            if (event.id >= firstId && found.size() < count)
                found += event;
        return ready(found);
    }

    void note(const service::NoteEvent &note) override { append(note, note.atWallMs); }

    template<typename What>
    void append(What what, qint64 wallMs = 1'763'885'097'000)
    {
        const service::Event event{.id = static_cast<quint64>(log.size()) + 1,
                                   .wallMs = wallMs,
                                   .monotonicMs = 0,
                                   .what = std::move(what)};
        log += event;
        emit appended(event);
    }
};

class FakeScan final : public service::ScanView
{
public:
    service::ScanProgress now;
    QList<service::ScanFailure> failed_;
    QByteArray started;
    QList<cache::EntryId> again;
    int cancels = 0;

    service::ScanProgress progress() const override { return now; }
    QList<service::ScanFailure> failures() const override { return failed_; }
    void start(const QByteArray &folder) override { started = folder; }
    void readAgain(cache::EntryId entry) override { again += entry; }
    void cancel() override { ++cancels; }

    void report(const service::ScanProgress &progress)
    {
        now = progress;
        emit progressed(now);
    }
    void fail(const service::ScanFailure &failure)
    {
        failed_ += failure;
        ++now.failed;
        emit failed(failure);
    }
    void end(bool cancelled)
    {
        now.running = false;
        emit progressed(now);
        emit finished(now, cancelled);
    }
};

class FakeSettings final : public service::SettingsView
{
public:
    service::Settings now;
    QList<pressure::Thresholds> applied;
    bool refuse = false;
    QList<service::Preset> presets_{{.name = QStringLiteral("default"), .builtIn = true},
                                    {.name = QStringLiteral("server"), .settings = large(), .builtIn = true}};
    QString base = QStringLiteral("default");
    service::PresetRead read;                   // the answer of readPreset
    QList<std::pair<QString, QString>> written; // file, name

    static service::Settings large()
    {
        service::Settings settings;
        settings.memory = {.entries = 1'000'000, .bytes = 1u << 30};
        return settings;
    }
    service::Settings settings() const override { return now; }
    QList<service::Preset> presets() const override { return presets_; }
    QString basePreset() const override { return base; }
    QString language_;
    QString language() const override { return language_; }
    void setLanguage(const QString &code) override { language_ = code; }
    bool applySettings(const service::Settings &settings, const QString &preset) override
    {
        if (refuse)
            return false;
        now = settings;
        base = preset;
        emit changed(now);
        return true;
    }
    bool savePreset(const QString &name, const service::Settings &settings) override
    {
        if (refuse)
            return false;
        removePreset(name);
        presets_ += service::Preset{.name = name, .settings = settings};
        if (settings == now)
            base = name;
        emit presetsChanged();
        return true;
    }
    bool removePreset(const QString &name) override
    {
        const bool there =
            presets_.removeIf([&](const service::Preset &each) { return each.name == name; }) > 0;
        emit presetsChanged();
        return there;
    }
    QFuture<service::PresetRead> readPreset(const QString &) override
    {
        return QtFuture::makeReadyFuture(read);
    }
    QFuture<QString> writePreset(const QString &file, const QString &name, const service::Settings &) override
    {
        written += {file, name};
        return QtFuture::makeReadyFuture(QString());
    }
    bool applyThresholds(const pressure::Thresholds &thresholds) override
    {
        if (refuse)
            return false;
        applied += thresholds;
        set(thresholds);
        return true;
    }
    // As if applied from elsewhere.
    void set(const pressure::Thresholds &thresholds)
    {
        now.thresholds = thresholds;
        emit changed(now);
    }
};

class FakeExports final : public service::ExportView
{
public:
    struct Asked
    {
        QString what;
        QString file;
        service::CsvProfile profile;
        service::TimeRange range{};
        cache::EntryQuery query{};
    };
    QList<Asked> asked;
    QString answer;                             // of all
    std::shared_ptr<QPromise<QString>> entries; // of exportEntries, under way until the test ends it
    QString recording;

    QFuture<QString> exportSamples(const QString &file, const service::TimeRange &range,
                                   service::CsvProfile profile) override
    {
        asked.append({.what = QStringLiteral("samples"), .file = file, .profile = profile, .range = range});
        return ready(answer);
    }
    QFuture<QString> exportEvents(const QString &file, const service::TimeRange &range,
                                  service::CsvProfile profile) override
    {
        asked.append({.what = QStringLiteral("events"), .file = file, .profile = profile, .range = range});
        return ready(answer);
    }
    QFuture<QString> exportEntries(const QString &file, const cache::EntryQuery &query,
                                   service::CsvProfile profile) override
    {
        asked.append({.what = QStringLiteral("entries"), .file = file, .profile = profile, .query = query});
        entries = std::make_shared<QPromise<QString>>();
        entries->start();
        entries->setProgressRange(0, 100);
        return entries->future();
    }
    QList<std::pair<QString, QByteArray>> diagnosticsTexts;
    service::FileNames diagnosticsNames = service::FileNames::LeftOut;
    QFuture<QString> saveDiagnostics(const QString &file, const QList<std::pair<QString, QByteArray>> &texts,
                                     service::FileNames names) override
    {
        asked.append(
            {.what = QStringLiteral("diagnostics"), .file = file, .profile = service::CsvProfile::Plain});
        diagnosticsTexts = texts;
        diagnosticsNames = names;
        return ready(answer);
    }
    void startRecording(const QString &file) override
    {
        recording = file;
        emit recordingChanged();
    }
    void stopRecording() override
    {
        recording.clear();
        emit recordingChanged();
    }
    QString recordingFile() const override { return recording; }
};

struct FakeViews
{
    FakeMonitor monitor;
    FakeCache cache;
    FakeEvents events;
    FakeScan scan;
    FakeSettings settings;
    FakeExports exports;

    Views views()
    {
        return {.monitor = &monitor,
                .cache = &cache,
                .events = &events,
                .scan = &scan,
                .settings = &settings,
                .exports = &exports};
    }
};

} // namespace manometer::gui

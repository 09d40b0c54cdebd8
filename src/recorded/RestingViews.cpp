// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorded/RestingViews.h"

#include "views/BuiltInPresets.h"
#include "views/SettingsRules.h"

#include <algorithm>

namespace manometer::recorded {

using namespace views;

RecordedSettings::RecordedSettings(const Settings &settings)
    : m_settings(settings)
{
    const auto &presets = builtInPresets();
    const auto equal = std::find_if(presets.begin(), presets.end(), [&settings](const Preset &preset) {
        return preset.settings == settings;
    });
    m_base = equal == presets.end() ? presets.front().name : equal->name;
}

// The rules allow the change, but there is nothing that would take it.
bool RecordedSettings::refuse()
{
    emit changeFailed(refusal());
    return true;
}

bool RecordedSettings::applyThresholds(const pressure::Thresholds &thresholds)
{
    return !pressure::findProblem(thresholds) && refuse();
}

bool RecordedSettings::applySettings(const Settings &settings, const QString &base)
{
    return findProblem(settings).isEmpty() && findPreset(base) && refuse();
}

QList<Preset> RecordedSettings::presets() const
{
    const auto &presets = builtInPresets();
    return {presets.begin(), presets.end()};
}

bool RecordedSettings::savePreset(const QString &, const Settings &)
{
    return false;
}

bool RecordedSettings::removePreset(const QString &)
{
    return false;
}

QFuture<Listing> NoCache::list(const EntryQuery &)
{
    Listing listing;
    listing.generation = ++m_generation;
    return answered(listing);
}

QFuture<QList<EntryId>> NoCache::moreIds(quint64, qsizetype)
{
    return answered(QList<EntryId>());
}

QFuture<QList<EntryRow>> NoCache::rows(const QList<EntryId> &ids)
{
    QList<EntryRow> rows(ids.size());
    for (qsizetype i = 0; i < ids.size(); ++i)
        rows[i].id = ids[i];
    return answered(rows);
}

QFuture<std::optional<EntryDetail>> NoCache::detail(EntryId)
{
    return answered(std::optional<EntryDetail>());
}

QFuture<qsizetype> NoCache::keep(const QList<EntryId> &, bool)
{
    return refused<qsizetype>();
}

QFuture<EntryWeight> NoCache::weigh(const QList<EntryId> &)
{
    return answered(EntryWeight{});
}

Removing NoCache::remove(const QList<EntryId> &, Removed)
{
    return {.id = 0, .answer = refused<Removal>()};
}

void NoCache::stopRemoving(quint64) {}

QFuture<qsizetype> NoCache::restore(quint64)
{
    return refused<qsizetype>();
}

void NoCache::discard(quint64) {}

QFuture<void> NoScan::start(const QByteArray &)
{
    return refused<void>();
}

QFuture<void> NoScan::readAgain(cache::EntryId)
{
    return refused<void>();
}

} // namespace manometer::recorded

// SPDX-License-Identifier: GPL-3.0-or-later
//
// The views of a recording in which nothing can happen: its settings cannot be changed, and there is no cache
// and no scan. They emit nothing but refusals. In the backend's thread; nothing blocks.
#pragma once

#include "views/CacheView.h"
#include "views/Failure.h"
#include "views/ScanView.h"
#include "views/SettingsView.h"

namespace manometer::recorded {

// Not translated; a window offers none of what is refused.
inline QString refusal()
{
    return QStringLiteral("this is a recording: it has no machine and no cache");
}

template<typename T>
QFuture<T> refused()
{
    return views::failed<T>(views::Failure::Kind::Refused, refusal());
}

class RecordedSettings final : public views::SettingsView
{
    Q_OBJECT
public:
    explicit RecordedSettings(const views::Settings &settings);

    views::Settings settings() const override { return m_settings; }
    bool applyThresholds(const pressure::Thresholds &thresholds) override;
    bool applySettings(const views::Settings &settings, const QString &base) override;
    QList<views::Preset> presets() const override; // the built-in ones
    QString basePreset() const override { return m_base; }
    bool savePreset(const QString &name, const views::Settings &settings) override;
    bool removePreset(const QString &name) override;

private:
    bool refuse();

    views::Settings m_settings;
    QString m_base; // the preset that equals them, or the default one
};

class NoCache final : public views::CacheView
{
    Q_OBJECT
public:
    views::CacheSummary summary() const override { return {}; }
    QFuture<views::Listing> list(const views::EntryQuery &query) override;
    QFuture<QList<views::EntryId>> moreIds(quint64 generation, qsizetype first) override;
    QFuture<QList<views::EntryRow>> rows(const QList<views::EntryId> &ids) override;
    QFuture<std::optional<views::EntryDetail>> detail(views::EntryId id) override;
    QFuture<qsizetype> keep(const QList<views::EntryId> &ids, bool isKept) override;
    QFuture<views::EntryWeight> weigh(const QList<views::EntryId> &ids) override;
    views::Removing remove(const QList<views::EntryId> &ids, Removed what) override;
    void stopRemoving(quint64 id) override;
    QFuture<qsizetype> restore(quint64 undoId) override;
    void discard(quint64 undoId) override;

private:
    quint64 m_generation = 0;
};

class NoScan final : public views::ScanView
{
    Q_OBJECT
public:
    views::ScanProgress progress() const override { return {}; }
    QList<views::ScanFailure> failures() const override { return {}; }
    QFuture<void> start(const QByteArray &folder) override;
    QFuture<void> readAgain(cache::EntryId entry) override;
    void cancel() override {}
};

} // namespace manometer::recorded

// SPDX-License-Identifier: GPL-3.0-or-later
//
// The settings in force and the file that keeps the operator's own: JSON, versioned, validated on load. A
// file that cannot be used is kept aside, never overwritten. Made and used in one thread; load() blocks on
// the disk and is for the start, saving happens on a thread of its own.
#pragma once

#include "service/Event.h"
#include "service/SettingsView.h"

#include <QThreadPool>

#include <optional>

namespace manometer::service {

class SettingsStore final : public SettingsView
{
    Q_OBJECT
public:
    static constexpr int formatVersion = 1;

    // `initial` is what counts besides those: the preset and the command line.
    SettingsStore(const Settings &initial, const QString &file, QObject *parent = nullptr);
    ~SettingsStore() override;

    // Takes the thresholds and the control loop's numbers from the file, if there is one. What was wrong with
    // it, empty if nothing.
    std::optional<SettingsEvent> load();

    Settings settings() const override { return m_settings; }
    bool applyThresholds(const pressure::Thresholds &thresholds) override;

signals:
    void happened(const manometer::service::Event &event);

private:
    void save();

    Settings m_settings;
    QString m_file;
    QThreadPool m_pool; // one thread: saves in order
};

} // namespace manometer::service

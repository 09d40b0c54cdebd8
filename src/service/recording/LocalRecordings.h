// SPDX-License-Identifier: GPL-3.0-or-later
//
// Implements RecordingView on this machine's journal and views. Lives in their thread; the files are read and
// the recording is made in a pool thread. Only the destructor blocks, until that ends.
#pragma once

#include "views/EventView.h"
#include "views/EvidenceView.h"
#include "views/RecordingView.h"
#include "views/SettingsView.h"

#include <QThreadPool>

#include <string>

namespace manometer::service {

// Borrowed; they outlive the recordings.
struct RecordingSources
{
    std::string journalFolder;
    const views::EventView *events = nullptr;
    const views::SettingsView *settings = nullptr;
    const views::EvidenceView *evidence = nullptr;
};

class LocalRecordings final : public views::RecordingView
{
    Q_OBJECT
public:
    explicit LocalRecordings(RecordingSources sources);
    ~LocalRecordings() override;

    QFuture<QByteArray> recording(const views::TimeRange &range, views::FileNames names) override;

private:
    RecordingSources m_sources;
    QThreadPool m_pool; // one thread
};

} // namespace manometer::service

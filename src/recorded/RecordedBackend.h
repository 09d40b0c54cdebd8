// SPDX-License-Identifier: GPL-3.0-or-later
//
// The backend of a recording: its views show what the file has, and nothing of this machine. No cache, no
// lock, no socket. What would change something fails with a Failure (Refused); what-if questions and
// suggestions are answered by replays of the recording. Lives in the thread that creates it; open() blocks on
// disk and replays the journal, the destructor waits for a replay that runs.
#pragma once

#include "recorded/RecordingFile.h"
#include "views/Backend.h"

#include <memory>

namespace manometer::recorded {

struct Session;

class RecordedBackend final : public views::Backend
{
    Q_OBJECT
public:
    static Expected<std::unique_ptr<RecordedBackend>, Refusal> open(const QString &file);
    ~RecordedBackend() override;

    views::Views views() override;
    // Connected, from the start to the end. The version is that of the program that made the recording.
    views::Connection connection() const override { return m_connection; }

    views::TimeRange range() const; // from the first sample to the last one
    // Of kinds that a later version has added; they are not shown.
    qsizetype skippedEvents() const { return m_skippedEvents; }

private:
    struct RecordedViews;

    RecordedBackend(Session session, QByteArray file, qsizetype skippedEvents);

    views::Connection m_connection;
    qsizetype m_skippedEvents;
    std::unique_ptr<RecordedViews> m_views;
};

} // namespace manometer::recorded

// SPDX-License-Identifier: GPL-3.0-or-later
//
// Implements RecordingView over the server's API: the file is made there. Lives in the backend's thread;
// nothing blocks.
#pragma once

#include "views/RecordingView.h"

namespace manometer::remote {

class Session;

class RemoteRecordings final : public views::RecordingView
{
    Q_OBJECT
public:
    // `session` outlives this object.
    explicit RemoteRecordings(Session &session)
        : m_session(session)
    {}

    QFuture<QByteArray> recording(const views::TimeRange &range, views::FileNames names) override;

private:
    Session &m_session;
};

} // namespace manometer::remote

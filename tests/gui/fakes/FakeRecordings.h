// SPDX-License-Identifier: GPL-3.0-or-later
//
// Recordings whose bytes the test sets; records what was asked.
#pragma once

#include "views/Failure.h"
#include "views/RecordingView.h"

namespace manometer::gui {

class FakeRecordings final : public views::RecordingView
{
public:
    QByteArray file = "a recording";
    QString refusal; // set: the future fails
    views::TimeRange askedRange{};
    views::FileNames askedNames = views::FileNames::LeftOut;

    QFuture<QByteArray> recording(const views::TimeRange &range, views::FileNames names) override
    {
        askedRange = range;
        askedNames = names;
        return refusal.isEmpty() ? views::answered(file)
                                 : views::failed<QByteArray>(views::Failure::Kind::Refused, refusal);
    }
};

} // namespace manometer::gui

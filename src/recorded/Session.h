// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a recording shows: the samples that its journal's steps make, the state at its end, and the stretch
// for replays. What the journal does not record (what memory is used for, the cache's figures but its limit)
// is absent. Pure; any thread; a day of one sample a second takes a tenth of a second.
#pragma once

#include "insight/Recording.h"
#include "recorded/RecordingFile.h"
#include "views/MonitorView.h"

namespace manometer::recorded {

struct Session
{
    views::TimeRange range{};
    views::SampleRecords samples{}; // of the range; buckets if there are more than mostSamples
    views::MonitorStatus status{};  // at its end
    insight::Recording recording{}; // with what leads to the range
    QList<views::Event> events{};   // on the clock of the samples
    views::Settings settings{};
    views::HitEvidence hits{};
    QString program{}; // that made it

    static constexpr qsizetype mostSamples = 50'000; // what a window keeps
};

// Fails if the journal is damaged, or has values that cannot be.
Expected<Session, Refusal> sessionOf(const RecordingContents &contents);

} // namespace manometer::recorded

// SPDX-License-Identifier: GPL-3.0-or-later
//
// Records, one a second, and the samples that the model makes of them for the chart.
#pragma once

#include "gui/fakes/FakeMonitor.h"
#include "gui/samples/SampleModel.h"
#include "support/Eventually.h"

#include <QSignalSpy>

namespace manometer::gui {

inline views::SampleRecord record(qint64 ms, double percent,
                                  pressure::Level applied = pressure::Level::Normal)
{
    views::SampleRecord made;
    made.wallMs = 1'700'000'000'000 + ms;
    made.monotonicMs = ms;
    made.systemUsedPercent = percent;
    made.processRssBytes = 50u << 20;
    made.applied = applied;
    return made;
}

inline views::SampleRecord bucket(qint64 ms, qint32 widthMs, double percent)
{
    views::SampleRecord made = record(ms, percent);
    made.bucketMs = widthMs;
    made.systemUsedMinPercent = made.systemUsedMaxPercent = percent;
    return made;
}

inline views::SampleRecord failed(qint64 ms)
{
    views::SampleRecord made = record(ms, views::absent);
    made.gap = true;
    return made;
}

// The samples that the model makes of these records.
inline ChartSamples modelled(const views::SampleRecords &records)
{
    FakeMonitor monitor;
    monitor.past = records;
    SampleModel model(&monitor);
    QSignalSpy changed(&model, &SampleModel::changed);
    if (!changed.wait(int(test::waitLimit.count())))
        return {};
    return model.samples();
}

} // namespace manometer::gui

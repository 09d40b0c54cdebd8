// SPDX-License-Identifier: GPL-3.0-or-later
//
// Recordings: what happened in a stretch of time, as the bytes of a file that a window can show without this
// machine (recorded/FORMAT.md). Lives in the thread that creates it. Nothing blocks; futures fail with a
// Failure.
#pragma once

#include "views/FileNames.h"
#include "views/SampleRecord.h"

#include <QByteArray>
#include <QFuture>
#include <QObject>

namespace manometer::views {

class RecordingView : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    static constexpr qsizetype mostBytes = 64 << 20; // of a file; a day at the fastest sampling fits

    // The samples and events of the range, of the last day at most, the settings in effect and what other
    // limits would cost. The newest seconds may be missing. Fails if nothing is recorded in the range, and if
    // the file would be larger than mostBytes. FileNames::LeftOut as in EventNames.h, withoutPaths().
    virtual QFuture<QByteArray> recording(const TimeRange &range, FileNames names) = 0;
};

} // namespace manometer::views

// SPDX-License-Identifier: GPL-3.0-or-later
//
// A journal on disk of samples a second apart, and a recording of it.
#pragma once

#include "insight/RecordedMonitor.h"
#include "journal/JournalWriter.h"
#include "recorded/JournalStretch.h"
#include "recorded/RecordingFile.h"
#include "reports/Clock.h"

#include <QTemporaryDir>
#include <QTest>

namespace manometer::recorded {

using insight::Percents;
using insight::times;
using insight::operator+;

inline qint64 msAt(double elapsed)
{
    return reports::toMs(insight::second(elapsed));
}

class JournalOnDisk
{
public:
    JournalOnDisk() { monitor.begin(); }
    explicit JournalOnDisk(const Percents &percents)
        : JournalOnDisk()
    {
        sample(percents);
    }
    void sample(const Percents &percents)
    {
        for (const auto &percent : percents) {
            monitor.sample(percent);
            monitor.pass(std::chrono::seconds(1));
        }
        if (!m_writer.flush())
            qFatal("the journal cannot be written");
    }
    std::string folder() const { return m_folder.path().toStdString(); }

private:
    QTemporaryDir m_folder;
    journal::JournalWriter m_writer{
        m_folder.path().toStdString(),
        {.segmentSpan = std::chrono::hours(1), .span = std::chrono::hours(48), .capBytes = 64u << 20},
        journal::BootId{7}};

public:
    insight::Monitor monitor{[this](const journal::Record &record) {
        if (!m_writer.add(record))
            qFatal("the journal cannot be written");
    }};
};

inline RecordingContents contentsOf(const JournalOnDisk &journal, const views::TimeRange &range = {})
{
    const auto stretch = readJournalStretch(journal.folder(), range, mostPartBytes);
    if (!stretch)
        qFatal("there is no stretch");
    RecordingContents contents;
    contents.program = QStringLiteral("manometer 1.2.3");
    contents.createdWallMs = msAt(1000);
    contents.range = stretch->range;
    contents.journal = stretch->segment;
    return contents;
}

inline std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

// 50 % for a minute, a rise that ends in CRITICAL, and back.
inline Percents risingWave()
{
    return times(60, 50) + times(30, 78) + times(30, 96) + times(60, 40);
}

} // namespace manometer::recorded

// SPDX-License-Identifier: GPL-3.0-or-later
//
// A recording as the bytes of one file (FORMAT.md), made and read. Every length, count and checksum is
// checked before it is used, and all memory is bounded, so that a hostile file cannot harm. Pure
// but for readRecordingFile(), which blocks on disk; any thread.
#pragma once

#include "expected/Expected.h"
#include "views/Event.h"
#include "views/EvidenceView.h"
#include "views/FileNames.h"
#include "views/SettingsView.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <string>
#include <string_view>

namespace manometer::recorded {

inline constexpr std::uint32_t formatVersion = 1;
// Of a file, and of what a part is decompressed to: the journal's cap is 64 MiB.
inline constexpr std::size_t mostFileBytes = std::size_t(64) << 20;
inline constexpr std::size_t mostPartBytes = std::size_t(96) << 20;
inline constexpr qsizetype mostEvents = 100'000;

struct RecordingContents
{
    QString program{}; // that made it, with its version
    qint64 createdWallMs = 0;
    views::TimeRange range{}; // from the first sample to the last one
    views::FileNames names = views::FileNames::LeftOut;
    std::string journal{}; // one segment, from the last snapshot before the range on
    QList<views::Event> events{};
    views::Settings settings{};
    views::HitEvidence hits{};
};

struct Refusal
{
    enum class Kind : quint8 {
        Unreadable,    // `detail` is the system's message
        TooLarge,      // for any recording
        NotARecording, // it is another kind of file
        Newer,         // of a later format version, which is `version`
        Damaged,       // `detail` says what is wrong
    };
    Kind kind = Kind::Damaged;
    QString detail{}; // not translated
    std::uint32_t version = 0;
};

// The contents must be as they are read: events within the limits above.
QByteArray encode(const RecordingContents &contents);
// What is in the journal's records is not judged here (Session.h). `skippedEvents`, if given, gets the number
// of events of a kind that a later version has added.
Expected<RecordingContents, Refusal> decode(std::string_view file, qsizetype *skippedEvents = nullptr);
Expected<QByteArray, Refusal> readRecordingFile(const QString &path);

} // namespace manometer::recorded

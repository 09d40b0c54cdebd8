// SPDX-License-Identifier: GPL-3.0-or-later
//
// The event log on disk: events.jsonl, rotated to events.1.jsonl and so on when it is full (FORMAT.md). One
// thread; blocks on disk; errors are errno values with a path.
#pragma once

#include "journal/Disk.h"
#include "wire/EventLine.h"

#include <QList>

#include <string>

namespace manometer::service {

class EventFile
{
public:
    static constexpr std::uint64_t defaultFileBytes = 4u << 20;
    static constexpr int files = 4;

    explicit EventFile(std::string folder, std::uint64_t fileBytes = defaultFileBytes);

    struct Loaded
    {
        QList<views::Event> events; // oldest first
        qsizetype unreadable = 0;   // lines that are not valid events
    };
    // At most the newest `count`.
    Loaded load(qsizetype count) const;
    journal::DiskResult<void> append(const QByteArray &lines);
    journal::DiskResult<void> sync();

private:
    std::string path(int number) const;
    journal::DiskResult<void> open();
    journal::DiskResult<void> repairTail();
    void rotate();

    std::string m_folder;
    std::uint64_t m_fileBytes;
    journal::File m_file;
};

} // namespace manometer::service

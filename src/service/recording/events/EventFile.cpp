// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/recording/events/EventFile.h"

#include "views/ProcessLists.h"

#include <QJsonDocument>

#include <algorithm>
#include <cstdio>
#include <utility>

namespace manometer::service {

using namespace views;

EventFile::EventFile(std::string folder, std::uint64_t fileBytes)
    : m_folder(std::move(folder))
    , m_fileBytes(fileBytes)
{}

std::string EventFile::path(int number) const
{
    return m_folder + (number == 0 ? "/events.jsonl" : "/events." + std::to_string(number) + ".jsonl");
}

EventFile::Loaded EventFile::load(qsizetype count) const
{
    Loaded loaded;
    ProcessLists lists;
    QList<Event> newestFirst;
    for (int number = 0; number < files && newestFirst.size() < count; ++number) {
        // Room for one line beyond a full file.
        const auto bytes = journal::readWhole(path(number), 2 * m_fileBytes + (1u << 20));
        if (!bytes)
            continue;
        const QList<QByteArray> lines =
            QByteArray::fromRawData(bytes->data(), static_cast<qsizetype>(bytes->size())).split('\n');
        for (auto line = lines.rbegin(); line != lines.rend() && newestFirst.size() < count; ++line) {
            if (line->isEmpty())
                continue;
            auto event = wire::fromLine(*line);
            if (!event) {
                ++loaded.unreadable;
                continue;
            }
            lists.visit(*event);
            newestFirst.append(std::move(*event));
        }
    }
    std::reverse(newestFirst.begin(), newestFirst.end());
    loaded.events = std::move(newestFirst);
    return loaded;
}

journal::DiskResult<void> EventFile::open()
{
    auto file = journal::File::open(path(0), journal::File::Mode::Append);
    if (!file)
        return Unexpected<journal::DiskError>(file.error());
    m_file = std::move(*file);
    auto repaired = repairTail();
    if (!repaired)
        m_file.close(); // the next line must not be appended to the torn one
    return repaired;
}

// A kill or a full disk may have torn the last line: append the newline if only that is missing, otherwise
// cut the line off.
journal::DiskResult<void> EventFile::repairTail()
{
    const auto bytes = journal::readWhole(path(0), 2 * m_fileBytes + (1u << 20));
    if (!bytes || bytes->empty() || bytes->back() == '\n')
        return {};
    const std::size_t begin = bytes->rfind('\n') + 1; // 0 without one
    const auto line =
        QByteArray::fromRawData(bytes->data() + begin, static_cast<qsizetype>(bytes->size() - begin));
    return QJsonDocument::fromJson(line).isObject() ? m_file.write("\n") : m_file.truncate(begin);
}

void EventFile::rotate()
{
    m_file.close();
    for (int number = files - 1; number > 0; --number)
        std::rename(path(number - 1).c_str(), path(number).c_str());
}

journal::DiskResult<void> EventFile::append(const QByteArray &lines)
{
    if (!m_file.isOpen())
        if (auto opened = open(); !opened)
            return opened;
    // This includes a file that an earlier run filled.
    const auto added = static_cast<std::uint64_t>(lines.size());
    if (m_file.sizeBytes() > 0 && m_file.sizeBytes() + added > m_fileBytes) {
        rotate();
        if (auto opened = open(); !opened)
            return opened;
    }
    auto written = m_file.write({lines.constData(), static_cast<std::size_t>(lines.size())});
    if (!written)
        m_file.close();
    return written;
}

journal::DiskResult<void> EventFile::sync()
{
    return m_file.isOpen() ? m_file.sync() : journal::DiskResult<void>();
}

} // namespace manometer::service

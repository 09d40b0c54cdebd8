// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/entries/FileEntries.h"

#include "extract/Document.h"
#include "extract/FileFacts.h"
#include "service/scan/SourceFile.h"

#include <utility>

namespace manometer::service {

using namespace views;

namespace {

bool differs(const ExpectedVersion &expected, const cache::SourceVersion &version)
{
    return expected.sizeBytes.value_or(version.sizeBytes) != version.sizeBytes ||
           expected.mtimeNanoseconds.value_or(version.mtimeNanoseconds) != version.mtimeNanoseconds ||
           expected.ctimeNanoseconds.value_or(version.ctimeNanoseconds) != version.ctimeNanoseconds;
}

} // namespace

FileEntries::FileEntries(cache::Cache &cache, const KnownAnswers &answers, const DemandReaderSetup &setup)
    : m_cache(cache)
    , m_answers(answers)
    , m_setup(setup)
    , m_reader(cache, m_volumes, setup)
{}

FoundEntry FileEntries::find(const std::string &path, std::string_view depth)
{
    const auto file = statFile(path.c_str(), m_volumes);
    if (!file)
        return {.state = isMissingError(file.error()) ? EntryState::NoFile : EntryState::Unreadable,
                .systemError = file.error()};
    if (!file->isRegular)
        return {.state = EntryState::NotRegular};
    auto lease = m_cache.get({.path = path, .depth = depth}, file->version);
    if (!lease || !isStillValid(path.c_str(), extract::readingOf(lease->bytes(), {})))
        return {.state = EntryState::NotCached};
    return {.state = EntryState::Found, .systemError = 0, .lease = std::move(lease)};
}

StoredEntry FileEntries::store(const std::string &path, std::string_view depth, std::string value,
                               const ExpectedVersion &expected)
{
    using State = StoredEntry::State;
    const auto file = statFile(path.c_str(), m_volumes);
    if (!file)
        return {.state = isMissingError(file.error()) ? State::NoFile : State::Unreadable,
                .systemError = file.error()};
    if (!file->isRegular)
        return {.state = State::NotRegular};
    if (differs(expected, file->version))
        return {.state = State::Changed};
    if (!isSettled(file->version, m_setup.now(), m_setup.settleTime))
        return {.state = State::Unsettled};
    const auto result = m_cache.put({.path = path, .depth = depth}, file->version, std::move(value), {});
    m_setup.contentsChanged();
    return {.state = result == cache::PutResult::NotStored ? State::NotStored : State::Stored};
}

bool FileEntries::remove(const std::string &path, std::string_view depth)
{
    const bool existed = m_cache.erase({.path = path, .depth = depth});
    if (existed)
        m_setup.contentsChanged();
    return existed;
}

std::size_t FileEntries::clear()
{
    const std::size_t count = m_cache.list({}).size();
    m_cache.clear();
    m_setup.contentsChanged();
    return count;
}

void FileEntries::read(const std::string &path, std::function<void(const ReadEntry &)> answer,
                       std::function<bool()> isWanted)
{
    m_reader.read(QByteArray::fromStdString(path), {std::move(answer), std::move(isWanted)});
}

} // namespace manometer::service

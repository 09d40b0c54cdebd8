// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/entries/FileEntries.h"

#include "extract/Document.h"
#include "extract/FileFacts.h"
#include "service/scan/SourceFile.h"

#include <utility>
#include <vector>

namespace manometer::service {

using namespace views;

namespace {

bool differs(const ExpectedVersion &expected, const cache::SourceVersion &version)
{
    return expected.sizeBytes.value_or(version.sizeBytes) != version.sizeBytes ||
           expected.mtimeNanoseconds.value_or(version.mtimeNanoseconds) != version.mtimeNanoseconds ||
           expected.ctimeNanoseconds.value_or(version.ctimeNanoseconds) != version.ctimeNanoseconds;
}

views::FoundEntry withoutEntry(const Expected<SourceFile, int> &file)
{
    if (!file)
        return {.state = isMissingError(file.error()) ? EntryState::NoFile : EntryState::Unreadable,
                .systemError = file.error()};
    return {.state = file->isRegular ? EntryState::NotCached : EntryState::NotRegular};
}

// Passes answers on in the order of their indices: at once when it is their turn, otherwise later, as copies.
class InOrder
{
public:
    InOrder(std::size_t count, const std::function<void(const FoundValue &)> &receive)
        : m_waiting(count)
        , m_receive(receive)
    {}

    void put(const FoundValue &answer)
    {
        if (answer.index != m_next) {
            m_waiting[answer.index] = Waiting{answer, std::string(answer.value)};
            return;
        }
        m_receive(answer);
        for (++m_next; m_next < m_waiting.size() && m_waiting[m_next]; ++m_next) {
            Waiting &waiting = *m_waiting[m_next];
            waiting.answer.value = waiting.value;
            m_receive(waiting.answer);
            m_waiting[m_next].reset();
        }
    }

private:
    struct Waiting
    {
        FoundValue answer;
        std::string value;
    };
    std::size_t m_next = 0;
    std::vector<std::optional<Waiting>> m_waiting;
    const std::function<void(const FoundValue &)> &m_receive;
};

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
    if (!file || !file->isRegular)
        return withoutEntry(file);
    auto lease = m_cache.get({.path = path, .depth = depth}, file->version);
    if (!lease || !isStillValid(path.c_str(), extract::readingOf(lease->bytes(), {})))
        return {.state = EntryState::NotCached};
    return {.state = EntryState::Found, .systemError = 0, .lease = std::move(lease)};
}

void FileEntries::findMany(std::span<const std::string> paths, std::string_view depth,
                           const std::function<void(const FoundValue &)> &receive)
{
    InOrder answers(paths.size(), receive);
    std::vector<cache::Request> requests;
    std::vector<std::size_t> indices; // of the requests' paths
    for (std::size_t i = 0; i < paths.size(); ++i) {
        const auto file = statFile(paths[i].c_str(), m_volumes);
        if (file && file->isRegular) {
            requests.push_back({{paths[i], depth}, file->version});
            indices.push_back(i);
        } else {
            const FoundEntry found = withoutEntry(file);
            answers.put({.index = i, .state = found.state, .systemError = found.systemError});
        }
    }
    struct Unchecked
    {
        std::size_t index;
        extract::Reading reading;
        std::string value;
    };
    std::vector<Unchecked> unchecked; // whose files have to be read: not while entries are held
    m_cache.getMany(requests, [&](const cache::Answer &answer) {
        const std::size_t index = indices[answer.index];
        if (!answer.tier)
            return answers.put({.index = index});
        extract::Reading reading = extract::readingOf(answer.bytes, {});
        if (reading.validity == extract::Validity::SameFingerprint)
            unchecked.push_back({index, std::move(reading), std::string(answer.bytes)});
        else if (isStillValid(paths[index].c_str(), reading))
            answers.put({.index = index, .state = EntryState::Found, .value = answer.bytes});
        else
            answers.put({.index = index});
    });
    for (const Unchecked &each : unchecked) {
        if (isStillValid(paths[each.index].c_str(), each.reading))
            answers.put({.index = each.index, .state = EntryState::Found, .value = each.value});
        else
            answers.put({.index = each.index});
    }
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

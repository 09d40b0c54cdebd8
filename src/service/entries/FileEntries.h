// SPDX-License-Identifier: GPL-3.0-or-later
//
// Implements EntryAccess on the cache engine: determines a file's version, checks that a cached document is
// still valid, and has missing ones read. Any thread; blocks as EntryAccess says.
#pragma once

#include "service/entries/KnownAnswers.h"
#include "service/scan/DemandReader.h"
#include "service/scan/Volumes.h"
#include "views/EntryAccess.h"

namespace manometer::service {

class FileEntries final : public views::EntryAccess
{
public:
    // `answers` outlives this object.
    FileEntries(cache::Cache &cache, const KnownAnswers &answers, const DemandReaderSetup &setup);

    std::string readerDepth() const override { return "standard"; }
    views::FoundEntry find(const std::string &path, std::string_view depth) override;
    void findMany(std::span<const std::string> paths, std::string_view depth,
                  const std::function<void(const views::FoundValue &)> &receive) override;
    views::StoredEntry store(const std::string &path, std::string_view depth, std::string value,
                             const views::ExpectedVersion &expected) override;
    bool remove(const std::string &path, std::string_view depth) override;
    std::size_t clear() override;
    bool flush() override { return m_cache.flush(); }
    void read(const std::string &path, std::function<void(const views::ReadEntry &)> answer,
              std::function<bool()> isWanted) override;
    cache::Stats stats() const override { return m_cache.stats(); }
    views::AnswerUse answerUse() const override { return m_answers.use(); }

private:
    cache::Cache &m_cache;
    const KnownAnswers &m_answers;
    const DemandReaderSetup m_setup;
    SharedVolumes m_volumes;
    DemandReader m_reader; // last: it uses the volumes until it is destroyed
};

} // namespace manometer::service

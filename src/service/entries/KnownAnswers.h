// SPDX-License-Identifier: GPL-3.0-or-later
//
// Implements AnswerStore on the cache engine. An answer is cached under its path and, as the depth, a hash
// of its question, in a JSON document that holds the question, which is compared, and counts what programs
// ask for. Any thread; blocks as AnswerStore says.
//
//   {"reader":{"name":"exiftool","version":"command","digest":…},   as in extract/Document.h
//    "validity":…, "file":{…},
//    "answer":{"question":…,"status":…,"access_times":[…],"only_for_access_time":…,"cost_us":…,
//              "output":…,"errors":…}}                              bytes escaped as in wire/Bytes.h
#pragma once

#include "answers/AnswerStore.h"
#include "cache/Cache.h"
#include "service/entries/AnswerTally.h"
#include "service/scan/Volumes.h"
#include "views/CacheView.h"

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>

namespace manometer::service {

struct KnownAnswersSetup
{
    std::function<void()> contentsChanged;
    std::shared_ptr<AnswerTally> tally = std::make_shared<AnswerTally>();
    std::chrono::milliseconds settleTime{2000};
    std::function<std::chrono::system_clock::time_point()> now = &std::chrono::system_clock::now;
};

class KnownAnswers final : public answers::AnswerStore
{
public:
    KnownAnswers(cache::Cache &cache, KnownAnswersSetup setup);

    std::optional<answers::Answer> find(const answers::Question &question,
                                        const std::string &program) override;
    bool store(const answers::Question &question, const answers::FileState &before,
               const answers::Answer &answer) override;

    views::AnswerUse use() const;
    // Programs that are counted by name.
    static constexpr qsizetype mostPrograms = 50;

private:
    std::optional<answers::Answer> answerFor(const answers::Question &question);
    // `saved`: microseconds, of a hit.
    void count(const QByteArray &program, std::optional<quint64> saved);

    cache::Cache &m_cache;
    const KnownAnswersSetup m_setup;
    SharedVolumes m_volumes;
    mutable std::mutex m_mutex;
    views::AnswerUse m_use; // clients in the order in which they came
};

} // namespace manometer::service

// SPDX-License-Identifier: GPL-3.0-or-later
//
// Answers questions about other settings by replays, in threads of its own: of a journal that is being
// written, or of a recording that does not change. The journal is read at the first question, kept in memory
// while there are questions, and read again behind them, so that a question waits for the disk only the first
// time. Created and used in one thread; only the destructor
// blocks, until a replay or the reading of the journal ends.
#pragma once

#include "insight/WhatIf.h"
#include "views/EvidenceView.h"

#include <QFuture>
#include <QThreadPool>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

namespace manometer::reports {

struct ReplaysSetup
{
    // Then the journal is read again at the next question, but for half a percent of the time at most:
    // reading a day takes some tens of milliseconds.
    std::chrono::milliseconds freshFor{1'000};
    std::chrono::milliseconds keptFor{60'000}; // after the last question; a day takes 3 to 25 MB
};

class Replays
{
public:
    explicit Replays(const std::string &journalFolder, const ReplaysSetup &setup = {});
    explicit Replays(const insight::Recording &recording);
    ~Replays();
    Replays(const Replays &) = delete;
    Replays &operator=(const Replays &) = delete;

    // The settings must be valid. `incidents` on the wall clock, in milliseconds.
    QFuture<views::WhatIfAnswer> whatIf(const views::WhatIfQuestion &question, const QList<qint64> &incidents,
                                        const views::HitEvidence &evidence);
    QFuture<views::SuggestAnswer> suggest(const views::SuggestQuestion &question,
                                          const QList<qint64> &incidents, const views::HitEvidence &evidence);

    bool isKept() const; // whether the recording is in memory

private:
    using Clock = std::chrono::steady_clock;

    struct Kept
    {
        insight::Recording recording;
        Clock::time_point readAt;
        Clock::duration readFor;
    };
    std::shared_ptr<const Kept> kept() const;
    // In a thread of a pool: what is kept, or read now.
    std::shared_ptr<const Kept> recording();
    std::shared_ptr<const Kept> read();
    void noteQuestion();
    views::WhatIfAnswer replay(const views::WhatIfQuestion &question, const QList<qint64> &incidents,
                               const views::HitEvidence &evidence);

    using Read = std::function<insight::Recording()>;
    Replays(Read read, const ReplaysSetup &setup);

    const Read m_read;
    const ReplaysSetup m_setup;
    mutable std::mutex m_mutex; // guards m_kept
    std::shared_ptr<const Kept> m_kept;
    std::mutex m_reading; // one at a time

    // Of the thread that answers what-if questions.
    struct Answering;
    std::unique_ptr<Answering> m_answering;

    QTimer m_forget;
    QFuture<void> m_rereading;
    std::atomic<bool> m_isStopping = false;
    QThreadPool m_answers;  // one thread: the next answer is a frame away
    QThreadPool m_searches; // one thread: suggestions, and reading the journal again
};

} // namespace manometer::reports

// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/Replays.h"

#include "async/PoolThreads.h"
#include "insight/Suggestions.h"
#include "reports/ReplayAnswers.h"
#include "views/SettingsRules.h"

#include <QtConcurrent>

#include <algorithm>
#include <cmath>
#include <optional>
#include <stop_token>
#include <utility>

namespace manometer::reports {

using namespace views;

struct Replays::Answering
{
    explicit Answering(std::shared_ptr<const Kept> recorded)
        : kept(std::move(recorded))
        , whatIf(kept->recording)
    {}

    // The applied settings' outcome does not change with the draft: a drag asks for the same one again.
    const insight::Outcome &applied(const TimeRange &range, const QList<qint64> &incidents)
    {
        if (!outcome || range != appliedRange || incidents != appliedIncidents) {
            outcome = whatIf.applied(scopeOf(range, incidents));
            appliedRange = range;
            appliedIncidents = incidents;
        }
        return *outcome;
    }

    const std::shared_ptr<const Kept> kept;
    insight::WhatIf whatIf;
    std::optional<insight::Outcome> outcome;
    TimeRange appliedRange;
    QList<qint64> appliedIncidents;
};

Replays::Replays(const std::string &journalFolder, const ReplaysSetup &setup)
    : Replays([journalFolder] { return insight::readRecording(journalFolder, {}).recording; }, setup)
{}

Replays::Replays(const insight::Recording &recording)
    : Replays([recording] { return recording; }, {.freshFor = std::chrono::years(1)})
{}

Replays::Replays(Read read, const ReplaysSetup &setup)
    : m_read(std::move(read))
    , m_setup(setup)
{
    async::startPoolThreads(m_answers, 1);
    async::startPoolThreads(m_searches, 1);
    m_forget.setSingleShot(true);
    m_forget.setInterval(m_setup.keptFor);
    QObject::connect(&m_forget, &QTimer::timeout, &m_forget, [this] {
        {
            const std::lock_guard lock(m_mutex);
            m_kept.reset();
        }
        // In its own thread, which alone uses it.
        m_answers.start([this] { m_answering.reset(); });
    });
}

Replays::~Replays()
{
    m_isStopping = true;
    m_answers.waitForDone();
    m_searches.waitForDone();
}

bool Replays::isKept() const
{
    return kept() != nullptr;
}

std::shared_ptr<const Replays::Kept> Replays::kept() const
{
    const std::lock_guard lock(m_mutex);
    return m_kept;
}

std::shared_ptr<const Replays::Kept> Replays::recording()
{
    if (auto present = kept())
        return present;
    return read();
}

std::shared_ptr<const Replays::Kept> Replays::read()
{
    const auto before = kept();
    const std::lock_guard reading(m_reading);
    // Another thread may have read it meanwhile.
    if (auto present = kept(); present && present != before)
        return present;
    const auto begin = Clock::now();
    insight::Recording fromDisk = m_read();
    auto fresh = std::make_shared<const Kept>(
        Kept{.recording = std::move(fromDisk), .readAt = begin, .readFor = Clock::now() - begin});
    const std::lock_guard lock(m_mutex);
    m_kept = fresh;
    return fresh;
}

void Replays::noteQuestion()
{
    m_forget.start();
    const auto present = kept();
    if (!present || !m_rereading.isFinished())
        return;
    if (Clock::now() - present->readAt > std::max<Clock::duration>(m_setup.freshFor, 200 * present->readFor))
        m_rereading = QtConcurrent::run(&m_searches, [this] { read(); });
}

WhatIfAnswer Replays::replay(const WhatIfQuestion &question, const QList<qint64> &incidents,
                             const HitEvidence &evidence)
{
    auto present = recording();
    if (!m_answering || m_answering->kept != present)
        m_answering = std::make_unique<Answering>(std::move(present));
    const pressure::ControlConfig draft = controlConfigOf(question.draft);
    const insight::Outcome drafted = m_answering->whatIf.draft(draft, scopeOf(question.range, incidents));
    WhatIfAnswer answer = answerOf(m_answering->applied(question.range, incidents), drafted, evidence);
    if (question.ribbonColumns <= 0)
        return answer;
    const TimeRange &ribbon = question.ribbonRange;
    const auto fill = [&](const insight::Outcome &applied, const insight::Outcome &other) {
        answer.applied.ribbon = ribbonOf(applied.runs, ribbon, question.ribbonColumns);
        answer.draft.ribbon = ribbonOf(other.runs, ribbon, question.ribbonColumns);
    };
    if (question.range.fromWallMs <= ribbon.fromWallMs && ribbon.toWallMs <= question.range.toWallMs) {
        fill(m_answering->applied(question.range, incidents), drafted);
    } else {
        const insight::Scope scope = scopeOf(ribbon, {});
        fill(m_answering->whatIf.applied(scope), m_answering->whatIf.draft(draft, scope));
    }
    return answer;
}

QFuture<WhatIfAnswer> Replays::whatIf(const WhatIfQuestion &question, const QList<qint64> &incidents,
                                      const HitEvidence &evidence)
{
    noteQuestion();
    return QtConcurrent::run(
        &m_answers, [this, question, incidents, evidence] { return replay(question, incidents, evidence); });
}

QFuture<SuggestAnswer> Replays::suggest(const SuggestQuestion &question, const QList<qint64> &incidents,
                                        const HitEvidence &evidence)
{
    noteQuestion();
    return QtConcurrent::run(&m_searches, [this, question, incidents,
                                           evidence](QPromise<SuggestAnswer> &promise) {
        promise.setProgressRange(0, 100);
        std::stop_source stop;
        const insight::SearchHooks hooks{.progress =
                                             [&](double share) {
                                                 promise.setProgressValue(
                                                     static_cast<int>(std::floor(100 * share)));
                                                 if (promise.isCanceled() || m_isStopping)
                                                     stop.request_stop();
                                             },
                                         .cancel = stop.get_token()};
        // Without evidence no limit costs anything.
        const auto missRatio = missRatioAt(evidence).value_or([](const pressure::Limits &) { return 0.0; });
        const insight::Constraints constraints = constraintsOf(question);
        const insight::Suggestions found =
            insight::suggest(recording()->recording, scopeOf(question.range, incidents),
                             controlConfigOf(question.base), constraints, missRatio, hooks);
        promise.addResult(answerOf(found, constraints, evidence));
    });
}

} // namespace manometer::reports

// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/evidence/LocalEvidence.h"

#include "async/Answer.h"
#include "reports/ReplayAnswers.h"
#include "service/recording/EventSink.h"
#include "views/Failure.h"
#include "views/SettingsRules.h"

#include <utility>
#include <variant>

namespace manometer::service {

using namespace views;

LocalEvidence::LocalEvidence(cache::Cache &cache, const cache::Limits &configured,
                             const std::string &journalFolder, EventSink &events)
    : m_events(events)
    , m_curve(cache, configured)
    , m_replays(journalFolder)
{}

void LocalEvidence::observe(const Event &event)
{
    const auto *note = std::get_if<NoteEvent>(&event.what);
    if (!note || !note->incident)
        return;
    m_incidents += note->atWallMs;
    if (m_incidents.size() > mostIncidents)
        m_incidents.removeFirst();
}

void LocalEvidence::observeAll(const QList<Event> &events)
{
    for (const Event &event : events)
        observe(event);
}

void LocalEvidence::reportReplay(const Settings &settings)
{
    async::whenAnswered(whatIf({.draft = settings}), this, [this](const WhatIfAnswer &answer) {
        if (answer.samples > 0)
            m_events.report(reports::replayEventOf(answer));
    });
}

QFuture<HitEvidence> LocalEvidence::hits() const
{
    return answered(m_curve.evidence());
}

QFuture<WhatIfAnswer> LocalEvidence::whatIf(const WhatIfQuestion &question)
{
    if (const QString problem = findProblem(question.draft); !problem.isEmpty())
        return failed<WhatIfAnswer>(Failure::Kind::Refused, problem);
    return m_replays.whatIf(question, m_incidents, m_curve.evidence());
}

QFuture<SuggestAnswer> LocalEvidence::suggest(const SuggestQuestion &question)
{
    if (const QString problem = findProblem(question.base); !problem.isEmpty())
        return failed<SuggestAnswer>(Failure::Kind::Refused, problem);
    return m_replays.suggest(question, m_incidents, m_curve.evidence());
}

} // namespace manometer::service

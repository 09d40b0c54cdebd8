// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorded/RecordedEvidence.h"

#include "recorded/Session.h"
#include "views/Failure.h"
#include "views/SettingsRules.h"

#include <algorithm>

namespace manometer::recorded {

using namespace views;

RecordedEvidence::RecordedEvidence(const Session &session)
    : m_range(session.range)
    , m_hits(session.hits)
    , m_replays(session.recording)
{
    for (const Event &event : session.events)
        if (const auto *note = std::get_if<NoteEvent>(&event.what); note && note->incident)
            m_incidents += note->atWallMs;
}

TimeRange RecordedEvidence::within(const TimeRange &range) const
{
    return {.fromWallMs = std::max(range.fromWallMs, m_range.fromWallMs),
            .toWallMs = std::min(range.toWallMs, m_range.toWallMs)};
}

QFuture<HitEvidence> RecordedEvidence::hits() const
{
    return answered(m_hits);
}

QFuture<WhatIfAnswer> RecordedEvidence::whatIf(const WhatIfQuestion &question)
{
    if (const QString problem = findProblem(question.draft); !problem.isEmpty())
        return failed<WhatIfAnswer>(Failure::Kind::Refused, problem);
    WhatIfQuestion inside = question;
    inside.range = within(question.range);
    inside.ribbonRange = within(question.ribbonRange);
    return m_replays.whatIf(inside, m_incidents, m_hits);
}

QFuture<SuggestAnswer> RecordedEvidence::suggest(const SuggestQuestion &question)
{
    if (const QString problem = findProblem(question.base); !problem.isEmpty())
        return failed<SuggestAnswer>(Failure::Kind::Refused, problem);
    SuggestQuestion inside = question;
    inside.range = within(question.range);
    return m_replays.suggest(inside, m_incidents, m_hits);
}

} // namespace manometer::recorded

// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/WhatIf.h"

#include "insight/replay/Player.h"
#include "insight/replay/Tally.h"
#include "pressure/control/LevelOverlaps.h"

#include <algorithm>
#include <cassert>

namespace manometer::insight {

using namespace pressure;

namespace {

Outcome play(const RecordingData &recording, const Signals &judged, const ControlConfig *draft,
             const Scope &scope)
{
    const RecordingData::StepRange range = recording.stepsOf(scope.range);
    Player player(recording, judged, draft);
    player.begin(range.first);
    player.playTo(range.first, nullptr);
    Tally tally(recording, range, player);
    player.playTo(range.end, &tally);
    if (range.end == recording.steps())
        player.finish(&tally);
    return tally.outcome(scope.incidents);
}

} // namespace

const std::optional<std::chrono::nanoseconds> &Lead::of(Level level) const
{
    assert(level != Level::Normal);
    return ahead[static_cast<std::size_t>(level) - 1];
}

const LevelFigures &Outcome::of(Level level) const
{
    return levels[static_cast<std::size_t>(level)];
}

// Within a stretch the runs of both are contiguous, and the stretches are the same.
std::vector<Difference> differences(const Outcome &applied, const Outcome &draft)
{
    std::vector<Difference> result;
    forEachOverlap(
        applied.runs, draft.runs, [](const LevelRun &run) { return run.to.monotonic; },
        [&result](const LevelRun &a, const LevelRun &b) {
            if (a.level == b.level)
                return;
            result.push_back({.applied = a.level,
                              .draft = b.level,
                              .from = a.from.monotonic < b.from.monotonic ? b.from : a.from,
                              .to = a.to.monotonic < b.to.monotonic ? a.to : b.to});
        });
    return result;
}

struct WhatIf::DraftSignals
{
    SignalConfig config;
    Signals judged;
};

WhatIf::WhatIf(Recording recording)
    : m_recording(std::move(recording))
{}
WhatIf::~WhatIf() = default;
WhatIf::WhatIf(WhatIf &&) noexcept = default;
WhatIf &WhatIf::operator=(WhatIf &&) noexcept = default;

Outcome WhatIf::applied(const Scope &scope)
{
    const RecordingData &data = m_recording.data();
    return play(data, data.judged, nullptr, scope);
}

Outcome WhatIf::draft(const ControlConfig &draft, const Scope &scope)
{
    const RecordingData &data = m_recording.data();
    const SignalConfig config = SignalConfig::of(draft);
    const bool judgesLikeApplied =
        std::all_of(data.configs.begin(), data.configs.end(),
                    [&config](const ControlConfig &applied) { return SignalConfig::of(applied) == config; });
    if (judgesLikeApplied)
        return play(data, data.judged, &draft, scope);
    if (!m_draftSignals || m_draftSignals->config != config)
        m_draftSignals = std::make_unique<DraftSignals>(
            DraftSignals{.config = config, .judged = deriveSignals(data, config)});
    return play(data, m_draftSignals->judged, &draft, scope);
}

} // namespace manometer::insight

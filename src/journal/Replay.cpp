// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/Replay.h"

namespace manometer::journal {

using namespace pressure;

ReplaySummary replay(const std::string &folder, const WallRange &range,
                     const std::function<void(const ReplayedStep &)> &visit)
{
    ReplaySummary summary;
    ControlConfig config;
    std::optional<ControlState> state; // empty: unknown until the next snapshot
    const auto take = [&](const Record &record) {
        if (const auto *snapshot = std::get_if<Snapshot>(&record)) {
            if (state && snapshot->cause == SnapshotCause::Periodic &&
                (*state != snapshot->state || config != snapshot->config))
                ++summary.mismatches;
            if (state && snapshot->cause == SnapshotCause::Resumed)
                ++summary.gaps;
            config = snapshot->config;
            state = snapshot->state;
        } else if (std::holds_alternative<Missing>(record)) {
            ++summary.gaps;
            state.reset();
        } else if (!state) {
            return Visit::Continue;
        } else if (const auto *stepped = std::get_if<Stepped>(&record)) {
            const ControlStep step = pressure::step(*state, stepped->input, config);
            state = step.state;
            if (stepped->clocks.wall < range.from)
                return Visit::Continue;
            ++summary.steps;
            visit({.stepped = *stepped, .config = config, .step = step});
        } else if (const auto *received = std::get_if<Received>(&record)) {
            state = withReceipt(*state, received->receipt, config);
        } else if (const auto *configured = std::get_if<Configured>(&record)) {
            config = configured->config;
        }
        return Visit::Continue;
    };
    summary.read = readJournal(folder, range, take);
    return summary;
}

} // namespace manometer::journal

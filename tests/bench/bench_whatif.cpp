// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads a day's recording, replays it with the applied settings and with a draft's, and searches suggestions.
// The day is generated: quiet at one sample a second, or noise around the thresholds.
//   bench_whatif [--steps N] [--drafts]
#include "RecordedDay.h"
#include "insight/Suggestions.h"
#include "journal/JournalWriter.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <functional>
#include <random>
#include <stdlib.h>
#include <vector>

using namespace manometer;
using bench::Day;
using bench::generate;
using namespace std::chrono_literals;

namespace {

insight::Recording dayOf(Day day, int steps)
{
    insight::RecordingBuilder builder;
    generate(day, steps, [&builder](const journal::Record &record) { builder.add(record); });
    return builder.take();
}

template<typename Replay>
double medianMs(int runs, const Replay &replay)
{
    std::vector<double> times;
    for (int run = 0; run < runs; ++run) {
        const auto began = std::chrono::steady_clock::now();
        replay();
        times.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count());
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

// From the files that the recorder would have written.
void measureReading(int steps)
{
    char folder[] = "/tmp/bench_whatif.XXXXXX";
    if (!::mkdtemp(folder))
        return;
    journal::JournalWriter writer(folder, {.segmentSpan = 1h, .span = 240h, .capBytes = 1u << 30},
                                  journal::BootId{});
    bool isWritten = true;
    generate(Day::Quiet, steps, [&](const journal::Record &record) {
        isWritten = isWritten && writer.add(record) && writer.flush();
    });
    writer.close();
    std::size_t read = 0;
    const double ms = medianMs(3, [&] { read = insight::readRecording(folder, {}).recording.steps(); });
    if (isWritten)
        std::printf("read_steps=%zu read_ms=%.1f\n", read, ms);
    std::filesystem::remove_all(folder);
}

void show(const insight::Suggestions &found)
{
    for (const insight::Suggestion &draft : found.drafts) {
        for (const pressure::Level level : pressure::levelsWithThreshold) {
            const pressure::Threshold &threshold = draft.thresholds.of(level);
            std::printf("  %.1f/%.1f %.1f s", threshold.enterPercent, threshold.leavePercent,
                        static_cast<double>(threshold.hold.count()) / 1000);
        }
        std::printf(": %.2f criticals, %.2f rises a day, %.3f points\n", draft.promise.criticalsPerDay,
                    draft.promise.risesPerDay, draft.promise.hitPoints);
    }
}

void measure(const char *name, Day day, int steps, bool showDrafts)
{
    const insight::Recording recording = dayOf(day, steps);
    insight::WhatIf whatIf(recording);
    pressure::ControlConfig draft = recording.lastConfig();
    draft.thresholds.high.enterPercent = 78;
    draft.thresholds.high.leavePercent = 74;
    draft.thresholds.high.targetPercent = 74;
    std::size_t rises = 0;
    std::size_t draftRises = 0;
    const double applied = medianMs(21, [&] { rises = whatIf.applied({}).sampling.rises; });
    const double drafted = medianMs(21, [&] { draftRises = whatIf.draft(draft, {}).sampling.rises; });
    draft.tuning.stall.waited = 100ms;
    const double derived = medianMs(5, [&] {
        insight::WhatIf fresh(recording);
        (void)fresh.draft(draft, {});
    });
    insight::Suggestions found;
    insight::Constraints constraints;
    constraints.mostCriticalsPerDay = 2;
    constraints.mostHitPoints = 5;
    const auto missRatio = [](const pressure::Limits &limit) {
        return 0.5 - 0.4 * static_cast<double>(limit.entries) / 500;
    };
    const double searched = medianMs(
        3, [&] { found = insight::suggest(recording, {}, recording.lastConfig(), constraints, missRatio); });
    std::printf("%s_suggest_ms=%.0f %s_suggest_replays=%zu %s_suggestions=%zu\n", name, searched, name,
                found.replays, name, found.drafts.size());
    if (showDrafts)
        show(found);
    std::printf("%s_steps=%zu %s_rises=%zu %s_draft_rises=%zu %s_applied_ms=%.3f %s_draft_ms=%.3f "
                "%s_draft_of_other_signals_ms=%.3f %s_bytes_per_step=%.1f\n",
                name, recording.steps(), name, rises, name, draftRises, name, applied, name, drafted, name,
                derived, name,
                static_cast<double>(recording.bytes()) / static_cast<double>(recording.steps()));
}

} // namespace

int main(int argc, char **argv)
{
    int steps = 86'400;
    bool showDrafts = false;
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--steps") == 0 && i + 1 < argc) {
            steps = std::atoi(argv[++i]);
        } else if (std::strcmp(argv[i], "--drafts") == 0) {
            showDrafts = true;
        } else {
            std::fprintf(stderr, "bench_whatif [--steps N] [--drafts]\n");
            return 2;
        }
    }
    if (steps < 1)
        return 2;
    measureReading(steps);
    measure("quiet", Day::Quiet, steps, showDrafts);
    measure("busy", Day::Busy, steps, showDrafts);
    measure("noisy", Day::Noisy, steps, showDrafts);
    return 0;
}

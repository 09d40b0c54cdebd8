// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/replay/RecordingData.h"

#include <algorithm>
#include <cassert>
#include <limits>

namespace manometer::insight {

using namespace pressure;

namespace {

// The last of the elements with a step at or before this one. There must be one.
template<typename Element>
const Element &lastAt(const std::vector<Element> &elements, std::size_t step)
{
    const auto after =
        std::upper_bound(elements.begin(), elements.end(), step,
                         [](std::size_t at, const Element &element) { return at < element.step; });
    assert(after != elements.begin());
    return *(after - 1);
}

template<typename Element>
std::size_t capacityBytes(const std::vector<Element> &elements)
{
    return elements.capacity() * sizeof(Element);
}

// Shifts the steps of what remains after `dropped` steps are gone. The last element before them stays if it
// is in effect until the next one.
enum class InEffect : bool { No, Yes };
template<typename Element>
void dropElementsBefore(std::vector<Element> &elements, std::size_t dropped, InEffect inEffect)
{
    auto first = std::find_if(elements.begin(), elements.end(),
                              [dropped](const Element &element) { return element.step >= dropped; });
    const bool begins = first != elements.end() && first->step == dropped;
    if (inEffect == InEffect::Yes && !begins && first != elements.begin())
        --first;
    elements.erase(elements.begin(), first);
    for (Element &element : elements)
        element.step = std::max(element.step, dropped) - dropped;
}

template<typename Value>
void dropFront(std::vector<Value> &values, std::size_t count)
{
    if (!values.empty())
        values.erase(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(count));
}

} // namespace

Counters Counters::of(const MemorySample &sample, MonotonicTime now)
{
    Counters counters{.notices = sample.notices, .sampleAge = now - sample.monotonic};
    const auto keep = [&counters](Present flag, const std::optional<std::uint64_t> &value) {
        if (value)
            counters.present = static_cast<std::uint8_t>(counters.present | flag);
        return value.value_or(0);
    };
    const auto someTotal = [](const std::optional<PressureStall> &stall) {
        return stall ? std::optional(stall->someTotalMicroseconds) : std::nullopt;
    };
    counters.hostStallMicroseconds = keep(Host, someTotal(sample.stall));
    counters.groupStallMicroseconds = keep(Group, someTotal(sample.cgroupStall));
    counters.oomEvents = keep(OutOfMemory, sample.oomEvents);
    counters.reclaimedPages = keep(Reclaimed, sample.reclaimedPages);
    counters.swappedInPages = keep(SwappedIn, sample.swappedInPages);
    return counters;
}

MemorySample Counters::sampleAt(MonotonicTime now) const
{
    MemorySample sample;
    sample.monotonic = now - sampleAge;
    if (present & Host)
        sample.stall = PressureStall{.someTotalMicroseconds = hostStallMicroseconds};
    if (present & Group)
        sample.cgroupStall = PressureStall{.someTotalMicroseconds = groupStallMicroseconds};
    if (present & OutOfMemory)
        sample.oomEvents = oomEvents;
    if (present & Reclaimed)
        sample.reclaimedPages = reclaimedPages;
    if (present & SwappedIn)
        sample.swappedInPages = swappedInPages;
    sample.notices = notices;
    return sample;
}

double RecordingData::groupPercent(std::size_t step) const
{
    return groupPercents.empty() ? std::numeric_limits<double>::quiet_NaN() : groupPercents[step];
}

const ControlConfig &RecordingData::configAt(std::size_t step) const
{
    const auto after = std::upper_bound(configSteps.begin(), configSteps.end(), step);
    assert(after != configSteps.begin());
    return configs[static_cast<std::size_t>(after - configSteps.begin()) - 1];
}

const Anchor &RecordingData::stretchOf(std::size_t step) const
{
    const Anchor *anchor = &lastAt(anchors, step);
    while (anchor != anchors.data() && anchor->kind == Anchor::Kind::Continues)
        --anchor;
    return *anchor;
}

RecordingData::StepRange RecordingData::stepsOf(const journal::WallRange &range) const
{
    StepRange result{.first = steps(), .end = steps()};
    // Between two of these steps the wall clock never goes back.
    std::size_t from = 0;
    const auto firstWhere = [this](std::size_t begin, std::size_t end, auto &&isReached) {
        const auto first = wallNs.begin() + static_cast<std::ptrdiff_t>(begin);
        const auto last = wallNs.begin() + static_cast<std::ptrdiff_t>(end);
        return static_cast<std::size_t>(
            std::partition_point(
                first, last,
                [&](std::int64_t wall) { return !isReached(WallTime(std::chrono::nanoseconds(wall))); }) -
            wallNs.begin());
    };
    bool hasBegun = false;
    for (std::size_t part = 0; part <= setBack.size(); ++part) {
        const std::size_t until = part < setBack.size() ? setBack[part] : steps();
        std::size_t begin = from;
        if (!hasBegun) {
            begin = firstWhere(from, until, [&](WallTime wall) { return wall >= range.from; });
            hasBegun = begin < until;
            if (hasBegun)
                result.first = begin;
        }
        if (hasBegun) {
            const std::size_t after =
                firstWhere(begin, until, [&](WallTime wall) { return wall > range.to; });
            if (after < until) {
                result.end = after;
                return result;
            }
        }
        from = until;
    }
    return result;
}

std::optional<std::size_t> RecordingData::stepAt(WallTime time, const StepRange &within) const
{
    const auto isInterrupted = [this](std::size_t step) {
        return step >= steps() || stretchOf(step).step == step;
    };
    const std::int64_t sought = std::chrono::nanoseconds(time.time_since_epoch()).count();
    std::size_t from = 0;
    for (std::size_t part = 0; part <= setBack.size(); ++part) {
        const std::size_t until = part < setBack.size() ? setBack[part] : steps();
        const std::size_t begin = std::max(from, within.first);
        const std::size_t end = std::min(until, within.end);
        from = until;
        if (begin >= end)
            continue;
        const auto first = wallNs.begin() + static_cast<std::ptrdiff_t>(begin);
        const auto last = wallNs.begin() + static_cast<std::ptrdiff_t>(end);
        const auto after = std::upper_bound(first, last, sought);
        if (after == first)
            continue;
        const auto step = static_cast<std::size_t>(after - wallNs.begin()) - 1;
        if (after != last && !isInterrupted(step + 1))
            return step;
        // At the end of sampling, of the range, or before the clock was set back.
        if (wallNs[step] == sought)
            return step;
        if (after == last && end < steps() && !isInterrupted(end) && wallNs[end] > sought)
            return step;
        for (const Mark &mark : marks)
            if (mark.kind == Mark::Kind::Ended && mark.step == step + 1 && time <= ends[mark.index].wall)
                return step;
    }
    return std::nullopt;
}

void RecordingData::dropBefore(const Anchor &first)
{
    const std::size_t dropped = first.step;
    const ControlConfig config = configAt(dropped);
    dropFront(monotonicNs, dropped);
    dropFront(wallNs, dropped);
    dropFront(hostPercents, dropped);
    dropFront(groupPercents, dropped);
    dropFront(judged.percents, dropped);
    dropFront(judged.ofSteps, dropped);
    dropElementsBefore(counters, dropped, InEffect::Yes);
    setBack.erase(std::remove_if(setBack.begin(), setBack.end(),
                                 [dropped](std::size_t step) { return step <= dropped; }),
                  setBack.end());
    for (std::size_t &step : setBack)
        step -= dropped;
    dropElementsBefore(anchors, dropped, InEffect::No);

    // What the remaining marks refer to, renumbered. The state of the first anchor includes the receipts
    // before it.
    const auto isAnchor = [dropped](const Mark &mark) {
        return mark.kind == Mark::Kind::Anchored && mark.step == dropped;
    };
    const auto start = std::find_if(marks.begin(), marks.end(), isAnchor);
    std::vector<Mark> kept{{.step = 0, .kind = Mark::Kind::Configured, .index = 0}};
    std::vector<ControlConfig> keptConfigs{config};
    std::vector<std::size_t> keptConfigSteps{0};
    std::vector<Receipt> keptReceipts;
    std::vector<Moment> keptEnds;
    std::size_t anchor = 0;
    for (auto mark = start; mark != marks.end(); ++mark) {
        Mark next{.step = mark->step - dropped, .kind = mark->kind, .index = 0};
        switch (mark->kind) {
        case Mark::Kind::Anchored:
            next.index = anchor++;
            break;
        case Mark::Kind::Configured:
            next.index = keptConfigs.size();
            keptConfigs.push_back(configs[mark->index]);
            keptConfigSteps.push_back(next.step);
            break;
        case Mark::Kind::Received:
            next.index = keptReceipts.size();
            keptReceipts.push_back(receipts[mark->index]);
            break;
        case Mark::Kind::Ended:
            next.index = keptEnds.size();
            keptEnds.push_back(ends[mark->index]);
            break;
        }
        kept.push_back(next);
    }
    marks = std::move(kept);
    configs = std::move(keptConfigs);
    configSteps = std::move(keptConfigSteps);
    receipts = std::move(keptReceipts);
    ends = std::move(keptEnds);
}

std::size_t RecordingData::bytes() const
{
    return sizeof *this + capacityBytes(monotonicNs) + capacityBytes(wallNs) + capacityBytes(hostPercents) +
           capacityBytes(groupPercents) + capacityBytes(judged.percents) + capacityBytes(judged.ofSteps) +
           capacityBytes(counters) + capacityBytes(setBack) + capacityBytes(marks) + capacityBytes(anchors) +
           capacityBytes(configs) + capacityBytes(configSteps) + capacityBytes(receipts) +
           capacityBytes(ends);
}

} // namespace manometer::insight

// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/Recording.h"

#include "insight/replay/RecordingData.h"

#include <algorithm>
#include <limits>

namespace manometer::insight {

using namespace pressure;

Recording::Recording()
    : m_data(std::make_shared<RecordingData>())
{}

Recording::Recording(std::shared_ptr<const RecordingData> data)
    : m_data(std::move(data))
{}

std::size_t Recording::steps() const
{
    return m_data->steps();
}

Moment Recording::moment(std::size_t step) const
{
    return m_data->moment(step);
}

std::size_t Recording::interruptions() const
{
    return static_cast<std::size_t>(
        std::count_if(m_data->anchors.begin(), m_data->anchors.end(), [this](const Anchor &anchor) {
            return anchor.step > 0 && anchor.step < steps() && anchor.kind != Anchor::Kind::Continues;
        }));
}

std::size_t Recording::bytes() const
{
    return m_data->bytes();
}

std::optional<double> Recording::percent(std::size_t step) const
{
    if (m_data->judged.ofSteps[step].is(Signal::Blind))
        return std::nullopt;
    return m_data->percents(m_data->judged)[step];
}

ControlConfig Recording::lastConfig() const
{
    return m_data->configs.empty() ? ControlConfig{} : m_data->configs.back();
}

struct RecordingBuilder::State
{
    explicit State(std::size_t most)
        : mostSteps(std::max<std::size_t>(most, 4))
        , data(std::make_shared<RecordingData>())
    {}

    void add(const journal::Snapshot &snapshot);
    void add(const journal::Stepped &stepped);
    void add(const journal::Received &received);
    void add(const journal::Configured &configured);
    void add(const journal::Ended &ended);
    void add(const journal::Missing &) { isKnown = false; }

    void mark(Mark::Kind kind, std::size_t index)
    {
        data->marks.push_back({.step = data->steps(), .kind = kind, .index = index});
    }
    void configure(const ControlConfig &config);
    void append(Moment at, double hostPercent, double groupPercent, const SignalDeriver::Derived &derived);
    void bound();

    std::size_t mostSteps;
    std::shared_ptr<RecordingData> data;
    SignalDeriver deriver;
    bool isKnown = false; // the state: not before the first snapshot, nor after missing records
    std::size_t dropped = 0;
};

void RecordingBuilder::State::configure(const ControlConfig &config)
{
    if (!data->configs.empty() && data->configs.back() == config)
        return;
    mark(Mark::Kind::Configured, data->configs.size());
    data->configs.push_back(config);
    data->configSteps.push_back(data->steps());
}

void RecordingBuilder::State::add(const journal::Snapshot &snapshot)
{
    using journal::SnapshotCause;
    auto kind = Anchor::Kind::Continues;
    if (snapshot.cause == SnapshotCause::Begun)
        kind = Anchor::Kind::Begins;
    else if (!isKnown || snapshot.cause == SnapshotCause::Resumed)
        kind = Anchor::Kind::Resumes;
    // A stretch without a step is none.
    auto &anchors = data->anchors;
    if (!anchors.empty() && anchors.back().step == data->steps() && anchors.back().kind > kind)
        kind = anchors.back().kind;
    mark(Mark::Kind::Anchored, anchors.size());
    anchors.push_back({.step = data->steps(), .kind = kind, .state = snapshot.state});
    configure(snapshot.config);
    if (kind != Anchor::Kind::Continues)
        deriver.adopt(snapshot.state);
    isKnown = true;
}

void RecordingBuilder::State::add(const journal::Stepped &stepped)
{
    if (!isKnown)
        return;
    const ControlInput &input = stepped.input;
    const Moment at{.monotonic = input.now, .wall = stepped.clocks.wall};
    const SignalConfig config = SignalConfig::of(data->configs.back());
    if (!input.sample) {
        append(at, 0, std::numeric_limits<double>::quiet_NaN(), deriver.blindStep(config));
    } else {
        const MemorySample &sample = *input.sample;
        const Counters counters = Counters::of(sample, input.now);
        if (data->counters.empty() || data->counters.back().counters != counters)
            data->counters.push_back({.step = data->steps(), .counters = counters});
        const double host = hostUsedPercent(sample);
        const double group =
            sample.cgroup ? cgroupUsedPercent(*sample.cgroup) : std::numeric_limits<double>::quiet_NaN();
        append(at, host, group, deriver.step(input.now, host, group, sample, config));
    }
    bound();
}

void RecordingBuilder::State::append(Moment at, double hostPercent, double groupPercent,
                                     const SignalDeriver::Derived &derived)
{
    const std::size_t step = data->steps();
    const auto wall = std::chrono::nanoseconds(at.wall.time_since_epoch()).count();
    if (step > 0 && wall < data->wallNs.back())
        data->setBack.push_back(step);
    if (groupPercent == groupPercent && data->groupPercents.empty()) {
        data->groupPercents.assign(step, std::numeric_limits<double>::quiet_NaN());
        data->judged.percents = data->hostPercents;
    }
    const bool hasGroups = groupPercent == groupPercent || !data->groupPercents.empty();
    data->monotonicNs.push_back(std::chrono::nanoseconds(at.monotonic.time_since_epoch()).count());
    data->wallNs.push_back(wall);
    data->hostPercents.push_back(hostPercent);
    data->judged.ofSteps.push_back(derived.signal);
    if (hasGroups) {
        data->groupPercents.push_back(groupPercent);
        data->judged.percents.push_back(derived.percent);
    }
}

void RecordingBuilder::State::bound()
{
    if (data->steps() <= mostSteps)
        return;
    const auto first = std::find_if(data->anchors.begin(), data->anchors.end(), [this](const Anchor &anchor) {
        return anchor.step >= data->steps() / 4;
    });
    if (first != data->anchors.end() && first->step < data->steps()) {
        dropped += first->step;
        data->dropBefore(*first);
        return;
    }
    // No snapshot to begin at: the next one begins the recording.
    dropped += data->steps();
    data = std::make_shared<RecordingData>();
    isKnown = false;
}

void RecordingBuilder::State::add(const journal::Received &received)
{
    if (!isKnown)
        return;
    mark(Mark::Kind::Received, data->receipts.size());
    data->receipts.push_back(received.receipt);
}

void RecordingBuilder::State::add(const journal::Configured &configured)
{
    if (isKnown)
        configure(configured.config);
}

void RecordingBuilder::State::add(const journal::Ended &ended)
{
    if (!isKnown)
        return;
    mark(Mark::Kind::Ended, data->ends.size());
    data->ends.push_back({.monotonic = ended.clocks.monotonic, .wall = ended.clocks.wall});
}

RecordingBuilder::RecordingBuilder(std::size_t mostSteps)
    : m_state(std::make_unique<State>(mostSteps))
{}
RecordingBuilder::~RecordingBuilder() = default;
RecordingBuilder::RecordingBuilder(RecordingBuilder &&) noexcept = default;
RecordingBuilder &RecordingBuilder::operator=(RecordingBuilder &&) noexcept = default;

void RecordingBuilder::add(const journal::Record &record)
{
    std::visit([this](const auto &what) { m_state->add(what); }, record);
}

std::size_t RecordingBuilder::droppedSteps() const
{
    return m_state->dropped;
}

Recording RecordingBuilder::soFar() const
{
    return Recording(std::make_shared<RecordingData>(*m_state->data));
}

Recording RecordingBuilder::take()
{
    RecordingData &data = *m_state->data;
    const auto shrink = [](auto &...columns) { (columns.shrink_to_fit(), ...); };
    shrink(data.monotonicNs, data.wallNs, data.hostPercents, data.groupPercents, data.judged.percents,
           data.judged.ofSteps, data.counters, data.anchors, data.marks);
    Recording recording(std::move(m_state->data));
    m_state = std::make_unique<State>(m_state->mostSteps);
    return recording;
}

ReadRecording readRecording(const std::string &folder, const journal::WallRange &range, std::size_t mostSteps)
{
    RecordingBuilder builder(mostSteps);
    ReadRecording result;
    result.read = journal::readJournal(folder, range, [&builder](const journal::Record &record) {
        builder.add(record);
        return journal::Visit::Continue;
    });
    result.droppedSteps = builder.droppedSteps();
    result.recording = builder.take();
    return result;
}

} // namespace manometer::insight

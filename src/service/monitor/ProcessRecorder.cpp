// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/monitor/ProcessRecorder.h"

#include "pressure/source/KernelFile.h"
#include "pressure/source/Text.h"
#include "service/monitor/ProcessList.h"
#include "service/recording/EventSink.h"

#include <algorithm>
#include <pthread.h>
#include <unistd.h>
#include <utility>

namespace manometer::service {

using namespace views;

namespace {

quint64 totalBytes(const std::string &procRoot)
{
    pressure::KernelFile file(procRoot + "/meminfo");
    const auto text = file.read();
    return text ? pressure::bytesNamed(*text, "MemTotal").value_or(0) : 0;
}

} // namespace

bool ProcessMoment::add(const Event &cause)
{
    if (const auto *change = std::get_if<LevelEvent>(&cause.what)) {
        if (!std::exchange(hasLevel, true))
            event.levelBefore = change->from;
        event.level = change->to;
        return true;
    }
    const auto *cut = std::get_if<LimitEvent>(&cause.what);
    if (!cut || cut->cause != cache::LimitCause::Pressure)
        return false;
    if (!hasLevel)
        event.levelBefore = event.level = cut->level;
    event.action = cut->action;
    event.limitEntries = cut->outcome.after.entries;
    return true;
}

std::optional<ProcessesEvent> withProcesses(ProcessesEvent moment, const std::string &procRoot)
{
    for (const pressure::ProcessMemory &process : pressure::largestUsers(ProcessesEvent::most, procRoot))
        moment.processes.append(viewOf(process));
    if (moment.processes.isEmpty())
        return std::nullopt;
    moment.totalBytes = totalBytes(procRoot);
    moment.ownPid = ::getpid();
    return moment;
}

ProcessRecorder::ProcessRecorder(EventSink &events, std::string procRoot, const ProcessIntervals &intervals)
    : m_events(events)
    , m_procRoot(std::move(procRoot))
    , m_intervals(intervals)
    , m_thread([this] { work(); })
{}

ProcessRecorder::~ProcessRecorder()
{
    stop();
}

void ProcessRecorder::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void ProcessRecorder::observe(const Event &event)
{
    ProcessMoment alone;
    if (!alone.add(event))
        return;
    {
        const std::lock_guard lock(m_mutex);
        if (m_pending) {
            m_pending->add(event);
        } else {
            m_pending = alone;
            m_pendingSince = std::chrono::steady_clock::now();
        }
    }
    m_changed.notify_one();
}

ProcessRecorder::Time ProcessRecorder::dueAt() const
{
    const Time settled = m_pendingSince + m_intervals.settle;
    const auto interval = m_pending->hasLevel ? m_intervals.levels : m_intervals.cuts;
    return m_lastReading ? std::max(settled, *m_lastReading + interval) : settled;
}

void ProcessRecorder::work()
{
    ::pthread_setname_np(::pthread_self(), "processes");
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        if (!m_pending) {
            m_changed.wait(lock);
        } else if (const Time due = dueAt(); std::chrono::steady_clock::now() < due) {
            m_changed.wait_until(lock, due);
        } else {
            const ProcessMoment moment = *std::exchange(m_pending, std::nullopt);
            lock.unlock();
            if (auto recorded = withProcesses(moment.event, m_procRoot))
                m_events.report(std::move(*recorded));
            lock.lock();
            m_lastReading = std::chrono::steady_clock::now();
        }
    }
}

} // namespace manometer::service

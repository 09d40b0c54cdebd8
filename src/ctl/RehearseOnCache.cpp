// SPDX-License-Identifier: GPL-3.0-or-later
//
// rehearse --on-cache: asks, begins a rehearsal on the running instance's cache, follows it, and says what
// came of it. A signal that would end the program stops the rehearsal first; the exit code is then the one
// that a shell reports of a program that the signal ended. rehearse --stop stops one that was begun
// elsewhere.
#include "ctl/Commands.h"
#include "ctl/Context.h"
#include "ctl/EventText.h"
#include "ctl/Json.h"
#include "ctl/RehearsalText.h"
#include "ctl/SettingsRead.h"
#include "ctl/Texts.h"
#include "pressure/rehearsal/Curve.h"
#include "pressure/rehearsal/TimeLapse.h"

#include <csignal>
#include <pthread.h>
#include <unistd.h>

namespace manometer::ctl {

using json::Value;
using namespace std::chrono_literals;

namespace {

constexpr std::string_view rehearsalTarget = "/api/rehearsal";
constexpr auto rehearsalPollInterval = 200ms;
constexpr int mostPollsForEnd = 50; // the event follows its rehearsal within milliseconds

// Keeps the signals of Ctrl+C, kill and a closed terminal pending while it lives, so that they are noticed
// between two requests.
class HeldSignals
{
public:
    HeldSignals()
    {
        ::sigemptyset(&m_held);
        for (const int signal : {SIGINT, SIGTERM, SIGHUP})
            ::sigaddset(&m_held, signal);
        ::pthread_sigmask(SIG_BLOCK, &m_held, &m_before);
    }
    ~HeldSignals() { ::pthread_sigmask(SIG_SETMASK, &m_before, nullptr); }
    HeldSignals(const HeldSignals &) = delete;
    HeldSignals &operator=(const HeldSignals &) = delete;

    // Waits; the one that has arrived, or 0.
    int arrivedWithin(std::chrono::milliseconds duration) const
    {
        const timespec time{.tv_sec = duration.count() / 1000,
                            .tv_nsec = static_cast<long>(duration.count() % 1000 * 1'000'000)};
        return std::max(0, ::sigtimedwait(&m_held, nullptr, &time));
    }

private:
    sigset_t m_held{};
    sigset_t m_before{};
};

// How many entries the curve may evict: those in memory that its lowest limit does not keep.
Expected<std::uint64_t, client::Failure> mostEvicted(Context &context, const pressure::Curve &curve)
{
    const auto stats = context.get("/api/cache/stats");
    if (!stats)
        return Unexpected<client::Failure>(stats.error());
    const auto settings = context.get("/api/settings");
    if (!settings)
        return Unexpected<client::Failure>(settings.error());
    const auto config = controlConfigOf(*settings);
    if (!config)
        return Unexpected<client::Failure>(client::brokenAnswer(config.error()));
    const RehearsedRun run = rehearse(curve, *config);
    const std::uint64_t present = countAt(*stats, "memory_cache_size");
    if (countAt(*stats, "memory_bytes") > run.leastBytes)
        return present; // the size of the entries decides which ones are kept
    return present - std::min(present, run.least);
}

std::string progressText(const Value &rehearsal)
{
    const std::uint64_t played = countAt(rehearsal, "played_ms");
    const std::uint64_t length = countAt(rehearsal, "length_ms");
    const std::uint64_t left = length - std::min(played, length);
    return shownAt(rehearsal, "curve") + ": plays " + percentText(numberAt(rehearsal, "percent")) +
           " of memory, " + shownAt(rehearsal, "level") + ", its cuts evicted " +
           plural(countAt(rehearsal, "evicted_entries"), "entry", "entries") + ", " +
           durationText(std::chrono::milliseconds((left + 999) / 1000 * 1000)) + " left";
}

// A rehearsal, and where the log of events ended before its beginning or before it was found.
struct Followed
{
    std::uint64_t id = 0;
    std::uint64_t position = 0;
};

// The event that says how the rehearsal ended.
Expected<Value, client::Failure> endOf(Context &context, Followed followed, const HeldSignals &signals)
{
    for (int i = 0; i < mostPollsForEnd; ++i) {
        auto answer = context.get("/api/events?after=" + std::to_string(followed.position));
        if (!answer)
            return answer;
        const Value *events = answer->find("events");
        if (events)
            for (const Value &event : events->items())
                if (textAt(event, "kind") == "rehearsal" && textAt(event, "outcome") != "began" &&
                    countAt(event, "rehearsal") == followed.id)
                    return event;
        followed.position = std::max(followed.position, countAt(*answer, "last_position"));
        if (!events || events->items().empty())
            static_cast<void>(signals.arrivedWithin(rehearsalPollInterval)); // it is stopped already
    }
    return Unexpected<client::Failure>(client::brokenAnswer("no event of the rehearsal's end"));
}

void showEnd(Context &context, const Value &event)
{
    if (context.isJson()) {
        json::Writer json;
        write(json, event);
        context.out.writeLine(json.text());
    } else {
        context.out.writeLine("The rehearsal " + rehearsalEnd(event) + '.');
    }
}

int exitCodeOfEnd(const Value &event)
{
    const std::string outcome = textAt(event, "outcome");
    return outcome == "played" ? done : outcome == "critical" ? tryLater : refused;
}

int follow(Context &context, const Followed &followed, const HeldSignals &signals)
{
    int interruption = 0; // the signal
    for (;;) {
        const int signal = signals.arrivedWithin(rehearsalPollInterval);
        if (signal != 0 && interruption == 0) {
            interruption = signal;
            const auto stopped = context.ask("DELETE", std::string(rehearsalTarget));
            if (!stopped && stopped.error().status != 409) // that it has ended
                return context.fail("The rehearsal goes on", stopped.error());
        }
        const auto monitor = context.get("/api/monitor");
        context.errors.control("\r\x1b[K");
        if (!monitor)
            return context.fail(monitor.error());
        const Value *rehearsal = monitor->find("rehearsal");
        if (!rehearsal || rehearsal->isNull() || countAt(*rehearsal, "id") != followed.id)
            break;
        if (context.errors.isTerminal())
            context.errors.write(progressText(*rehearsal));
        context.errors.flush();
    }
    context.errors.flush();
    const auto end = endOf(context, followed, signals);
    if (!end)
        return context.fail(end.error());
    showEnd(context, *end);
    constexpr int endedBySignal = 128; // as a shell reports it
    return interruption == 0 ? exitCodeOfEnd(*end) : endedBySignal + interruption;
}

// Where the log of events ends.
Expected<std::uint64_t, client::Failure> lastPosition(Context &context)
{
    const auto newest = context.get("/api/events?limit=1");
    if (!newest)
        return Unexpected<client::Failure>(newest.error());
    return countAt(*newest, "last_position");
}

} // namespace

int rehearseOnCache(Context &context, const std::string &name)
{
    const auto curve = pressure::namedCurve(name);
    if (!curve)
        return context.refuse("rehearse: On the cache one of ramp, burst, sawtooth and noise can be played.");
    const auto speed = context.number("speed", pressure::slowestRehearsal, pressure::fastestRehearsal);
    if (!speed)
        return context.refuse(speed.error());
    if (!context.given.values("set").empty())
        return context.refuse(
            "rehearse: A rehearsal on the cache plays the settings in effect: leave out --set.");
    if (!context.given.has("yes")) {
        if (::isatty(context.surroundings.input) != 1)
            return context.refuse("Without a terminal to ask at, rehearse --on-cache needs --yes.");
        const auto most = mostEvicted(context, *curve);
        if (!most)
            return context.fail(most.error());
        const auto length =
            std::chrono::duration_cast<std::chrono::milliseconds>(curve->duration() / speed->value_or(1));
        if (!context.confirms("This cache will be cut as if memory ran short (" + name + ", " +
                              durationText(length) + "): of its present entries, up to " +
                              plural(*most, "is", "are") +
                              " evicted, and come back only as their files are asked for again. Ctrl+C ends "
                              "it; the limit is restored at the end. Continue?")) {
            context.errors.writeLine("Nothing was changed.");
            return done;
        }
    }
    const auto position = lastPosition(context);
    if (!position)
        return context.fail(position.error());
    json::Writer json;
    json.beginObject();
    json.member("curve", name);
    write(json, "speed", speed->value_or(1));
    json.endObject();
    const HeldSignals signals;
    const auto begun = context.ask("POST", std::string(rehearsalTarget), json.take());
    if (!begun)
        return context.fail("rehearse", begun.error());
    const auto answer = parsedBody(*begun);
    if (!answer)
        return context.fail(answer.error());
    return follow(context, {.id = countAt(*answer, "id"), .position = *position}, signals);
}

int stopRehearsal(Context &context)
{
    constexpr std::string_view none = "No rehearsal runs on this cache.";
    const auto position = lastPosition(context);
    if (!position)
        return context.fail(position.error());
    const auto monitor = context.get("/api/monitor");
    if (!monitor)
        return context.fail(monitor.error());
    const Value *rehearsal = monitor->find("rehearsal");
    if (!rehearsal || rehearsal->isNull())
        return context.refuse(none, refused);
    const HeldSignals signals;
    const auto stopped = context.ask("DELETE", std::string(rehearsalTarget));
    if (!stopped && stopped.error().status == 409) // it has ended meanwhile
        return context.refuse(none, refused);
    if (!stopped)
        return context.fail("rehearse", stopped.error());
    const auto end = endOf(context, {.id = countAt(*rehearsal, "id"), .position = *position}, signals);
    if (!end)
        return context.fail(end.error());
    showEnd(context, *end);
    return done;
}

} // namespace manometer::ctl

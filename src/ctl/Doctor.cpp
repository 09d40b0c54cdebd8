// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/Doctor.h"

#include "ctl/Context.h"
#include "ctl/Json.h"
#include "ctl/TextTable.h"
#include "ctl/Texts.h"

#include <algorithm>
#include <array>

namespace manometer::ctl {

using client::Failure;
using json::Value;
using State = Check::State;

namespace {

constexpr std::array<std::string_view, 3> stateWords{"ok", "warning", "problem"};

Check unanswered(std::string name, const Failure &failure)
{
    return {State::Problem, std::move(name), messageOf(failure),
            "Look into the log of Manometer: journalctl --user -u manometerd."};
}

std::string withoutFullStop(std::string_view detail)
{
    return shown(detail.substr(0, detail.find_last_not_of('.') + 1));
}

Check instanceCheck(const DoctorFacts &facts)
{
    if (!facts.health) {
        const Failure &failure = facts.health.error();
        if (failure.kind == Failure::Kind::NoInstance)
            return {State::Problem, "instance",
                    "No Manometer is running: " + withoutFullStop(failure.detail) + '.',
                    "Start manometer, or: systemctl --user start manometerd."};
        if (failure.kind == Failure::Kind::NoToken)
            return {State::Problem, "instance", messageOf(failure), "Name the token file of this Manometer."};
        return unanswered("instance", failure);
    }
    const Value &health = *facts.health;
    const auto pid = integerAt(health, "pid");
    const std::string program =
        facts.instance && !facts.instance->program.empty() ? shown(facts.instance->program) : "Manometer";
    return {State::Ok, "instance",
            program + ' ' + shownAt(health, "version") + " runs" +
                (pid ? ", process " + std::to_string(*pid) : std::string()) + '.',
            ""};
}

Check versionCheck(const DoctorFacts &facts)
{
    const std::string server = shownAt(*facts.health, "version");
    if (server == facts.ownVersion)
        return {State::Ok, "version", "manometerctl has the same version.", ""};
    return {State::Warning, "version",
            "manometerctl is version " + facts.ownVersion + ", Manometer version " + server + '.',
            "Restart Manometer after an upgrade, or upgrade the older of both."};
}

Check memoryCheck(const Answered &status)
{
    if (!status)
        return unanswered("memory", status.error());
    const std::string level = shownAt(*status, "pressure_level");
    const std::string text =
        "Memory use is " + percentText(numberAt(*status, "system.percent")) + ", the level is " + level + '.';
    if (isTrueAt(*status, "stale"))
        return {State::Problem, "memory",
                "The memory figures cannot be read; the last level was " + level + '.',
                "'manometerctl sources' and 'manometerctl events' show why."};
    if (level == "CRITICAL")
        return {State::Warning, "memory", text,
                "Files are not read at this level. 'manometerctl processes' shows what uses the memory."};
    return {State::Ok, "memory", text, ""};
}

Check signalCheck(const Answered &sources)
{
    if (!sources)
        return unanswered("signals", sources.error());
    std::string failing;
    bool hostWorks = false;
    std::size_t working = 0;
    const Value *signals = sources->find("signals");
    for (const Value &signal : signals ? signals->items() : std::vector<Value>()) {
        const std::string name = textAt(signal, "signal");
        const std::string state = textAt(signal, "state");
        const bool works = state == "works" || state == "estimated";
        working += works ? 1 : 0;
        hostWorks = hostWorks || (works && name == "host_memory");
        // What the machine does not have is no fault of the machine.
        if (state == "refused" || state == "malformed" || state == "missing")
            failing += (failing.empty() ? "" : ", ") + shown(name) + " (" + shown(state) + ')';
    }
    if (!hostWorks)
        return {State::Problem, "signals", "The memory figures of the machine cannot be read.",
                "'manometerctl sources' shows the file."};
    if (!failing.empty())
        return {State::Warning, "signals",
                plural(working, "signal works", "signals work") + ", others do not: " + failing + '.',
                "Manometer works with those that work. 'manometerctl sources' shows the files."};
    return {State::Ok, "signals", plural(working, "signal works", "signals work") + '.', ""};
}

Check storeCheck(const Answered &cache)
{
    if (!cache)
        return unanswered("store", cache.error());
    const std::string state = textAt(*cache, "health.state");
    const std::string detail = shownAt(*cache, "health.detail");
    if (state == "good" && countAt(*cache, "health.quarantined_shards") > 0)
        return {State::Warning, "store",
                "Damaged parts of the store were set aside: " + shownAt(*cache, "health.quarantine_file") +
                    '.',
                "Check the disk. The files of the lost entries are read again."};
    if (state == "good")
        return {State::Ok, "store",
                "The disk store is healthy: " +
                    plural(countAt(*cache, "stats.disk_entries"), "entry", "entries") + ", " +
                    bytesText(static_cast<double>(countAt(*cache, "stats.disk_bytes"))) + '.',
                ""};
    return {State::Problem, "store",
            "The disk store is not in use: " + shown(state) + (detail.empty() ? "" : ", " + detail) + '.',
            "The cache continues in memory. Free space on the disk or make it writable."};
}

Check readerCheck(const std::string &exiftool)
{
    if (exiftool.empty())
        return {State::Problem, "exiftool", "exiftool is not installed: no metadata can be read.",
                "On Debian: apt install libimage-exiftool-perl."};
    return {State::Ok, "exiftool", "exiftool is " + shown(exiftool) + '.', ""};
}

} // namespace

std::vector<Check> examine(const DoctorFacts &facts)
{
    std::vector<Check> checks{instanceCheck(facts)};
    if (facts.health) {
        checks.push_back(versionCheck(facts));
        checks.push_back(memoryCheck(facts.status));
        checks.push_back(signalCheck(facts.sources));
        checks.push_back(storeCheck(facts.cache));
    }
    checks.push_back(readerCheck(facts.exiftool));
    return checks;
}

std::string doctorText(const std::vector<Check> &checks)
{
    using Side = TextTable::Side;
    TextTable table{Side::Left, Side::Left};
    for (const Check &check : checks) {
        table.row({std::string(stateWords.at(static_cast<std::size_t>(check.state))), check.text});
        if (!check.advice.empty())
            table.row({"", check.advice});
    }
    return table.text();
}

std::string doctorJson(const std::vector<Check> &checks)
{
    json::Writer json;
    json.beginObject();
    json.member("checks");
    json.beginArray();
    for (const Check &check : checks) {
        json.beginObject();
        json.member("name", check.name);
        json.member("state", stateWords.at(static_cast<std::size_t>(check.state)));
        json.member("text", check.text);
        if (!check.advice.empty())
            json.member("advice", check.advice);
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return json.take() + '\n';
}

bool hasProblem(const std::vector<Check> &checks)
{
    return std::any_of(checks.begin(), checks.end(),
                       [](const Check &check) { return check.state == State::Problem; });
}

} // namespace manometer::ctl

// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/Bytes.h"
#include "ctl/Commands.h"
#include "ctl/Context.h"
#include "ctl/Json.h"
#include "ctl/TextTable.h"
#include "ctl/Texts.h"
#include "ctl/ThresholdEdit.h"

#include <array>
#include <span>

namespace manometer::ctl {

using client::Failure;
using json::Value;

namespace {

constexpr std::string_view thresholdsTarget = "/api/thresholds";
constexpr int preconditionFailed = 412;

// One attempt; `failure` is set where the server refuses.
int tryToSet(Context &context, std::span<const std::string_view> changes, std::optional<Failure> &failure)
{
    const auto present = context.ask("GET", std::string(thresholdsTarget));
    if (!present) {
        failure = present.error();
        return refused;
    }
    const auto value = parsedBody(*present);
    if (!value) {
        failure = value.error();
        return refused;
    }
    const auto edited = editThresholds(*value, changes);
    if (!edited)
        return context.refuse(edited.error().text, edited.error().exitCode);
    client::Request request{.method = "PUT",
                            .target = std::string(thresholdsTarget),
                            .body = *edited,
                            .timeout = context.timeout()};
    request.fields.emplace_back("If-Match", present->etag.empty() ? "*" : present->etag);
    const auto answer = context.api.ask(request);
    if (!answer) {
        failure = answer.error();
        return refused;
    }
    return context.print(*answer, thresholdsText);
}

int setThresholds(Context &context, std::span<const std::string_view> changes)
{
    if (changes.empty())
        return context.refuse("set needs a change such as elevated.enter=65.");
    std::optional<Failure> failure;
    int exitCode = tryToSet(context, changes, failure);
    // Another program has changed them in between.
    if (failure && failure->status == preconditionFailed) {
        failure.reset();
        exitCode = tryToSet(context, changes, failure);
    }
    return failure ? context.fail(*failure) : exitCode;
}

std::string targetOf(std::string_view preset)
{
    // Also '/', which a path keeps.
    return "/api/presets/" + [preset] {
        std::string text;
        for (const char each : client::percentEncoded(preset))
            text += each == '/' ? std::string("%2F") : std::string(1, each);
        return text;
    }();
}

std::string presetsText(const Value &answer)
{
    using Side = TextTable::Side;
    const std::string base = textAt(answer, "base");
    TextTable table{Side::Left, Side::Left, Side::Left};
    const Value *presets = answer.find("presets");
    if (!presets)
        return "No presets.\n";
    for (const Value &preset : presets->items())
        table.row({textAt(preset, "name") == base ? "*" : " ", shownAt(preset, "name"),
                   isTrueAt(preset, "built_in") ? "built in" : "yours"});
    return table.text();
}

// The settings in effect, without what is about their state.
Expected<std::string, Failure> settingsInEffect(Context &context)
{
    const auto settings = context.get("/api/settings");
    if (!settings)
        return Unexpected<Failure>(settings.error());
    json::Writer json;
    json.beginObject();
    for (const std::string_view name : {"thresholds", "control", "limits"})
        if (const Value *part = settings->find(name)) {
            json.member(name);
            write(json, *part);
        }
    json.endObject();
    return json.take();
}

} // namespace

int runThresholds(Context &context)
{
    const std::span<const std::string_view> operands = context.given.operands;
    if (!operands.empty()) // "set": the parser allows no other word
        return setThresholds(context, operands.subspan(1));
    return context.print(std::string(thresholdsTarget), thresholdsText);
}

int runPreset(Context &context)
{
    const auto &operands = context.given.operands;
    const std::string_view action = operands.empty() ? "list" : operands.front();
    if ((action == "list") != (operands.size() < 2))
        return context.refuse(std::string(action) +
                              (action == "list" ? " needs no name." : " needs the name of a preset."));
    if (action == "list")
        return context.print("/api/presets", presetsText);
    const std::string_view name = operands[1];
    if (name.empty())
        return context.refuse("The name of a preset is empty.");
    Expected<client::Answer, Failure> answer{};
    if (action == "apply") {
        answer = context.ask("POST", targetOf(name) + "/apply");
    } else if (action == "rm") {
        answer = context.ask("DELETE", targetOf(name));
    } else {
        const auto settings = settingsInEffect(context);
        if (!settings)
            return context.fail(settings.error());
        answer = context.ask("PUT", targetOf(name), *settings);
    }
    return answer ? static_cast<int>(done) : context.fail(name, answer.error());
}

} // namespace manometer::ctl

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/Context.h"

#include "ctl/Paths.h"
#include "ctl/Texts.h"
#include "ctl/Times.h"

#include <algorithm>
#include <charconv>
#include <ctime>
#include <unistd.h>

namespace manometer::ctl {

using client::Failure;

namespace {

// "what: detail." or "what."
std::string sentence(std::string what, std::string detail = {})
{
    while (detail.ends_with('.'))
        detail.pop_back();
    if (!detail.empty())
        what += ": " + detail;
    if (!what.empty() && !what.ends_with('.') && !what.ends_with('!') && !what.ends_with('?'))
        what += '.';
    return what;
}

std::chrono::milliseconds timeoutOf(const options::Given &given, std::chrono::milliseconds standard)
{
    const std::string_view text = given.value("timeout");
    double seconds = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (text.empty() || read.ec != std::errc())
        return standard;
    return std::chrono::milliseconds(static_cast<long long>(std::clamp(seconds, 0.001, 1e6) * 1000));
}

} // namespace

std::string messageOf(const Failure &failure)
{
    const std::string detail = shown(failure.detail);
    switch (failure.kind) {
    case Failure::Kind::NoInstance:
        return sentence("No Manometer is running", detail) + " Start manometer or manometerd.";
    case Failure::Kind::NoToken:
        return sentence(detail);
    case Failure::Kind::TimedOut:
        return sentence("The server did not answer in time", detail);
    case Failure::Kind::Broken:
        return sentence("The server's answer is invalid", detail);
    case Failure::Kind::TooLarge:
        return sentence("The server's answer is too large", detail);
    case Failure::Kind::Refused:
        break;
    }
    std::string text = sentence(detail);
    // These reasons say no more than the sentence does.
    const bool isSaid =
        failure.reason == "invalid" || failure.reason == "bad_request" || failure.reason == "conflict";
    if (!failure.reason.empty() && (detail.empty() || !isSaid))
        text += " (" + shown(failure.reason) + ')';
    if (failure.retryAfter)
        text += " Try again in " + durationText(*failure.retryAfter) + '.';
    return text;
}

std::string usageHint(const options::Command *command)
{
    return "'manometerctl" + (command ? ' ' + std::string(command->name) : std::string()) +
           " --help' shows the usage.";
}

Expected<json::Value, Failure> parsedBody(const client::Answer &answer)
{
    auto value = json::Value::parse(answer.body);
    if (!value)
        return Unexpected<Failure>(client::brokenAnswer(value.error().reason));
    return std::move(*value);
}

Context::Context(const options::Given &arguments, const Surroundings &place, client::Address address)
    : given(arguments)
    , surroundings(place)
    , out(place.output)
    , errors(place.errors)
    , api(std::move(address))
{}

std::chrono::milliseconds Context::timeout() const
{
    return timeoutOf(given, std::chrono::seconds(30));
}

std::chrono::milliseconds Context::readingTimeout() const
{
    return timeoutOf(given, std::chrono::minutes(10));
}

Expected<client::Answer, Failure> Context::ask(std::string_view method, std::string target, std::string body)
{
    return api.ask({.method = std::string(method),
                    .target = std::move(target),
                    .body = std::move(body),
                    .timeout = timeout()});
}

Expected<json::Value, Failure> Context::get(std::string target)
{
    const auto answer = ask("GET", std::move(target));
    if (!answer)
        return Unexpected<Failure>(answer.error());
    return parsedBody(*answer);
}

int Context::print(const client::Answer &answer, std::string (*text)(const json::Value &))
{
    if (isJson()) {
        out.write(answer.body);
        return done;
    }
    const auto value = parsedBody(answer);
    if (!value)
        return fail(value.error());
    out.write(text(*value));
    return done;
}

int Context::print(std::string target, std::string (*text)(const json::Value &))
{
    const auto answer = ask("GET", std::move(target));
    return answer ? print(*answer, text) : fail(answer.error());
}

int Context::fail(const Failure &failure)
{
    complain(messageOf(failure));
    return ended(exitCodeOf(failure));
}

int Context::fail(std::string_view subject, const Failure &failure)
{
    // The token file is the problem, whatever the subject is.
    if (failure.kind == Failure::Kind::NoToken)
        return fail(failure);
    complain(shown(subject) + ": " + messageOf(failure));
    return ended(exitCodeOf(failure));
}

int Context::refuse(std::string_view problem, ExitCode exitCode)
{
    complain(shown(problem));
    return ended(exitCode);
}

int Context::ended(int exitCode)
{
    if (exitCode == usage)
        errors.writeLine(usageHint(given.command));
    return exitCode;
}

void Context::complain(std::string_view message)
{
    out.flush(); // so that a terminal shows both in order
    errors.writeLine("manometerctl: " + std::string(message));
    errors.flush();
}

Expected<std::optional<std::uint64_t>, std::string>
Context::integer(std::string_view option, std::uint64_t least, std::uint64_t most) const
{
    const auto text = given.find(option);
    if (!text)
        return std::optional<std::uint64_t>();
    std::uint64_t number = 0;
    const auto read = std::from_chars(text->data(), text->data() + text->size(), number);
    if (read.ec != std::errc() || read.ptr != text->data() + text->size() || number < least || number > most)
        return Unexpected<std::string>("--" + std::string(option) + " needs a whole number from " +
                                       std::to_string(least) + " to " + std::to_string(most) + '.');
    return std::optional(number);
}

Expected<std::optional<double>, std::string> Context::number(std::string_view option, double least,
                                                             double most) const
{
    const auto text = given.find(option);
    if (!text)
        return std::optional<double>();
    double number = 0;
    const auto read = std::from_chars(text->data(), text->data() + text->size(), number);
    // Not a number is not within.
    if (read.ec != std::errc() || read.ptr != text->data() + text->size() ||
        !(number >= least && number <= most))
        return Unexpected<std::string>("--" + std::string(option) + " needs a number from " +
                                       numberText(least) + " to " + numberText(most) + '.');
    return std::optional(number);
}

Expected<std::optional<std::int64_t>, std::string> Context::time(std::string_view option) const
{
    const auto text = given.find(option);
    if (!text)
        return std::optional<std::int64_t>();
    const auto time = parseTime(*text, nowUnixMs());
    if (!time)
        return Unexpected<std::string>("--" + std::string(option) + ": '" + std::string(*text) +
                                       "' is not a time such as 2026-12-01T13:00 or -2h.");
    return time;
}

bool Context::confirms(std::string_view question)
{
    errors.write(std::string(question) + " [y/N] ");
    errors.flush();
    std::string answer;
    char character = 0;
    while (::read(surroundings.input, &character, 1) == 1 && character != '\n')
        if (answer.size() < 16)
            answer += character;
    return answer == "y" || answer == "Y" || answer == "yes";
}

bool Context::sleep(std::chrono::milliseconds duration)
{
    out.flush();
    timespec left{.tv_sec = static_cast<std::time_t>(duration.count() / 1000),
                  .tv_nsec = static_cast<long>(duration.count() % 1000 * 1'000'000)};
    while (::clock_nanosleep(CLOCK_MONOTONIC, 0, &left, &left) == EINTR) {
    }
    return !out.isClosed();
}

std::string absoluteOperand(std::string_view path)
{
    return absolutePath(path, workingDirectoryFor(path), isRealFolder);
}

} // namespace manometer::ctl

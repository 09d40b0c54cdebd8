// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a command of manometerctl works with: what was given, the outputs, and the server. One thread;
// requests block until their timeout.
#pragma once

#include "client/Http.h"
#include "ctl/ExitCode.h"
#include "ctl/Output.h"
#include "ctl/Run.h"
#include "expected/Expected.h"
#include "json/Value.h"
#include "options/Parse.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace manometer::ctl {

// A sentence about a failure, for people; shown() is applied.
std::string messageOf(const client::Failure &failure);

// Where the usage of a command is shown; of none: that of the program.
std::string usageHint(const options::Command *command);

// What is no JSON is a failure of the kind Broken.
Expected<json::Value, client::Failure> parsedBody(const client::Answer &answer);

class Context
{
public:
    Context(const options::Given &arguments, const Surroundings &place, client::Address address);

    const options::Given &given;
    const Surroundings &surroundings;
    Output out;
    Output errors;
    client::Connection api;

    bool isJson() const { return given.has("json"); }
    // Of one request; --timeout overrides both.
    std::chrono::milliseconds timeout() const;
    std::chrono::milliseconds readingTimeout() const; // where the server reads files for it

    Expected<client::Answer, client::Failure> ask(std::string_view method, std::string target,
                                                  std::string body = {});
    // The answer of a GET as a tree.
    Expected<json::Value, client::Failure> get(std::string target);

    // Prints an answer: as it is for programs, which costs no parsing, or what `text` makes of it. The exit
    // code.
    int print(const client::Answer &answer, std::string (*text)(const json::Value &));
    // Asks and prints.
    int print(std::string target, std::string (*text)(const json::Value &));

    // Each writes a message to the errors and returns the exit code.
    int fail(const client::Failure &failure);
    int fail(std::string_view subject, const client::Failure &failure); // "subject: message"
    int refuse(std::string_view problem, ExitCode exitCode = usage);
    void complain(std::string_view message);

    // The option's value as a whole number from `least` to `most`. The error is for refuse(); without the
    // option nothing.
    Expected<std::optional<std::uint64_t>, std::string> integer(std::string_view option, std::uint64_t least,
                                                                std::uint64_t most) const;
    // The same for a number with decimals.
    Expected<std::optional<double>, std::string> number(std::string_view option, double least,
                                                        double most) const;
    // A time in milliseconds since 1970.
    Expected<std::optional<std::int64_t>, std::string> time(std::string_view option) const;

    // Asks at the terminal that the input is: whether the user agrees.
    bool confirms(std::string_view question);
    // Waits; false where the output's reader is gone.
    bool sleep(std::chrono::milliseconds duration);

private:
    int ended(int exitCode); // with the hint at the usage if that was wrong
};

// An operand as an absolute path.
std::string absoluteOperand(std::string_view path);

} // namespace manometer::ctl

// SPDX-License-Identifier: GPL-3.0-or-later
//
// What doctor finds: a list of checks, each fine or with advice. Pure; MachineCommands.cpp collects the
// facts.
#pragma once

#include "client/Failure.h"
#include "client/Instance.h"
#include "expected/Expected.h"
#include "json/Value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace manometer::ctl {

struct Check
{
    enum class State : std::uint8_t { Ok, Warning, Problem };

    State state = State::Ok;
    std::string name{}; // a word for programs: "instance"
    std::string text{}; // a sentence for people
    std::string advice{};
};

using Answered = Expected<json::Value, client::Failure>;

struct DoctorFacts
{
    std::string ownVersion{};
    // What instance.json says; nothing if another address was named.
    std::optional<client::Instance> instance{};
    Answered health{};      // GET /healthz
    Answered status{};      // GET /api/memory/status
    Answered sources{};     // GET /api/sources
    Answered cache{};       // GET /api/cache
    std::string exiftool{}; // its path; empty: it is not installed
};

// Without an answer to `health`, only that is checked.
std::vector<Check> examine(const DoctorFacts &facts);

std::string doctorText(const std::vector<Check> &checks);
std::string doctorJson(const std::vector<Check> &checks); // ends with a newline
bool hasProblem(const std::vector<Check> &checks);

} // namespace manometer::ctl

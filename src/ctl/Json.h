// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads the members of answers by their path, and writes values again. Pure; any thread. What is missing or
// of another type is empty: a tool shows the rest.
#pragma once

#include "json/Value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace manometer::ctl {

// The member at "system.used_mb"; null if there is none.
const json::Value *memberAt(const json::Value &object, std::string_view path);
std::optional<double> numberAt(const json::Value &object, std::string_view path);
std::optional<std::int64_t> integerAt(const json::Value &object, std::string_view path);
std::uint64_t countAt(const json::Value &object, std::string_view path); // 0 if missing
bool isTrueAt(const json::Value &object, std::string_view path);
std::string textAt(const json::Value &object, std::string_view path);  // of a string; as it is
std::string shownAt(const json::Value &object, std::string_view path); // the same, for people

// Numbers keep their text.
void write(json::Writer &json, const json::Value &value);
// A member; the number as exactly as it is.
void write(json::Writer &json, std::string_view name, double number);

} // namespace manometer::ctl

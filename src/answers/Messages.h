// SPDX-License-Identifier: GPL-3.0-or-later
//
// The messages between our exiftool and the program that has the cache, over a unix stream socket on one
// machine. A message is a head of three 32-bit numbers in the machine's byte order (format, kind, length of
// what follows) and fields: 64-bit numbers, and bytes behind their length. With Find and Store the file's
// descriptor is sent (SCM_RIGHTS, unix(7)), with the first byte. Find is answered by Found or NotFound; Store
// is not answered. Pure; any thread.
#pragma once

#include "answers/AnswerStore.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace manometer::answers {

constexpr auto socketName = "exiftool.sock";

enum class Kind : std::uint32_t { Find = 1, Found, NotFound, Store };

struct Head
{
    static constexpr std::uint32_t currentFormat = 0x324E4D45; // "EMN2": another format is another number

    std::uint32_t format = currentFormat;
    Kind kind = Kind::Find;
    std::uint32_t length = 0; // of the body, in bytes
};
static_assert(sizeof(Head) == 12);

constexpr std::size_t mostMessageBytes = mostAnswerBytes + (std::size_t(256) << 10);

// Whole messages.
std::string findMessage(const Question &question); // the file is sent beside it
std::string foundMessage(const Answer &answer);
std::string notFoundMessage();
std::string storeMessage(std::string_view path, std::string_view text, const FileState &before,
                         const Answer &answer);

// Empty for anything but the head of a message that is not too long.
std::optional<Head> headOf(std::string_view bytes);

// Bodies. The views are into `body`. Empty for what the functions above do not write.
struct FindBody
{
    std::string_view path;
    std::string_view text;
    bool isCounted = true;
    std::uint64_t startMicroseconds = 0;
};
std::optional<FindBody> findBody(std::string_view body);

struct StoreBody
{
    std::string_view path;
    std::string_view text;
    FileState before;
    Answer answer;
};
std::optional<StoreBody> storeBody(std::string_view body);

std::optional<Answer> foundBody(std::string_view body);

} // namespace manometer::answers

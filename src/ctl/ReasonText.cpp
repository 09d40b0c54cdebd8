// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/ReasonText.h"

#include "ctl/Paths.h"
#include "ctl/Texts.h"

#include <algorithm>
#include <array>

namespace manometer::ctl {

using client::LookedUp;

namespace {

constexpr int settlingSeconds = 2; // what changed later is not kept

struct Explanation
{
    std::string_view reason;
    std::string_view text;
    bool isWhole = false; // the server's detail says the same
};

constexpr std::array<Explanation, 13> explanations{
    {{"not_cached", "it is not in the cache; --read reads it", true},
     {"no_file", "there is no such file", true},
     {"not_regular", "it is not a regular file", true},
     {"unreadable", "it cannot be read"},
     {"memory_critical", "it is not read while memory is critical", true},
     {"hung", "the disk did not answer in time"},
     {"no_reader", "the metadata reader (exiftool) is missing or does not start"},
     {"not_understood", "the reader does not understand its contents"},
     {"timed_out", "the reader took too long"},
     {"too_large", "its metadata is too large"},
     {"changed_while_read", "it changed while it was read"},
     {"reader_failed", "the reader failed"},
     {"not_stored", "its metadata could not be stored"}}};

// The detail without what the explanation says and without its full stops.
std::string_view newIn(std::string_view detail)
{
    for (const std::string_view known : {"The file could not be read", "The file cannot be examined"})
        if (detail.starts_with(known)) {
            detail.remove_prefix(known.size());
            if (detail.starts_with(": "))
                detail.remove_prefix(2);
        }
    return detail.substr(0, detail.find_last_not_of('.') + 1);
}

} // namespace

std::string reasonSentence(const std::string &path, const LookedUp &entry, bool wasRead)
{
    if (entry.reason == "not_regular" && isSymbolicLink(path))
        return std::string(symbolicLinkText) + '.';
    const auto *const found =
        std::find_if(explanations.begin(), explanations.end(),
                     [&entry](const Explanation &each) { return each.reason == entry.reason; });
    const bool isKnown = found != explanations.end();
    std::string text = isKnown ? std::string(found->text) : shown(entry.reason);
    const std::string_view detail = isKnown && found->isWhole ? "" : newIn(entry.detail);
    if (!detail.empty())
        text += ": " + shown(detail);
    text += '.';
    if (entry.reason == "not_cached" && !wasRead && hasChangedWithin(path, settlingSeconds))
        text += " A file that has just changed is kept only after two seconds.";
    return text;
}

} // namespace manometer::ctl

// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/BuiltInPresets.h"

#include <algorithm>

namespace manometer::views {

namespace {

constexpr qsizetype longestName = 60;
constexpr std::uint64_t mebibyte = 1u << 20;

Preset preset(const char *name, std::uint64_t entries, std::uint64_t memoryMiB, std::uint64_t diskMiB,
              bool adapting = true)
{
    Settings settings;
    settings.memory = {.entries = entries, .bytes = memoryMiB * mebibyte};
    settings.diskCapBytes = diskMiB * mebibyte;
    settings.adapting = adapting;
    return {.name = QString::fromLatin1(name), .settings = settings, .builtIn = true};
}

} // namespace

const std::vector<Preset> &builtInPresets()
{
    // The original program's three sizes, a measure-only preset, and a server.
    static const std::vector<Preset> all{
        preset("default", 500, 64, 200),         preset("large-host", 2000, 256, 1000),
        preset("small-host", 100, 16, 50),       preset("adaptation-off", 500, 64, 200, false),
        preset("server", 1'000'000, 1024, 8192),
    };
    return all;
}

bool isPresetName(const QString &name)
{
    return !name.isEmpty() && name.size() <= longestName && name == name.trimmed() && name.isValidUtf16() &&
           std::none_of(name.begin(), name.end(), [](QChar c) { return !c.isPrint(); }) &&
           std::none_of(builtInPresets().begin(), builtInPresets().end(), [&name](const Preset &each) {
               return each.name.compare(name, Qt::CaseInsensitive) == 0;
           });
}

} // namespace manometer::views

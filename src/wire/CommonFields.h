// SPDX-License-Identifier: GPL-3.0-or-later
//
// The JSON fields of the values that events (EventFields.h) and views (ViewFields.h) have in common, one list
// for both. Each list names all members of its struct by a structured binding, so that a missing or
// additional one does not compile. Names never change once released.
#pragma once

#include "cache/Cache.h"
#include "pressure/MemorySource.h"
#include "pressure/control/Thresholds.h"
#include "views/ProcessMemory.h"

#include <type_traits>

namespace manometer::wire {

// `What` is Struct when reading, const Struct when writing.
template<typename Struct, typename What>
concept Describes = std::is_same_v<std::remove_const_t<What>, Struct>;

template<typename Fields, typename What>
requires Describes<pressure::Threshold, What>
void describe(Fields &f, What &what)
{
    auto &[enter, leave, hold, target] = what;
    f("enter_percent", enter);
    f("leave_percent", leave);
    f("hold_ms", hold);
    f("target_percent", target);
}

// `kindKey`: in an event, whose fields are flat, the kind of the error stands under another key.
template<typename Fields, typename What>
requires Describes<pressure::SourceError, What>
void describeError(Fields &f, What &what, const char *kindKey)
{
    auto &[kind, path, systemError, detail] = what;
    f(kindKey, kind);
    f("file", path);
    f("system_error", systemError);
    f("detail", detail);
}

template<typename Fields, typename What>
requires Describes<cache::Health, What>
void describe(Fields &f, What &what)
{
    auto &[state, quarantined, quarantinePath, detail] = what;
    f("state", state);
    f("quarantined_shards", quarantined);
    f("quarantine_file", quarantinePath);
    f("detail", detail);
}

template<typename Fields, typename What>
requires Describes<views::ProcessMemory, What>
void describe(Fields &f, What &what)
{
    auto &[name, pid, rss, pss, swap, controlGroup] = what;
    f("name", name);
    f("pid", pid);
    f("rss_bytes", rss);
    f("pss_bytes", pss);
    f("swap_bytes", swap);
    f("control_group", controlGroup);
}

} // namespace manometer::wire

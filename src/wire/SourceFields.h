// SPDX-License-Identifier: GPL-3.0-or-later
//
// The JSON fields of the signals of memory pressure and their sources: like ViewFields.h, which includes it.
#pragma once

#include "views/MonitorView.h"
#include "wire/CommonFields.h"

namespace manometer::wire {

template<typename Fields, typename What>
requires Describes<pressure::SignalRow, What>
void describe(Fields &f, What &what)
{
    auto &[signal, state, path, systemError, delay] = what;
    f("signal", signal);
    f("state", state);
    f("file", path);
    f("system_error", systemError);
    f("delay_ms", delay);
}

template<typename Fields, typename What>
requires Describes<pressure::CgroupPlace, What>
void describe(Fields &f, What &what)
{
    auto &[version, group, levels, stallFolder] = what;
    f("version", version);
    f("group", group);
    f("folders", levels);
    f("stall_folder", stallFolder);
}

template<typename Fields, typename What>
requires Describes<pressure::ProcessFootprint, What>
void describe(Fields &f, What &what)
{
    auto &[proportional, privateDirty] = what;
    f("proportional_bytes", proportional);
    f("private_dirty_bytes", privateDirty);
}

template<typename Fields, typename What>
requires Describes<pressure::SourceReport, What>
void describe(Fields &f, What &what)
{
    auto &[rows, place, tightest, footprint] = what;
    f("signals", rows);
    f("cgroup", place);
    f("tightest", tightest);
    f("footprint", footprint);
}

} // namespace manometer::wire

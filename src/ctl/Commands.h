// SPDX-License-Identifier: GPL-3.0-or-later
//
// The commands of manometerctl. Each returns the exit code; its texts are made by pure functions (…Text.h).
#pragma once

#include <string>

namespace manometer::ctl {

class Context;

// StatusCommands.cpp
int runStatus(Context &context);
int runStats(Context &context);
int runHistory(Context &context);
// EventCommands.cpp, WatchCommand.cpp
int runEvents(Context &context);
int runWatch(Context &context);
int runNote(Context &context);
// SettingsCommands.cpp
int runThresholds(Context &context);
int runPreset(Context &context);
// LookupCommands.cpp
int runGet(Context &context);
int readListedFiles(Context &context); // scan --files0-from
// EntryCommands.cpp
int runPut(Context &context);
int runRm(Context &context);
int runEntries(Context &context);
int runClear(Context &context);
// ScanCommands.cpp
int runScan(Context &context);
// ExportCommand.cpp
int runExport(Context &context);
// RecordCommand.cpp
int runRecord(Context &context);
// MachineCommands.cpp
int runProcesses(Context &context);
int runSources(Context &context);
int runHits(Context &context);
int runDoctor(Context &context);
// WhatIfCommands.cpp
int runWhatIf(Context &context);
int runSuggest(Context &context);
// RehearseCommand.cpp
int runRehearse(Context &context);
// RehearseOnCache.cpp: with --on-cache
int rehearseOnCache(Context &context, const std::string &curve);
int stopRehearsal(Context &context); // with --stop

} // namespace manometer::ctl

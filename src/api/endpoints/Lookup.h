// SPDX-License-Identifier: GPL-3.0-or-later
//
// Looks up the entries of many files in one request, and has missing ones read. The answer is made as one
// text into which the cached values are copied as they are.
#pragma once

#include "api/endpoints/Context.h"
#include "api/endpoints/Parameters.h"

namespace manometer::api {

// "?read=missing"
bool readsMissing(Parameters &parameters);
// Blocks on disk.
void lookUp(const Context &context, const Call &call);

// For clients: a word and a sentence.
std::string_view wordOf(views::EntryState state);
// Of a path without an entry.
std::string sentenceOf(views::EntryState state, int systemError);
std::string sentenceOf(const views::ScanFailure &failure);

Response memoryIsCritical();

} // namespace manometer::api

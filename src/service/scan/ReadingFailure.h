// SPDX-License-Identifier: GPL-3.0-or-later
//
// What an extractor says of a file, in the words of the views and of the cache. Pure; any thread.
#pragma once

#include "cache/EntryInfo.h"
#include "extract/Document.h"
#include "extract/Extractor.h"
#include "views/ScanView.h"

namespace manometer::service {

inline views::ScanFailure::Kind kindOf(extract::ExtractFailure::Kind kind)
{
    using From = extract::ExtractFailure::Kind;
    using To = views::ScanFailure::Kind;
    switch (kind) {
    case From::NotStarted:
        return To::NoReader;
    case From::TimedOut:
        return To::TimedOut;
    case From::TooLarge:
        return To::TooLarge;
    case From::NotAsked:
    case From::Crashed:
    case From::Refused:
    case From::Malformed:
        break;
    }
    return To::ReaderFailed;
}

inline cache::Contents contentsOf(extract::Problem problem)
{
    switch (problem) {
    case extract::Problem::None:
        break;
    case extract::Problem::Unreadable:
        return cache::Contents::Unreadable;
    case extract::Problem::UnknownType:
        return cache::Contents::UnknownType;
    case extract::Problem::Empty:
        return cache::Contents::Empty;
    }
    return cache::Contents::Understood;
}

// What is stored beside a file's document.
inline cache::EntryNote noteOf(const extract::FileFacts &facts, const extract::Extraction &extraction)
{
    const cache::Contents contents = contentsOf(extract::problemIn(extraction.problem));
    return {.readCost = extraction.cost,
            .fingerprint = cache::EntryNote::fingerprintOf(contents, facts.fingerprint)};
}
inline cache::EntryNote noteOf(const extract::FileFacts &facts, const extract::ExtractFailure &failure)
{
    return {.readCost = failure.cost,
            .fingerprint = cache::EntryNote::fingerprintOf(cache::Contents::Failed, facts.fingerprint)};
}

} // namespace manometer::service

// SPDX-License-Identifier: GPL-3.0-or-later
//
// An extractor's failure in the views' words. Pure; any thread.
#pragma once

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

} // namespace manometer::service

// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whether a cut of the cache's limit helped, and what it has cost, in words. Pure functions.
#pragma once

#include "cache/PressureCost.h"
#include "views/Event.h"

#include <QString>

#include <optional>

namespace manometer::gui::text {

enum class Verdict : quint8 {
    Pending, // the kernel's figures have not settled yet
    Nothing, // the cache held less than the new limit
    TooSmall,
    Helped,
    NoEffect,
};

// TooSmall: less was evicted than the allocator keeps back anyway. Helped: at least the share of it that the
// control loop requires was returned to the system within two seconds. Source: pressure::LimitConfig, the
// futility check.
Verdict verdict(const views::LimitEvent &cut, const std::optional<views::ReceiptEvent> &receipt);
// Of what a receipt says was evicted; never Pending.
Verdict verdict(const views::ReceiptEvent &receipt);
// Of the process's resident memory, from the cut until two seconds after it.
qint64 returnedBytes(const views::ReceiptEvent &receipt);

// 'Helped: 212 MiB returned', 'No visible effect', 'Too small to matter'
QString shortVerdict(const views::LimitEvent &cut, const std::optional<views::ReceiptEvent> &receipt);
// The same with the reason: 'No visible effect: this cache is 0.3 % of what is used'
QString verdictWords(const views::LimitEvent &cut, const std::optional<views::ReceiptEvent> &receipt);
QString verdictWords(const views::ReceiptEvent &receipt);
// 'Cost so far: 53 reads again, 3.2 s', of disk and files
QString shortCost(const cache::CutCost &cut);
// 'Cost so far: 12 disk reads, 41 files read again in 3.2 s'; with '≈' before estimates.
QString costWords(const cache::CutCost &cut);
// '125 entries evicted (97.7 KiB); 73.6 % → 72.4 % of memory in use', after the reason for no effect
QString cutDetail(const views::LimitEvent &cut, const std::optional<views::ReceiptEvent> &receipt);

} // namespace manometer::gui::text

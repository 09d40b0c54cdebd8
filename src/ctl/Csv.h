// SPDX-License-Identifier: GPL-3.0-or-later
//
// Rows of comma-separated values (RFC 4180) with the columns that the window exports (exports/SampleCsv.h,
// EventCsv.h, EntryCsv.h): UTF-8, CRLF, a header row, empty fields for missing values, times in UTC, text
// that a spreadsheet would take for a formula with an apostrophe before it. Pure.
#pragma once

#include "json/Value.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace manometer::ctl {

class CsvRow
{
public:
    void missing() { separate(); }
    void word(std::string_view word); // not quoted
    void text(std::string_view text); // of others
    // As the member is written; in fixed notation. Missing if it is no number.
    void number(const json::Value &object, std::string_view name);
    void count(std::uint64_t number);
    void flag(bool value) { word(value ? "1" : "0"); }
    void seconds(std::int64_t milliseconds);
    void time(std::int64_t unixMs); // three fields
    std::string end();

private:
    void separate();

    std::string m_text;
    bool m_hasFields = false;
};

std::string sampleHeader();
// `firstMonotonicMs`: of the first row.
std::string sampleRow(const json::Value &sample, std::int64_t firstMonotonicMs);
std::string eventHeader();
std::string eventRow(const json::Value &event);
std::string entryHeader();
std::string entryRow(const json::Value &entry);

} // namespace manometer::ctl

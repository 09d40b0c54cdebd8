// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/Csv.h"

#include "client/Bytes.h"
#include "ctl/EventText.h"
#include "ctl/Json.h"
#include "ctl/Times.h"
#include "json/Utf8.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>

namespace manometer::ctl {

using json::Value;

namespace {

// Of numbers of others: without an overflow.
std::int64_t difference(std::int64_t one, std::int64_t other)
{
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(one) - static_cast<std::uint64_t>(other));
}

std::string validUtf8(std::string_view bytes)
{
    std::string text;
    while (!bytes.empty()) {
        const std::size_t length = json::characterBytes(bytes);
        text += length == 0 ? json::replacementCharacter : bytes.substr(0, length);
        bytes.remove_prefix(length == 0 ? 1 : length);
    }
    return text;
}

} // namespace

void CsvRow::separate()
{
    if (std::exchange(m_hasFields, true))
        m_text += ',';
}

void CsvRow::word(std::string_view word)
{
    separate();
    m_text += word;
}

void CsvRow::text(std::string_view given)
{
    separate();
    std::string text = validUtf8(given);
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos)
        text.insert(0, 1, '\'');
    const bool isQuoted =
        text.find_first_of(",\"\n\r") != std::string::npos || text.starts_with(' ') || text.ends_with(' ');
    if (!isQuoted) {
        m_text += text;
        return;
    }
    m_text += '"';
    for (const char each : text)
        m_text.append(each == '"' ? 2 : 1, each);
    m_text += '"';
}

void CsvRow::number(const Value &object, std::string_view name)
{
    separate();
    const Value *value = object.find(name);
    if (!value || value->kind() != Value::Kind::Number)
        return;
    const std::string &token = value->text();
    const auto number = value->number();
    if (token.find_first_of("eE") == std::string::npos) {
        m_text += token;
    } else if (number) {
        std::array<char, 400> text{}; // fixed notation: DBL_MAX has 309 digits
        const auto end =
            std::to_chars(text.data(), text.data() + text.size(), *number, std::chars_format::fixed).ptr;
        m_text.append(text.data(), end);
    }
}

void CsvRow::count(std::uint64_t number)
{
    word(std::to_string(number));
}

void CsvRow::seconds(std::int64_t milliseconds)
{
    const std::int64_t rest = std::abs(milliseconds % 1000);
    std::array<char, 40> text{};
    const int length =
        std::snprintf(text.data(), text.size(), "%s%lld.%03d", milliseconds < 0 ? "-" : "",
                      static_cast<long long>(std::abs(milliseconds / 1000)), static_cast<int>(rest));
    word({text.data(), static_cast<std::size_t>(length)});
}

void CsvRow::time(std::int64_t unixMs)
{
    const std::string date = utcTime(unixMs);
    word(date);
    word(date + 'Z');
    seconds(unixMs);
}

std::string CsvRow::end()
{
    m_hasFields = false;
    return std::exchange(m_text, {}) + "\r\n";
}

std::string sampleHeader()
{
    return "time_utc,timestamp,unix_time_s,elapsed_s,system_used_percent,system_available_bytes,"
           "process_rss_bytes,psi_some_avg10_percent,level,cache_entries,cache_limit_entries,"
           "cache_hits_total,cgroup_used_percent,memory_free_bytes,memory_buffers_bytes,memory_cache_bytes,"
           "swap_total_bytes,swap_used_bytes\r\n";
}

std::string sampleRow(const Value &sample, std::int64_t firstMonotonicMs)
{
    const bool isGap = isTrueAt(sample, "gap");
    CsvRow row;
    const auto unlessGap = [&](std::string_view name, bool isKnown = true) {
        if (isGap || !isKnown)
            row.missing();
        else
            row.number(sample, name);
    };
    row.time(integerAt(sample, "unix_ms").value_or(0));
    row.seconds(difference(integerAt(sample, "monotonic_ms").value_or(0), firstMonotonicMs));
    unlessGap("system_used_percent");
    unlessGap("system_available_bytes");
    unlessGap("process_rss_bytes", countAt(sample, "process_rss_bytes") > 0); // 0: unreadable
    unlessGap("psi_some_avg10_percent");
    row.text(textAt(sample, "level_applied"));
    for (const std::string_view name : {"cache_entries", "cache_limit_entries", "cache_hits_total"})
        row.number(sample, name);
    unlessGap("cgroup_used_percent");
    const Value *composition = isGap ? nullptr : sample.find("composition");
    for (const std::string_view name :
         {"free_bytes", "buffers_bytes", "cache_bytes", "swap_total_bytes", "swap_used_bytes"}) {
        if (composition)
            row.number(*composition, name);
        else
            row.missing();
    }
    return row.end();
}

std::string eventHeader()
{
    return "time_utc,timestamp,unix_time_s,kind,level,level_before,percent,limit_before_entries,"
           "limit_after_entries,evicted_entries,evicted_bytes,process_rss_change_bytes,note,details_json\r\n";
}

std::string eventRow(const Value &event)
{
    const std::string kind = textAt(event, "kind");
    const bool isLimit = kind == "limit";
    CsvRow row;
    row.time(integerAt(event, "unix_ms").value_or(0));
    row.text(kind);
    row.text(textAt(event, kind == "level" ? "level_to" : "level"));
    row.text(textAt(event, "level_from"));
    row.number(event, "percent");
    for (const std::string_view name :
         {"limit_before_entries", "limit_after_entries", "evicted_entries", "evicted_bytes"})
        if (isLimit)
            row.number(event, name);
        else
            row.missing();
    if (isLimit)
        row.word(std::to_string(difference(integerAt(event, "process_rss_after_bytes").value_or(0),
                                           integerAt(event, "process_rss_before_bytes").value_or(0))));
    else
        row.missing();
    row.text(kind == "note" ? client::unescapedBytes(textAt(event, "text")) : std::string());
    row.text(detailsOf(event));
    return row.end();
}

std::string entryHeader()
{
    return "path,path_percent_encoded,depth,value_bytes,stored_bytes,file_bytes,hits,read_cost_us,in_memory,"
           "on_disk,pinned,modified_unix_time_s,stored_unix_time_s,last_used_unix_time_s,"
           "contents\r\n";
}

std::string entryRow(const Value &entry)
{
    const std::string path = client::unescapedBytes(textAt(entry, "path"));
    CsvRow row;
    row.text(path);
    row.word(client::percentEncoded(path));
    row.text(client::unescapedBytes(textAt(entry, "depth")));
    for (const std::string_view name :
         {"value_bytes", "stored_bytes", "source_bytes", "hits", "read_cost_us"})
        row.number(entry, name);
    for (const std::string_view name : {"in_memory", "on_disk", "is_kept"})
        row.flag(isTrueAt(entry, name));
    for (const std::string_view name : {"modified_unix_ms", "stored_unix_ms", "last_used_unix_ms"}) {
        if (const auto time = integerAt(entry, name))
            row.seconds(*time);
        else
            row.missing();
    }
    row.word(textAt(entry, "contents"));
    return row.end();
}

} // namespace manometer::ctl

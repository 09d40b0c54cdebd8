// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/rehearsal/CurveFile.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <limits>
#include <string_view>
#include <utility>

namespace manometer::pressure {

namespace {

using Kind = CurveProblem::Kind;
using Cells = std::vector<std::string_view>;

constexpr std::size_t absent = std::numeric_limits<std::size_t>::max();

// The cells that are needed stand among the first ones.
constexpr std::size_t mostCells = 64;

Unexpected<CurveProblem> problem(Kind kind, std::size_t line = 0)
{
    return Unexpected<CurveProblem>({.kind = kind, .line = line});
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::string_view unquoted(std::string_view cell)
{
    cell = trimmed(cell);
    if (cell.size() >= 2 && cell.front() == '"' && cell.back() == '"')
        cell = cell.substr(1, cell.size() - 2);
    return cell;
}

// RFC 4180, except for quoted line breaks, which our samples do not have.
void split(std::string_view line, char separator, Cells &cells)
{
    cells.clear();
    bool isQuoted = false;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= line.size() && cells.size() < mostCells; ++i) {
        if (i < line.size() && line[i] == '"')
            isQuoted = !isQuoted;
        if (i < line.size() && (isQuoted || line[i] != separator))
            continue;
        cells.push_back(unquoted(line.substr(begin, i - begin)));
        begin = i + 1;
    }
}

// With a decimal point, or a comma as spreadsheets of some languages write it.
std::optional<double> numberIn(std::string_view cell)
{
    char text[64];
    if (cell.empty() || cell.size() > sizeof text)
        return std::nullopt;
    std::replace_copy(cell.begin(), cell.end(), text, ',', '.');
    double value = 0;
    const auto read = std::from_chars(text, text + cell.size(), value);
    if (read.ec != std::errc() || read.ptr != text + cell.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

// Where a row has its figures.
struct Columns
{
    char separator = ',';
    std::size_t elapsed = absent;
    std::size_t unixTime = absent;
    std::size_t percent = absent;
    bool isHeader = false;

    bool areComplete() const { return percent != absent && (elapsed != absent || unixTime != absent); }
};

Columns columnsOf(std::string_view firstLine)
{
    Columns columns;
    columns.separator = firstLine.find(';') != std::string_view::npos ? ';' : ',';
    Cells cells;
    split(firstLine, columns.separator, cells);
    columns.isHeader = std::none_of(cells.begin(), cells.end(), numberIn);
    const auto indexOf = [&cells](std::string_view name) {
        const auto found = std::find(cells.begin(), cells.end(), name);
        return found == cells.end() ? absent : static_cast<std::size_t>(found - cells.begin());
    };
    columns.elapsed = indexOf("elapsed_s");
    columns.unixTime = indexOf("unix_time_s");
    columns.percent = indexOf("system_used_percent");
    if (!columns.areComplete() && cells.size() == 2) // whatever their names are
        columns = {.separator = columns.separator, .elapsed = 0, .percent = 1, .isHeader = columns.isHeader};
    return columns;
}

// The time of the rows in seconds since the first one. elapsed_s begins again when the machine restarts, and
// unix_time_s jumps when the clock is set: where one goes back, the other is used.
class RowTimes
{
public:
    // Empty if the time goes back.
    std::optional<double> add(std::optional<double> elapsed, std::optional<double> unixTime)
    {
        std::optional<double> passed = m_isFirst ? std::optional(0.0) : std::nullopt;
        for (const auto &[now, before] : {std::pair(elapsed, m_elapsed), std::pair(unixTime, m_unixTime)})
            if (!passed && now && before && *now >= *before)
                passed = *now - *before;
        m_isFirst = false;
        m_elapsed = elapsed;
        m_unixTime = unixTime;
        if (passed)
            m_seconds += *passed;
        return passed ? std::optional(m_seconds) : std::nullopt;
    }

private:
    bool m_isFirst = true;
    std::optional<double> m_elapsed;
    std::optional<double> m_unixTime;
    double m_seconds = 0;
};

// The row's point; without a percent nothing.
Expected<std::optional<CurvePoint>, CurveProblem> pointOf(const Cells &cells, const Columns &columns,
                                                          RowTimes &times, std::size_t line)
{
    const auto cell = [&cells](std::size_t column) {
        return column < cells.size() ? cells[column] : std::string_view();
    };
    const auto elapsed = numberIn(cell(columns.elapsed));
    const auto unixTime = numberIn(cell(columns.unixTime));
    if ((!elapsed && !unixTime) || columns.percent >= cells.size())
        return problem(Kind::NotANumber, line);
    const auto seconds = times.add(elapsed, unixTime);
    if (!seconds)
        return problem(Kind::TimeGoesBack, line);
    if (*seconds > std::chrono::duration<double>(CurveBounds::length).count())
        return problem(Kind::TooLong, line);
    if (cells[columns.percent].empty())
        return std::optional<CurvePoint>();
    const auto percent = numberIn(cells[columns.percent]);
    if (!percent)
        return problem(Kind::NotANumber, line);
    if (*percent < 0 || *percent > 100)
        return problem(Kind::OutOfRange, line);
    return std::optional(CurvePoint{*seconds, *percent});
}

} // namespace

Expected<Curve, CurveProblem> readCurve(std::istream &csv)
{
    std::string buffer(CurveBounds::lineBytes, '\0');
    std::optional<Columns> columns;
    Cells cells;
    RowTimes times;
    std::vector<CurvePoint> points;
    for (std::size_t line = 1; csv.getline(buffer.data(), std::streamsize(buffer.size())); ++line) {
        // The count includes the line feed, which the last line may lack.
        const auto count = static_cast<std::size_t>(csv.gcount());
        std::string_view text(buffer.data(), csv.eof() ? count : count - 1);
        constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
        if (line == 1 && text.starts_with(byteOrderMark))
            text.remove_prefix(byteOrderMark.size());
        if (trimmed(text).empty())
            continue;
        if (!columns) {
            columns = columnsOf(text);
            if (!columns->areComplete())
                return problem(Kind::NoColumns, line);
            if (columns->isHeader)
                continue;
        }
        if (points.size() == CurveBounds::rows)
            return problem(Kind::TooManyRows, line);
        split(text, columns->separator, cells);
        const auto point = pointOf(cells, *columns, times, line);
        if (!point)
            return Unexpected<CurveProblem>(point.error());
        if (*point)
            points.push_back(**point);
    }
    if (csv.bad())
        return Unexpected<CurveProblem>({.kind = Kind::Unreadable, .systemError = EIO});
    if (!csv.eof())
        return problem(Kind::LineTooLong);
    if (points.size() < 2 || points.back().seconds == points.front().seconds)
        return problem(Kind::TooFewRows);
    // The first rows may be gaps.
    const double first = points.front().seconds;
    for (CurvePoint &point : points)
        point.seconds -= first;
    return Curve(std::move(points), Curve::End::Holds);
}

Expected<Curve, CurveProblem> readCurveFile(const std::string &path)
{
    namespace fs = std::filesystem;
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found)
        error = std::make_error_code(std::errc::no_such_file_or_directory);
    if (error)
        return Unexpected<CurveProblem>({.kind = Kind::Unreadable, .systemError = error.value()});
    if (!fs::is_regular_file(status)) // reading another one may block
        return problem(Kind::NotAFile);
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return Unexpected<CurveProblem>({.kind = Kind::Unreadable, .systemError = errno != 0 ? errno : EIO});
    return readCurve(file);
}

Expected<Curve, CurveProblem> findCurve(const std::string &nameOrPath)
{
    if (auto named = namedCurve(nameOrPath))
        return std::move(*named);
    return readCurveFile(nameOrPath);
}

std::string describe(const CurveProblem &problem)
{
    const std::string place = problem.line == 0 ? "" : "line " + std::to_string(problem.line) + ": ";
    switch (problem.kind) {
    case Kind::Unreadable:
        return std::strerror(problem.systemError);
    case Kind::NotAFile:
        return "it is not a regular file";
    case Kind::LineTooLong:
        return "a line is longer than 64 KiB";
    case Kind::NoColumns:
        return place + "there are neither the columns elapsed_s (or unix_time_s) and system_used_percent nor "
                       "two columns, seconds and percent";
    case Kind::NotANumber:
        return place + "the time or the percent is not a number";
    case Kind::OutOfRange:
        return place + "the percent is not within 0 to 100";
    case Kind::TimeGoesBack:
        return place + "the time is earlier than in the row before";
    case Kind::TooFewRows:
        return "it needs two rows with a percent, at different times";
    case Kind::TooManyRows:
        return "it has more than 2000000 rows";
    case Kind::TooLong:
        return place + "it is longer than 31 days";
    }
    return {};
}

} // namespace manometer::pressure

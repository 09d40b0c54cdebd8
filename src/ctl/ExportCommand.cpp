// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/Items.h"
#include "ctl/Commands.h"
#include "ctl/Context.h"
#include "ctl/Csv.h"
#include "ctl/EntryPages.h"
#include "ctl/EventText.h"
#include "ctl/Json.h"

#include <cstdint>
#include <limits>

namespace manometer::ctl {

using client::Failure;
using json::Value;

namespace {

constexpr std::size_t mostSampleBytes = 256 << 20; // a week has 26,000 samples of 600 bytes
constexpr std::uint64_t eventsOfOnePage = 1000;    // the server's limit

struct Range
{
    std::int64_t fromMs = std::numeric_limits<std::int64_t>::min();
    std::int64_t toMs = std::numeric_limits<std::int64_t>::max();

    bool contains(std::int64_t ms) const { return fromMs <= ms && ms <= toMs; }
};

class Export
{
public:
    Export(Context &context, Range range)
        : m_context(context)
        , m_range(range)
        , m_isCsv(context.given.value("format") != "jsonl" && !context.isJson())
    {}

    int run(std::string_view what)
    {
        const auto exported = what == "samples" ? samples() : what == "events" ? events() : entries();
        return exported ? static_cast<int>(done) : m_context.fail(exported.error());
    }

private:
    using Done = Expected<void, Failure>;

    static Unexpected<Failure> broken(std::string detail)
    {
        return Unexpected<Failure>(client::brokenAnswer(std::move(detail)));
    }

    void header(const std::string &row)
    {
        if (m_isCsv)
            m_context.out.write(row);
    }
    // An item of an answer; `row` makes its line of CSV.
    template<typename Row>
    void write(std::string_view item, const Row &row)
    {
        if (!m_isCsv)
            m_context.out.writeLine(item);
        else if (const auto value = Value::parse(item))
            m_context.out.write(row(*value));
    }

    Done samples()
    {
        Query query("/api/monitor/samples");
        if (m_range.fromMs != Range().fromMs)
            query.add("from_unix_ms", std::to_string(m_range.fromMs));
        if (m_range.toMs != Range().toMs)
            query.add("to_unix_ms", std::to_string(m_range.toMs));
        const auto answer = m_context.api.ask(
            {.target = query.text(), .timeout = m_context.timeout(), .mostBodyBytes = mostSampleBytes});
        if (!answer)
            return Unexpected<Failure>(answer.error());
        header(sampleHeader());
        std::optional<std::int64_t> first;
        const auto read = client::forEachItem(answer->body, "samples", [&](std::string_view item) {
            write(item, [&first](const Value &sample) {
                if (!first)
                    first = integerAt(sample, "monotonic_ms").value_or(0);
                return sampleRow(sample, *first);
            });
        });
        return read ? Done() : broken(read.error());
    }

    Done events()
    {
        header(eventHeader());
        std::int64_t position = 0;
        for (;;) {
            Query query("/api/events");
            query.add("after", std::to_string(position)).add("limit", std::to_string(eventsOfOnePage));
            const auto answer = m_context.ask("GET", query.text());
            if (!answer)
                return Unexpected<Failure>(answer.error());
            std::int64_t last = position;
            const auto read = client::forEachItem(answer->body, "events", [&](std::string_view item) {
                const auto event = Value::parse(item);
                if (!event)
                    return;
                last = integerAt(*event, "position").value_or(last);
                if (m_range.contains(momentOf(*event)))
                    write(item, eventRow);
            });
            if (!read)
                return broken(read.error());
            m_context.out.flush();
            if (last <= position || m_context.out.isClosed() || m_context.out.error() != 0)
                return {};
            position = last;
        }
    }

    Done entries()
    {
        header(entryHeader());
        return forEachPage(m_context, Query("/api/entries"), std::numeric_limits<std::uint64_t>::max(),
                           [this](const std::vector<std::string> &rows) {
                               for (const std::string &row : rows)
                                   write(row, entryRow);
                           });
    }

    Context &m_context;
    Range m_range;
    bool m_isCsv;
};

} // namespace

int runExport(Context &context)
{
    const std::string_view what = context.given.operands.front();
    const auto from = context.time("from");
    const auto to = context.time("to");
    for (const auto *time : {&from, &to})
        if (!*time)
            return context.refuse(time->error());
    if (what == "entries" && (*from || *to))
        return context.refuse("Entries have no range of time.");
    if (context.isJson() && context.given.value("format") == "csv")
        return context.refuse("--json and --format csv exclude each other.");
    const Range whole;
    return Export(context, {.fromMs = from->value_or(whole.fromMs), .toMs = to->value_or(whole.toMs)})
        .run(what);
}

} // namespace manometer::ctl

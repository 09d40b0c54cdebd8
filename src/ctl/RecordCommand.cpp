// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/Commands.h"
#include "ctl/Context.h"
#include "ctl/Query.h"
#include "ctl/Texts.h"
#include "ctl/TimeRange.h"
#include "ctl/WholeFile.h"

namespace manometer::ctl {

namespace {

constexpr std::size_t mostRecordingBytes = std::size_t(64) << 20; // the server's limit

} // namespace

int runRecord(Context &context)
{
    const std::string file(context.given.operands.front());
    const bool isStream = file == "-";
    const auto range = timeRangeOf(context);
    if (!range)
        return context.refuse(range.error());
    if (isStream && context.out.isTerminal())
        return context.refuse("A recording is not text: write it to a file or a pipe.");
    const auto existing = context.given.has("overwrite") ? Existing::Replaced : Existing::Kept;
    const auto fail = [&context, &file](const std::string &reason) {
        context.complain(shown(file) + " is not written: " + reason + '.');
        return static_cast<int>(unwritable);
    };
    if (!isStream)
        if (const auto allowed = checkWholeFile(file, existing); !allowed)
            return fail(allowed.error());
    Query query("/api/recording");
    if (range->from)
        query.add("from_unix_ms", std::to_string(*range->from));
    if (range->to)
        query.add("to_unix_ms", std::to_string(*range->to));
    if (context.given.has("names"))
        query.add("names", "true");
    const auto answer = context.api.ask(
        {.target = query.text(), .timeout = context.timeout(), .mostBodyBytes = mostRecordingBytes});
    if (!answer)
        return context.fail(answer.error());
    if (isStream) {
        context.out.write(answer->body);
        return done;
    }
    const auto written = writeWholeFile(file, answer->body);
    return written ? static_cast<int>(done) : fail(written.error());
}

} // namespace manometer::ctl

// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/Bytes.h"
#include "ctl/Commands.h"
#include "ctl/Context.h"
#include "ctl/Json.h"
#include "ctl/Paths.h"
#include "ctl/ScanText.h"
#include "ctl/Texts.h"

#include <chrono>
#include <sys/ioctl.h>

namespace manometer::ctl {

using json::Value;
using namespace std::chrono_literals;

namespace {

constexpr std::string_view scanTarget = "/api/scan";
constexpr auto pollInterval = 200ms;
constexpr std::size_t usualColumns = 80;

std::size_t columnsOfTerminal(int descriptor)
{
    winsize size{};
    return ::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 1 ? size.ws_col : usualColumns;
}

int showScan(Context &context, const Value &answer)
{
    if (context.isJson()) {
        json::Writer json;
        write(json, answer);
        context.out.writeLine(json.text());
    } else {
        context.out.write(scanText(answer));
    }
    return done;
}

int exitCodeOfScan(const Value &answer)
{
    const Value *progress = answer.find("progress");
    const bool isWhole = progress && !isTrueAt(*progress, "cancelled");
    if (!isWhole)
        return refused;
    const Value *failures = answer.find("failures");
    const bool hasFailures = countAt(*progress, "failed") > 0 || (failures && !failures->items().empty());
    return hasFailures ? noEntry : done;
}

// Until no scan runs. A terminal sees the progress on the errors' stream, so that the output can be a file.
int waitForEnd(Context &context)
{
    for (;;) {
        const auto answer = context.get(std::string(scanTarget));
        if (!answer) {
            context.errors.control("\r\x1b[K");
            return context.fail(answer.error());
        }
        const Value *progress = answer->find("progress");
        if (!progress || !isTrueAt(*progress, "running")) {
            context.errors.control("\r\x1b[K");
            context.errors.flush();
            showScan(context, *answer);
            return exitCodeOfScan(*answer);
        }
        if (context.errors.isTerminal()) {
            context.errors.control("\r\x1b[K");
            const auto columns = columnsOfTerminal(context.surroundings.errors) - 1;
            context.errors.write(progressLine(*progress, columns));
            context.errors.flush();
        }
        context.sleep(pollInterval);
    }
}

// The exit code of a scan that was not started.
int failToStart(Context &context, std::string_view folder, const client::Failure &failure)
{
    const bool isRefused = failure.kind == client::Failure::Kind::Refused;
    const std::string subject = "scan: " + shown(folder);
    if (isRefused && failure.status == 404 && failure.reason == "no_file") {
        context.complain(subject + ": No such file or directory.");
        return noEntry;
    }
    if (isRefused && failure.status == 422 && !isRealFolder(absoluteOperand(folder))) {
        context.complain(subject + ": Not a directory.");
        return refused;
    }
    if (isRefused && failure.status == 409) {
        context.complain("A scan is already running; 'manometerctl scan --cancel' ends it, "
                         "'manometerctl scan --wait' follows it.");
        return tryLater;
    }
    return context.fail("scan: " + std::string(folder), failure);
}

int startScan(Context &context, std::string_view folder)
{
    json::Writer body;
    body.beginObject();
    body.member("folder", client::escapedBytes(absoluteOperand(folder)));
    body.endObject();
    const auto answer = context.ask("POST", std::string(scanTarget), body.take());
    if (!answer)
        return failToStart(context, folder, answer.error());
    if (context.given.has("wait"))
        return waitForEnd(context);
    if (context.isJson())
        context.out.write(answer->body);
    else
        context.out.writeLine("Scanning " + shown(absoluteOperand(folder)) + ".");
    return done;
}

} // namespace

int runScan(Context &context)
{
    const options::Given &given = context.given;
    const bool hasFolder = !given.operands.empty();
    if (given.has("files0-from") + given.has("cancel") + hasFolder > 1)
        return context.refuse("A folder, --files0-from and --cancel exclude each other.");
    if (given.has("files0-from"))
        return readListedFiles(context);
    if (given.has("cancel")) {
        const auto answer = context.ask("DELETE", std::string(scanTarget));
        return answer ? static_cast<int>(done) : context.fail(answer.error());
    }
    if (hasFolder)
        return startScan(context, given.operands.front());
    if (given.has("wait"))
        return waitForEnd(context);
    const auto answer = context.get(std::string(scanTarget));
    return answer ? showScan(context, *answer) : context.fail(answer.error());
}

} // namespace manometer::ctl

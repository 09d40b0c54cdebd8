// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/Run.h"

#include "ctl/CommandTable.h"
#include "ctl/Commands.h"
#include "ctl/Context.h"
#include "ctl/Texts.h"
#include "options/Descriptions.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <vector>

namespace manometer::ctl {

namespace {

struct Entry
{
    std::string_view name;
    int (*run)(Context &);
};

constexpr std::array<Entry, 23> entries{{{"status", runStatus},     {"stats", runStats},
                                         {"history", runHistory},   {"events", runEvents},
                                         {"watch", runWatch},       {"thresholds", runThresholds},
                                         {"preset", runPreset},     {"get", runGet},
                                         {"put", runPut},           {"rm", runRm},
                                         {"entries", runEntries},   {"clear", runClear},
                                         {"scan", runScan},         {"export", runExport},
                                         {"record", runRecord},     {"processes", runProcesses},
                                         {"sources", runSources},   {"hits", runHits},
                                         {"whatif", runWhatIf},     {"suggest", runSuggest},
                                         {"rehearse", runRehearse}, {"doctor", runDoctor},
                                         {"note", runNote}}};

int runCommand(Context &context)
{
    for (const Entry &each : entries)
        if (each.name == context.given.command->name)
            return each.run(context);
    return usage; // a row of the table without its function
}

client::Search searchOf(const options::Given &given, const Surroundings &surroundings)
{
    client::Search search = surroundings.search;
    if (const auto address = given.find("connect"))
        search.address = *address;
    search.tokenFile = given.value("token-file");
    search.isRehearsal = search.isRehearsal || given.has("rehearsal");
    return search;
}

// The command that was named before the error; null without one.
const options::Command *commandOf(const options::Program &table, std::span<const std::string_view> arguments)
{
    // The command stands behind a few options at most.
    constexpr std::size_t mostWords = 16;
    for (std::size_t count = 1; count <= std::min(arguments.size(), mostWords); ++count) {
        std::vector<std::string_view> words(arguments.begin(), arguments.begin() + std::ptrdiff_t(count));
        words.emplace_back("--help"); // with which nothing is missing
        if (const auto given = options::parse(table, words); given && given->command)
            return given->command;
    }
    return nullptr;
}

// What is wrong with the options of every command; empty if nothing is.
std::string problemOf(const options::Given &given, const client::Search &search)
{
    if (const auto timeout = given.find("timeout")) {
        double seconds = 0;
        std::from_chars(timeout->data(), timeout->data() + timeout->size(), seconds);
        if (!(seconds > 0))
            return "--timeout needs a number of seconds above 0.";
    }
    if (search.address.empty())
        return {};
    const auto address = client::parseAddress(search.address);
    if (!address)
        return address.error();
    if (address->socketPath.empty() && search.tokenFile.empty())
        return "An address with http:// needs --token-file FILE.";
    return {};
}

// What is written at the end shows only now whether it could be.
int ended(Context &context, int exitCode)
{
    context.out.flush();
    if (context.out.error() == 0)
        return exitCode;
    context.complain(std::string("The output cannot be written: ") + std::strerror(context.out.error()) +
                     '.');
    return unwritable;
}

} // namespace

int run(std::span<const std::string_view> arguments, const Surroundings &surroundings)
{
    const options::Program table = program();
    const auto given = options::parse(table, arguments);
    if (!given) {
        Output errors(surroundings.errors);
        errors.writeLine("manometerctl: " + shown(given.error()));
        errors.writeLine(usageHint(commandOf(table, arguments)));
        return usage;
    }
    if (given->has("help") || given->has("version")) {
        Context context(*given, surroundings, {});
        if (given->has("version") && !given->has("help"))
            context.out.writeLine("manometerctl " + surroundings.version);
        else
            context.out.write(given->command ? options::help(table, *given->command) : options::help(table));
        return ended(context, done);
    }
    const client::Search search = searchOf(*given, surroundings);
    if (const std::string problem = problemOf(*given, search); !problem.empty()) {
        Context context(*given, surroundings, {});
        return context.refuse(problem);
    }
    const auto address = client::findAddress(search);
    Surroundings found = surroundings;
    found.search = search;
    Context context(*given, found, address ? *address : client::Address());
    // Doctor reports this as one of its checks.
    if (!address && given->command->name != "doctor")
        return context.fail(address.error());
    return ended(context, runCommand(context));
}

} // namespace manometer::ctl

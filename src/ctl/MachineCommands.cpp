// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/Commands.h"
#include "ctl/Context.h"
#include "ctl/Doctor.h"
#include "ctl/MachineText.h"

#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace manometer::ctl {

using client::Failure;

namespace {

// The first program of this name in the folders of `path`; empty if there is none.
std::string programIn(std::string_view path, std::string_view name)
{
    while (!path.empty()) {
        const auto colon = path.find(':');
        const std::string file = std::string(path.substr(0, colon)) + '/' + std::string(name);
        path.remove_prefix(colon == std::string_view::npos ? path.size() : colon + 1);
        struct stat about
        {};
        if (file.starts_with('/') && ::stat(file.c_str(), &about) == 0 && S_ISREG(about.st_mode) &&
            ::access(file.c_str(), X_OK) == 0)
            return file;
    }
    return {};
}

} // namespace

int runProcesses(Context &context)
{
    return context.print("/api/processes", processesText);
}

int runSources(Context &context)
{
    return context.print("/api/sources", sourcesText);
}

int runHits(Context &context)
{
    return context.print("/api/evidence/hits", hitsText);
}

int runDoctor(Context &context)
{
    const Surroundings &surroundings = context.surroundings;
    DoctorFacts facts{.ownVersion = surroundings.version,
                      .exiftool = programIn(surroundings.programPath, "exiftool")};
    const auto address = client::findAddress(surroundings.search);
    if (surroundings.search.address.empty())
        if (auto instance = client::readInstance(surroundings.search))
            facts.instance = std::move(*instance);
    if (address)
        facts.health = context.get("/healthz");
    else
        facts.health = Unexpected<Failure>(address.error());
    if (facts.health) {
        facts.status = context.get("/api/memory/status");
        facts.sources = context.get("/api/sources");
        facts.cache = context.get("/api/cache");
    }
    const std::vector<Check> checks = examine(facts);
    context.out.write(context.isJson() ? doctorJson(checks) : doctorText(checks));
    if (!facts.health)
        return exitCodeOf(facts.health.error());
    return hasProblem(checks) ? noEntry : done;
}

} // namespace manometer::ctl

// SPDX-License-Identifier: GPL-3.0-or-later
//
// get, and scan --files0-from: the metadata of files that are named one by one.
#include "client/Bytes.h"
#include "client/Lookup.h"
#include "ctl/Commands.h"
#include "ctl/Context.h"
#include "ctl/EntryText.h"
#include "ctl/PathReader.h"
#include "ctl/Paths.h"
#include "ctl/ReasonText.h"
#include "ctl/ScanText.h"
#include "ctl/Texts.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <span>
#include <unistd.h>

namespace manometer::ctl {

using client::LookedUp;

namespace {

constexpr std::size_t filesOfOneLookup = 256;
// Of files that the server reads, fewer: the first answers come soon, and a refusal costs less work.
constexpr std::size_t filesOfOneReading = 64;

std::string lineOf(const std::string &path, const LookedUp &entry)
{
    json::Writer json;
    json.beginObject();
    json.member("file", client::escapedBytes(path));
    if (!entry.value.empty()) {
        json.member("value");
        json.document(entry.value);
    } else {
        json.member("reason", entry.reason);
        if (!entry.detail.empty())
            json.member("detail", entry.detail);
    }
    json.endObject();
    return json.take();
}

// What is printed of each file.
enum class Printed : std::uint8_t { Text, Line, Value, Problem };

class Lookups
{
public:
    // `isList`: the names come from a list, not from the command line.
    Lookups(Context &context, client::LookupOptions options, Printed printed, bool isList)
        : m_context(context)
        , m_options(std::move(options))
        , m_printed(printed)
        , m_isList(isList)
    {}

    // Looks up and prints. False: no more should follow.
    bool take(std::span<const std::string> paths)
    {
        const auto entries = client::lookUp(m_context.api, paths, m_options);
        if (!entries) {
            m_exitCode = worse(m_exitCode, m_context.fail(entries.error()));
            for (const std::string &path : paths)
                hintAtSeparator(path);
            return false;
        }
        for (std::size_t i = 0; i < paths.size(); ++i)
            print(paths[i], (*entries)[i]);
        m_context.out.flush();
        return !m_context.out.isClosed() && m_context.out.error() == 0;
    }

    int exitCode() const { return m_exitCode; }
    std::uint64_t found() const { return m_found; }
    std::uint64_t missing() const { return m_missing; }

private:
    void print(const std::string &path, const LookedUp &entry)
    {
        const bool isThere = !entry.value.empty();
        ++(isThere ? m_found : m_missing);
        if (!isThere)
            m_exitCode = worse(m_exitCode, exitCodeOf(entry.reason));
        if (m_printed == Printed::Line)
            m_context.out.writeLine(lineOf(path, entry));
        else if (!isThere)
            m_context.complain(shown(path) + ": " + reasonSentence(path, entry, m_options.readsMissing));
        else if (m_printed == Printed::Value)
            m_context.out.writeLine(entry.value);
        else if (m_printed == Printed::Text)
            printText(path, entry.value);
        if (!isThere)
            hintAtSeparator(path);
    }

    // A list with a name on each line looks like one name of a file that does not exist.
    void hintAtSeparator(const std::string &path)
    {
        if (!m_isList || m_hasHinted || path.find('\n') == std::string::npos || !isMissing(path))
            return;
        m_hasHinted = true;
        m_context.complain("In a list, names end with a zero byte (find -print0).");
    }

    void printText(const std::string &path, const std::string &document)
    {
        m_context.out.write((m_found > 1 ? "\n" : "") + shown(path) + '\n');
        if (const auto value = json::Value::parse(document))
            m_context.out.write(documentText(*value));
    }

    Context &m_context;
    client::LookupOptions m_options;
    Printed m_printed;
    bool m_isList;
    bool m_hasHinted = false;
    int m_exitCode = done;
    std::uint64_t m_found = 0;
    std::uint64_t m_missing = 0;
};

client::LookupOptions lookupOptions(const Context &context, bool reads)
{
    return {.readsMissing = reads,
            .depth = std::string(context.given.value("depth")),
            .timeout = reads ? context.readingTimeout() : context.timeout()};
}

} // namespace

int runGet(Context &context)
{
    const bool reads = context.given.has("read");
    if (context.isJson() && context.given.has("value"))
        return context.refuse("--json and --value exclude each other.");
    const Printed printed = context.isJson()             ? Printed::Line
                            : context.given.has("value") ? Printed::Value
                                                         : Printed::Text;
    Lookups lookups(context, lookupOptions(context, reads), printed, false);
    std::vector<std::string> paths;
    const std::size_t most = reads ? filesOfOneReading : filesOfOneLookup;
    const std::span<const std::string_view> operands = context.given.operands;
    for (std::size_t i = 0; i < operands.size(); ++i) {
        paths.push_back(absoluteOperand(operands[i]));
        if (paths.size() == most || i + 1 == operands.size()) {
            if (!lookups.take(paths))
                break;
            paths.clear();
        }
    }
    return lookups.exitCode();
}

int readListedFiles(Context &context)
{
    const std::string name(context.given.value("files0-from"));
    int file = context.surroundings.input;
    if (name != "-")
        file = ::open(name.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return context.refuse(name + ": " + std::strerror(errno) + '.');
    PathReader reader(file);
    Lookups lookups(context, lookupOptions(context, true),
                    context.isJson() ? Printed::Line : Printed::Problem, true);
    std::vector<std::string> paths;
    bool goesOn = true;
    while (goesOn) {
        auto path = reader.next();
        if (path)
            paths.push_back(absoluteOperand(*path));
        if ((!path && !paths.empty()) || paths.size() == filesOfOneReading) {
            goesOn = lookups.take(paths);
            paths.clear();
        }
        goesOn = goesOn && path;
    }
    if (name != "-")
        ::close(file);
    if (!reader.problem().empty())
        return context.refuse(name + ": " + reader.problem());
    if (!context.isJson())
        context.out.writeLine(listedText(lookups.found(), lookups.missing()));
    return lookups.exitCode();
}

} // namespace manometer::ctl

// SPDX-License-Identifier: GPL-3.0-or-later
#include "reader/Run.h"

#include "json/Json.h"
#include "reader/Answers.h"
#include "reader/Budget.h"
#include "reader/Confinement.h"
#include "reader/File.h"
#include "reader/FitsReader.h"
#include "reader/Hdf5Reader.h"

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <unistd.h>

namespace manometer::reader {

namespace {

constexpr const char *usage =
    "Usage: manometer-reader [--memory MIB] [--seconds-per-file N]\n"
    "Reads metadata of FITS and HDF5 files. Requests are lines on stdin, \"quick|standard|deep PATH\" with "
    "the path\n"
    "percent-encoded; each answer is a line of JSON on stdout. Closing stdin ends it.\n"
    "  --memory MIB           most address space, 64 to 65536 MiB (256)\n"
    "  --seconds-per-file N   most processor time for a file, 1 to 86400 s (no limit)\n";

struct Options
{
    std::uint64_t memoryMiB = 256;
    std::uint64_t secondsPerFile = 0;
};

bool readNumber(const char *text, std::uint64_t least, std::uint64_t most, std::uint64_t &value)
{
    const std::string_view digits = text == nullptr ? "" : text;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return read.ec == std::errc() && read.ptr == digits.data() + digits.size() && value >= least &&
           value <= most;
}

bool readOptions(char **arguments, Options &options)
{
    for (; *arguments != nullptr; arguments += 2) {
        const std::string_view name = *arguments;
        if (name == "--memory") {
            if (!readNumber(arguments[1], 64, 65536, options.memoryMiB))
                return false;
        } else if (name == "--seconds-per-file") {
            if (!readNumber(arguments[1], 1, 86400, options.secondsPerFile))
                return false;
        } else {
            return false;
        }
    }
    return true;
}

Expected<void, Failure> read(const File &file, Format format, Depth depth, Answers &answers,
                             json::Writer &writer)
{
    Budget budget;
    return format == Format::Fits ? readFits(file, depth, budget, answers, writer)
                                  : readHdf5(file, depth, budget, answers, writer);
}

void answer(const std::string &line, Answers &answers)
{
    const auto request = parseRequest(line);
    if (!request)
        return answers.fail({FailureKind::Unreadable, request.error()});
    const auto file = File::open(request->path);
    if (!file)
        return answers.fail(file.error());
    const auto format = file->format();
    if (!format)
        return answers.fail(format.error());
    json::Writer writer;
    const auto done = read(*file, *format, request->depth, answers, writer);
    if (!done)
        return answers.fail(done.error());
    answers.succeed(*format == Format::Fits ? "FITS" : "HDF5", writer.text());
}

// As it is in the answer: the request's path. Of a line that is no request, the whole line.
std::string pathOf(const std::string &line)
{
    const auto request = parseRequest(line);
    return encodedPath(request ? std::string_view(request->path) : std::string_view(line).substr(0, 200));
}

} // namespace

int run(int argc, char **argv)
{
    Options options;
    if (argc == 2 && std::string_view(argv[1]) == "--help") {
        std::fputs(usage, stdout);
        return EXIT_SUCCESS;
    }
    if (argc < 1 || !readOptions(argv + 1, options)) {
        std::fputs(usage, stderr);
        return exitUsage;
    }
    // The libraries take orders from variables: plug-ins to load, drivers to use, a trace to write.
    ::clearenv();
    prepareHdf5();
    if (confine(options.memoryMiB << 20U) == Confinement::WithoutFilter)
        std::fputs("manometer-reader: this kernel cannot filter system calls\n", stderr);

    Answers answers{std::chrono::seconds(options.secondsPerFile)};
    RequestLines lines(STDIN_FILENO);
    while (const auto line = lines.next()) {
        if (line->isTooLong) {
            answers.begin({});
            answers.fail({FailureKind::Unreadable, "the request is too long"});
            continue;
        }
        answers.begin(pathOf(line->text));
        try {
            answer(line->text, answers);
        } catch (const std::bad_alloc &) {
            answers.fail({FailureKind::Unreadable, "the file needs more memory than is allowed"});
        }
    }
    // Without the libraries' clean-up, which would read what a file may have damaged.
    std::fflush(nullptr);
    ::_exit(EXIT_SUCCESS);
}

} // namespace manometer::reader

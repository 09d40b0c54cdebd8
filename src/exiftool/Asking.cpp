// SPDX-License-Identifier: GPL-3.0-or-later
#include "exiftool/Asking.h"

#include "exiftool/AccessTime.h"
#include "exiftool/Child.h"
#include "exiftool/Circumstances.h"

#include <algorithm>
#include <array>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace manometer::exiftool {

namespace {

using namespace std::literals;

// A file system's clock is that coarse (FAT): a change within it may leave the times as they were.
constexpr auto settleTime = 2s;

std::string workingFolder()
{
    std::array<char, 4096> folder{};
    return ::getcwd(folder.data(), folder.size()) ? folder.data() : "";
}

std::int64_t nanoseconds(const timespec &time)
{
    return std::int64_t(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

answers::FileState stateOf(const struct stat &status)
{
    return {.device = status.st_dev,
            .inode = status.st_ino,
            .sizeBytes = static_cast<std::uint64_t>(status.st_size),
            .mtimeNanoseconds = nanoseconds(status.st_mtim),
            .ctimeNanoseconds = nanoseconds(status.st_ctim)};
}

answers::Descriptor openRegular(const std::string &path)
{
    struct stat status = {};
    // Only a regular file can be opened without an effect on another program.
    if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode))
        return answers::Descriptor();
    return answers::Descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
}

// Failures that are functions of the file's bytes.
bool isLasting(const answers::Answer &answer)
{
    static constexpr std::array<std::string_view, 4> lasting{"Unknown file type", "File format error",
                                                             "File is empty", "Entire file is binary zeros"};
    const auto says = [&answer](std::string_view text) {
        return answer.output.find(text) != std::string::npos || answer.errors.find(text) != std::string::npos;
    };
    // From a disk that fails now and then, too.
    if (says("Error reading") || says("Error opening"))
        return false;
    return answer.status == 0 || (answer.status == 1 && std::any_of(lasting.begin(), lasting.end(), says));
}

bool isFar(const timespec &time) // beyond 64 bits of nanoseconds
{
    return time.tv_sec > 9'000'000'000 || time.tv_sec < -9'000'000'000;
}

} // namespace

std::uint64_t microsecondsSince(std::chrono::steady_clock::time_point begin)
{
    using std::chrono::microseconds;
    return static_cast<std::uint64_t>(
        std::chrono::duration_cast<microseconds>(std::chrono::steady_clock::now() - begin).count());
}

Asking::Asking(const RealProgram &program, AnswerClient &client)
    : m_program(program)
    , m_client(client)
    , m_folder(workingFolder())
{}

std::optional<Asking::Asked> Asking::ask(const Command &command, bool hasMwg)
{
    using Nature = Command::Nature;
    const bool isVersion = command.nature == Nature::Version;
    if ((command.nature != Nature::Read || command.files.size() != 1) && !isVersion)
        return std::nullopt;
    const std::string &written = isVersion ? m_program.path : command.files.front();
    if (m_folder.empty() || !m_client.isThere())
        return std::nullopt;
    Asked asked{.file = openRegular(written),
                .path = written.front() == '/' ? written : m_folder + '/' + written,
                .accessTime = isVersion ? Command::AccessTime::Absent : command.accessTime,
                .since = std::chrono::system_clock::now()};
    if (!asked.file.isOpen() || ::fstat(asked.file.get(), &asked.before) != 0 ||
        !S_ISREG(asked.before.st_mode) || isFar(asked.before.st_mtim) || isFar(asked.before.st_ctim) ||
        !knowProgram())
        return std::nullopt;
    // The options first, for people who look at the cache.
    for (const std::string &option : command.options)
        asked.text.append(option).append(1, '\0');
    asked.text.append(1, '\0').append(written).append(1, '\0');
    asked.text.append(hasMwg ? "MWG loaded" : "").append(1, '\0');
    asked.text.append(m_programDigest).append(1, '\0').append(environmentDigest());
    return asked;
}

std::optional<answers::Answer> Asking::find(const Asked &asked, Saves saves)
{
    auto answer = m_client.find({.file = asked.file.get(),
                                 .path = asked.path,
                                 .text = asked.text,
                                 .startMicroseconds = saves == Saves::Start ? m_startMicroseconds : 0});
    if (!answer)
        return std::nullopt;
    auto output = outputWith(*answer, asked.before.st_atim.tv_sec);
    if (!output)
        return std::nullopt;
    answer->output = std::move(*output);
    return answer;
}

void Asking::keep(const Asked &asked, answers::Answer answer)
{
    struct stat open = {};
    struct stat named = {};
    if (answer.output.size() + answer.errors.size() > answers::mostAnswerBytes || !isLasting(answer) ||
        ::fstat(asked.file.get(), &open) != 0 || ::stat(asked.path.c_str(), &named) != 0)
        return;
    const answers::FileState before = stateOf(asked.before);
    const auto age = asked.since.time_since_epoch() - std::chrono::nanoseconds(before.ctimeNanoseconds);
    if (before != stateOf(open) || before != stateOf(named) || (age >= 0s && age < settleTime))
        return;
    if (!describeAccessTime(answer, asked.accessTime, asked.before.st_atim, open.st_atim))
        return;
    m_client.store({.file = asked.file.get(), .path = asked.path, .text = asked.text}, before, answer);
}

void Asking::lookAgain()
{
    if (!m_includeFolders.empty())
        m_programDigest = programDigest(m_program, m_includeFolders);
}

// Perl's folders are known from an earlier time, or Perl is asked for them.
bool Asking::knowProgram()
{
    if (!m_programDigest.empty())
        return true;
    const answers::Descriptor script = openRegular(m_program.path);
    struct stat status = {};
    if (!script.isOpen() || ::fstat(script.get(), &status) != 0)
        return false;
    const std::string text = "-ver -v2"s + '\0' + interpreterDigest(m_program);
    const answers::Question question{
        .file = script.get(), .path = m_program.path, .text = text, .isCounted = false};
    if (const auto known = m_client.find(question)) {
        m_includeFolders = includeFoldersOf(known->output);
        m_startMicroseconds = known->costMicroseconds;
    } else if (m_client.isThere()) {
        Child child;
        answers::Answer answer;
        const auto begin = std::chrono::steady_clock::now();
        if (!child.start(m_program, {"-config", "", "-ver", "-v2"}, Child::Input::Pipe))
            return false;
        child.passRest({.output = [&answer](std::string_view bytes) { answer.output += bytes; },
                        .errors = [](std::string_view) {}});
        if (const int end = child.waitForEnd(); !WIFEXITED(end) || WEXITSTATUS(end) != 0)
            return false;
        answer.costMicroseconds = m_startMicroseconds = microsecondsSince(begin);
        m_includeFolders = includeFoldersOf(answer.output);
        m_client.store(question, stateOf(status), answer);
    }
    lookAgain();
    return !m_programDigest.empty();
}

} // namespace manometer::exiftool

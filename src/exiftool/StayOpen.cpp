// SPDX-License-Identifier: GPL-3.0-or-later
#include "exiftool/StayOpen.h"

#include "exiftool/CommandOutput.h"
#include "exiftool/ReaderGuard.h"
#include "exiftool/Words.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace manometer::exiftool {

namespace {

using namespace std::literals;
using Nature = Command::Nature;

// Without a configuration file there was none when this process was started.
std::vector<std::string> stayOpenArguments(const std::string &configFile = {})
{
    return {"-config", configFile, "-stay_open", "True", "-@", "-"};
}

// An unnamed file with this text, which children inherit.
answers::Descriptor unnamedFile(const std::string &text)
{
    answers::Descriptor file(::memfd_create("exiftool-config", 0));
    if (file.isOpen() && ::write(file.get(), text.data(), text.size()) != static_cast<ssize_t>(text.size()))
        file.reset();
    return file;
}

// A child that has done nothing for so many checks waits for more.
constexpr int mostIdleChecks = 10;
constexpr int checkMs = 200;

// The child that may be writing.
volatile sig_atomic_t writingChild = 0;

void endChildOnInterrupt(int)
{
    if (writingChild > 0) {
        ::kill(writingChild, SIGINT);
        while (::waitpid(writingChild, nullptr, 0) < 0 && errno == EINTR)
            continue;
    }
    ::_exit(1);
}

// So that no client meets it by chance.
std::uint64_t randomNumber()
{
    std::uint64_t number = 0;
    if (::getrandom(&number, sizeof number, 0) != sizeof number)
        number = static_cast<std::uint64_t>(::getpid()) * 0x9E3779B97F4A7C15;
    return number;
}

Output toOurs()
{
    return {.output = [](std::string_view bytes) { writeAll(STDOUT_FILENO, bytes); },
            .errors = [](std::string_view bytes) { writeAll(STDERR_FILENO, bytes); }};
}

// Lines for the arguments; empty if one cannot be a line.
std::optional<std::string> linesOf(const std::vector<std::string> &arguments)
{
    std::string lines;
    for (const std::string &argument : arguments) {
        const auto line = lineFor(argument);
        if (!line)
            return std::nullopt;
        lines.append(*line).append(1, '\n');
    }
    return lines;
}

void append(std::vector<std::string> &to, const std::vector<std::string> &more)
{
    to.insert(to.end(), more.begin(), more.end());
}

// From stdin to the child, until that ends. After the end of stdin the child, which would look for more for
// ever, does what it has got: false when it does nothing any more.
bool feed(Child &child, std::string toChild)
{
    ::fcntl(child.inputDescriptor(), F_SETFL, O_NONBLOCK);
    constexpr std::size_t mostHeld = 1 << 20;
    std::vector<char> bytes(65536);
    bool isOpen = true; // stdin
    for (int idleChecks = 0; !child.hasEnded(); idleChecks = child.isIdle() ? idleChecks + 1 : 0) {
        if (isOpen || !toChild.empty())
            idleChecks = 0;
        else if (idleChecks > mostIdleChecks)
            return false;
        std::array<pollfd, 2> waited{
            {{isOpen && toChild.size() < mostHeld ? STDIN_FILENO : -1, POLLIN, 0},
             {child.inputDescriptor(), static_cast<short>(toChild.empty() ? 0 : POLLOUT), 0}}};
        ::poll(waited.data(), waited.size(), isOpen ? -1 : checkMs);
        if (waited[0].revents != 0) {
            const ssize_t length = ::read(STDIN_FILENO, bytes.data(), bytes.size());
            if (length > 0)
                toChild.append(bytes.data(), static_cast<std::size_t>(length));
            else if (length == 0 || errno != EINTR)
                isOpen = false;
        }
        if ((waited[1].revents & POLLOUT) != 0) {
            const ssize_t length = ::write(child.inputDescriptor(), toChild.data(), toChild.size());
            toChild.erase(0, static_cast<std::size_t>(std::max<ssize_t>(length, 0)));
        } else if (waited[1].revents != 0) {
            child.waitForEnd(); // it reads no more
        }
    }
    return true;
}

// Takes the mark and the status behind it from the end of what was written to stderr; empty if there is none.
std::optional<int> takeStatus(std::string &errors, const std::string &mark)
{
    const std::size_t at = errors.rfind(mark);
    if (at == std::string::npos)
        return std::nullopt;
    int status = 0;
    std::from_chars(errors.data() + at + mark.size(), errors.data() + errors.size(), status);
    errors.erase(at);
    return status;
}

} // namespace

StayOpen::StayOpen(const RealProgram &program, StayOpenLine line)
    : m_program(program)
    , m_line(std::move(line))
    , m_client(socketsToTry())
    , m_asking(program, m_client)
    , m_marks(randomNumber() >> 1)
{}

void StayOpen::run()
{
    // The real one removes its temporary files, and ends with 1.
    if (::signal(SIGINT, &endChildOnInterrupt) == SIG_IGN)
        ::signal(SIGINT, SIG_IGN);
    for (const Echo &echo : m_line.echoes)
        writeAll(echo.stream == 1 ? STDOUT_FILENO : STDERR_FILENO, echo.text + '\n');
    for (;;) {
        ArgumentLines::Part part = m_lines.next();
        switch (part.kind) {
        case ArgumentLines::Kind::Command:
            execute(part);
            continue;
        case ArgumentLines::Kind::StayOpen: {
            const std::string value = lowered(part.arguments.back());
            const bool isEnd = value == "0" || value == "false";
            if (isEnd && part.arguments.size() == 2 && (!m_isFirst || m_line.first.empty()))
                end();
            passAll(std::move(part.raw));
        }
        case ArgumentLines::Kind::Unsure:
            passAll({});
        case ArgumentLines::Kind::Incomplete:
            break;
        }
        const ssize_t length = ::read(STDIN_FILENO, m_input.data(), m_input.size());
        if (length > 0)
            m_lines.append({m_input.data(), static_cast<std::size_t>(length)});
        else if (length == 0 || errno != EINTR)
            end(); // the real one would look for more for ever, which cannot come
    }
}

void StayOpen::execute(const ArgumentLines::Part &part)
{
    std::vector<std::string> arguments;
    if (m_isFirst)
        arguments = m_line.first;
    append(arguments, part.arguments);
    append(arguments, m_line.common);
    const Command command = understand(arguments);
    if (command.nature == Nature::Unknown)
        passAll(part.raw);
    if (command.nature == Nature::Passed) {
        const auto before = m_isFirst ? linesOf(m_line.first) : std::optional<std::string>("");
        const auto after = linesOf(m_line.common);
        if (!before || !after)
            passAll(part.raw);
        // In front of the last line, which is -execute.
        const std::size_t last = part.raw.find_last_of('\n', part.raw.size() - 2);
        const std::size_t at = last == std::string::npos ? 0 : last + 1;
        m_isFirst = false;
        pass(*before + part.raw.substr(0, at) + *after, part.raw.substr(at));
        m_passerHasMwg = m_passerHasMwg || command.loadsMwg;
        m_hasMwg = m_hasMwg || command.loadsMwg;
        return;
    }
    const auto lines = linesOf(command.arguments);
    if (!lines)
        passAll(part.raw);
    m_isFirst = false;
    auto asked = m_asking.ask(command, m_hasMwg);
    if (asked) {
        if (const auto known = m_asking.find(*asked, Asking::Saves::Reading)) {
            m_hasMwg = m_hasMwg || command.loadsMwg;
            m_status = known->status == 0 ? m_status : known->status;
            return writeWhole(command, *known, part.number);
        }
    }
    readAndKeep(command, *lines, part.number, std::move(asked));
}

void StayOpen::readAndKeep(const Command &command, const std::string &lines, const std::string &number,
                           std::optional<Asking::Asked> asked)
{
    const bool isNew = !m_reader.isRunning();
    if (isNew) {
        if (!startReader())
            passAll(lines + "-execute" + number + '\n');
        // This one may be another version than the one that was there before.
        m_asking.lookAgain();
        asked = m_asking.ask(command, m_hasMwg);
    }
    if (m_hasMwg && !m_readerHasMwg)
        loadMwg(m_reader);
    const std::string mark = newMark();
    GrowingAnswer growing(command);
    answers::Answer &answer = growing.answer;
    const auto begin = std::chrono::steady_clock::now();
    const bool isDone =
        m_reader.send(lines + "-echo4\n" + mark + "${status}\n-execute" + mark + '\n') &&
        m_reader.passUntil("{ready" + mark + "}\n", {},
                           {.output = [&growing](std::string_view bytes) { growing.addOutput(bytes); },
                            .errors = [&growing](std::string_view bytes) { growing.addErrors(bytes); }});
    const std::uint64_t took = microsecondsSince(begin);
    answer.costMicroseconds = took - (isNew ? std::min(took, m_asking.startMicroseconds()) : 0);
    const auto status = takeStatus(answer.errors, mark);
    const bool hasChanged = takeGuardWords(answer.errors);
    answer.status = status.value_or(1); // without one the command was given up before its -echo4
    m_hasMwg = m_hasMwg || command.loadsMwg;
    m_readerHasMwg = m_readerHasMwg || m_hasMwg;
    m_status = answer.status == 0 ? m_status : answer.status;
    if (!isDone)
        growing.pass();
    if (!growing.isPassing()) {
        writeWhole(command, answer, number); // first to who is waiting
        if (asked && status && m_isGuarded && !hasChanged)
            m_asking.keep(*asked, std::move(answer));
        if (hasChanged)
            m_reader.kill(); // the next file gets a new one
        return;
    }
    writeAll(STDERR_FILENO, answer.errors);
    if (!isDone)
        endWith(m_reader);
    writeAll(STDERR_FILENO, echoesOf(command, 2, true, answer.status));
    writeAll(STDOUT_FILENO, endOf(command, answer.status, number));
}

void StayOpen::pass(const std::string &lines, const std::string &lastLine)
{
    if (!startPasser())
        passAll(lines + lastLine);
    if (m_hasMwg && !std::exchange(m_passerHasMwg, true))
        loadMwg(m_passer);
    // A command of ours behind it shows where its output ends, whatever it is.
    const std::string mark = newMark();
    const auto rest = m_passer.send(lines + "-echo4\n" + mark + "${status}\n" + lastLine + "-echo1\n" + mark +
                                    "\n-echo2\n" + mark + "end\n-execute" + mark + '\n')
                          ? m_passer.passUntil(mark + "\n{ready" + mark + "}\n", mark, toOurs())
                          : std::nullopt;
    if (!rest)
        endWith(m_passer);
    int status = 1; // without one the command was given up before its -echo4
    std::from_chars(rest->data(), rest->data() + rest->size(), status);
    m_status = status == 0 ? m_status : status;
}

bool StayOpen::startReader()
{
    if (!m_guard.isOpen()) {
        m_guardMark = newMark();
        m_guard = unnamedFile(guardText(m_guardMark));
    }
    const std::string guard =
        m_guard.isOpen() ? "/proc/self/fd/" + std::to_string(m_guard.get()) : std::string();
    m_isGuarded = false;
    m_readerHasMwg = false;
    return m_reader.start(m_program, stayOpenArguments(guard), Child::Input::Pipe);
}

bool StayOpen::startPasser()
{
    if (m_passer.isRunning())
        return true;
    const bool isStarted = m_passer.start(m_program, stayOpenArguments(), Child::Input::Pipe);
    writingChild = m_passer.process();
    return isStarted;
}

bool StayOpen::takeGuardWords(std::string &errors)
{
    bool hasChanged = false;
    for (std::size_t at = errors.find(m_guardMark); at != std::string::npos; at = errors.find(m_guardMark)) {
        const std::size_t end = std::min(errors.find('\n', at), errors.size() - 1) + 1;
        const std::string_view word(errors.data() + at + m_guardMark.size(), end - at - m_guardMark.size());
        m_isGuarded = m_isGuarded || word.starts_with(guardedWord);
        hasChanged = hasChanged || word.starts_with(changedWord);
        errors.erase(at, end - at);
    }
    return hasChanged;
}

// A command that writes nothing.
void StayOpen::loadMwg(Child &child)
{
    child.send("-use\nMWG\n-nop\n-q\n-execute\n");
}

std::string StayOpen::newMark()
{
    return std::to_string(++m_marks);
}

void StayOpen::endPasser()
{
    if (!m_passer.isRunning())
        return;
    m_passer.send("-stay_open\nFalse\n");
    m_passer.closeInput();
    m_passer.passRest(toOurs());
    m_passer.waitForEnd();
    writingChild = 0;
}

void StayOpen::end()
{
    m_reader.kill(); // it only reads
    endPasser();
    endProcess(m_status);
}

void StayOpen::endWith(Child &child)
{
    child.passRest(toOurs());
    const int status = child.waitForEnd();
    m_reader.kill();
    m_passer.kill();
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        endProcess(m_status);
    endLike(status);
}

void StayOpen::passAll(std::string raw)
{
    raw += m_lines.takeRaw();
    m_reader.kill();
    endPasser();
    std::vector<std::string> arguments = stayOpenArguments();
    if (m_isFirst)
        arguments.insert(arguments.end() - 2, m_line.first.begin(), m_line.first.end());
    if (!m_line.common.empty()) {
        arguments.emplace_back("-common_args");
        append(arguments, m_line.common);
    }
    Child child;
    if (!child.start(m_program, arguments, Child::Input::Pipe, Child::Outputs::Ours))
        ::_exit(1);
    writingChild = child.process();
    if (m_hasMwg)
        loadMwg(child);
    if (feed(child, std::move(raw)))
        endWith(child);
    child.kill();
    ::_exit(m_status);
}

} // namespace manometer::exiftool

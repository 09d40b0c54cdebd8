// SPDX-License-Identifier: GPL-3.0-or-later
#include "exiftool/RealProgram.h"

#include "answers/Descriptor.h"
#include "exiftool/Environment.h"

#include <array>
#include <clocale>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>

extern char **environ;

namespace manometer::exiftool {

namespace {

constexpr auto configuration = "/etc/manometer/exiftool.conf";
constexpr auto callerVariable = "MANOMETER_EXIFTOOL_CALLER"; // the process that was this program

std::optional<struct stat> executable(const std::string &path)
{
    struct stat status = {};
    if (path.empty() || ::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode) ||
        ::access(path.c_str(), X_OK) != 0)
        return std::nullopt;
    return status;
}

std::string beginningOf(const std::string &path, std::size_t most)
{
    const answers::Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    std::string bytes(most, '\0');
    const ssize_t length = file.isOpen() ? ::read(file.get(), bytes.data(), bytes.size()) : 0;
    bytes.resize(length > 0 ? static_cast<std::size_t>(length) : 0);
    return bytes;
}

std::string trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" \t\r");
    return begin == std::string_view::npos
               ? std::string()
               : std::string(text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin));
}

std::string configuredPath()
{
    const std::string text = beginningOf(configuration, 65536);
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t end = std::min(text.find('\n', i), text.size());
        const std::string_view line(text.data() + i, end - i);
        const std::size_t equals = line.find('=');
        if (equals != std::string_view::npos && trimmed(line.substr(0, equals)) == "real")
            return trimmed(line.substr(equals + 1));
        i = end + 1;
    }
    return {};
}

std::string folderOf(std::string_view path)
{
    return std::string(path.substr(0, path.find_last_of('/')));
}

// The first program of that name in PATH; `isGood` decides.
template<typename IsGood>
std::string findInPath(const std::string &name, IsGood isGood)
{
    // As execvp(3) and env(1) have it where the variable is not set: programs start exiftool so.
    const std::string path = std::getenv("PATH") ? variable("PATH") : "/bin:/usr/bin";
    for (std::size_t i = 0; i <= path.size() && !path.empty();) {
        const std::size_t end = std::min(path.find(':', i), path.size());
        std::string candidate = path.substr(i, end - i);
        candidate = (candidate.empty() ? "." : candidate) + '/' + name;
        if (isGood(candidate))
            return candidate;
        i = end + 1;
    }
    return {};
}

std::string absolute(const std::string &path)
{
    if (path.empty() || path.front() == '/')
        return path;
    std::array<char, 4096> folder{};
    return ::getcwd(folder.data(), folder.size()) ? std::string(folder.data()) + '/' + path : std::string();
}

std::string interpreterOf(const std::string &script)
{
    const std::string text = beginningOf(script, 256);
    if (!text.starts_with("#!"))
        return {};
    const std::string line = trimmed(std::string_view(text).substr(2, text.find('\n') - 2));
    const std::size_t end = line.find_first_of(" \t");
    const std::string program = line.substr(0, end);
    const std::string argument = end == std::string::npos ? std::string() : trimmed(line.substr(end));
    if (program.ends_with("/perl"))
        return program;
    if (!program.ends_with("/env") || argument != "perl")
        return {};
    return absolute(findInPath("perl", [](const std::string &path) { return executable(path).has_value(); }));
}

// Perl's variables, but for those of its hashes' order, which are in the question, and those that only its
// installers read.
bool isOrdinaryVariable(std::string_view entry)
{
    const std::string_view name = entry.substr(0, entry.find('='));
    return !name.starts_with("PERL") || name == "PERL_HASH_SEED" || name == "PERL_PERTURB_KEYS" ||
           name == "PERL_MM_OPT" || name == "PERL_MB_OPT" || name == "PERL_LOCAL_LIB_ROOT";
}

// Where exiftool looks for .ExifTool_config, which is a program; after the end of ExifTool.pm and the
// beginning of the script.
bool hasConfiguration(const RealProgram &program)
{
    std::string home;
    for (const char *name : {"EXIFTOOL_HOME", "HOME"})
        if (home.empty() || home == "0")
            home = variable(name);
    if (home.empty() || home == "0")
        home = variable("HOMEDRIVE") + variable("HOMEPATH");
    if (home.empty() || home == "0")
        home = ".";
    std::string folder = folderOf(program.path);
    std::array<char, 4096> link{};
    if (const ssize_t length = ::readlink(program.path.c_str(), link.data(), link.size()); length > 0) {
        const std::string target(link.data(), static_cast<std::size_t>(length));
        const std::string targetFolder = target.find('/') == std::string::npos ? "." : folderOf(target);
        folder = target.front() == '/' ? targetFolder : folder + '/' + targetFolder;
    }
    for (const std::string &place : {home, folder})
        if (::access((place + "/.ExifTool_config").c_str(), R_OK) == 0)
            return true;
    return false;
}

} // namespace

RealProgram findRealProgram(const char *startedAs)
{
    struct stat self = {};
    const bool isKnown = ::stat("/proc/self/exe", &self) == 0;
    // This process, or the one that started it, was this program already: a script is in between.
    const std::string caller = variable(callerVariable);
    const bool isStartedAgain = caller == std::to_string(::getpid()) || caller == std::to_string(::getppid());
    const auto isOther = [&](const std::string &path) {
        const auto status = executable(path);
        return status && !(isKnown && status->st_dev == self.st_dev && status->st_ino == self.st_ino) &&
               !(isStartedAgain && interpreterOf(path).empty() && beginningOf(path, 2) == "#!");
    };
    RealProgram program;
    for (const std::string &named : {variable("MANOMETER_EXIFTOOL_REAL"), configuredPath()}) {
        if (!program.path.empty() || named.empty())
            continue;
        if (!isOther(named)) {
            program.wrong = named;
            return program;
        }
        program.path = absolute(named);
    }
    std::array<char, 4096> exe{};
    const ssize_t length = ::readlink("/proc/self/exe", exe.data(), exe.size());
    std::vector<std::string> candidates;
    if (startedAs && std::strchr(startedAs, '/'))
        candidates.push_back(folderOf(startedAs) + "/exiftool.real");
    if (length > 0)
        candidates.push_back(folderOf({exe.data(), static_cast<std::size_t>(length)}) + "/exiftool.real");
    for (const std::string &candidate : candidates)
        if (program.path.empty() && isOther(candidate))
            program.path = absolute(candidate);
    if (program.path.empty())
        program.path = absolute(findInPath("exiftool", isOther));
    if (program.path.empty() && isOther("/usr/bin/exiftool"))
        program.path = "/usr/bin/exiftool";
    program.interpreter = interpreterOf(program.path);
    return program;
}

bool isEnvironmentOrdinary(const RealProgram &program)
{
    if (program.interpreter.empty() || ::getuid() != ::geteuid())
        return false;
    for (const int stream :
         {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) // a closed one would be our next file
        if (::fcntl(stream, F_GETFD) < 0)
            return false;
    for (char **entry = environ; *entry; ++entry)
        if (!isOrdinaryVariable(*entry))
            return false;
    return std::setlocale(LC_ALL, "") && !hasConfiguration(program);
}

void become(const RealProgram &program, const std::vector<std::string> &arguments)
{
    std::vector<char *> list{const_cast<char *>(program.path.c_str())};
    for (const std::string &argument : arguments)
        list.push_back(const_cast<char *>(argument.c_str()));
    list.push_back(nullptr);
    ::setenv(callerVariable, std::to_string(::getpid()).c_str(), 1);
    ::execv(program.path.c_str(), list.data());
}

} // namespace manometer::exiftool

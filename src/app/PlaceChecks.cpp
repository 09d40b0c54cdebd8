// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/PlaceChecks.h"

#include "app/OptionTable.h"
#include "app/Places.h"
#include "files/OutputFile.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <unistd.h>
#include <vector>

namespace manometer::app {

namespace {

namespace fs = std::filesystem;

constexpr int maxLinks = 40; // as in the kernel (path_resolution(7))

Answer refusal(const QString &text)
{
    return {.exitCode = 2, .text = text};
}

fs::path pathOf(const QString &name)
{
    return QFile::encodeName(name).toStdString();
}

// The file that a write would reach: follows links, including a dangling one.
fs::path targetOf(fs::path path)
{
    std::error_code error;
    for (int links = 0; links < maxLinks && fs::is_symlink(fs::symlink_status(path, error)); ++links) {
        const fs::path next = fs::read_symlink(path, error);
        if (error)
            break;
        path = next.is_absolute() ? next : path.parent_path() / next;
    }
    path = fs::absolute(path, error);
    return fs::weakly_canonical(path, error);
}

// Compares inodes, not spellings: a folder may be mounted in two places.
bool isSame(const fs::path &one, const fs::path &other)
{
    std::error_code error;
    return one == other || fs::equivalent(one, other, error);
}

bool isIn(const fs::path &path, const fs::path &folder)
{
    for (fs::path above = path; above.has_relative_path(); above = above.parent_path())
        if (isSame(above, folder))
            return true;
    return false;
}

bool isOwn(const QString &file, const Options &options)
{
    const fs::path target = targetOf(pathOf(file));
    // The settings file may be a link to another place.
    for (const QString &own : {settingsFile(), languageFile(), appearanceFile(), layoutFile()})
        if (isSame(target, targetOf(pathOf(own))))
            return true;
    std::vector<fs::path> folders{options.cacheDirectory.toStdString(), pathOf(settingsFile()).parent_path()};
    for (const Machine machine : {Machine::ThisOne, Machine::Pretended})
        for (const QString &folder : {stateDirectory(machine), defaultCacheDirectory(machine)})
            folders.push_back(pathOf(folder));
    return std::any_of(folders.begin(), folders.end(),
                       [&target](const fs::path &folder) { return isIn(target, targetOf(folder)); });
}

bool isFile(const QString &name)
{
    return files::OutputFile(name).kind() == files::OutputFile::Kind::File;
}

bool isThere(const QString &file)
{
    std::error_code error;
    return fs::exists(pathOf(file), error);
}

// errno, or 0 if the path is readable.
int readingError(const QByteArray &path)
{
    return ::access(path.constData(), R_OK) == 0 ? 0 : errno;
}

std::optional<Answer> folderProblem(std::string_view option, const QByteArray &folder)
{
    int error = readingError(folder);
    std::error_code ignored;
    if (error == 0 && !fs::is_directory(fs::path(folder.toStdString()), ignored))
        error = ENOTDIR;
    if (error == 0)
        return std::nullopt;
    return refusal(CommandLine::tr("--%1: %2 cannot be read: %3.")
                       .arg(latin1(option), QFile::decodeName(folder), qt_error_string(error)));
}

} // namespace

std::optional<Answer> findOutputProblem(const Options &options)
{
    const auto own = [](std::string_view option, const QString &file) {
        return refusal(CommandLine::tr("--%1: %2 is reserved for Manometer's own files. Choose another file.")
                           .arg(latin1(option), file));
    };
    const auto present = [](std::string_view option, const QString &file) {
        return refusal(CommandLine::tr("--%1: %2 already exists. Add --%3 to replace it.")
                           .arg(latin1(option), file, latin1(option::overwrite)));
    };
    const auto isKept = [&options](const QString &file) {
        return !options.overwrite && isFile(file) && isThere(file);
    };
    if (const QString &file = options.screenshotFile; !file.isEmpty()) {
        if (isOwn(file, options))
            return own(option::screenshot, file);
        if (isKept(file))
            return present(option::screenshot, file);
    }
    if (const QString &file = options.saveRecordingFile; !file.isEmpty()) {
        if (isOwn(file, options))
            return own(option::saveRecording, file);
        if (isKept(file))
            return present(option::saveRecording, file);
    }
    if (options.eventsFile != "-" && !options.eventsFile.isEmpty() &&
        isOwn(QFile::decodeName(options.eventsFile), options))
        return own(option::events, QFile::decodeName(options.eventsFile));
    if (options.exportSamplesFile.isEmpty())
        return std::nullopt;
    QStringList files{options.exportSamplesFile};
    // Samples have a description file beside them, except in a stream (exports/CsvFile).
    if (isFile(options.exportSamplesFile))
        files += options.exportSamplesFile + QStringLiteral(".meta.json");
    for (const QString &file : files)
        if (isOwn(file, options))
            return own(option::exportSamples, file);
    for (const QString &file : files)
        if (isKept(file))
            return present(option::exportSamples, file);
    return std::nullopt;
}

std::optional<Answer> findPlaceProblem(const Options &options)
{
    if (options.machine == Machine::Pretended) {
        if (auto problem = folderProblem(option::procRoot, options.procRoot))
            return problem;
        const QByteArray meminfo = options.procRoot + "/meminfo";
        if (const int error = readingError(meminfo); error != 0)
            return refusal(
                CommandLine::tr("--%1: %2 cannot be read: %3.")
                    .arg(latin1(option::procRoot), QFile::decodeName(meminfo), qt_error_string(error)));
    }
    if (!options.sysRoot.isEmpty() && options.sysRoot != Options().sysRoot)
        if (auto problem = folderProblem(option::sysRoot, options.sysRoot))
            return problem;
    return findOutputProblem(options);
}

} // namespace manometer::app

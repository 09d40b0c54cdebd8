// SPDX-License-Identifier: GPL-3.0-or-later
#include "exiftool/Circumstances.h"

#include "exiftool/Environment.h"

#define XXH_INLINE_ALL
#include <algorithm>
#include <array>
#include <cstdio>
#include <dirent.h>
#include <sys/stat.h>
#include <xxhash.h>

extern char **environ;

namespace manometer::exiftool {

namespace {

constexpr int deepestFolder = 8;

// Modules that exiftool loads if they are there; after what its library requires, 12.57 to 13.59. Perl's own
// ones come with the interpreter.
constexpr std::array<const char *, 24> optionalModules{"Archive/Zip.pm",
                                                       "Compress/Zlib.pm",
                                                       "Compress/Raw/Lzma.pm",
                                                       "Compress/Raw/Zlib.pm",
                                                       "Digest/MD5.pm",
                                                       "Digest/SHA.pm",
                                                       "Encode.pm",
                                                       "IO/Compress/Brotli.pm",
                                                       "IO/Compress/Bzip2.pm",
                                                       "IO/Compress/RawDeflate.pm",
                                                       "IO/String.pm",
                                                       "IO/Uncompress/Brotli.pm",
                                                       "IO/Uncompress/Bunzip2.pm",
                                                       "IO/Uncompress/RawInflate.pm",
                                                       "POSIX/strptime.pm",
                                                       "Storable.pm",
                                                       "Time/HiRes.pm",
                                                       "Time/Local.pm",
                                                       "Time/Piece.pm",
                                                       "Unicode/GCString.pm",
                                                       "Unicode/LineBreak.pm",
                                                       "Math/BigInt.pm",
                                                       "Math/BigFloat.pm",
                                                       "JSON.pm"};

class Digest
{
public:
    Digest() { XXH3_128bits_reset(&m_state); }

    void add(std::string_view text)
    {
        number(text.size());
        XXH3_128bits_update(&m_state, text.data(), text.size());
    }
    void addFile(const std::string &path)
    {
        struct stat status = {};
        add(path);
        if (::stat(path.c_str(), &status) == 0)
            addStatus(status);
        else
            number(0);
    }
    // With all that is below it.
    void addTree(const std::string &folder, int level = 0)
    {
        DIR *const entries = level < deepestFolder ? ::opendir(folder.c_str()) : nullptr;
        std::vector<std::string> names;
        while (const dirent *entry = entries ? ::readdir(entries) : nullptr)
            if (const std::string_view name = entry->d_name; name != "." && name != "..")
                names.emplace_back(name);
        if (entries)
            ::closedir(entries);
        std::sort(names.begin(), names.end());
        for (const std::string &name : names) {
            const std::string path = folder + '/' + name;
            struct stat status = {};
            add(path);
            if (::stat(path.c_str(), &status) != 0)
                number(0);
            else if (S_ISDIR(status.st_mode))
                addTree(path, level + 1);
            else
                addStatus(status);
        }
    }
    std::string text() const
    {
        const XXH128_hash_t hash = XXH3_128bits_digest(&m_state);
        std::array<char, 33> text{};
        std::snprintf(text.data(), text.size(), "%016llx%016llx",
                      static_cast<unsigned long long>(hash.high64),
                      static_cast<unsigned long long>(hash.low64));
        return text.data();
    }

private:
    void number(std::uint64_t number) { XXH3_128bits_update(&m_state, &number, sizeof number); }
    // Without the device: its number may change with each mount.
    void addStatus(const struct stat &status)
    {
        for (const auto part : {std::uint64_t(status.st_ino), std::uint64_t(status.st_size),
                                std::uint64_t(status.st_mtim.tv_sec), std::uint64_t(status.st_mtim.tv_nsec),
                                std::uint64_t(status.st_ctim.tv_sec), std::uint64_t(status.st_ctim.tv_nsec)})
            number(part);
    }

    XXH3_state_t m_state{};
};

// The file of TZ="Europe/Berlin", or of a path; empty for a rule such as "CET-1CEST".
std::string zoneFile()
{
    std::string zone = variable("TZ");
    if (zone.starts_with(':'))
        zone.erase(0, 1);
    if (zone.empty())
        return {};
    return zone.front() == '/' ? zone : "/usr/share/zoneinfo/" + zone;
}

} // namespace

std::vector<std::string> includeFoldersOf(std::string_view output)
{
    constexpr std::string_view heading = "\nInclude directories:\n";
    std::vector<std::string> folders;
    std::size_t i = output.find(heading);
    if (i == std::string_view::npos)
        return folders;
    i += heading.size();
    while (output.substr(i).starts_with("  ")) {
        const std::size_t end = std::min(output.find('\n', i), output.size());
        folders.emplace_back(output.substr(i + 2, end - i - 2));
        i = std::min(end + 1, output.size());
    }
    return folders;
}

std::string programDigest(const RealProgram &program, const std::vector<std::string> &includeFolders)
{
    Digest digest;
    digest.addFile(program.path);
    digest.addFile(program.interpreter);
    bool hasLibrary = false;
    for (const std::string &folder : includeFolders) {
        digest.add(folder);
        for (const char *module : optionalModules)
            digest.addFile(folder + '/' + module);
        struct stat status = {};
        if (hasLibrary || ::stat((folder + "/Image/ExifTool.pm").c_str(), &status) != 0)
            continue;
        hasLibrary = true; // Perl takes the first
        digest.addFile(folder + "/Image/ExifTool.pm");
        digest.addTree(folder + "/Image/ExifTool");
        digest.addFile(folder + "/File/RandomAccess.pm");
    }
    return hasLibrary ? digest.text() : std::string();
}

std::string interpreterDigest(const RealProgram &program)
{
    Digest digest;
    digest.addFile(program.interpreter);
    return digest.text();
}

std::string environmentDigest()
{
    static constexpr std::array<std::string_view, 5> names{
        "TZ=", "LANG=", "LANGUAGE=", "PERL_HASH_SEED=", "PERL_PERTURB_KEYS="};
    Digest digest;
    std::vector<std::string_view> entries;
    for (char **entry = environ; *entry; ++entry) {
        const std::string_view text(*entry);
        if (text.starts_with("LC_") || std::any_of(names.begin(), names.end(), [text](std::string_view name) {
                return text.starts_with(name);
            }))
            entries.push_back(text);
    }
    std::sort(entries.begin(), entries.end());
    for (const std::string_view entry : entries)
        digest.add(entry);
    digest.addFile("/etc/localtime");
    if (const std::string file = zoneFile(); !file.empty())
        digest.addFile(file);
    return digest.text();
}

} // namespace manometer::exiftool

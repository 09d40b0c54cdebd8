// SPDX-License-Identifier: GPL-3.0-or-later
//
// Opens a cache whose shard file and log have arbitrary contents: it must open, answer, store and close.
#include "Fuzzing.h"
#include "cache/Cache.h"

#include <memory>

using namespace manometer;
using namespace manometer::cache;

namespace {

// Format of an input: two bytes with the size of the log in units of 512 bytes, the log, the database.
constexpr std::size_t unitBytes = 512;

std::string contents(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

Options optionsIn(const std::string &directory)
{
    Options options;
    options.directory = directory;
    options.memory = {.entries = 4, .bytes = 1u << 20};
    options.diskCapBytes = 8u << 20;
    options.now = [] { return std::chrono::system_clock::time_point(std::chrono::seconds(1'700'000'000)); };
    return options;
}

SourceVersion version()
{
    return {.sizeBytes = 1, .mtimeNanoseconds = 2, .ctimeNanoseconds = 3, .inode = 4, .device = 5};
}

std::string pathOf(int key)
{
    return "/" + std::to_string(key);
}

void writeSeeds(const std::string &directory)
{
    const std::string path = directory + "/entries-0.db";
    const auto seed = [&](const char *name) {
        const std::string log = contents(path + "-wal");
        const std::size_t units = (log.size() + unitBytes - 1) / unitBytes;
        std::string input{static_cast<char>(units & 0xff), static_cast<char>(units >> 8)};
        input += log;
        input.resize(2 + units * unitBytes);
        fuzz::writeSeed(name, input + contents(path));
    };
    {
        auto cache = *Cache::open(optionsIn(directory));
        seed("new");
        for (int key = 0; key < 40; ++key)
            cache->put({pathOf(key), "quick"}, version(),
                       std::string(static_cast<std::size_t>(20 + key * 5), 'v'), {});
        cache->flush();
        seed("with a log");
        for (int key = 0; key < 20; ++key)
            cache->erase({pathOf(key), "quick"});
    }
    seed("closed");
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    const fuzz::Scratch scratch;
    writeSeeds(scratch.path() + "/seeds");
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const fuzz::Scratch scratch;
    const std::string directory = scratch.path() + "/cache";
    const std::string path = directory + "/entries-0.db";
    std::filesystem::create_directories(directory);
    std::filesystem::remove_all(directory + "/quarantine");
    std::filesystem::remove(path + "-shm");
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    const std::size_t units = size < 2 ? 0 : std::size_t{data[0]} | std::size_t{data[1]} << 8;
    const std::size_t logBytes = std::min(units * unitBytes, size < 2 ? 0 : size - 2);
    const std::string_view rest = bytes.substr(std::min<std::size_t>(2, size));
    std::ofstream(path + "-wal", std::ios::binary) << rest.substr(0, logBytes);
    std::ofstream(path, std::ios::binary) << rest.substr(logBytes);

    auto opened = Cache::open(optionsIn(directory));
    if (!opened) {
        fuzz::require(opened.error().kind == OpenError::Kind::NewerFormat, "only a newer format is rejected");
        return 0;
    }
    Cache &cache = **opened;
    for (int key = 0; key < 40; key += 3)
        cache.get({pathOf(key), "quick"}, version());
    const auto ids = cache.list({});
    cache.describe(ids);
    for (std::size_t i = 0; i < std::min<std::size_t>(ids.size(), 50); ++i)
        cache.peek(ids[i]);
    for (int key = 0; key < 20; ++key) {
        cache.put({pathOf(key), "quick"}, version(), "new", {});
        const auto lease = cache.get({pathOf(key), "quick"}, version());
        fuzz::require(lease && lease->bytes() == "new", "an entry that was just put is found");
    }
    cache.erase({pathOf(5), "quick"});
    fuzz::require(!cache.get({pathOf(5), "quick"}, version()), "an entry that was just erased is not found");
    // The first attempts may find damage, which they move to quarantine.
    bool isFlushed = false;
    for (int attempt = 0; attempt < 3 && !isFlushed; ++attempt)
        isFlushed = cache.flush();
    fuzz::require(isFlushed, "damaged files are quarantined, and entries that were put are written");
    cache.cleanUpDisk(0.5);
    cache.stats();
    cache.health();
    return 0;
}

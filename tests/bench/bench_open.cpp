// SPDX-License-Identifier: GPL-3.0-or-later
//
// The time to open a large store and complete the first get: with its files in the page cache, with them
// dropped from it, and after its owner was killed while the logs were large. Values have about 200 bytes, so
// that storing a million takes a reasonable time. Prints medians of the runs.
//   bench_open [entries] [--dir DIR]    default: a million in /var/tmp; the store is removed afterwards
#include "DiskWorkload.h"

#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <sys/wait.h>
#include <thread>

using namespace manometer;
using namespace manometer::bench;
using namespace manometer::cache;

namespace {

constexpr int runs = 7;
constexpr int killRuns = 3;
constexpr std::uint64_t capBytes = std::uint64_t{4} << 30;
// In total. A shard moves its log into its file at 8 MiB: the four logs are then about three quarters full.
constexpr std::uint64_t largeLogBytes = 24 << 20;

std::string valueOf(std::size_t key)
{
    return metadataJson(key % 4096).substr(key % 1024, 200);
}

void putRetrying(Cache &cache, std::size_t key, const std::string &path)
{
    while (put(cache, key, path, valueOf(key)) != PutResult::DiskOnly)
        std::this_thread::sleep_for(std::chrono::microseconds(500));
}

void fill(const std::string &directory, std::size_t entries)
{
    const auto started = Clock::now();
    const auto cache = openCache(directory, capBytes);
    for (std::size_t key = 0; key < entries; ++key)
        putRetrying(*cache, key, pathOf(key));
    cache->flush();
    print("fill_ops", double(entries) / secondsSince(started));
    print("file_bytes", double(cache->stats().diskBytes));
}

// Milliseconds until the first get is complete, without closing the store.
double firstGet(const std::string &directory, std::size_t key)
{
    const std::string path = pathOf(key);
    const auto started = Clock::now();
    const auto cache = openCache(directory, capBytes);
    const auto lease = cache->get({path, depth}, versionOf(key));
    const double took = secondsSince(started) * 1000;
    if (!lease || lease->bytes() != valueOf(key))
        fail("the first get", "wrong or no value");
    return took;
}

template<typename Each>
void eachFile(const std::string &directory, const Each &each)
{
    for (const auto &entry : std::filesystem::recursive_directory_iterator(directory)) {
        if (entry.is_regular_file())
            each(entry);
    }
}

// Only clean pages can be dropped, and those of a mapped file cannot.
void dropFromPageCache(const std::string &directory)
{
    eachFile(directory, [](const auto &entry) {
        const int descriptor = ::open(entry.path().c_str(), O_RDONLY | O_CLOEXEC);
        if (descriptor < 0)
            return;
        ::fsync(descriptor);
        ::posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED);
        ::close(descriptor);
    });
}

// The total size of the logs. Exact only for a store without a running owner: a log keeps its size after its
// contents were moved into the file.
double logBytes(const std::string &directory)
{
    double sum = 0;
    eachFile(directory, [&](const auto &entry) {
        if (entry.path().string().ends_with("-wal"))
            sum += double(entry.file_size());
    });
    return sum;
}

// The child: replaces entries until it is killed.
[[noreturn]] void write(const std::string &directory, std::size_t entries)
{
    const auto cache = openCache(directory, capBytes);
    std::mt19937_64 random(static_cast<std::uint64_t>(::getpid()));
    for (;;) {
        const std::size_t key = random() % entries;
        putRetrying(*cache, key, pathOf(key));
    }
}

// Returns false if the child exited on its own.
bool killWriter(const std::string &directory, const std::string &entries)
{
    const pid_t child = ::fork();
    if (child == 0) {
        ::execl("/proc/self/exe", "bench_open", "--write", directory.c_str(), entries.c_str(), nullptr);
        ::_exit(127);
    }
    const auto deadline = Clock::now() + std::chrono::seconds(20);
    int status = 0;
    while (logBytes(directory) < largeLogBytes && Clock::now() < deadline &&
           ::waitpid(child, &status, WNOHANG) == 0)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    ::kill(child, SIGKILL);
    return ::waitpid(child, &status, 0) == child && WIFSIGNALED(status);
}

void measure(const std::string &directory, std::size_t entries)
{
    fill(directory, entries);
    std::mt19937_64 random(3);
    std::vector<double> warm;
    std::vector<double> cold;
    std::vector<double> afterKill;
    std::vector<double> killedLogs;
    firstGet(directory, 0);
    for (int run = 0; run < runs; ++run)
        warm.push_back(firstGet(directory, random() % entries));
    for (int run = 0; run < runs; ++run) {
        dropFromPageCache(directory);
        cold.push_back(firstGet(directory, random() % entries));
    }
    for (int run = 0; run < killRuns; ++run) {
        if (!killWriter(directory, std::to_string(entries)))
            fail("the writing child", "ended by itself");
        killedLogs.push_back(logBytes(directory));
        afterKill.push_back(firstGet(directory, random() % entries));
    }
    print("open_warm_first_get_ms", median(warm));
    print("open_warm_first_get_max_ms", percentile(warm, 1));
    print("open_cold_first_get_ms", median(cold));
    print("open_cold_first_get_max_ms", percentile(cold, 1));
    print("open_after_kill_ms", median(afterKill));
    print("open_after_kill_max_ms", percentile(afterKill, 1));
    print("killed_log_bytes", median(killedLogs));
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 4 && std::strcmp(argv[1], "--write") == 0)
        write(argv[2], std::strtoull(argv[3], nullptr, 10));
    std::size_t entries = 1'000'000;
    std::string where = "/var/tmp";
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--dir") == 0 && i + 1 < argc)
            where = argv[++i];
        else
            entries = std::strtoull(argv[i], nullptr, 10);
    }
    std::string directory = where + "/bench-open-XXXXXX";
    if (entries == 0 || !::mkdtemp(directory.data()))
        fail(where.c_str(), std::strerror(errno));
    print("entries", double(entries));
    measure(directory + "/cache", entries);
    printLoad();
    std::filesystem::remove_all(directory);
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cost of reading one sample from files that are kept open, compared with psutil for the same figures
// (python3-psutil: virtual_memory and memory_info), both on this machine, in alternation.
//   bench_sample [rounds]
#include "pressure/source/KernelMemorySource.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

using namespace manometer::pressure;

namespace {

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

double ours()
{
    KernelMemorySource source;
    std::vector<double> microseconds;
    for (int i = 0; i < 5000; ++i) {
        const auto begun = std::chrono::steady_clock::now();
        const auto sample = source.read();
        const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - begun;
        if (sample)
            microseconds.push_back(took.count());
    }
    return median(microseconds);
}

// 0 if python3-psutil is not installed.
double psutil()
{
    FILE *output = ::popen("/usr/bin/python3 " BENCH_FOLDER "/psutil_sample.py 2>/dev/null", "r");
    double microseconds = 0;
    if (!output)
        return 0;
    if (std::fscanf(output, "%lf", &microseconds) != 1)
        microseconds = 0;
    ::pclose(output);
    return microseconds;
}

} // namespace

int main(int argc, char **argv)
{
    const int rounds = argc > 1 ? std::atoi(argv[1]) : 7;
    std::vector<double> own;
    std::vector<double> peer;
    for (int round = 0; round < rounds; ++round) {
        own.push_back(ours());
        peer.push_back(psutil());
    }
    std::printf("read_median_us=%.2f\npsutil_median_us=%.2f\n", median(own), median(peer));
    if (median(peer) > 0)
        std::printf("ratio=%.2f\n", median(peer) / median(own));
    return 0;
}

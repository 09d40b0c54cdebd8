# SPDX-License-Identifier: GPL-3.0-or-later
# Prints the median time that psutil needs for one sample, in microseconds.
import statistics
import time

import psutil

process = psutil.Process()
times = []
for _ in range(3000):
    begun = time.perf_counter()
    psutil.virtual_memory()
    process.memory_info()
    times.append(time.perf_counter() - begun)
print(statistics.median(times) * 1e6)

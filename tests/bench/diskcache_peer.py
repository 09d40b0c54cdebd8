#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# python3-diskcache with the values of bench_disk: get at random, warm and verified; set one by one; set in
# transactions of 1000. Prints name=value lines; the figure for get is the median of the rounds.
#   diskcache_peer.py FILE [--dir DIR]   FILE: written by `bench_disk --dump FILE entries`; DIR: default /var/tmp
import argparse
import os
import random
import shutil
import statistics
import struct
import tempfile
import time

import diskcache

ROUNDS = 5
BATCH = 1000
SINGLE_PUTS = 20_000  # each is a separate transaction: a sample is enough


def read_values(path):
    values = []
    with open(path, "rb") as file:
        while header := file.read(4):
            values.append(file.read(struct.unpack("<I", header)[0]))
    return values


def path_of(key):
    scattered = (key * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF) >> 48
    return f"/data/archive/{scattered:04x}/frame-{key:08d}.fits"


def open_cache(directory):
    # No culling: the store must keep all values.
    return diskcache.Cache(directory, size_limit=1 << 40, cull_limit=0)


def rate(count, started):
    return count / (time.perf_counter() - started)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("--dir", default="/var/tmp")
    arguments = parser.parse_args()
    values = read_values(arguments.file)
    paths = [path_of(key) for key in range(len(values))]
    folder = tempfile.mkdtemp(prefix="bench-diskcache-", dir=arguments.dir)
    try:
        with open_cache(os.path.join(folder, "single")) as cache:
            singles = min(len(values), SINGLE_PUTS)
            started = time.perf_counter()
            for key in range(singles):
                cache.set(paths[key], values[key])
            print(f"diskcache_put_ops={rate(singles, started):.1f}")
        with open_cache(os.path.join(folder, "batches")) as cache:
            started = time.perf_counter()
            for first in range(0, len(values), BATCH):
                with cache.transact():
                    for key in range(first, min(first + BATCH, len(values))):
                        cache.set(paths[key], values[key])
            print(f"diskcache_batch_put_ops={rate(len(values), started):.1f}")
            rates = []
            gets = min(max(len(values), 20_000), 50_000)
            for seed in range(ROUNDS + 1):
                keys = random.Random(seed).choices(range(len(values)), k=gets)
                started = time.perf_counter()
                for key in keys:
                    value = cache.get(paths[key])
                    if value is None or len(value) != len(values[key]) or value[:64] != values[key][:64]:
                        raise SystemExit("wrong or missing value")
                rates.append(rate(gets, started))
            print(f"diskcache_get_ops={statistics.median(rates[1:]):.1f}")  # the first round warms up
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()

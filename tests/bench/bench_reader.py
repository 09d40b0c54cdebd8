#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""manometer-reader, deep, beside `cat FILE >/dev/null`, and astropy or h5py with NumPy where they are installed. The files are in
the page cache. Prints name=value lines: MB/s of the values before compression, and the reader's largest resident memory.

bench_reader.py READER [--mib=1024] [--rounds=3] [--folder=DIR]
"""
import ctypes
import ctypes.util
import json
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time

WIDTH = 4096


def block(code):
    """1 MiB of values, the same in each run: random in their low bits, as those of a detector are."""
    source = random.Random(1)
    if code == "int16":
        return b"".join((1000 + source.getrandbits(7)).to_bytes(2, "big") for _ in range(1 << 19))
    return b"".join(b"\x44\x7a" + source.getrandbits(16).to_bytes(2, "big") for _ in range(1 << 18))  # floats near 1000


def make_fits(path, code, mib):
    bitpix, size = {"int16": (16, 2), "float32": (-32, 4)}[code]
    cards = ["SIMPLE  =                    T", f"BITPIX  = {bitpix:20}", "NAXIS   =                    2",
             f"NAXIS1  = {WIDTH:20}", f"NAXIS2  = {(mib << 20) // size // WIDTH:20}", "END"]
    data = block(code)
    with open(path, "wb") as file:
        file.write("".join(card.ljust(80) for card in cards).ljust(2880).encode())
        for _ in range(mib):
            file.write(data)
        file.write(b"\0" * (-(mib << 20) % 2880))


def make_hdf5(path, mib, is_packed):
    """Big-endian integers of 16 bits: contiguous, or in chunks of 1 MiB, shuffled and deflated."""
    hdf5 = ctypes.CDLL(ctypes.util.find_library("hdf5_serial") or ctypes.util.find_library("hdf5"))
    number, length = ctypes.c_int64, ctypes.c_uint64
    for name in ("H5Fcreate", "H5Screate_simple", "H5Pcreate", "H5Dcreate2"):
        getattr(hdf5, name).restype = number
    hdf5.H5open()
    known = lambda name: number(number.in_dll(hdf5, name).value)
    rows, part = (mib << 20) // 2 // WIDTH, (1 << 19) // WIDTH
    shape, piece = (length * 2)(rows, WIDTH), (length * 2)(part, WIDTH)
    file = number(hdf5.H5Fcreate(os.fsencode(path), 2, number(0), number(0)))
    space = number(hdf5.H5Screate_simple(2, shape, None))
    memory = number(hdf5.H5Screate_simple(2, piece, None))
    creation = number(hdf5.H5Pcreate(known("H5P_CLS_DATASET_CREATE_ID_g")))
    if is_packed:
        hdf5.H5Pset_chunk(creation, 2, piece)
        hdf5.H5Pset_shuffle(creation)
        hdf5.H5Pset_deflate(creation, 4)
    kind = known("H5T_STD_I16BE_g")
    dataset = number(hdf5.H5Dcreate2(file, b"d", kind, space, number(0), creation, number(0)))
    data = block("int16")
    for row in range(0, rows, part):
        hdf5.H5Sselect_hyperslab(space, 0, (length * 2)(row, 0), None, piece, None)
        if hdf5.H5Dwrite(dataset, kind, memory, space, number(0), data) < 0:
            raise SystemExit("libhdf5 cannot write")
    hdf5.H5Dclose(dataset)
    hdf5.H5Fclose(file)


class Reader:
    def __init__(self, program):
        self.process = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def deep(self, path):
        self.process.stdin.write(b"deep " + os.fsencode(path) + b"\n")
        self.process.stdin.flush()
        while True:
            answer = json.loads(self.process.stdout.readline())
            if "progress" not in answer:
                if not answer["ok"] or '"mean"' not in json.dumps(answer):
                    raise SystemExit(f"no statistics: {answer}")
                return

    def end(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        self.process.stdin.close()
        self.process.wait(10)
        return int(status.split("VmHWM:")[1].split()[0]) / 1024


def python_peer(path):
    """A function that reads the same figures; None where what it needs is not installed."""
    try:
        import numpy
        if path.suffix == ".fits":
            from astropy.io import fits

            def figures():
                with fits.open(path, memmap=True) as hdus:
                    data = hdus[0].data
                    return numpy.nanmin(data), numpy.nanmax(data), numpy.nanmean(data), numpy.nanstd(data, dtype=float)
        else:
            import h5py

            def figures():
                with h5py.File(path) as file:
                    data = file["d"][:]
                    return numpy.nanmin(data), numpy.nanmax(data), numpy.nanmean(data), numpy.nanstd(data, dtype=float)
        return figures
    except ImportError:
        return None


def seconds(call):
    begin = time.perf_counter()
    call()
    return time.perf_counter() - begin


def main():
    flags = dict(argument[2:].split("=", 1) for argument in sys.argv[1:] if argument.startswith("--"))
    programs = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    if len(programs) != 1 or set(flags) - {"mib", "rounds", "folder"}:
        raise SystemExit(__doc__)
    mib, rounds = int(flags.get("mib", 1024)), int(flags.get("rounds", 3))
    files = {"fits_int16": lambda path: make_fits(path, "int16", mib), "fits_float32": lambda path: make_fits(path, "float32", mib),
             "hdf5_contiguous": lambda path: make_hdf5(path, mib, False), "hdf5_packed": lambda path: make_hdf5(path, mib, True)}
    print(f"mib={mib}")
    with tempfile.TemporaryDirectory(prefix="manometer-", dir=flags.get("folder")) as folder:
        for name, make in files.items():
            path = pathlib.Path(folder, name + (".fits" if name.startswith("fits") else ".h5"))
            make(path)
            calls = {"cat": lambda: subprocess.run(f"cat {path} >/dev/null", shell=True, check=True)}
            reader = Reader(programs[0])
            calls["reader"] = lambda: reader.deep(path)
            if peer := python_peer(path):
                calls["python"] = peer
            calls["cat"]()
            # In turns, so that what else runs on the machine costs all the same.
            taken = {who: [] for who in calls}
            for _ in range(rounds):
                for who, call in calls.items():
                    taken[who].append(seconds(call))
            for who, times in taken.items():
                print(f"{name}_{who}_mb_per_second={mib * 1.048576 / statistics.median(times):.0f}")
            print(f"{name}_reader_rss_mib={reader.end():.1f}", flush=True)
            path.unlink()


if __name__ == "__main__":
    main()

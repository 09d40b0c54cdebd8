#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes example.manometer: make_example.py BUILD OUTPUT [SCALE].

manometerd of the build folder samples a pretended machine of 32 GiB, whose memory use this script moves for a
quarter of an hour: a quiet start, a build that ends in HIGH, an import that ends in CRITICAL with an incident,
a job that goes up and down around ELEVATED, a second import, and a quiet end. Meanwhile a program asks for entries of the
cache, a few of them often and most seldom, so that the recording knows what other limits would cost. Then manometerctl
record saves what was recorded. SCALE shortens all times, for a test of this script.
"""
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

TOTAL_KIB = 32 << 20
# Seconds, percent at their end: straight lines between them.
SHAPE = [(90, 52), (150, 83), (40, 82), (25, 58), (90, 55), (30, 96), (35, 94), (10, 61), (60, 58)]
SHAPE += [(12, 67), (14, 52)] * 5
SHAPE += [(45, 57), (80, 91), (25, 88), (20, 60), (70, 54)]
ENTRIES = 900
INCIDENT_AFTER = 90 + 150 + 40 + 25 + 90 + 30 + 20


class Machine:
    def __init__(self, folder):
        self.root = pathlib.Path(folder)
        self.waited = 0
        for name, pid in (("postgres", 812), ("java", 2101), ("cc1plus", 3307), ("importer", 4410), ("sshd", 640)):
            self.write(f"{pid}/comm", f"{name}\n")
            self.write(f"{pid}/cgroup", "0::/\n")
        self.write("self/statm", "25600 12800 2000 5 0 7000 0\n")
        self.use(50)

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(path.name + ".new")
        temporary.write_text(text, encoding="ascii")
        temporary.rename(path)

    def use(self, percent):
        used = int(TOTAL_KIB * percent / 100)
        free = (TOTAL_KIB - used) // 3
        self.write("meminfo", f"MemTotal: {TOTAL_KIB} kB\nMemFree: {free} kB\nMemAvailable: {TOTAL_KIB - used} kB\n"
                              f"Buffers: 262144 kB\nCached: {(TOTAL_KIB - used) // 2} kB\nSReclaimable: 131072 kB\n"
                              f"Shmem: 65536 kB\nSwapTotal: 4194304 kB\nSwapFree: 4194304 kB\n")
        some = max(0.0, percent - 88) * 1.5
        self.waited += int(some * 2000)
        line = f"avg10={some:.2f} avg60={some / 2:.2f} avg300={some / 5:.2f} total="
        self.write("pressure/memory", f"some {line}{self.waited}\nfull {line}{self.waited // 3}\n")
        fixed = int(TOTAL_KIB * 0.3)
        rest = max(used - fixed, 0)
        for pid, share in ((812, 0.2), (2101, 0.25), (3307, 0.15), (4410, 0.35), (640, 0.0005)):
            resident = int(rest * share) + 9000
            self.write(f"{pid}/statm", f"{resident // 2} {resident // 4} 0 1 0 1 0\n")
            self.write(f"{pid}/status", f"VmRSS:\t{resident} kB\nVmSwap:\t0 kB\n")


def ctl(build, socket, *arguments, **options):
    return subprocess.run([build / "bin/manometerctl", f"--connect=unix:{socket}", *arguments], **options)


class Program:
    """Asks for metadata, by a Zipf distribution."""

    def __init__(self, build, socket, folder):
        self.build, self.socket = build, socket
        self.files = [folder / f"{number}.tif" for number in range(ENTRIES)]
        self.weights = [1 / (rank + 1) ** 0.8 for rank in range(ENTRIES)]
        self.random = random.Random(7)
        folder.mkdir()
        for file in self.files:
            file.write_bytes(b"II*\0")
        time.sleep(2.5)  # a file that has just changed is not cached
        for file in self.files:
            ctl(build, socket, "put", file, input=b'{"Make": "Camera", "ISO": 200}', stdout=subprocess.DEVNULL,
                check=True)

    def ask(self):
        files = self.random.choices(self.files, self.weights, k=40)
        ctl(self.build, self.socket, "get", "--json", *files, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main():
    build, output = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    scale = float(sys.argv[3]) if len(sys.argv) > 3 else 1
    with tempfile.TemporaryDirectory() as folder:
        home = pathlib.Path(folder)
        machine = Machine(home / "proc")
        environment = {"PATH": os.environ["PATH"], "HOME": folder, "LC_ALL": "C.UTF-8"}
        for name in ("CACHE", "STATE", "CONFIG"):
            environment[f"XDG_{name}_HOME"] = str(home / name.lower())
        environment["XDG_RUNTIME_DIR"] = str(home / "run")
        (home / "run").mkdir(mode=0o700)
        daemon = subprocess.Popen([build / "bin/manometerd", "--proc-root", home / "proc"], env=environment)
        socket = home / "run/manometer-rehearsal/api.sock"
        try:
            while not socket.exists():
                if daemon.poll() is not None:
                    sys.exit("manometerd has ended")
                time.sleep(0.05)
            program = Program(build, socket, home / "files")
            begun, before, elapsed, is_noted = time.monotonic(), 50, 0, False
            for seconds, percent in SHAPE:
                while (now := (time.monotonic() - begun) / scale) < elapsed + seconds:
                    machine.use(before + (percent - before) * max(0, now - elapsed) / seconds)
                    if now >= INCIDENT_AFTER and not is_noted:
                        is_noted = True
                        note(socket, "The import stopped answering: users report errors")
                    program.ask()
                    time.sleep(0.05)
                before, elapsed = percent, elapsed + seconds
            time.sleep(3)  # what is recorded is on disk after a second
            ctl(build, socket, "record", output, "--overwrite", check=True)
        finally:
            daemon.terminate()
            daemon.wait()


def note(socket, text):
    body = f'{{"text": "{text}", "incident": true}}'
    subprocess.run(["curl", "--silent", "--fail", "--unix-socket", socket, "--header",
                    "Content-Type: application/json", "--data", body, "http://localhost/api/events"],
                   check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the program on a virtual display and a simulated machine whose memory use cycles through all levels, with a scan at
the start, and checks for leaks: resident memory, open files, threads. Prints the size of the state directory.
    soak_window.py PROGRAM [--seconds N]     an hour by default
Prints name=value lines; exit code 1 if something grew."""
import argparse, math, os, subprocess, sys, tempfile, time

parser = argparse.ArgumentParser()
parser.add_argument("program")
parser.add_argument("--seconds", type=float, default=3600)
options = parser.parse_args()
work = tempfile.TemporaryDirectory()
proc = os.path.join(work.name, "proc")
os.makedirs(os.path.join(proc, "pressure"))
os.symlink("/proc/self", os.path.join(proc, "self"))  # the program's own figures are real
TOTAL = 16 << 20  # KiB


def pretend(percent):
    with open(os.path.join(proc, "meminfo.new"), "w") as file:
        file.write(f"MemTotal: {TOTAL} kB\nMemFree: 100000 kB\nMemAvailable: {int(TOTAL * (100 - percent) / 100)} kB\n")
    os.rename(os.path.join(proc, "meminfo.new"), os.path.join(proc, "meminfo"))


def figures(pid):
    status = dict(line.split(":", 1) for line in open(f"/proc/{pid}/status") if ":" in line)
    return {"rss_kib": int(status["VmRSS"].split()[0]), "threads": int(status["Threads"]),
            "files": len(os.listdir(f"/proc/{pid}/fd"))}


def state_bytes():
    return sum(os.path.getsize(os.path.join(folder, name)) for folder, _, names in os.walk(os.path.join(work.name, "state"))
               for name in names)


pretend(40)
read, write = os.pipe()
server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1000x24"], pass_fds=[write],
                          stderr=subprocess.DEVNULL)
os.close(write)
display = os.fdopen(read).readline().strip()
environment = dict(os.environ, DISPLAY=":" + display, XDG_CACHE_HOME=work.name, XDG_CONFIG_HOME=work.name,
                   XDG_STATE_HOME=os.path.join(work.name, "state"), XDG_RUNTIME_DIR=work.name)
program = subprocess.Popen([options.program, "--proc-root", proc, "--scan", "/usr/share/icons"], env=environment,
                           stderr=subprocess.DEVNULL)
try:
    began = time.monotonic()
    samples = []
    while time.monotonic() - began < options.seconds:
        age = time.monotonic() - began
        # Through all levels and back in two minutes, with occasional bursts.
        pretend(67 + 29 * math.sin(age / 19) + (3 if int(age) % 50 == 0 else 0))
        time.sleep(0.25)
        if program.poll() is not None:
            sys.exit(f"the program ended with {program.returncode}")
        if not samples or age - samples[-1][0] >= 5:
            samples.append((age, figures(program.pid)))
    # Skip the first third, in which bounded caches fill up: history, fonts, rows.
    settled = [figure for age, figure in samples if options.seconds / 3 <= age < options.seconds / 2] or [samples[0][1]]
    last = [figure for age, figure in samples if age >= options.seconds * 0.85] or [samples[-1][1]]
    worst = 0
    for name, room in (("rss_kib", 1.05), ("threads", 1.0), ("files", 1.0)):
        before = max(figure[name] for figure in settled)
        after = max(figure[name] for figure in last)
        grew = after > before * room + (2 if name != "rss_kib" else 512)
        worst = max(worst, int(grew))
        print(f"{name}_settled={before} {name}_last={after} {name}_grew={int(grew)}")
    print(f"state_bytes={state_bytes()} seconds={options.seconds:.0f}")
finally:
    program.terminate()
    program.wait(20)
    server.terminate()
    server.wait(20)
sys.exit(worst)

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The cost of the window: time from start to first paint, memory and processor time of the real program on a virtual
display, each beside gnome-system-monitor if that is installed. Prints name=value lines.
    bench_window.py PROGRAM [--seconds N] [--starts N]"""
import argparse, os, re, select, shutil, statistics, subprocess, sys, tempfile, time

parser = argparse.ArgumentParser()
parser.add_argument("program")
parser.add_argument("--seconds", type=float, default=30, help="how long the processor time is measured")
parser.add_argument("--starts", type=int, default=11)
options = parser.parse_args()

work = tempfile.TemporaryDirectory()
environment = dict(os.environ, HOME=work.name, XDG_CACHE_HOME=work.name, XDG_CONFIG_HOME=work.name,
                   XDG_STATE_HOME=work.name, XDG_RUNTIME_DIR=work.name, QT_LOGGING_RULES="manometer.start.debug=true",
                   LC_ALL="C.UTF-8")


def display():
    """Starts a virtual display; returns its process."""
    read, write = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1000x24"], pass_fds=[write],
                              stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as number:
        environment["DISPLAY"] = ":" + number.readline().strip()
    return server


def figures(pid):
    """RSS and private dirty memory in MiB, processor time in seconds."""
    rollup = open(f"/proc/{pid}/smaps_rollup").read()
    kib = lambda name: int(re.search(rf"^{name}:\s+(\d+)", rollup, re.M).group(1))
    stat = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
    return kib("Rss") / 1024, kib("Private_Dirty") / 1024, (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK")


def end(process):
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def start():
    """Starts the program; returns its process and the milliseconds until its window was painted."""
    began = time.monotonic()
    process = subprocess.Popen([options.program], env=environment, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL)
    text = b""
    while b"painted" not in text:
        if time.monotonic() - began > 30 or not select.select([process.stderr], [], [], 30)[0]:
            end(process)
            sys.exit("the window was never painted: " + text.decode(errors="replace"))
        text += os.read(process.stderr.fileno(), 65536)
    return process, (time.monotonic() - began) * 1000


server = display()
try:
    times = []
    for _ in range(options.starts):
        process, took = start()
        times.append(took)
        end(process)
    print(f"start_to_paint_ms={statistics.median(times):.1f}")
    print(f"start_to_paint_min_ms={min(times):.1f} start_to_paint_max_ms={max(times):.1f}")
    process, _ = start()
    time.sleep(10)  # until the work of the start has finished
    _, _, before = figures(process.pid)
    time.sleep(options.seconds)
    rss, dirty, after = figures(process.pid)
    print(f"idle_rss_mib={rss:.1f}")
    print(f"idle_private_dirty_mib={dirty:.1f}")
    print(f"cpu_1hz_percent={(after - before) / options.seconds * 100:.2f}")
    end(process)
    peer = shutil.which("gnome-system-monitor")
    if peer:
        process = subprocess.Popen([peer, "-r"], env=environment, stderr=subprocess.DEVNULL)
        time.sleep(10)
        _, _, before = figures(process.pid)
        time.sleep(options.seconds)
        rss, dirty, after = figures(process.pid)
        print(f"gnome_system_monitor_rss_mib={rss:.1f}")
        print(f"gnome_system_monitor_private_dirty_mib={dirty:.1f}")
        print(f"gnome_system_monitor_cpu_percent={(after - before) / options.seconds * 100:.2f}")
        end(process)
    else:
        print("gnome_system_monitor=not_installed")
finally:
    end(server)

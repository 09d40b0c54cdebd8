#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The cost of the window: time from start to first paint, memory and processor time of the real program on a virtual
display, beside gnome-system-monitor and plasma-systemmonitor where they are installed: their time from start until
their window is mapped (what each draws then differs; ours is also given by that measure), memory and processor time.
Memory and processor time are of the program and its children: plasma's figures come from ksystemstats, which it starts
by D-Bus. Prints name=value lines; what is not installed is stated.
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


def mebibytes(pid, name):
    text = open(f"/proc/{pid}/smaps_rollup").read()
    return int(re.search(rf"^{name}:\s+(\d+)", text, re.M).group(1)) / 1024


def processor_seconds(pid):
    stat = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK")


def family(pid, helpers=()):
    """The process, its descendants, and the processes of those names in its D-Bus session."""
    parents, names = {}, {}
    for each in filter(str.isdigit, os.listdir("/proc")):
        try:
            name, rest = open(f"/proc/{each}/stat").read().split("(", 1)[1].rsplit(")", 1)
            parents[int(each)], names[int(each)] = int(rest.split()[1]), name
        except (FileNotFoundError, ProcessLookupError):
            continue
    def belongs(each):
        while each in parents:
            if each == pid:
                return True
            each = parents[each]
        return False
    def is_ours(each):
        try:
            return work.name.encode() in open(f"/proc/{each}/environ", "rb").read()
        except OSError:
            return False
    return [each for each in parents if belongs(each) or (names[each] in helpers and is_ours(each))]


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


def windows():
    """The mapped windows of the display that are larger than an icon."""
    tree = subprocess.run(["xwininfo", "-root", "-tree"], env=environment, capture_output=True, text=True).stdout
    sizes = {each: (int(width), int(height))
             for each, width, height in re.findall(r"(0x[0-9a-f]+) .*?(\d+)x(\d+)\+", tree)}
    large = [each for each, (width, height) in sizes.items() if width >= 300 and height >= 200]
    def is_mapped(each):
        state = subprocess.run(["xwininfo", "-id", each], env=environment, capture_output=True, text=True).stdout
        return "IsViewable" in state and "Root" not in state.split("\n")[1]
    return [each for each in large if is_mapped(each)]


def start_mapped(command):
    """Starts a program; returns its process and the milliseconds until it has a window."""
    began = time.monotonic()
    process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    while not [each for each in windows() if each not in root]:
        if time.monotonic() - began > 60 or process.poll() is not None:
            end(process)
            return None, None
        time.sleep(0.005)
    return process, (time.monotonic() - began) * 1000


def measure(name, process, helpers=()):
    """Prints memory and processor time of a program that was started just now."""
    time.sleep(10)  # until the work of the start has finished
    before = {pid: processor_seconds(pid) for pid in family(process.pid, helpers)}
    time.sleep(options.seconds)
    pids = family(process.pid, helpers)
    used = sum(processor_seconds(pid) - before.get(pid, 0) for pid in pids)
    for figure in "Rss", "Pss", "Private_Dirty":
        print(f"{name}_{figure.lower()}_mib={sum(mebibytes(pid, figure) for pid in pids):.1f}")
    print(f"{name}_cpu_percent={used / options.seconds * 100:.2f}")
    print(f"{name}_processes={len(pids)}", flush=True)


def measure_peer(name, command, helpers=()):
    if not shutil.which(command[0]):
        print(f"{name}=not_installed")
        return
    times = []
    for _ in range(options.starts):
        process, took = start_mapped(command)
        if not process:
            print(f"{name}=shows_no_window")
            return
        times.append(took)
        end(process)
    print(f"{name}_start_to_window_ms={statistics.median(times):.1f}")
    process, _ = start_mapped(command)
    measure(name, process, helpers)
    end(process)


server = display()
root = set(windows())
# A session bus of its own, so that what is started by D-Bus ends with it.
bus = shutil.which("dbus-daemon") and subprocess.Popen(
    ["dbus-daemon", "--session", "--nofork", "--print-address"], env=environment,
    stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
if bus:
    environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
try:
    times = []
    for _ in range(options.starts):
        process, took = start()
        times.append(took)
        end(process)
    print(f"start_to_paint_ms={statistics.median(times):.1f}")
    print(f"start_to_paint_min_ms={min(times):.1f} start_to_paint_max_ms={max(times):.1f}")
    # The names of tests/bench/RESULTS.md.
    process, _ = start()
    time.sleep(10)  # until the work of the start has finished
    before = processor_seconds(process.pid)
    time.sleep(options.seconds)
    print(f"idle_rss_mib={mebibytes(process.pid, 'Rss'):.1f}")
    print(f"idle_pss_mib={mebibytes(process.pid, 'Pss'):.1f}")
    print(f"idle_private_dirty_mib={mebibytes(process.pid, 'Private_Dirty'):.1f}")
    print(f"cpu_1hz_percent={(processor_seconds(process.pid) - before) / options.seconds * 100:.2f}", flush=True)
    end(process)
    if bus and shutil.which("xwininfo"):
        times = []
        for _ in range(options.starts):
            process, took = start_mapped([options.program])
            times.append(took)
            end(process)
        print(f"start_to_window_ms={statistics.median(times):.1f}")
        measure_peer("gnome_system_monitor", ["gnome-system-monitor", "-r"])
        # Its figures are from a server that the bus starts.
        measure_peer("plasma_systemmonitor", ["plasma-systemmonitor"], helpers=("ksystemstats",))
    else:
        print("peers=not_measured (xwininfo or dbus-daemon is not installed)")
finally:
    if bus:
        end(bus)
    end(server)

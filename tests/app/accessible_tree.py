#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks the accessible tree of the running window over AT-SPI, as a screen reader does: everything that can have the
focus has a name and a role, and the level, the cache and the chart can be read.

accessible_tree.py MANOMETER        needs dbus-run-session, xvfb-run and AT-SPI; exit code 77 if one of them is missing
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
LEVELS = {"NORMAL", "ELEVATED", "HIGH", "CRITICAL"}
PATIENCE = 60  # seconds until the window is complete, on a busy machine
LEAST_NAMED = 150


def skip(reason):
    print("skipped:", reason)
    sys.exit(77)


def in_session_of_its_own(program):
    """Runs this script again, on a virtual display and a message bus that end with it."""
    for tool in ("dbus-run-session", "xvfb-run"):
        if not shutil.which(tool):
            skip(tool + " is not installed")
    with tempfile.TemporaryDirectory() as home:
        os.chmod(home, 0o700)
        environment = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
        for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
            environment[name] = home
        environment.update(LC_ALL="C.UTF-8", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", GSETTINGS_BACKEND="memory")
        return subprocess.run(["xvfb-run", "--auto-servernum", "--server-args=-screen 0 1600x1000x24",
                               "dbus-run-session", "--", sys.executable, __file__, program, home],
                              env=environment, timeout=3 * PATIENCE).returncode


class Tree:
    def __init__(self, atspi, application):
        self.atspi = atspi
        self.nodes = []
        self.walk(application, "")

    def walk(self, node, path):
        states = node.get_state_set()
        name, role = node.get_name() or "", node.get_role_name()
        here = f"{path}/{role} '{name[:40]}'"
        self.nodes.append((here, role, name, node.get_description() or "", states))
        for index in range(node.get_child_count()):
            child = node.get_child_at_index(index)
            if child:
                self.walk(child, here)

    def showing(self):
        return [node for node in self.nodes if node[4].contains(self.atspi.StateType.SHOWING)]

    def focusable(self):
        return [node for node in self.showing() if node[4].contains(self.atspi.StateType.FOCUSABLE)]

    def description_of(self, name):
        return next((node[3] for node in self.showing() if node[2] == name), None)


def application_of(atspi, process):
    """The application on the bus that has this process id; None if there is none yet."""
    desktop = atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(index)
        if application and application.get_process_id() == process and application.get_child_count():
            return application
    return None


def problems_of(tree, atspi):
    problems = [f"no name: {path}" for path, role, name, _, _ in tree.focusable() if not name]
    problems += [f"no role: {path}" for path, role, _, _, _ in tree.focusable() if role in ("invalid", "unknown")]
    named = [node for node in tree.showing() if node[2]]
    if len(named) < LEAST_NAMED:
        problems.append(f"only {len(named)} nodes have a name")
    if tree.description_of("Applied level") not in LEVELS:
        problems.append(f"the level reads {tree.description_of('Applied level')!r}")
    for name, words in (("Memory in use", "of memory in use"), ("Hit ratio of the cache", "Cache"),
                        ("Effect of the last cut", ""), ("Chart of memory pressure", "")):
        description = tree.description_of(name)
        if description is None or words not in description:
            problems.append(f"{name!r} reads {description!r}")
    return problems


def check(program, home):
    try:
        import gi
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi
    except (ImportError, ValueError) as error:
        skip(f"AT-SPI's bindings for Python are not installed ({error})")
    launcher = next((path for path in LAUNCHERS if os.path.exists(path)), None)
    if not launcher:
        skip("at-spi-bus-launcher is not installed")
    started = [subprocess.Popen([launcher, "--launch-immediately"], stderr=subprocess.DEVNULL)]
    try:
        time.sleep(0.5)
        started.append(subprocess.Popen([program], stderr=subprocess.DEVNULL))
        Atspi.init()
        until = time.monotonic() + PATIENCE
        problems = ["the window is not on the accessibility bus"]
        # The first sample and the layout arrive later than the window.
        while problems and time.monotonic() < until:
            time.sleep(1)
            application = application_of(Atspi, started[1].pid)
            if application:
                tree = Tree(Atspi, application)
                problems = problems_of(tree, Atspi)
        for problem in problems:
            print(problem)
        if not problems:
            print(f"{len(tree.nodes)} nodes, {len(tree.showing())} showing, {len(tree.focusable())} focusable: all named")
        return 1 if problems else 0
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait()


if len(sys.argv) == 3:
    sys.exit(check(sys.argv[1], pathlib.Path(sys.argv[2])))
if len(sys.argv) != 2:
    sys.exit(__doc__)
sys.exit(in_session_of_its_own(sys.argv[1]))

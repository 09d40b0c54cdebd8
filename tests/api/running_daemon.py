# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs manometerd on a simulated machine of its own, and sends requests to its socket."""
import http.client
import json
import os
import pathlib
import socket
import subprocess
import tempfile
import time


class UnixConnection(http.client.HTTPConnection):
    def __init__(self, path):
        super().__init__("localhost", timeout=30)
        self.path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(30)
        self.sock.connect(self.path)


class RunningDaemon:
    """A context manager; ends the daemon by its process id."""

    def __init__(self, program, *options):
        self.folder = tempfile.TemporaryDirectory(prefix="manometer-")
        root = pathlib.Path(self.folder.name)
        self.root = root
        self.proc = root / "proc"
        (self.proc / "self").mkdir(parents=True)
        (self.proc / "self/statm").write_text("25600 12800 2000 5 0 7000 0\n")
        self.set_used(42)
        environment = dict(os.environ)
        for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"):
            (root / name).mkdir(mode=0o700)
            environment[name] = str(root / name)
        environment["LSAN_OPTIONS"] = "detect_leaks=0"
        self.door = root / "XDG_RUNTIME_DIR/manometer-rehearsal"
        self.log = open(root / "log", "w+")
        self.environment = environment
        self.command = [program, "--proc-root", str(self.proc), *options]
        self.start()

    def start(self):
        self.process = subprocess.Popen(self.command, env=self.environment, stdout=self.log, stderr=self.log)
        self.wait_for(lambda: self.instance()["pid"] == self.process.pid)
        self.wait_for(lambda: self.json("/api/memory/status")["timestamp"])

    def kill(self):
        self.process.kill()
        self.process.wait(30)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(30)
        self.log.close()
        self.folder.cleanup()

    def set_used(self, percent, total_kib=8192 * 1024):
        available = int(total_kib * (100 - percent) / 100)
        new = self.proc / "meminfo.new"
        new.write_text(f"MemTotal: {total_kib} kB\nMemFree: 1024 kB\nMemAvailable: {available} kB\n")
        new.rename(self.proc / "meminfo")

    def wait_for(self, condition, seconds=60):
        end = time.monotonic() + seconds
        while True:
            try:
                if condition():
                    return
            except (OSError, ValueError):
                pass
            if time.monotonic() > end or self.process.poll() is not None:
                self.log.seek(0)
                raise SystemExit("manometerd did not do what the test waits for:\n" + self.log.read())
            time.sleep(0.02)

    def instance(self):
        return json.loads((self.door / "instance.json").read_text())

    def ask(self, method, target, body=None, headers=None):
        connection = UnixConnection(str(self.door / "api.sock"))
        connection.request(method, target, body=body, headers=headers or {})
        response = connection.getresponse()
        text = response.read()
        connection.close()
        return response, text

    def json(self, target, method="GET", body=None, headers=None):
        return json.loads(self.ask(method, target, body, headers)[1])

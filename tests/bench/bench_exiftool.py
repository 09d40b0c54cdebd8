#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The exiftool drop-in beside the real one: a client that keeps it open (as PyExifTool does), single calls, misses, memory,
and, where node and its package are installed, exiftool-vendored. Prints name=value lines; each ratio is of one run.

bench_exiftool.py OURS MANOMETERD [--rounds=N] [--vendored=FOLDER]

--vendored: a folder with node_modules/exiftool-vendored (npm install exiftool-vendored@35.21.0).
"""
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

here = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(here.parent / "exiftool"), str(here.parent / "api")]
import corpus
from exiftool_runs import REAL, arguments_and_flags, environment, hits_of
from running_daemon import RunningDaemon

OPTIONS = ["-json"]
COMMON = ["-G", "-n"]


class Client:
    """Writes a command, reads until the answer's end: what PyExifTool does, without its parsing."""

    def __init__(self, program, env):
        self.process = subprocess.Popen([program, "-stay_open", "True", "-@", "-", "-common_args", *COMMON], env=env,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0)
        self.count = 0

    def ask(self, file):
        self.count += 1
        self.process.stdin.write(b"%b\n%b\n-echo4\n=${status}=post%d\n-execute%d\n" %
                                 ("\n".join(OPTIONS).encode(), file, self.count, self.count))
        for stream, end in ((self.process.stdout, b"{ready%d}\n"), (self.process.stderr, b"post%d\n")):
            answer = b""
            while not answer.endswith(end % self.count):
                piece = os.read(stream.fileno(), 65536)
                if not piece:
                    raise SystemExit("exiftool has ended")
                answer += piece

    def seconds(self, files):
        begin = time.perf_counter()
        for file in files:
            self.ask(file)
        return time.perf_counter() - begin

    def is_hit(self, file, daemon):
        before = hits_of(daemon)
        self.ask(file)
        return hits_of(daemon) > before

    def rss_mib(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0]) / 1024

    def end(self):
        self.process.stdin.write(b"-stay_open\nFalse\n")
        self.process.wait(20)


def one_shot_ms(program, env, file):
    begin = time.perf_counter()
    subprocess.run([program, "-j", file], env=env, stdout=subprocess.DEVNULL, check=False)
    return (time.perf_counter() - begin) * 1000


def vendored_files_per_second(folder, program, env, files):
    script = """
      const { ExifTool } = require("exiftool-vendored");
      const files = require("fs").readFileSync(0, "utf8").split("\\0").filter(Boolean);
      (async () => {
        const exiftool = new ExifTool({ exiftoolPath: process.argv[1], maxProcs: 1, taskTimeoutMillis: 60000 });
        await exiftool.version();
        for (const file of files) await exiftool.read(file).catch(() => 0);
        const begin = process.hrtime.bigint();
        for (const file of files) await exiftool.read(file).catch(() => 0);
        console.log(files.length / (Number(process.hrtime.bigint() - begin) / 1e9));
        await exiftool.end();
      })();"""
    run = subprocess.run(["node", "-e", script, program], env=env, cwd=folder, input=b"\0".join(files), capture_output=True, check=True)
    return float(run.stdout)


def report(name, values):
    print(f"{name}={statistics.median(values):.3f}", flush=True)


def main():
    programs, flags = arguments_and_flags(__doc__)
    ours, manometerd = map(os.path.abspath, programs)
    rounds = int(flags.get("rounds", 5))
    with tempfile.TemporaryDirectory(prefix="manometer-") as name, RunningDaemon(manometerd) as daemon:
        folder = pathlib.Path(name)
        corpus.make(folder / "corpus")
        files = [os.fsencode(path) for path in sorted((folder / "corpus").rglob("*"))
                 if path.is_file() and b"\n" not in os.fsencode(path) and path.stat().st_size > 0 and not path.name.startswith((" ", "#"))]
        env = environment(folder, daemon.door / "exiftool.sock")
        # Without those whose answers are not kept: names that are commands, files that cannot be read to their end.
        client = Client(ours, env)
        client.seconds(files)
        every, files = files, [file for file in files if client.is_hit(file, daemon)]
        client.end()
        print(f"files={len(files)}\nfiles_not_kept={len(every) - len(files)}")
        real = Client(REAL, env)
        real.seconds(files)  # its modules are loaded
        ratios, warm_us, real_ms, misses = [], [], [], []
        for _ in range(rounds):
            daemon.json("/api/cache/clear", "DELETE")
            client = Client(ours, env)
            client.seconds(files)  # so are those of its child
            daemon.json("/api/cache/clear", "DELETE")
            # In turns, so that what else runs on the machine costs both the same.
            pairs = [(client.seconds([file]), real.seconds([file])) for file in files]
            reader = sum(seconds for _, seconds in pairs)
            misses.append(sum(seconds for seconds, _ in pairs) / reader)
            client.end()
            client = Client(ours, env)
            client.ask(files[0])  # what it has to know of Perl was cleared, too
            warm = client.seconds(files)
            rss = client.rss_mib()
            children = pathlib.Path(f"/proc/{client.process.pid}/task/{client.process.pid}/children").read_text().split()
            client.end()
            ratios.append(reader / warm)
            warm_us.append(warm / len(files) * 1e6)
            real_ms.append(reader / len(files) * 1000)
        report("open_real_ms", real_ms)
        report("open_warm_us", warm_us)
        report("open_ratio", ratios)
        report("miss_ratio", misses)
        print(f"front_end_rss_mib={rss:.1f}\nfront_end_children={len(children)}")
        real.end()
        single = next(file for file in files if file.endswith(b".jpg"))
        one_shot_ms(ours, env, single)
        report("one_shot_real_ms", [one_shot_ms(REAL, env, single) for _ in range(15)])
        report("one_shot_warm_ms", [one_shot_ms(ours, env, single) for _ in range(50)])
        if "vendored" in flags:
            # It starts exiftool with an environment of its own.
            wrapper = folder / "exiftool"
            variables = " ".join(f"{name}={env[name]}" for name in ("MANOMETER_SOCKET", "MANOMETER_EXIFTOOL_REAL"))
            wrapper.write_text(f'#!/bin/sh\nexec env {variables} {ours} "$@"\n')
            wrapper.chmod(0o700)
            slow = [vendored_files_per_second(flags["vendored"], REAL, env, files) for _ in range(3)]
            fast = [vendored_files_per_second(flags["vendored"], str(wrapper), env, files) for _ in range(3)]
            report("vendored_real_files_per_second", slow)
            report("vendored_warm_files_per_second", fast)
            report("vendored_ratio", [b / a for a, b in zip(slow, fast)])


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs programs of others with exiftool and with its drop-in, and compares what they report. By hand: it needs npm's
registry.

third_party.py OURS MANOMETERD [--folder=FOLDER] [--only=NAME] [--kill-after=SECONDS]

exiftool-vendored 35.21.0 with its own compiled tests, node-exiftool 2.3.0, a client that speaks as PyExifTool does,
and, where they are installed (apt install mat2 ruby-mini-exiftool), mat2 and mini_exiftool. Each with the real
exiftool, then with the drop-in: manometerd absent, running (twice), and killed in the middle. A stand-in for OURS has
to run the exiftool that MANOMETER_EXIFTOOL_REAL names, since exiftool-vendored brings its own. --folder keeps what
npm installs for the next time.
"""
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time

import corpus
from exiftool_runs import Comparison, StayOpen, arguments_and_flags, no_process_is_left, without_order
import exiftool_runs
from running_daemon import RunningDaemon

PACKAGES = ["exiftool-vendored@35.21.0", "node-exiftool@2.3.0", "mocha@11", "chai@6", "chai-as-promised@8",
        "deep-eql@5", "globule",
            "@xmldom/xmldom", "progress", "tmp", "source-map-support", "geo-tz@8"]
SPECS = ["ReadTask", "ExifTool", "BinaryExtractionTask", "WriteTask", "Issue320", "Sidecars"]
# The tarball has no pictures: these names are asked for.
PICTURES = ["0epoch.jpg", "ExifTool.jpg", "bad-exif-ifd.jpg", "example.jpg", "img.jpg", "iptc.jpg",
        "issue320-no-gps.jpg", "issue320-with-gps.jpg", "nexus5x.jpg",
            "noexif.jpg", "oly.jpg", "quotes.jpg", "truncated.jpg", "with_faces.jpg", "with_thumb.jpg"]

NODE_EXIFTOOL = r"""
const { ExiftoolProcess } = require('node-exiftool');
(async () => {
    const [program, scratch, ...files] = process.argv.slice(2);
    const tool = new ExiftoolProcess(program);
    await tool.open();
    const result = {};
    for (const turn of [1, 2]) {
        for (const file of files) result[turn + ' ' + file] = await tool.readMetadata(file, ['n', '-FileAccessDate']);
    }
    result.group = await tool.readMetadata(files[0], ['g', 'struct']);
    result.missing = await tool.readMetadata('missing', ['n']);
    result.write = await tool.writeMetadata(scratch, { Comment: 'written', 'Keywords+': ['a', 'b'] }, ['overwrite_original']);
    result.written = await tool.readMetadata(scratch, ['Comment', 'Keywords']);
    result.several = await tool.readMetadata(files[0], ['FileName', 'FileType']);
    await tool.close();
    process.stdout.write(JSON.stringify(result), () => process.exit(0));
})().catch(error => { console.log(JSON.stringify({ error: String(error) })); process.exit(1); });
"""
VENDORED_READS = r"""
const { ExifTool } = require('exiftool-vendored');
(async () => {
    const [program, ...files] = process.argv.slice(2);
    const tool = new ExifTool({ exiftoolPath: program, maxProcs: 2, taskRetries: 0 });
    const result = {};
    for (const turn of [1, 2]) {
        for (const file of files) {
            try { result[turn + ' raw ' + file] = await tool.readRaw(file, ['-j', '-G', '-n', '--FileAccessDate']); } catch (e) { result[turn + ' raw ' + file] = String(e.message); }
            try { const tags = await tool.read(file); delete tags.FileAccessDate; result[turn + ' ' + file] = JSON.parse(JSON.stringify(tags)); } catch (e) { result[turn + ' ' + file] = String(e.message); }
        }
    }
    result.version = await tool.version();
    await tool.end();
    process.stdout.write(JSON.stringify(result), () => process.exit(0));
})().catch(error => { console.log(JSON.stringify({ error: String(error) })); process.exit(1); });
"""
MINI_EXIFTOOL = r"""
require 'mini_exiftool'
require 'json'
MiniExiftool.command = ARGV.shift.dup
result = { version: MiniExiftool.exiftool_version, tags: MiniExiftool.writable_tags.size }
2.times do |turn|
  ARGV.each do |file|
    [{}, { numerical: true }, { composite: false }, { fast: true }].each do |options|
      begin
        tags = MiniExiftool.new(file, **options).to_hash
        tags.delete('FileAccessDate')
        result["#{turn} #{file} #{options}"] = tags.map { |name, value| [name, value.to_s] }.sort
      rescue => error
        result["#{turn} #{file} #{options}"] = error.message
      end
    end
  end
end
puts JSON.generate(result)
"""


def digest(value):
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:16]


class ThirdParty:
    def __init__(self, ours, manometerd, flags, root):
        self.ours = ours
        self.manometerd = manometerd
        self.flags = flags
        self.root = pathlib.Path(root)
        self.modules = pathlib.Path(flags.get("folder") or self.root / "npm").resolve()
        self.comparison = Comparison(30)
        self.home = self.root / "home"
        self.home.mkdir()
        self.kill_after = float(flags.get("kill-after", 4))
        corpus_folder = self.root / "corpus"
        self.files = [path for path in corpus.make(corpus_folder)
                      if "/system/" not in path and "\n" not in path and os.path.isfile(path) and os.fsencode(path).isascii()]
        self.files = [path for path in self.files if "/names/" not in path][::3]
        self.pictures = {name: corpus_folder / source for name, source in {
            "noexif.jpg": "plain.jpg", "iptc.jpg": "iptc.jpg", "truncated.jpg": "cut-canon.jpg",
            "with_faces.jpg": "structure.jpg",
            "with_thumb.jpg": "thumbnail.jpg", "oly.jpg": "canon.jpg", "issue320-with-gps.jpg": "gps.jpg"}.items()}
        self.example = corpus_folder / "exif.jpg"

    def install(self):
        self.modules.mkdir(parents=True, exist_ok=True)
        if not (self.modules / "node_modules/mocha").exists():
            if not (self.modules / "package.json").exists():
                (self.modules / "package.json").write_text('{"private": true}\n')
            subprocess.run(["npm", "install", "--no-audit", "--no-fund", *PACKAGES], cwd=self.modules, check=True,
                    stdout=subprocess.DEVNULL)
        nested = self.modules / "node_modules/exiftool-vendored/node_modules/exiftool-vendored.pl/bin"
        folder = nested if nested.exists() else self.modules / "node_modules/exiftool-vendored.pl/bin"
        self.vendored = folder / "exiftool"
        self.vendored_real = folder / "exiftool.real"
        if not self.vendored_real.exists():
            shutil.copy2(self.vendored, self.vendored_real)
        test = self.modules / "node_modules/exiftool-vendored/test"
        test.mkdir(exist_ok=True)
        for name in PICTURES:
            source = self.pictures.get(name, self.example)
            shutil.copyfile(source if source.exists() else self.example, test / name)

    def place(self, path, real, program, door):
        """A program at the path that runs ours or the real one. Clients do not pass our environment on."""
        path.unlink(missing_ok=True)
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(f"#!/bin/sh\nexport PERL_HASH_SEED=0 PERL_PERTURB_KEYS=0 MANOMETER_TEST_MARK={exiftool_runs.MARK}\n"
                        f"export MANOMETER_EXIFTOOL_REAL='{real}' MANOMETER_SOCKET='{door or '/nonexistent'}'\n"
                        f"exec '{program or real}' \"$@\"\n")
        path.chmod(0o755)

    def output(self, command, folder=None, env=None):
        env = dict(env or os.environ) | {"HOME": str(self.home)}
        result = subprocess.run([str(word) for word in command], cwd=folder, env=env, capture_output=True, timeout=600,
                check=False)
        return result.stdout

    @staticmethod
    def digests(raw):
        try:
            return {name: digest(value) for name, value in json.loads(raw).items()}
        except ValueError:
            return {"output": raw[-2000:].decode("utf-8", "replace")}

    # The clients: each gets a way to place a program, and returns names and outcomes.

    def mocha(self, program, door):
        self.place(self.vendored, self.vendored_real, program, door)
        specs = [f"dist/{name}.spec.js" for name in SPECS]
        report = self.root / "mocha.json"
        report.unlink(missing_ok=True)
        self.output(["node", self.modules / "node_modules/mocha/bin/mocha.js", "--exit", "--timeout", "30000",
                "--reporter", "json", "--reporter-option",
                     f"output={report}", *specs], self.modules / "node_modules/exiftool-vendored")
        if not report.exists():
            return {}
        found = json.loads(report.read_text())
        result = {}
        for kind in ("passes", "failures", "pending"):
            for test in found[kind]:
                # Some titles name the temporary folder, or random numbers.
                title = re.sub(r"/tmp/\S+|\d+\.\d+", "...", test["fullTitle"])
                while title in result:
                    title += " again"
                result[title] = kind
        return result

    def vendored_reads(self, program, door):
        self.place(self.vendored, self.vendored_real, program, door)
        script = self.modules / "vendored-reads.js"
        script.write_text(VENDORED_READS)
        return self.digests(self.output(["node", script, self.vendored, *self.files], self.modules))

    def node_exiftool(self, program, door):
        path = self.root / "bin/exiftool"
        self.place(path, exiftool_runs.REAL, program, door)
        script = self.modules / "node-exiftool.js"
        script.write_text(NODE_EXIFTOOL)
        scratch = self.root / "scratch.jpg"
        shutil.copyfile(self.example, scratch)
        return self.digests(self.output(["node", script, path, scratch, *self.files], self.modules))

    def python_client(self, program, door):
        path = self.root / "bin/exiftool"
        self.place(path, exiftool_runs.REAL, program, door)
        process = StayOpen(path, dict(os.environ), self.root, ["-G", "-n"])
        result = {}
        for turn in range(3):
            for file in self.files:
                out, err, status = process.ask(["-j", file])
                result[f"{turn} {file}"] = digest([repr(without_order(out)), err.decode(), status])
        result["exit"] = process.leave()
        return result

    def mat2(self, program, door):
        path = self.root / "bin/exiftool"
        self.place(path, exiftool_runs.REAL, program, door)
        env = dict(os.environ) | {"PATH": f"{path.parent}:{os.environ['PATH']}"}
        result = {}
        chosen = [file for file in self.files if file.endswith((".jpg", ".png", ".gif", ".tif", ".pdf", ".mp4"))][::6]
        for turn in range(2):
            for file in chosen:
                text = self.output(["mat2", "--no-sandbox", "--show", file], self.root, env).decode("utf-8", "replace")
                result[f"{turn} {file}"] = digest(sorted(text.splitlines()))
        return result

    def mini_exiftool(self, program, door):
        path = self.root / "bin/exiftool"
        self.place(path, exiftool_runs.REAL, program, door)
        script = self.root / "mini.rb"
        script.write_text(MINI_EXIFTOOL)
        return self.digests(self.output(["ruby", script, path, *self.files[::4]], self.root))

    def compare(self, name, client):
        began = time.monotonic()
        corpus.settle(self.files, 0)
        real = client(None, None)
        real_seconds = time.monotonic() - began
        again = client(None, None)
        # What differs between two runs of the real one says nothing.
        steady = {case: outcome for case, outcome in real.items() if again.get(case) == outcome}
        print(f"{name}: {len(real)} results in {real_seconds:.1f} s, {len(real) - len(steady)} not steady, "
              f"{sum(outcome == 'passes' for outcome in real.values())} passes")
        for case in [case for case in real if case not in steady][:3]:
            print(f"    not steady: {case}: {real[case]}, {again.get(case, 'missing')}")
        if not steady:
            self.comparison.fail(name, "No result of the real one: " + repr(real)[:500])

        def run(where, door):
            started = time.monotonic()
            ours = client(self.ours, door)
            for case, outcome in steady.items():
                self.comparison.equal(f"{name}, {where}: {case}", (outcome, ), (ours.get(case, "missing"), ))
            no_process_is_left(self.comparison, f"{name}, {where}", 10)
            print(f"    {where}: {time.monotonic() - started:.1f} s")
            sys.stdout.flush()

        run("without manometerd", None)
        with RunningDaemon(self.manometerd) as daemon:
            door = daemon.door / "exiftool.sock"
            run("cold", door)
            run("warm", door)
            try:
                print("   ", json.dumps(daemon.json("/api/cache/stats")["exiftool"]))
            except (KeyError, ValueError):
                print("    no figures of exiftool in the statistics")
            killer = threading.Timer(min(self.kill_after, real_seconds / 4), daemon.kill)
            killer.start()
            run("manometerd is killed in the middle", door)
            killer.join()
            daemon.start()

    def all(self):
        self.install()
        clients = [("PyExifTool-like", self.python_client), ("node-exiftool", self.node_exiftool),
                ("exiftool-vendored, reads", self.vendored_reads),
                   ("exiftool-vendored, its tests", self.mocha)]
        if shutil.which("mat2"):
            clients.append(("mat2", self.mat2))
        if shutil.which("ruby") and subprocess.run(["ruby", "-e", "require 'mini_exiftool'"], capture_output=True,
                check=False).returncode == 0:
            clients.append(("mini_exiftool", self.mini_exiftool))
        for name, client in clients:
            if self.flags.get("only", "") in name:
                self.compare(name, client)
        self.comparison.finish("programs of others")


if __name__ == "__main__":
    plain, flags = arguments_and_flags(__doc__)
    if len(plain) != 2:
        raise SystemExit(__doc__)
    with tempfile.TemporaryDirectory(prefix="manometer-") as temporary:
        ThirdParty(os.path.abspath(plain[0]), os.path.abspath(plain[1]), flags, temporary).all()

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares answers of exiftool's drop-in with those of exiftool: stdout, stderr and status, byte for byte.

equal_answers.py OURS MANOMETERD [--quick] [--no-hits] [--corpus=FOLDER]

Each option set x each file, cold, warm, warm after a restart of manometerd, and in an environment that is empty but
for MANOMETER_* and Perl's hash seed. --no-hits: the drop-in is a stand-in that caches nothing.
"""
import os
import pathlib
import sys
import tempfile
import time

import corpus
from exiftool_runs import (REAL, Comparison, StayOpen, arguments_and_flags, environment, hits_of, no_process_is_left,
        one_shot, without_order)
from running_daemon import RunningDaemon

EXIFTOOL_VENDORED = ["-json", "-fast", "-api", "struct=1", "-use", "MWG", "-api", "keepUTCTime", "-*Duration*#",
        "-GPSAltitude#",
                     "-GPSLatitude#", "-GPSLongitude#", "-GPSPosition#", "-GeolocationPosition#", "-Orientation#",
                     "-all",
                     "FILE", "-ignoreMinorErrors"]
# Name, arguments with the word FILE, whether the drop-in is expected to cache the answers.
OPTION_SETS = [
    ("default JSON", ["-j", "FILE"], True),
    ("PyExifTool", ["-json", "-G", "-n", "FILE"], True),
    ("structures", ["-json", "-G1", "-struct", "-a", "-u", "FILE"], True),
    ("PhotoPrism", ["-n", "-m", "-api", "LargeFileSupport", "-j", "FILE"], True),
    ("Memories", ["FILE", "-api", "QuickTimeUTC=1", "-api", "LargeFileSupport=1", "-n", "-json"], True),
    ("digiKam", ["-json", "-G:0:1:2:4:6", "-n", "-l", "FILE", "-charset", "filename=UTF8", "-charset", "iptc=UTF8"],
    True),
    ("XML", ["-X", "FILE"], True),
    ("PHP", ["-php", "FILE"], False),
    ("no option", ["FILE"], True),
    ("short names with groups", ["-s", "-G", "FILE"], True),
    ("very short, tabs", ["-S", "-n", "-t", "FILE"], True),
    ("table of two tags", ["-T", "-FileType", "-ImageSize", "FILE"], True),
    ("thumbnail", ["-b", "-ThumbnailImage", "FILE"], True),
    ("two tags, one of them a number", ["-json", "-b", "-Comment", "-Orientation#", "FILE"], True),
    ("date format", ["-d", "%Y-%m", "-j", "FILE"], True),
    ("German", ["-lang", "de", "FILE"], True),
    ("CSV", ["-csv", "FILE"], False),
    # MWG changes later answers of the same process, so it comes last.
    ("exiftool-vendored", EXIFTOOL_VENDORED, True),
    ("default JSON after MWG", ["-j", "FILE"], True),
]
QUICK_SETS = ("default JSON", "PyExifTool", "digiKam", "no option", "thumbnail", "exiftool-vendored")
LEAST_HIT_RATIO = 0.8


def words_of(options, file):
    return [file if word == "FILE" else word for word in options]


class Run:
    def __init__(self, ours, manometerd, flags, root):
        self.flags = flags
        self.ours = ours
        self.manometerd = manometerd
        self.root = pathlib.Path(root)
        self.folder = self.root / "corpus"
        self.home = self.root / "home"
        self.home.mkdir()
        if "corpus" in flags:
            self.folder = pathlib.Path(flags["corpus"])
            self.files = sorted(os.path.join(at, name) for at, _, names in os.walk(self.folder) for name in names
                                if os.path.exists(os.path.join(at, name)))
            corpus.settle(self.files)
        else:
            self.files = corpus.make(self.folder)
            if "quick" not in flags:
                corpus.check(self.folder, self.files)
                corpus.settle(self.files)
        self.sets = OPTION_SETS
        if "quick" in flags:
            self.sets = [each for each in OPTION_SETS if each[0] in QUICK_SETS]
            names = [path for path in self.files if "/names/" in path]
            self.files = self.files[::6] + names[::3]
        # A new line within a name can be sent to a process kept open with #[CSTR] only.
        self.open_files = [path for path in self.files if "\n" not in path]
        # Relative names begin with a dash, a blank or a #: all of the odd ones.
        self.relative = sorted(os.path.relpath(path, self.folder / "names") for path in self.files if "/names/" in path)
        self.comparison = Comparison()
        self.real_answers = {}

    def commands(self):
        """All commands for processes that are kept open: key, working folder, arguments."""
        for name, options, _ in self.sets:
            for file in self.open_files:
                yield (name, file), words_of(options, file)

    def relative_commands(self):
        for file in self.relative:
            escaped = "#[CSTR]" + file.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace('"',
                    '\\"')
            for word in (escaped, file) if "\n" not in file else (escaped, ):
                yield ("relative", word), ["-json", "-G", "-n", word]

    def ask_all(self, program, environment, commands, folder=None):
        process = StayOpen(program, environment, folder or self.root)
        try:
            for key, words in commands:
                answer = process.ask(words)
                yield key, answer
                if answer[2] in ("timeout", "ended"):
                    process.end()
                    process = StayOpen(program, environment, folder or self.root)
        finally:
            process.leave()

    def real(self, which, env):
        answers = dict(self.ask_all(REAL, env, self.commands()))
        answers |= dict(self.ask_all(REAL, env, self.relative_commands(), self.folder / "names"))
        self.real_answers[which] = answers

    def equal(self, where, wanted, answer, words, env):
        """What the real one answers after other files may differ from what a new one answers: both are right."""
        if answer != wanted and without_order(wanted[0]) != without_order(answer[0]):
            wanted = one_shot(REAL, words, env, self.root)
        self.comparison.equal(where, wanted, answer)

    def compare(self, phase, which, env, daemon, warm):
        """One pass of ours over everything; with hits counted for each option set."""
        began = time.monotonic()
        wanted = self.real_answers[which]
        hits = {}
        last = None
        last_hits = before = self.hits(daemon)
        sets = {name: cacheable for name, _, cacheable in self.sets}
        words = dict(self.commands())
        for key, answer in self.ask_all(self.ours, env, self.commands()):
            self.equal(f"{phase}: {key[0]}: {key[1]}", wanted[key], answer, words[key], env)
            if key[0] != last:
                now = self.hits(daemon)
                if last is not None:
                    hits[last] = now - last_hits
                last, last_hits = key[0], now
        hits[last] = self.hits(daemon) - last_hits
        for key, answer in self.ask_all(self.ours, env, self.relative_commands(), self.folder / "names"):
            self.comparison.equal(f"{phase}: {key[0]}: {key[1]}", wanted[key], answer)
        print(f"{phase}: {time.monotonic() - began:.1f} s, {self.hits(daemon) - before} hits")
        if warm and "no-hits" not in self.flags:
            # The first command of a set is counted with the one before, so one hit may be missing.
            for name, count in hits.items():
                least = LEAST_HIT_RATIO * len(self.open_files) - 1
                if sets[name] and count < least:
                    self.comparison.fail(f"{phase}: {name}",
                            f"{count} hits of {len(self.open_files)} requests, at least {least:.0f} expected")
        sys.stdout.flush()

    def hits(self, daemon):
        return 0 if "no-hits" in self.flags else hits_of(daemon)

    def one_shots(self, phase, env):
        """A sample, each file with another option set, the odd names relative to their folder."""
        began = time.monotonic()
        step = 24 if "quick" in self.flags else 4
        for number, file in enumerate(self.files[::step]):
            name, options, _ = self.sets[number % len(self.sets)]
            words = words_of(options, file)
            self.comparison.equal(f"{phase}: one-shot: {name}: {file}", one_shot(REAL, words, env, self.root),
                                  one_shot(self.ours, words, env, self.root))
        for number, file in enumerate(self.relative):
            for words in (["-j", "-n", file], ["-j", "--", file])[number % 2 if "quick" in self.flags else 0:][:2]:
                self.comparison.equal(f"{phase}: one-shot, relative: {words}", one_shot(REAL, words, env,
                        self.folder / "names"),
                                      one_shot(self.ours, words, env, self.folder / "names"))
        print(f"{phase}: one-shots: {time.monotonic() - began:.1f} s")

    def all(self):
        with RunningDaemon(self.manometerd) as daemon:
            env = environment(self.home, daemon.door / "exiftool.sock")
            empty = environment(self.home, daemon.door / "exiftool.sock", empty=True)
            self.real("usual", env)
            self.compare("cold", "usual", env, daemon, False)
            self.compare("warm", "usual", env, daemon, True)
            if "quick" not in self.flags:
                self.one_shots("without manometerd", environment(self.home))
            self.one_shots("warm", env)
            daemon.ask("POST", "/api/cache/flush")
            daemon.process.terminate()
            daemon.process.wait(60)
            daemon.start()
            self.compare("warm after a restart", "usual", env, daemon, True)
            self.real("empty", empty)
            self.compare("empty environment, cold", "empty", empty, daemon, False)
            self.compare("empty environment, warm", "empty", empty, daemon, True)
            if "quick" not in self.flags:
                self.one_shots("empty environment", empty)
            # The real one again: what it answers must not have changed meanwhile.
            for key, words in list(self.commands())[::40]:
                for _, answer in self.ask_all(REAL, env, [(key, words)]):
                    if "MWG" not in key[0]:
                        self.comparison.equal(f"the real one again: {key}", self.real_answers["usual"][key], answer)
        no_process_is_left(self.comparison, "at the end")
        self.comparison.finish(f"equal answers, {len(self.sets)} option sets, {len(self.files)} files")


if __name__ == "__main__":
    plain, flags = arguments_and_flags(__doc__)
    if len(plain) != 2:
        raise SystemExit(__doc__)
    with tempfile.TemporaryDirectory(prefix="manometer-") as temporary:
        Run(os.path.abspath(plain[0]), os.path.abspath(plain[1]), flags, temporary).all()

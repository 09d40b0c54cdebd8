#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes files, the environment and exiftool itself under exiftool's drop-in: its answer is always the new one.

staleness.py OURS MANOMETERD [--quick] [--no-hits]

--quick: fewer option sets and environments. --no-hits: the drop-in is a stand-in that caches nothing.
"""
import os
import pathlib
import sys
import tempfile
import time

import corpus
from exiftool_runs import (REAL, Comparison, OpenProcess, StayOpen, arguments_and_flags, environment, hits_of,
        no_process_is_left, one_shot,
                           write_wrapper)
from running_daemon import RunningDaemon

OPTIONS = [["-json", "-G", "-n"], ["-b", "-Comment"], ["-s"], ["-j", "-Comment", "-FileSize"]]
ACCESS_DATE_OPTIONS = [
    ["-j"], ["-json", "-G", "-n"], [], ["-s"], ["-S"], ["-s3"], ["-X"], ["-php"], ["-t"], ["-l"], ["-l", "-j"], ["-D",
    "-j"], ["-lang", "de"],
    ["-T", "-FileAccessDate"], ["-b", "-FileAccessDate"], ["-s3", "-FileAccessDate"], ["-d", "%s", "-j"], ["-d",
    "%H:%M:%S", "-FileAccessDate"],
    ["-j", "-File*Date"], ["-j", "-FileAccessDate", "-Comment"], ["-j", "-Comment", "-FileAccessDate#"], ["-G1", "-a",
    "-struct", "-j"],
    ["-j", "-Comment"], ["-j", "-g1"], ["-h"], ["-args"], ["-csv"], ["-L"], ["-j", "-FileAccessDate<Comment"], ["-f",
    "-Nosuch", "-FileAccessDate"],
]


def image(comment):
    return corpus.jpeg(corpus.exif([(0x13b, 2, b"Ann\0")]) + corpus.segment(0xfe, comment))


class Staleness:
    def __init__(self, ours, flags, root, daemon):
        self.ours = ours
        self.flags = flags
        self.daemon = daemon
        self.root = pathlib.Path(root)
        self.folder = self.root / "files"
        self.folder.mkdir()
        self.home = self.root / "home"
        self.home.mkdir()
        self.env = environment(self.home, daemon.door / "exiftool.sock")
        self.comparison = Comparison()
        self.open_ours = StayOpen(ours, self.env, self.folder)
        self.open_real = StayOpen(REAL, self.env, self.folder)

    def hits(self):
        return 0 if "no-hits" in self.flags else hits_of(self.daemon)

    def write(self, path, comment):
        path.write_bytes(image(comment))
        os.utime(path, (corpus.PAST, corpus.PAST))

    def compare(self, where, path, with_one_shot=True):
        for options in OPTIONS:
            words = [*options, str(path)]
            real = self.open_real.ask(words)
            self.comparison.equal(f"{where}: {options}", real, self.open_ours.ask(words))
            if with_one_shot and ("quick" not in self.flags or options == OPTIONS[1]):
                ours = one_shot(self.ours, words, self.env, self.folder)
                self.comparison.equal(f"{where}: {options}, one-shot", real, ours)

    # How a file can change. Each gets the path of a file that ours has in its cache.

    def write_through(self, path):
        self.open_ours.ask(["-overwrite_original", "-Comment=written through", str(path)])

    def write_through_one_shot(self, path):
        one_shot(self.ours, ["-q", "-overwrite_original_in_place", "-P", "-Comment=written!!", str(path)], self.env)

    def write_beside(self, path):
        one_shot(REAL, ["-q", "-overwrite_original", "-P", "-Comment=B comment", str(path)], self.env)

    def edit_in_place(self, path):
        before = path.stat()
        with open(path, "r+b") as file:
            file.write(image(b"B comment"))
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        assert path.stat().st_size == before.st_size and path.stat().st_mtime_ns == before.st_mtime_ns

    def change_mode(self, path):
        path.chmod(0o640)

    def change_owner(self, path):
        if os.getuid() == 0:
            os.chown(path, 12345, 12345)

    def link(self, path):
        os.link(path, f"{path}.link")

    def rename_over(self, path):
        before = path.stat()
        new = pathlib.Path(f"{path}.new")
        new.write_bytes(image(b"B comment"))
        os.utime(new, ns=(before.st_atime_ns, before.st_mtime_ns))
        new.rename(path)

    def rename_old_file_over(self, path):
        """The new file is as old as the old one: nothing changed within the last seconds but its name."""
        pathlib.Path(f"{path}.other").rename(path)

    def delete(self, path):
        path.unlink()

    def delete_and_restore(self, path):
        before = path.stat()
        path.unlink()
        path.write_bytes(image(b"B comment"))
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    def truncate(self, path):
        os.truncate(path, 40)

    def append(self, path):
        with open(path, "ab") as file:
            file.write(b"more")

    def become_a_folder(self, path):
        path.unlink()
        path.mkdir()

    def become_a_symbolic_link(self, path):
        path.unlink()
        os.symlink("shared-b.jpg", path)

    def become_unreadable(self, path):
        path.chmod(0)

    def touch(self, path):
        os.utime(path, (corpus.PAST + 9, corpus.PAST + 9))

    def swap_symbolic_link(self, path):
        """The path is a link to shared-a.jpg."""
        os.symlink("shared-b.jpg", f"{path}.new")
        os.rename(f"{path}.new", path)

    def write_target(self, path):
        self.edit_in_place(path.resolve())

    def exchange_folders(self, path):
        path.parent.rename(f"{path.parent}.old")
        pathlib.Path(f"{path.parent}.other").rename(path.parent)

    def grow_extended_attribute(self, path):
        try:
            os.setxattr(path, "user.test", b"value")
        except OSError:
            pass

    def changes_of_a_file(self):
        plain = [self.write_through, self.write_through_one_shot, self.write_beside, self.edit_in_place,
                self.change_mode, self.change_owner, self.link,
                 self.rename_over, self.rename_old_file_over, self.delete, self.delete_and_restore, self.truncate,
                 self.append, self.become_a_folder,
                 self.become_a_symbolic_link, self.become_unreadable, self.touch, self.grow_extended_attribute]
        links = [self.swap_symbolic_link, self.write_target]
        scenes = []
        self.write(self.folder / "shared-a.jpg", b"A comment")
        self.write(self.folder / "shared-b.jpg", b"B comment")
        for change in plain:
            path = self.folder / f"{change.__name__}.jpg"
            self.write(path, b"A comment")
            scenes.append((change, path))
        self.write(self.folder / "rename_old_file_over.jpg.other", b"B comment")
        for change in links:
            path = self.folder / f"{change.__name__}.jpg"
            target = "shared-a.jpg"
            if change == self.write_target:
                target = "target.jpg"
                self.write(self.folder / target, b"A comment")
            os.symlink(target, path)
            scenes.append((change, path))
        for name, comment in (("pair", b"A comment"), ("pair.other", b"B comment")):
            (self.folder / name).mkdir()
            self.write(self.folder / name / "file.jpg", comment)
        scenes.append((self.exchange_folders, self.folder / "pair/file.jpg"))
        files = [path for path in self.folder.rglob("*") if path.is_file()]
        corpus.settle(files)

        for change, path in scenes:
            before = self.hits()
            self.compare(f"{change.__name__}, before it", path, False)
            self.compare(f"{change.__name__}, before it, warm", path, False)
            self.comparison.count += 1
            if "no-hits" not in self.flags and self.hits() < before + len(OPTIONS):
                self.comparison.fail(f"{change.__name__}: warm answers",
                        f"{self.hits() - before} hits, at least {len(OPTIONS)} expected")
            change(path)
            corpus.settle([path] if path.is_file() else [], 0)
            self.compare(f"{change.__name__}, after it", path)
        corpus.settle([path for _, path in scenes if path.is_file()])
        for turn in ("cold", "warm"):
            for change, path in scenes:
                self.compare(f"{change.__name__}, long after it, {turn}", path, False)

    def access_dates(self):
        """The first read moves the access time and nothing else: the second answer has the new time."""
        paths = []
        for number, options in enumerate(ACCESS_DATE_OPTIONS):
            path = self.folder / f"access {number}.jpg"
            comment = b'"FileAccessDate": "2023:01:01 00:00:00+00:00"\nFile Access Date/Time           : 2023:01:01 00:00:00+00:00'
            self.write(path, comment if number % 2 else b"A comment")
            paths.append((path, options))
        self.wait_for_age([path for path, _ in paths])
        for path, options in paths:
            words = [*options, str(path)]
            first = self.open_ours.ask(words)
            self.comparison.count += 1
            if options == ["-j"] and b'"FileAccessDate": "2021:03:0' not in first[0]:
                self.comparison.fail("The first answer has the access time before it", first[0])
            for turn in range(2):
                ours = self.open_ours.ask(words)
                self.comparison.equal(f"access time, {options}, answer {turn + 2}", self.open_real.ask(words), ours)

    @staticmethod
    def wait_for_age(paths):
        newest = max(path.stat().st_ctime for path in paths)
        while time.time() - newest < 2.2:
            time.sleep(0.05)

    def changes_of_a_moment_ago(self):
        """A file that changed within the same tick of the clock, with size and modification time restored."""
        path = self.folder / "racing.jpg"
        self.write(path, b"comment 000")
        for number in range(1, 150):
            comment = b"comment %03d" % number
            with open(path, "r+b") as file:
                file.write(image(comment))
            os.utime(path, (corpus.PAST, corpus.PAST))
            self.comparison.equal(f"changed a moment ago, {number}", (comment, b"", 0), self.open_ours.ask(["-b",
                    "-Comment", str(path)]))
            if number % 3 == 0:
                self.comparison.equal(f"asked again, {number}", (comment, b"", 0), self.open_ours.ask(["-b",
                        "-Comment", str(path)]))

    def a_change_while_it_is_read(self):
        wrapper = self.root / "slow/exiftool"
        pause = self.root / "pause"
        wrapper.parent.mkdir()
        pause.mkdir()
        write_wrapper(wrapper)
        env = environment(self.home, self.daemon.door / "exiftool.sock",
                real=str(wrapper)) | {"MANOMETER_TEST_PAUSE": str(pause)}
        changes = [self.edit_in_place, self.rename_over, self.write_beside]
        paths = [self.folder / f"{change.__name__} while read.jpg" for change in changes]
        for path in paths:
            self.write(path, b"A comment")
        corpus.settle(paths)
        program = self.ours if "no-hits" not in self.flags else str(wrapper)
        for change, path in zip(changes, paths):
            (pause / "wanted").touch()
            process = StayOpen(program, env, self.folder)
            process.send(b"-b\n-Comment\n" + os.fsencode(path) + b"\n-execute77\n")
            end = time.monotonic() + 30
            while not (pause / "has-read").exists() and time.monotonic() < end:
                process.pump(0.01)
            self.comparison.count += 1
            if not (pause / "has-read").exists():
                self.comparison.fail(f"{change.__name__} while it is read", "The file was not read.")
            change(path)
            (pause / "has-read").unlink(missing_ok=True)
            (pause / "wanted").unlink()
            process.wait_for(lambda: process.out.endswith(b"{ready77}\n"))
            process.out.clear()
            for turn in range(3):
                self.comparison.equal(f"{change.__name__} while it was read, answer {turn + 2}", (b"B comment", b"", 0),
                                      process.ask(["-b", "-Comment", str(path)]))
                if turn == 1:
                    corpus.settle([path])
            process.leave()

    def another_environment(self):
        path = self.folder / "environment.jpg"
        self.write(path, b"A comment")
        corpus.settle([path])
        config = '%Image::ExifTool::UserDefined = ("Image::ExifTool::Composite" => { Own => { Require => "Comment", ValueConv => q("own $val") }});\n1;\n'
        changed = self.root / "home with config"
        changed.mkdir()
        (changed / ".ExifTool_config").write_text(config)
        environments = {
            "usual": {}, "Tokyo": {"TZ": "Asia/Tokyo"}, "New York": {"TZ": "America/New_York"},
            "odd zone": {"TZ": "X+03:30"}, "empty zone": {"TZ": ""},
            "German": {"LC_ALL": "de_DE.UTF-8"}, "C": {"LC_ALL": "C"}, "time in C.UTF-8": {"LC_TIME": "C.UTF-8"},
            "config at home": {"HOME": str(changed)},
            "EXIFTOOL_HOME": {"EXIFTOOL_HOME": str(changed)}, "PERL5OPT": {"PERL5OPT": "-w"},
            "PERL5LIB": {"PERL5LIB": "/nonexistent"},
        }
        for turn in range(1 if "quick" in self.flags else 2):
            for name, more in list(environments.items())[::3 if "quick" in self.flags else 1]:
                env = self.env | more
                for words in (["-j", str(path)], ["-d", "%A %B %Z %z", "-FileModifyDate", str(path)], ["-j", "-Own",
                        "-FileModifyDate", str(path)]):
                    self.comparison.equal(f"environment {name}, {words[:-1]}, turn {turn}", one_shot(REAL, words, env),
                            one_shot(self.ours, words, env))
        # A configuration that appears, changes and disappears.
        words = ["-j", "-Own", str(path)]
        for text in (None, config, config.replace("own $val", "new $val"), "syntax error (", None):
            target = self.home / ".ExifTool_config"
            if text is None:
                target.unlink(missing_ok=True)
            else:
                target.write_text(text)
            for turn in range(2):
                self.comparison.equal(f"configuration {text!r}, turn {turn}", one_shot(REAL, words, self.env),
                        one_shot(self.ours, words, self.env))
        # One in the working folder, or named in the command line.
        for folder in (self.root, changed):
            self.comparison.equal(f"working folder {folder.name}", one_shot(REAL, words, self.env, folder),
                    one_shot(self.ours, words, self.env, folder))
        for words in (["-config", str(changed / ".ExifTool_config"), "-j", "-Own", str(path)], ["-config", "", "-j",
                "-Own", str(path)]):
            self.comparison.equal(f"{words[:2]}", one_shot(REAL, words, self.env), one_shot(self.ours, words, self.env))

    def another_exiftool(self):
        path = self.folder / "asked.jpg"
        other = {}
        for letter in "ab":
            other[letter] = self.folder / f"read-{letter}.jpg"
            self.write(other[letter], letter.encode() * 9)
        self.write(path, b"A comment")
        corpus.settle([path, *other.values()])
        wrapper = self.root / "replaced"
        env = environment(self.home, self.daemon.door / "exiftool.sock", real=str(wrapper))
        program = self.ours if "no-hits" not in self.flags else str(wrapper)
        write_wrapper(wrapper, other["a"])
        os.utime(wrapper, (corpus.PAST, corpus.PAST))
        before = wrapper.stat()
        words = ["-b", "-Comment", str(path)]
        for turn in range(2):
            self.comparison.equal(f"exiftool as it was, turn {turn}", (b"a" * 9, b"", 0), one_shot(program, words, env))
        for letter in "ba":
            write_wrapper(wrapper, other[letter])
            os.utime(wrapper, (corpus.PAST, corpus.PAST))
            assert wrapper.stat().st_size == before.st_size
            for turn in range(2):
                self.comparison.equal(f"exiftool replaced, turn {turn}", (letter.encode() * 9, b"", 0),
                        one_shot(program, words, env))

    def all(self):
        for part in (self.changes_of_a_file, self.access_dates, self.changes_of_a_moment_ago,
                self.a_change_while_it_is_read, self.another_environment,
                     self.another_exiftool):
            began = time.monotonic()
            part()
            print(f"{part.__name__}: {time.monotonic() - began:.1f} s")
            sys.stdout.flush()
        self.open_ours.leave()
        self.open_real.leave()
        no_process_is_left(self.comparison, "at the end")
        self.comparison.finish("staleness")


if __name__ == "__main__":
    plain, flags = arguments_and_flags(__doc__)
    if len(plain) != 2:
        raise SystemExit(__doc__)
    with tempfile.TemporaryDirectory(prefix="manometer-") as temporary, RunningDaemon(os.path.abspath(plain[1])) as daemon:
        Staleness(os.path.abspath(plain[0]), flags, temporary, daemon).all()

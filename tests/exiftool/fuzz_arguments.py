#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares exiftool with its drop-in for random argument lists and random scripts of -stay_open, in random pieces.

fuzz_arguments.py OURS [MANOMETERD] [--quick] [--seed=NUMBER] [--seconds=NUMBER] [--case=NUMBER]
    [--stand-in]

A case depends on the seed and its number only: --case runs one of them again and prints it. Each side works in the
same folder, which is made again after a case that changed it; the folder must be the same afterwards. Dates of today
are then compared without their time of day. Nothing is written outside the folder: no absolute output, no "..", no
-k, no "-" as a file.
"""
import os
import pathlib
import random
import re
import shutil
import sys
import tempfile
import time

import corpus
from exiftool_runs import (REAL, Comparison, OpenProcess, arguments_and_flags, environment, hits_of,
        no_process_is_left, one_shot)
from running_daemon import RunningDaemon

FILES = ["a.jpg", "b.png", "c.gif", "d.txt", "e.xmp", "f.pdf", "g.mp4", "empty.jpg", "zeros.jpg", "with blank.jpg",
        "-dash.jpg", "#hash.jpg",
         "Gr\u00f6\u00dfe.jpg", os.fsdecode(b"bad\xff.jpg"), "sub/h.jpg", "./a.jpg", "sub/../a.jpg", "sub//h.jpg",
         "link.jpg", "UPPER.JPG", "a=b.jpg", "pipe|"]
ODD_FILES = ["missing.jpg", "sub", "sub/", ".", "*.jpg", "missing/x", "a.jpg/", "", " ", "x" * 300, "dangling.jpg",
        "a.jpg\0b"]
FORMATS = ["-j", "-json", "-J", "-JSON", "-X", "-xmlFormat", "-php", "-s", "-S", "-s1", "-s2", "-s3", "-short",
        "-veryShort", "-t", "-T", "-tab", "-table", "-l",
           "-long", "-L", "-latin", "-csv", "-b", "-binary", "-args", "-argFormat", "-h", "-htmlFormat", "-s0", "-s4",
           "-S2", "-json+", "-j+=x", "-sort", "--sort"]
PLAIN = ["-n", "-a", "-u", "-U", "-m", "-q", "-q", "-e", "-E", "-ex", "-ec", "-f", "-z", "-zip", "-struct", "--struct",
        "-D", "-H", "-G", "-G1", "-G:1", "-G0:1:2",
         "-G:0:1:2:4:6", "-g", "-g1", "-g3:1", "-groupNames", "-groupHeadings1", "--G", "-fast", "-fast1", "-fast2",
         "-fast4", "-fast9", "-ee", "-ee2", "-ee3", "-scanForXMP",
         "-P", "-preserve", "-overwrite_original", "-overwrite_original_in_place", "-unknown", "-unknown2",
         "-duplicates", "--a", "--duplicates", "-printConv",
         "--printConv", "-escapeHTML", "-escapeXML", "-ignoreMinorErrors", "-quiet", "-composite", "--composite", "-x",
         "-v", "-v2", "-verbose1", "-progress", "-progress:%f",
         "-r", "-recurse", "-r.", "-i", "-ext", "-N", "-A", "-F", "-F2", "-fixBase", "-Q", "-M", "-ver", "-VER",
         "-version", "-list_dir", "-plot",
         "-validate", "-warning", "-error", "-y", "-1", "-?", "-execute", "-execute5", "-common_args", "-lang",
         "-charset", "-use", "-d", "-api", "-sep", "-listItem", "-c",
         "-password", "-delete_original", "-restore_original", "-"]
VALUED = {
    "-api": ["LargeFileSupport", "LargeFileSupport=1", "largefilesupport=0", "struct=1", "Struct=2",
    "StructFormat=JSON", "QuickTimeUTC", "QuickTimeUTC=1", "KeepUTCTime", "RequestTags=FileName",
             "RequestAll=1", "RequestAll=3", "ImageHashType=MD5", "Geolocation", "geolocation=1",
             "MissingTagValue=none", "LimitLongValues=20", "IgnoreTags=Comment", "NoMultiExif", "NoDups=1",
             "Filter=s/a/b/", "filter=", "TimeZone=Asia/Tokyo", "SystemTags=1", "Validate=1", "Unknown=2", "Nosuch=1",
             "=", "", "struct", "struct=", "Compact=1", "ByteUnit=Binary", "DateFormat=%Y", "Duplicates=1",
             "GlobalTimeShift=1:0:0 0:0:0", "Lang=de", "Charset=Latin", "ListSep=;", "FastScan=2", "HexTagIDs=1",
             "Verbose=1", "SavePath=1", "WindowsWideFile=1", "ExtractEmbedded=1", "struct^=1"],
    "-use": ["MWG", "mwg", "MWG.pm", "Nosuch", "\"MWG\""], "-d": ["%Y", "%Y-%m-%d", "%s", "%%", "", "x", "%"],
    "-dateFormat": ["%Y:%m"], "-c": ["%.6f", "%d %d %.2f", "%+.4f", "", "%s"], "-coordFormat": ["%.3f"],
    "-x": ["FileName", "EXIF:all", "all", "FileAccess*", "-j", "Comment#", ""], "-exclude": ["Comment"], "-sep": [", ",
    "", "|", "-n"], "-separator": [";"], "-listItem": ["0", "1", "-1", "x"],
    "-charset": ["UTF8", "Latin", "latin1", "filename=UTF8", "exif=latin", "iptc=UTF8", "id3=Latin", "nosuch",
    "filename=nosuch", "", "Cyrillic"], "-lang": ["de", "en", "xx", "fr", "DE", "zh_cn"],
    "-ext": ["jpg", "JPG", "png", "*", "+txt"], "--ext": ["jpg"], "-i": ["sub", "SYMLINKS", "HIDDEN"],
    "-ignore": ["sub"], "-if": ["1", "0", "$FileType eq 'JPEG'", "$Comment", "syntax ("], "-if2": ["$FileType"],
    "-p": ["$FileName", "$FileName $Comment", "$Nosuch", "${Comment;tr/a/b/}", "#[HEAD]x", "missing.fmt"],
    "-echo": ["text"], "-echo1": ["one", "-execute", "", "${status}"], "-echo2": ["two"], "-echo3": ["three ${status}",
    ""],
    "-echo4": ["${status}", "=${status}=post"], "-fileOrder": ["FileName", "-FileSize"], "-fileOrder4": ["FileName"],
    "-userParam": ["X=1", "Y"], "-globalTimeShift": ["1:0:0 0:0:0"], "-password": ["secret"],
    "-require": ["1", "99.9"], "-csvDelim": [";"], "-w": ["out", "%f.out", "%f_%e.txt"], "-w!": ["out"],
    "-o": ["out.jpg", "%f_new.%e"], "-tagsFromFile": ["a.jpg", "e.xmp", "missing"], "-@": ["some.args", "missing.args"],
    "-efile": ["errors"], "-srcfile": ["%f.xmp", "@"], "-stay_open": ["False", "0", "x"], "-config": ["missing.config",
    ""], "-geotag": ["missing.gpx"], "-wm": ["w", "cg"], "-nosuch": ["x"], "-echo9": ["x"],
}
TAGS = ["FileName", "FileType", "FileSize", "FileSize#", "Comment", "Artist", "Artist#", "Orientation", "Orientation#",
        "all", "All", "*", "all#", "ImageSize", "Duration", "*Duration*#", "GPS*", "*Date", "File*", "ThumbnailImage",
        "EXIF:all", "XMP:all", "IFD0:Orientation#", "XMP-dc:Subject", "System:all", "File:System:FileSize",
        "1EXIF:Artist", "Composite:all", "MWG:Keywords", "Nosuch", "No-such", "EXIF:*", "?rtist", "FileAccessDate",
        "FileAccessDate#",
        "FileModifyDate", "FilePermissions", "Directory", "SourceFile", "FilePath", "Now", "ExifToolVersion",
        "Warning", "Error", "Subject", "Title", "a b", "\u00fc", "%", "FileName<Comment", "Comment<FileName",
        "x" * 200, "Comment-=x", "-Comment",
        "-FileName", "-all", "-System:all", "-FileAccess*", "-Artist#", "File:all#", "ID-273:all", "ProcessingTime",
        "FileInodeChangeDate", "common", "Common", "ImageDataHash", "Time:all", "preview:all", "mimetype", "MIMEType"]
WRITES = ["-Comment=new", "-Comment=", "-Artist=\u00d6", "-Artist+=x", "-Comment-=text", "-Orientation#=3",
        "-Orientation=wrong", "-all=", "-XMP:all=", "-Title<FileName", "-Comment<=d.txt", "-FileName=moved.jpg",
        "-TestName=x.jpg", "-Nosuch=1",
          "-Comment =  spaced", "-FileModifyDate=2020:01:01 00:00:00+00:00", "-json=missing.json", "-csv=missing.csv",
          "-EXIF:Artist=a", "-Subject=one", "-Subject=two", "-Directory=sub", "-FilePermissions=644",
          "-HardLink=hard.jpg", "-CreateDate+=1", "-IPTC:Keywords+=k"]
TODAY = re.compile(rb"(\d{4}[:-]\d\d[:-]\d\d)[ T]\d\d:\d\d:\d\d|\b(\d{10})\b")
WRITING = re.compile(r"[<=>]|-w|-o\b|tagsfromfile|_original|-efile|-config", re.IGNORECASE)
# Tags that differ each time.
VOLATILE = re.compile(r"ProcessingTime|Now|NewGUID|RequestAll", re.IGNORECASE)


class Fuzz:
    def __init__(self, ours, flags, root, daemon):
        self.ours = ours
        self.flags = flags
        self.root = pathlib.Path(root)
        # What looks like a write has a folder of its own: the files of the other stay old enough to be cached.
        self.folders = [self.root / "files", self.root / "written"]
        self.folder = self.folders[0]
        self.home = self.root / "home"
        self.home.mkdir()
        self.daemon = daemon
        self.comparison = Comparison(most_in_another_order=0.3)
        self.env = environment(self.home, daemon and daemon.door / "exiftool.sock")
        self.kept = self.root / "kept"
        self.kept.mkdir()
        image = corpus.jpeg(corpus.exif([(0x10f, 2, b"Make\0"), (0x13b, 2, b"Ann\0"), (0x112, 3, 6), (0x132, 2,
                b"2020:01:02 03:04:05\0")]) + corpus.segment(
            0xfe, b"A comment, \"quoted\""))
        made = dict(corpus.made())
        contents = {"a.jpg": image, "b.png": made["international.png"], "c.gif": corpus.gif(b"text"),
                "d.txt": b"text\n", "e.xmp": made["plain.xmp"],
                    "f.pdf": corpus.pdf(), "g.mp4": corpus.movie(b"mp42"), "empty.jpg": b"", "zeros.jpg": b"\0" * 3000,
                    "sub/h.jpg": made["canon.jpg"],
                    "some.args": b"-j\n-FileName\n# comment\n\na.jpg\n"}
        (self.kept / "sub").mkdir()
        for name in FILES:
            if name not in ("link.jpg", "./a.jpg", "sub/../a.jpg", "sub//h.jpg"):
                contents.setdefault(name, image)
        for name, raw in contents.items():
            (self.kept / name).write_bytes(raw)
            os.utime(self.kept / name, (corpus.PAST, corpus.PAST))
        os.symlink("a.jpg", self.kept / "link.jpg")
        os.symlink("missing", self.kept / "dangling.jpg")
        for self.folder in self.folders:
            self.restore()

    def restore(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self.kept, self.folder, symlinks=True)
        for path in [self.folder / "sub", self.folder]:
            os.utime(path, (corpus.PAST, corpus.PAST))
        corpus.settle([path for path in sorted(self.folder.rglob("*")) if path.is_file()], 0)

    def state(self):
        """What a case may change; and what is compared after it."""
        found = []
        contents = []
        for path in sorted(self.folder.rglob("*")):
            status = path.lstat()
            found.append((str(path), status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns))
            if path.is_file() and not path.is_symlink():
                contents.append((str(path), status.st_mode, TODAY.sub(self.without_time, path.read_bytes())))
        return found, contents

    @staticmethod
    def without_time(match):
        if match[2]:  # seconds since 1970, which -v prints
            return b"now" if abs(int(match[2]) - time.time()) < 86400 else match[0]
        return match[1] if match[1].replace(b"-", b":") in (time.strftime("%Y:%m:%d").encode(),
                time.strftime("%Y:%m:%d", time.gmtime()).encode()) else match[0]

    def words(self, chance, script):
        """One random command."""
        result = []
        kind = chance.random()
        for _ in range(chance.choice((0, 1, 1, 1, 2))):
            result.append(chance.choice(FORMATS if chance.random() < 0.8 else ["-j"]))
        for _ in range(chance.choice((0, 0, 1, 1, 2, 4))):
            result.append(chance.choice(PLAIN))
        for _ in range(chance.choice((0, 0, 0, 1, 1, 2))):
            option = chance.choice([*VALUED, "-api", "-api", "-api", "-charset"])
            if chance.random() < 0.05:
                result.append(option)  # its value is missing, or what follows
            else:
                result += [option, chance.choice(VALUED[option])]
        for _ in range(chance.choice((0, 0, 1, 1, 2, 3))):
            result.append("-" + chance.choice(TAGS))
        if kind > 0.88:
            result += [chance.choice(WRITES) for _ in range(chance.choice((1, 1, 2)))]
        for _ in range(chance.choice((0, 1, 1, 1, 1, 1, 1, 1, 2, 3))):
            result.append(chance.choice(FILES if chance.random() < 0.85 else ODD_FILES))
        chance.shuffle(result) if chance.random() < 0.15 else None
        # The position of the file among the options varies; values stay behind their options.
        if result and chance.random() < 0.3:
            result.insert(0, result.pop())
        result = [self.spelling(chance, word) for word in result]
        if not script:
            result = [word.replace("\0", "") for word in result]
        # Would wait for standard input, or leave the folder.
        return [word for word in result if word not in ("-", "-k", "-K") and not re.match("-?-?stay_open$", word[1:],
                re.I)] \
            if not script else [word for word in result if word not in ("-", "-k") and "\n" not in word]

    @staticmethod
    def spelling(chance, word):
        if word.startswith("-") and chance.random() < 0.06:
            return chance.choice((word.upper(), word.lower(), word.swapcase(), "\u2212" + word[1:], "-" + word,
                    word + chance.choice(" #1x")))
        return word

    def script(self, chance):
        raw = b""
        common = chance.choice(([], [], ["-j"], ["-G", "-n"], ["-n", "-FileName"], ["-s", "-charset", "filename=UTF8"],
                ["-q"]))
        before = chance.choice(([], [], [], ["-j"], ["-echo2", "STAMP"], ["-api", "largefilesupport"], ["-ver"], ["-n",
                "-FileType"]))
        for number in range(chance.randrange(1, 9)):
            for word in self.words(chance, True):
                if word.lower() in ("--", "\u2212-") or word.lower().startswith("-stay_open"):
                    continue  # the process would wait for ever
                raw += chance.choice((b"", b"", b"", b"", b"", b"", b"  ", b"\t", b"#[CSTR]", b"\n",
                        b"# comment\n")) + os.fsencode(word) + chance.choice(
                    (b"\n", b"\n", b"\n", b"\n", b"\n", b"\n", b"\n", b"\r\n"))
            raw += chance.choice((b"-execute\n", b"-execute%d\n" % number, b"-execute%d\n" % number,
                    b"-echo4\n${status} post\n-execute%d\n" % number))
        # A value that is missing may swallow the end: twice.
        raw += b"-stay_open\nFalse\n" * 2
        argv = [*before, "-stay_open", chance.choice(("True", "1", "true")), "-@", "-", *(["-common_args",
                *common] if common else [])]
        return argv, raw

    def run_script(self, program, argv, raw, chance, merged):
        process = OpenProcess(program, argv, self.env, self.folder, merged)
        try:
            way = chance.choice((1, 3, 17, 60, 1 << 16))
            while raw:
                size = chance.randrange(1, way + 1)
                process.send(raw[:size])
                raw = raw[size:]
                process.pump(0)
            process.close_stdin()
            status = process.wait_for_end(15)
        finally:
            process.end()
        return bytes(process.out), bytes(process.err), status

    def one(self, seed, number, shown):
        chance = random.Random(f"{seed} {number}")
        if number % 3 == 0:
            argv, raw = self.script(chance)
            merged = chance.random() < 0.3
            pieces = chance.random()
            text = f"{argv} {raw!r}" + (" in one pipe" if merged else "")

            def run(program):
                return self.run_script(program, argv, raw, random.Random(pieces), merged)
        else:
            words = self.words(chance, False)
            merged = chance.random() < 0.2
            text = repr(words) + (" in one pipe" if merged else "")

            def run(program):
                return one_shot(program, words, self.env, self.folder, None, merged, 20)
        self.folder = self.folders[1 if WRITING.search(text) else 0]
        if shown:
            print(number, text)
        before = self.state()[0]
        real = run(REAL)
        found, contents = self.state()
        changed = found != before
        if real[2] == "timeout" and "case" not in self.flags:
            self.restore()
            return  # the real one waits for ever: there is nothing to compare
        if changed:
            self.restore()
        # The second time may be answered from the cache.
        for turn in range(1 if changed else 2):
            before = self.state()[0]
            ours = run(self.ours)
            after, ours_contents = self.state()
            left, right = real, ours
            if changed:
                left, right = (tuple(TODAY.sub(self.without_time, part) if isinstance(part,
                        bytes) else part for part in side) for side in (real, ours))
            where = f"--seed={seed} --case={number}, run {turn + 1}: {text}"
            if VOLATILE.search(text):
                left, right = (tuple(re.sub(rb"[0-9a-fA-F.]+", b"", part) if isinstance(part,
                        bytes) else part for part in side) for side in (left, right))
            self.comparison.equal(where, left, right)
            # What a time or a random number was written to differs, too.
            is_volatile = VOLATILE.search(text)
            if not is_volatile and (ours_contents != contents or (not changed and after != before)):
                self.comparison.fail(f"{where}: the folder differs afterwards", repr([pair for pair in zip(contents,
                        ours_contents) if pair[0] != pair[1]])[:800])
        if changed:
            self.restore()

    def all(self):
        # The everyday suite tests the same cases each time; who looks for new ones asks for more rounds.
        rounds = int(os.environ.get("MANOMETER_TEST_ROUNDS", 0))
        seconds = float(self.flags.get("seconds", rounds / 4 or (15 if "quick" in self.flags else 60)))
        chosen = 1 if "quick" in self.flags and not rounds else random.SystemRandom().randrange(2**32)
        seed = int(self.flags.get("seed", chosen))
        print("seed", seed)
        sys.stdout.flush()
        if "case" in self.flags:
            self.one(seed, int(self.flags["case"]), True)
        else:
            end = time.monotonic() + seconds
            number = 0
            while time.monotonic() < end:
                self.one(seed, number, "verbose" in self.flags)
                number += 1
                if number % 50 == 0:
                    no_process_is_left(self.comparison, f"--seed={seed}, until case {number}")
            print(number, "cases")
        no_process_is_left(self.comparison, "at the end")
        if self.daemon:
            print(hits_of(self.daemon), "answers came from the cache")
        self.comparison.finish("random arguments")


if __name__ == "__main__":
    plain, flags = arguments_and_flags(__doc__)
    with tempfile.TemporaryDirectory(prefix="manometer-") as temporary:
        if len(plain) > 1:
            with RunningDaemon(os.path.abspath(plain[1])) as daemon:
                Fuzz(os.path.abspath(plain[0]), flags, temporary, daemon).all()
        else:
            Fuzz(os.path.abspath(plain[0]), flags, temporary, None).all()

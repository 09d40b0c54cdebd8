#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares what exiftool and its drop-in answer after a command that may change later answers of the same process.

sticky_state.py OURS MANOMETERD [--quick] [--survey]

Each command runs between two rounds of reads in a process that is kept open; the second round is compared.
--quick: those that are known to change later answers, and every eighth of the others.
--survey: print instead for which commands the real exiftool's second round differs from its first.
"""
import os
import pathlib
import sys
import tempfile
import time

import corpus
from exiftool_runs import (REAL, Comparison, StayOpen, arguments_and_flags, environment, no_process_is_left,
                           without_order)
from running_daemon import RunningDaemon

FILES = ["canon.jpg", "nikon.jpg", "iptc.jpg", "structure.jpg", "gps.jpg", "unicode.jpg", "text.png", "plain.mp4",
         "unicode.pdf", "plain.gpx", "tags-plain.tif", "bad-iptc.jpg", "plain.vcf", "both.mp3", "latin1.html",
         "plain.mov", "utf16.txt", "offset.jpg"]
READS = [["-j"], ["-json", "-G1", "-struct", "-a", "-u", "-n"], ["-s", "-time:all"]]
API = ["TimeZone=Asia/Tokyo", "QuickTimeUTC=1", "KeepUTCTime=1", "LargeFileSupport=1", "Struct=1", "StructFormat=JSON",
       "RequestTags=MD5", "RequestAll=3", "ImageHashType=SHA256", "MissingTagValue=none", "LimitLongValues=9",
       "IgnoreTags=Comment", "NoMultiExif=1", "NoDups=1", "Filter=tr/a-z/A-Z/", "SystemTags=1", "Validate=1", "Compact=1",
       "ByteUnit=Binary", "DateFormat=%Y", "GlobalTimeShift=1:0:0 0:0:0", "Lang=de", "Charset=Latin", "CharsetIPTC=UTF8",
       "CharsetEXIF=Latin", "CharsetID3=UTF8", "CharsetFileName=UTF8", "ListSep=;", "FastScan=2", "HexTagIDs=1",
       "Verbose=1", "SavePath=1", "SaveFormat=1", "SaveIDs=1", "ExtractEmbedded=1", "UserParam=X=1", "Unknown=2",
       "Duplicates=1", "Composite=0", "PrintConv=0", "MakerNotes=1", "Escape=HTML", "CoordFormat=%.3f", "ScanForXMP=1",
       "StrictDate=1", "Password=x", "ListItem=0", "Binary=1", "IgnoreMinorErrors=1", "GeoMaxIntSecs=1", "TimeShift=1",
       "WindowsWideFile=1", "BlockExtract=1", "LimitLongValues=3", "XAttrTags=1", "NoPDFList=1", "QuickTimePad=1",
       "XMPAutoConv=0", "Sort=Tag", "DebugInfo=1", "AddEncoded=1", "HtmlDumpBase=1", "Nosuch=1"]
COMMANDS = [
    *[["-api", option, "-j", "FILE"] for option in API],
    *[["-api", option, "-ver"] for option in ("TimeZone=Asia/Tokyo", "Filter=s/a/b/", "Charset=Latin")],
    ["-use", "MWG", "-ver"], ["-use", "MWG", "-j", "FILE"], ["-j", "-MWG:all", "FILE"], ["-MWG:Keywords", "FILE"],
    ["--MWG:Keywords", "-j", "FILE"], ["-p", "$MWG:Keywords", "FILE"], ["-if", "$MWG:Keywords", "FILE"],
    ["-lang", "de", "FILE"], ["-lang", "ja", "-j", "FILE"], ["-charset", "Latin", "FILE"], ["-charset", "exif=UTF8", "FILE"],
    ["-charset", "iptc=UTF8", "-j", "FILE"], ["-charset", "filename=Latin", "-j", "FILE"], ["-L", "FILE"],
    ["-d", "%Y", "-j", "FILE"], ["-c", "%.3f", "-j", "FILE"], ["-sep", ";", "-j", "FILE"], ["-x", "Comment", "FILE"],
    ["-fast4", "-j", "FILE"], ["-ee3", "-j", "FILE"], ["-U", "-j", "FILE"], ["-u", "-a", "FILE"], ["-e", "-j", "FILE"],
    ["-ec", "-j", "FILE"], ["-ex", "-j", "FILE"], ["-E", "-j", "FILE"], ["-f", "-Nosuch", "FILE"], ["-b", "-j", "FILE"],
    ["-z", "-j", "FILE"], ["-scanForXMP", "-j", "FILE"], ["-X", "FILE"], ["-php", "FILE"], ["-csv", "FILE"],
    ["-T", "-FileName", "FILE"], ["-v3", "FILE"], ["-v", "-ver"], ["-htmlDump", "FILE"], ["-validate", "FILE"],
    ["-listx", "-EXIF:all"], ["-list", "-EXIF:all"], ["-listw"], ["-listf"], ["-listd"], ["-listg1"],
    ["-p", "$FileName ${Comment;s/a/b/}", "FILE"], ["-if", "$FileType eq 'JPEG'", "-j", "FILE"], ["-if2", "1", "FILE"],
    ["-userParam", "X=1", "-j", "FILE"], ["-password", "x", "FILE"], ["-globalTimeShift", "1:0:0 0:0:0", "-j", "FILE"],
    ["-geotag", "plain.gpx", "-o", "geotagged.jpg", "FILE"], ["-Comment=x", "-o", "out.jpg", "FILE"],
    ["-Comment=x", "missing"], ["-Nosuch=x", "FILE"], ["-tagsFromFile", "iptc.jpg", "-o", "copied.jpg", "FILE"],
    ["-all=", "-o", "stripped.jpg", "FILE"], ["-j", "missing"], ["-y", "FILE"], ["-q", "-q", "-j", "FILE"],
    ["-struct", "-j", "FILE"], ["--struct", "-j", "FILE"], ["-listItem", "0", "-j", "FILE"], ["-D", "FILE"],
    ["-H", "-j", "FILE"], ["-sort", "FILE"], ["-m", "-j", "FILE"], ["-r", "names"], ["-fileOrder", "FileName", "names"],
    ["-config", "missing", "-ver"], ["-w", "%f.answer", "FILE"], ["-progress", "FILE"], ["-efile", "errors", "missing"],
    ["-j", "-FileAccessDate", "FILE"], ["-j", "-Now", "FILE"], ["-j", "-common", "FILE"], ["-args", "FILE"], ["-h", "FILE"],
    ["-ext", "jpg", "FILE"], ["-i", "SYMLINKS", "FILE"], ["-wm", "w", "-j", "FILE"], ["-fixBase", "-j", "FILE"],
    ["-require", "1", "-j", "FILE"], ["-preserve", "-j", "FILE"], ["-execute"], ["-ImageDataMD5", "-j", "FILE"],
]


class StickyState:
    def __init__(self, ours, flags, root, daemon):
        self.ours = ours
        self.flags = flags
        self.folder = pathlib.Path(root) / "files"
        home = pathlib.Path(root) / "home"
        home.mkdir()
        corpus.make(self.folder)
        self.kept = {path.name for path in self.folder.iterdir()}
        self.env = environment(home, daemon.door / "exiftool.sock")
        self.files = [name for name in FILES if (self.folder / name).exists()]
        self.comparison = Comparison(most_in_another_order=0.5)

    def clean(self):
        for path in list(self.folder.iterdir()):
            if path.name not in self.kept:
                path.unlink()

    def reads(self, process):
        return {(*options, file): process.ask([*options, file]) for options in READS for file in self.files}

    def round(self, program, command):
        """The answers before and after the command, and its own."""
        process = StayOpen(program, self.env, self.folder)
        try:
            # Before the first round all modules are loaded, since they change the order of Composite tags.
            self.reads(process)
            before = self.reads(process)
            between = process.ask([self.files[0] if word == "FILE" else word for word in command])
            self.clean()
            return before, between, self.reads(process)
        finally:
            process.leave()

    def all(self):
        for number, command in enumerate(COMMANDS):
            if "quick" in self.flags and number % 8 and not any("MWG" in word or "Zone" in word for word in command):
                continue
            real = self.round(REAL, command)
            if "survey" in self.flags:
                bytes_differ = sum(real[0][key] != real[2][key] for key in real[0])
                content = [key for key in real[0] if real[0][key][1:] != real[2][key][1:]
                           or without_order(real[0][key][0]) != without_order(real[2][key][0])]
                if bytes_differ:
                    print(f"{' '.join(command)}: {bytes_differ} of {len(real[0])} answers differ, {len(content)} not by "
                          f"order alone{': ' + ' '.join(content[0]) if content else ''}")
                    sys.stdout.flush()
                continue
            ours = self.round(self.ours, command)
            for key in real[0]:
                self.comparison.equal(f"before {command}: {key}", real[0][key], ours[0][key])
                self.comparison.equal(f"after {command}: {key}", real[2][key], ours[2][key])
        no_process_is_left(self.comparison, "at the end")
        if "survey" not in self.flags:
            self.comparison.finish(f"sticky state, {len(COMMANDS)} commands between reads")


if __name__ == "__main__":
    plain, flags = arguments_and_flags(__doc__)
    if len(plain) != 2:
        raise SystemExit(__doc__)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="manometer-") as temporary:
        with RunningDaemon(os.path.abspath(plain[1])) as daemon:
            StickyState(os.path.abspath(plain[0]), flags, temporary, daemon).all()
    print(f"{time.monotonic() - began:.1f} s")

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the protocol of -stay_open and -@ between exiftool and its drop-in, byte for byte.

protocol.py OURS [MANOMETERD] [--quick] [--only=TEXT] [--stand-in]

Each script runs with exiftool once, and with the drop-in without a daemon; if MANOMETERD is given, also twice with
one: the first time written one byte at a time, the second time in random pieces. --quick: every third script.
--stand-in: do not demand that the drop-in ends when its input is closed, which the real exiftool does not.
"""
import os
import pathlib
import random
import sys
import tempfile
import time

import corpus
from exiftool_runs import (REAL, Comparison, OpenProcess, arguments_and_flags, environment, no_process_is_left,
        one_shot)
from running_daemon import RunningDaemon

STAY_OPEN = ["-stay_open", "True", "-@", "-"]
FALSE = b"-stay_open\nFalse\n"


def lines(*words):
    return b"".join(os.fsencode(word) + b"\n" for word in words)


class Wait:
    """A step: wait until stdout ends so."""

    def __init__(self, text):
        self.text = text.encode()


class Case:
    def __init__(self, name, *steps, argv=STAY_OPEN, merged=False, pipe_closed=False, uncut=False):
        self.name = name
        self.steps = [step.encode() if isinstance(step, str) else step for step in steps]
        self.argv = argv
        self.merged = merged
        self.pipe_closed = pipe_closed  # the script does not end the process
        self.uncut = uncut  # the pieces in which it is written are what is tested


def cases():
    read = lines("-j", "-n", "a.jpg")
    tags = ("-j", "-FileName", "-Artist", "-Comment")
    yield Case("one read without a number", read + lines("-execute"), Wait("{ready}\n"), FALSE)
    yield Case("a number", read + lines("-execute1"), Wait("{ready1}\n"), FALSE)
    yield Case("a long number with leading zeros", read + lines("-execute00012345678901234567890"), FALSE)
    yield Case("-EXECUTE in capitals", lines("-J", "a.jpg", "-EXECUTE7") + FALSE)
    yield Case("-execute with letters", read + lines("-executeA", "-execute2") + FALSE)
    yield Case("-q without a number", lines("-q", "-j", "a.jpg", "-execute", "-ver", "-execute2") + FALSE)
    yield Case("-q with a number", lines("-q", "-q", "-j", "a.jpg", "-execute3") + FALSE)
    yield Case("-q does not last", lines("-q", "-j", "a.jpg", "-execute", "-j", "b.png", "-execute", "missing",
            "-execute") + FALSE)
    yield Case("echo 1 to 4", lines(*tags, "-echo1", "one", "-echo2", "two", "-echo3", "three ${status}", "-echo4",
            "four ${status}", "a.jpg",
                                    "-execute4") + FALSE)
    yield Case("echo 1 to 4 in one pipe", lines(*tags, "-echo", "one", "-echo2", "two", "-echo3", "three", "-echo4",
            "=${STATUS}=", "a.jpg",
                                                "-execute5"), Wait("{ready5}\n"), FALSE, merged=True)
    yield Case("several echoes of one kind", lines("-echo3", "a", "-echo3", "b${status}${status}", "-echo4", "c",
            "-echo4", "", "-echo4", "d",
                                                   "-ver", "-execute") + FALSE)
    yield Case("an echo whose value is -execute", lines("-echo3", "-execute", "-ver", "-execute9") + FALSE)
    yield Case("an echo of a bare command", lines("-echo1", "only", "-echo3", "three", "-execute1", "-ver",
            "-execute2") + FALSE)
    yield Case("status after a failure", lines("missing.jpg", "-echo4", "${status}", "-execute1", *tags, "a.jpg",
            "-echo4", "${status}",
                                               "-execute2") + FALSE)
    yield Case("status at the end", lines("missing.jpg", "-execute1", "-ver", "-execute2") + FALSE)
    yield Case("a missing file", lines("-j", "missing.jpg", "-execute") + FALSE)
    yield Case("a missing file in one pipe", lines("-j", "missing.jpg", "-execute1", *tags, "a.jpg", "-execute2"),
            Wait("{ready2}\n"), FALSE,
               merged=True)
    yield Case("a missing and an existing file in one pipe", lines(*tags, "missing.jpg", "a.jpg", "-execute1", *tags,
            "a.jpg", "missing.jpg",
                                                                   "-execute2") + FALSE, merged=True)
    yield Case("a warning and an answer in one pipe", lines("-nosuchoption", "-j", "-FileName", "a.jpg", "-execute1",
            "-k#:", "a.jpg",
                                                            "-execute2", "-Bad Tag", "-j", "a.jpg",
                                                            "-execute3") + FALSE, merged=True)
    yield Case("many commands in one pipe", b"".join(lines(*tags, name, f"-execute{number}") for number,
            name in enumerate(
        ["a.jpg", "missing", "b.png", "sub", "a.jpg", "empty.jpg", "zeros.jpg"] * 4)) + FALSE, merged=True)
    yield Case("a directory", lines("-j", "sub", "-execute1", "sub", "-FileName", "-execute2", "sub/", "-T",
            "-FileName", "-execute3") + FALSE)
    yield Case("an unreadable file", lines("-j", "unreadable.jpg", "-execute", "unreadable.jpg", "-execute") + FALSE)
    yield Case("an empty file and zeros", lines("-j", "empty.jpg", "-execute", "zeros.jpg", "-execute1", "-json",
            "zeros.jpg", "-execute") + FALSE)
    yield Case("text as a file", lines("-j", "text.txt", "-execute", "text.unknown", "-execute", "-b", "-j",
            "text.unknown", "-execute") + FALSE)
    yield Case("two files", lines("-j", "a.jpg", "b.png", "-execute1", "a.jpg", "b.png", "-FileName",
            "-execute2") + FALSE)
    yield Case("one file twice", lines("-j", "a.jpg", "a.jpg", "-execute1") + FALSE)
    yield Case("-ver", lines("-ver", "-execute", "-ver", "-execute1", "-VER", "-execute2", "-ver", "a.jpg",
            "-FileName", "-execute3") + FALSE)
    yield Case("-ver with options", lines("-ver", "-q", "-execute", "-ver", "-j", "-execute", "-v", "-ver",
            "-execute5") + FALSE)
    yield Case("-stay_open False at once", FALSE)
    yield Case("-stay_open 0", lines("-stay_open", "0"))
    yield Case("-stay_open fAlSe", read + lines("-execute", "-STAY_OPEN", "fAlSe"))
    yield Case("-stay_open False without -execute runs the pending arguments", lines(*tags, "a.jpg") + FALSE)
    yield Case("pending arguments with an echo", lines(*tags, "a.jpg", "-echo3", "three", "-echo4", "four") + FALSE)
    yield Case("-stay_open False, then -execute", read + FALSE + lines("-execute"))
    yield Case("-stay_open False, then more", FALSE + read + lines("-execute"))
    yield Case("-stay_open with a wrong value", lines("-stay_open", "perhaps", "-ver", "-execute1") + FALSE)
    yield Case("-stay_open True again", lines("-stay_open", "True", "-ver", "-execute1") + FALSE)
    yield Case("-stay_open True again with the same file", lines("-stay_open", "True", "-@", "-", "-ver",
            "-execute1") + FALSE, pipe_closed=True)
    yield Case("-stay_open moves to a file that ends it", lines("-stay_open", "True", "-@", "closing.args"), )
    yield Case("-stay_open True behind a file", lines("a.jpg", "-FileName", "-stay_open", "1", "-execute3") + FALSE)
    yield Case("-@ inside", lines("-@", "some.args", "-execute1", "a.jpg", "-@", "some.args", "-execute2") + FALSE)
    yield Case("-@ inside, missing", lines("-@", "missing.args", "-execute1", "-ver", "-execute2") + FALSE)
    yield Case("-@ inside with -execute", lines("-@", "executing.args", "-execute1", "-ver", "-execute2") + FALSE)
    yield Case("arguments pending when the pipe closes", lines("-ver", "-execute1") + read, pipe_closed=True)
    yield Case("a line without its end when the pipe closes", lines("-ver", "-execute1", "-ver") + b"-execute2",
            pipe_closed=True)
    yield Case("nothing, and the pipe closes", b"", pipe_closed=True)
    yield Case("the pipe closes after a command", read + lines("-execute1"), Wait("{ready1}\n"), pipe_closed=True)
    yield Case("the pipe closes before the answer", read + lines("-execute1"), pipe_closed=True)
    yield Case("comments", lines("# a comment", "-j", "#-execute", "  # not a comment", "-FileName", "a.jpg", "#",
            "-execute1") + FALSE)
    yield Case("C strings", lines("#[CSTR]-j", "#[CSTR]-FileName", "#[CSTR]a.jpg", "#[CSTR]-execute1", "-echo1",
            "#[CSTR]a\\tb\\n\\\"c\\\\ $d @e \\x \\",
                                  "-ver", "-execute2", "#[CSTR]", "#[cstr]-ver", "#[CSTR]  -ver", "-execute3") + FALSE)
    yield Case("C string of a file", lines("-j", "#[CSTR]with blank.jpg", "-execute1", "-j", "#[CSTR] leading.jpg",
            "-execute2", "-j",
                                           "#[CSTR]new\\nline.jpg", "-execute3") + FALSE)
    yield Case("leading blanks", b"  -j\n\t-FileName\n \t a.jpg\n   -execute1\n" + FALSE)
    yield Case("trailing blanks",
            b"-j \n-FileName\na.jpg\n-execute1\n-j\n-FileName \na.jpg \n-execute2 \n-execute3\n" + FALSE)
    yield Case("blank lines", b"\n\n-j\n\n   \n-FileName\na.jpg\n\n-execute1\n\n\n" + FALSE)
    yield Case("a blank line as an option's value",
            b"-echo1\n\n-ver\n-execute1\n-d\n\n%Y\n-j\n-FileModifyDate\na.jpg\n-execute2\n" + FALSE)
    yield Case("CRLF", (read + lines("-execute1", "-ver", "-execute2") + FALSE).replace(b"\n", b"\r\n"))
    yield Case("CR alone", b"-ver\r-execute1\n-ver\n-execute2\r\r\n" + FALSE)
    yield Case("a NUL byte", b"-j\n-FileName\na.jpg\0b\n-execute1\n-ver\n-execute2\n" + FALSE)
    yield Case("blanks around =", lines("-Comment = ", "-execute1", "-j -n", "a.jpg", "-execute2") + FALSE)
    yield Case("common arguments", lines("-FileName", "a.jpg", "-execute1", "-Artist", "b.png", "-execute2") + FALSE,
               argv=[*STAY_OPEN, "-common_args", "-j", "-G", "-n"])
    yield Case("common arguments with tags", lines("a.jpg", "-execute1", "-FileType", "b.png", "-execute2",
            "-execute3", "-ver", "-execute4") + FALSE,
               argv=[*STAY_OPEN, "-common_args", "-s", "-FileName", "-Artist#"])
    yield Case("common arguments with a file", lines("-FileName", "-execute1", "-FileType", "b.png",
            "-execute2") + FALSE,
               argv=[*STAY_OPEN, "-common_args", "-j", "a.jpg"])
    yield Case("common arguments with an echo", lines("-FileName", "a.jpg", "-execute1") + FALSE,
               argv=[*STAY_OPEN, "-common_args", "-j", "-echo3", "three", "-echo4", "four ${status}"])
    yield Case("common arguments with -q", lines("-FileName", "a.jpg", "-execute", "-j", "missing", "-execute",
            "a.jpg", "-execute2") + FALSE,
               argv=[*STAY_OPEN, "-common_args", "-q"])
    yield Case("no common argument", lines("-FileName", "a.jpg", "-execute1") + FALSE, argv=[*STAY_OPEN,
            "-common_args"])
    yield Case("common arguments first", lines("-FileName", "a.jpg", "-execute1") + FALSE, argv=["-common_args", "-j",
            *STAY_OPEN], pipe_closed=True)
    yield Case("common arguments within the pipe", lines("-ver", "-common_args", "-j", "-execute1", "-ver",
            "-execute2") + FALSE)
    yield Case("osxphotos", lines("-json", "a.jpg", "-execute1"), Wait("{ready1}\n"), lines("-ver", "-execute"),
            Wait("{ready}\n"),
               lines("-json", "a.jpg", "-execute2") + FALSE, merged=True,
               argv=["-stay_open", "True", "-api", "largefilesupport=1", "-@", "-", "-common_args", "-n", "-P", "-G",
               "-E"])
    yield Case("options before -@ belong to the first command", lines("-FileName", "a.jpg", "-execute1", "-FileName",
            "a.jpg", "-execute2") + FALSE,
               argv=["-j", "-n", *STAY_OPEN])
    yield Case("a file before -@", lines("-FileName", "-execute1", "-FileName", "a.jpg", "-execute2") + FALSE,
            argv=["a.jpg", *STAY_OPEN])
    yield Case("options behind -@ -", lines("-FileName", "a.jpg", "-execute1") + FALSE, argv=[*STAY_OPEN, "-j",
            "b.png", "-FileType"])
    yield Case("-ver before -@", lines("-execute1", "-FileName", "a.jpg", "-execute2") + FALSE, argv=["-ver",
            *STAY_OPEN])
    yield Case("a whole command before -@", lines("-FileName", "a.jpg", "-execute1") + FALSE, argv=["-ver", "-execute",
            *STAY_OPEN])
    yield Case("node-exiftool", lines("a.jpg", "-json", "-s", "-echo1", "{begin1}", "-echo2", "{begin1}", "-echo4",
            "{ready1}", "-execute1"),
               Wait("{ready1}\n"), lines("missing", "-json", "-s", "-echo1", "{begin2}", "-echo2", "{begin2}",
               "-echo4", "{ready2}", "-execute2"),
               Wait("{ready2}\n"), FALSE, argv=["-echo2", "STAMP", *STAY_OPEN])
    yield Case("echo 3 and 4 before -@", lines("-ver", "-execute1", "-ver", "-execute2") + FALSE, argv=["-echo1", "1",
            "-echo3", "3", "-echo4", "4", *STAY_OPEN])
    yield Case("digiKam", lines("-json", "-G:0:1:2:4:6", "-n", "-l", "a.jpg", "-echo1", "{await1}", "-echo2",
            "{await1}", "-echo3", "{ready}",
                                "-echo4", "{ready}", "-execute"), Wait("{ready}\n{ready}\n"), FALSE,
               argv=["-stay_open", "true", "-@", "-", "-common_args", "-charset", "filename=UTF8", "-charset",
               "iptc=UTF8"])
    yield Case("go-exiftool", lines("-j", "a.jpg", "-execute"), Wait("{ready}\n"), lines("-j", "missing", "-execute"),
            Wait("{ready}\n"),
               lines("-stay_open", "False", "-execute"), merged=True, argv=[*STAY_OPEN, "-common_args", "-n"])
    yield Case("PyExifTool", lines("-j", "a.jpg", "-echo4", "=${status}=post123456", "-execute123456"),
            Wait("{ready123456}\n"),
               lines("-j", "a.jpg", "missing", "-echo4", "=${status}=post123457", "-execute123457"),
               Wait("{ready123457}\n"), FALSE,
               argv=[*STAY_OPEN, "-common_args", "-G", "-n"])
    yield Case("exiftool-vendored", lines("-ver", "-execute"), Wait("{ready}\n"), lines(
        "-json", "-fast", "-api", "struct=1", "-use", "MWG", "-*Duration*#", "-Orientation#", "-all", "a.jpg",
        "-ignoreMinorErrors", "-execute"),
        Wait("{ready}\n"), FALSE)
    yield Case("Memories", lines("a.jpg", "-api", "QuickTimeUTC=1", "-api", "LargeFileSupport=1", "-n", "-json",
            "-execute"), Wait("\n{ready}\n"), FALSE)
    yield Case("a line cut in two writes", b"-j\n-FileN", b"ame\na.j", b"pg\n-exec", b"ute", b"1\n",
            Wait("{ready1}\n"), b"-stay", b"_open\nFal", b"se\n", uncut=True)
    yield Case("several commands in one write", b"".join(lines("-FileName", name, f"-execute{number}") for number,
            name in enumerate(
        ["a.jpg", "b.png", "missing", "a.jpg"])) + FALSE, uncut=True)
    yield Case("two hundred commands in one write", b"".join(lines("-s3", "-FileName", "a.jpg",
            f"-execute{number}") for number in range(200)) + FALSE,
               uncut=True)
    # Behind "--" the real exiftool takes -execute and -stay_open for file names, and waits for ever.
    yield Case("--", lines("-ver", "-execute0", "-j", "-FileName", "--", "a.jpg", "-execute1", "-ver",
            "-execute2") + FALSE, pipe_closed=True)
    yield Case("-- and a file that looks like an option", lines("-j", "-FileName", "--", "-dash.jpg", "-execute1"),
            pipe_closed=True)
    yield Case("-- in the command line", b"", argv=["-j", "-FileName", "--", "-dash.jpg", "-execute"])
    yield Case("-- and -execute in the command line", b"", argv=["-s3", "-FileName", "a.jpg", "--", "-execute", "-ver"])
    yield Case("a tag that is excluded", lines("-j", "--FileName", "--Artist", "-System:all", "--FileAccessDate",
            "--FileInodeChangeDate", "a.jpg", "-execute1") + FALSE)
    yield Case("unknown options", lines("-y", "a.jpg", "-execute1", "-nosuch", "a.jpg", "-execute2", "-j", "-Y",
            "-execute3", "-ver", "-execute4") + FALSE)
    yield Case("an invalid tag name", lines("-j", "-a b", "a.jpg", "-execute1", "-j", "-\u00fc", "a.jpg", "-execute2",
            "-ver", "-execute3") + FALSE)
    for option in ("-api", "-d", "-c", "-x", "-sep", "-listItem", "-use", "-charset", "-lang", "-p", "-w", "-if",
            "-ext", "-i", "-echo1", "-echo4",
                   "-efile", "-csvDelim", "-userParam", "-tagsFromFile", "-@", "-o", "-require", "-password",
                   "-globalTimeShift", "-wext", "-fileOrder",
                   "-geotag", "-srcfile", "-config", "-wm", "-stay_open"):
        yield Case(f"{option} without its value before -execute", lines("-j", "-FileName", "a.jpg", option,
                "-execute1", "-ver", "-execute2") + FALSE)
    yield Case("options in capitals that take a value in small letters only", lines("-D", "a.jpg", "-FileName",
            "-execute1", "-X", "-FileName", "a.jpg",
                                                                                   "-execute2", "-P", "-FileName",
                                                                                   "a.jpg", "-execute3") + FALSE)
    yield Case("a value that looks like an option", lines("-d", "-j", "-FileModifyDate", "a.jpg", "-execute1", "-sep",
            "-j", "-FileName", "a.jpg",
                                                        "-execute2", "-api", "-ver", "-execute3") + FALSE)
    yield Case("a language that is missing", lines("-lang", "xx", "a.jpg", "-FileName", "-execute1", "-lang",
            "-execute2", "-lang", "de", "-FileName",
                                                   "a.jpg", "-execute3", "-FileName", "a.jpg", "-execute4") + FALSE)
    yield Case("a character set that is missing", lines("-charset", "nosuch", "a.jpg", "-FileName", "-execute1",
            "-charset", "-execute2") + FALSE)
    yield Case("a time zone lasts", lines("-j", "-FileModifyDate", "a.jpg", "-execute1", "-api", "TimeZone=Asia/Tokyo",
            "-j", "-FileModifyDate",
                                          "a.jpg", "-execute2", "-j", "-FileModifyDate", "a.jpg", "-execute3", "-j",
                                          "-FileModifyDate",
                                          "b.png", "-execute4") + FALSE)
    yield Case("MWG lasts", lines("-j", "-all", "b.png", "-execute0", "-j", "iptc.jpg", "-execute1", "-use", "MWG",
            "-j", "iptc.jpg", "-execute2", "-j",
                                  "iptc.jpg", "-execute3", "-j", "-mwg:all", "iptc.jpg", "-execute4", "-j", "iptc.jpg",
                                  "-execute5") + FALSE)
    yield Case("a tag of the group MWG loads it", lines("-j", "-MWG:Keywords", "iptc.jpg", "-execute1", "-j",
            "iptc.jpg", "-execute2") + FALSE)
    yield Case("-use of a missing module", lines("-use", "Nosuch", "-j", "-FileName", "a.jpg", "-execute1", "-j",
            "-FileName", "a.jpg", "-execute2") + FALSE)
    yield Case("a write between reads", lines(*tags, "scratch.jpg", "-execute1", "-overwrite_original", "-Comment=new",
            "scratch.jpg", "-execute2",
                                              *tags, "scratch.jpg", "-execute3", "-Artist=A\u00f6", "scratch.jpg",
                                              "-execute4", *tags, "scratch.jpg", "-execute5",
                                              "-delete_original!", "scratch.jpg", "-execute6", *tags, "scratch.jpg",
                                              "-execute7") + FALSE)
    yield Case("a write between reads, waiting", lines(*tags, "scratch.jpg", "-execute1"), Wait("{ready1}\n"), lines(
        "-overwrite_original_in_place", "-Comment=neu", "scratch.jpg", "-execute2"), Wait("{ready2}\n"), lines(*tags,
        "scratch.jpg", "-execute3"),
        Wait("{ready3}\n"), lines("-Comment=", "-P", "-overwrite_original", "scratch.jpg", "-execute4"),
        Wait("{ready4}\n"),
        lines(*tags, "scratch.jpg", "-execute5"), Wait("{ready5}\n"), FALSE, merged=True)
    yield Case("a rename between reads", lines(*tags, "scratch.jpg", "-execute1", "-FileName=moved.jpg", "scratch.jpg",
            "-execute2", *tags, "moved.jpg",
                                               "-execute3", *tags, "scratch.jpg", "-execute4") + FALSE)
    yield Case("tags copied between reads", lines("-overwrite_original", "-TagsFromFile", "a.jpg", "-Artist",
            "scratch.jpg", "-execute1", *tags,
                                                  "scratch.jpg", "-execute2") + FALSE)
    yield Case("an output file between reads", lines("-j", "-FileName", "-w", "txt", "scratch.jpg", "-execute1",
            "-FileType", "scratch.txt",
                                                     "-execute2", "-j", "-FileName", "-w", "txt", "scratch.jpg",
                                                     "-execute3") + FALSE)
    yield Case("a failing write", lines("-Comment=x", "missing.jpg", "-execute1", "-Nosuch=x", "scratch.jpg",
            "-execute2", "-Orientation=wrong",
                                        "scratch.jpg", "-execute3", "-echo4", "${status}", "-Comment=y",
                                        "text.unknown", "-execute4") + FALSE)
    yield Case("-p and -if", lines("-p", "$FileName is $FileType", "a.jpg", "-execute1", "-if", "$FileType eq 'PNG'",
            "-FileName", "a.jpg", "b.png",
                                   "-execute2", "-if", "0", "a.jpg", "-echo4", "${status}", "-execute3") + FALSE)
    yield Case("-csv, -T, -php, -X, -b", lines("-csv", "-FileName", "a.jpg", "b.png", "-execute1", "-T", "-FileName",
            "a.jpg", "-execute2", "-php",
                                               "-FileName", "a.jpg", "-execute3", "-X", "-FileName", "a.jpg",
                                               "-execute4", "-b", "-Artist", "a.jpg",
                                               "-execute5", "-b", "-FileName", "-Artist", "a.jpg", "-execute6") + FALSE)
    yield Case("binary output without a line end", lines("-b", "-ThumbnailImage", "thumbnail.jpg", "-execute1", "-s3",
            "-b", "-FileName", "a.jpg",
                                                         "-execute2") + FALSE)
    yield Case("lists", lines("-listd", "-execute1", "-listg1", "-execute2", "-listf", "-execute3", "-ver",
            "-execute4") + FALSE)
    yield Case("-verbose", lines("-v", "a.jpg", "-execute1", "-v3", "b.png", "-execute2", "-progress", "-FileName",
            "a.jpg", "b.png", "-execute3") + FALSE)
    yield Case("fast and ee do not last", lines("-fast4", "-j", "a.jpg", "-execute1", "-j", "a.jpg", "-execute2",
            "-fast2", "-ee", "-j", "a.jpg", "-execute3",
                                                "-j", "a.jpg", "-execute4") + FALSE)
    yield Case("user parameters", lines("-userParam", "X=1", "-p", "$X", "-j", "a.jpg", "-execute1", "-p", "$X",
            "a.jpg", "-execute2", "-p", "$OK",
                                        "-api", "UserParam=OK", "a.jpg", "-execute3") + FALSE)
    yield Case("file names with odd characters", lines("-j", "dollar$HOME ${x}.jpg", "-execute1", "-j", "star*.jpg",
            "-execute2", "-j", "pipe|", "-execute3",
                                                       "-j", "Gr\u00f6\u00dfe.jpg", "-execute4", "-j",
                                                       b"invalid\xff.jpg", "-execute5", "-j", "./a.jpg",
                                                       "-execute6", "-j", "sub/../a.jpg", "-execute7", "-j",
                                                       "sub//c.gif", "-execute8") + FALSE)
    yield Case("a very long line", lines("-j", "-FileName", "x" * 70_000, "-execute1", "-echo1", "y" * 70_000, "-ver",
            "-execute2") + FALSE)
    yield Case("a large answer", lines("-b", "-Comment", "long.png", "-execute1", "-j", "-Comment", "long.png",
            "-execute2", "-ver", "-execute3") + FALSE)
    # Not kept open: arguments from a pipe that end with it.
    for words in (["-@", "-"], ["-j", "-@", "-", "-FileName"], ["-s", "-a", "-json", "-@", "-"]):
        yield Case(f"arguments of one command: {words}", lines("a.jpg", "# comment", "b.png", "-FileType"), argv=words)
    yield Case("arguments with -execute of a plain pipe", lines("-ver", "-execute1", "-j", "-FileName", "a.jpg",
            "-execute2", "-FileName", "b.png"), argv=["-@", "-"])
    for words in (["-STAY_OPEN", "TRUE", "-@", "-"], ["-Stay_Open", "1", "-J", "-@", "-"], ["\u2212stay_open", "True",
            "\u2212@", "-"]):
        yield Case(f"other spellings: {words}", lines("-FileName", "a.jpg", "-Execute1", "\u2212ver",
                "\u2212execute2") + FALSE, argv=words)
    yield Case("kept open with a regular file that ends it", b"", argv=["-stay_open", "1", "-@", "closing.args"])
    yield Case("kept open with a regular file, and more behind it", b"", argv=["-stay_open", "1", "-@", "closing.args",
            "-s3", "-FileName", "a.jpg"])
    yield Case("kept open with a missing file", b"", argv=["-stay_open", "1", "-@", "missing.args"])
    yield Case("-@ - without -stay_open True", lines("-ver", "-execute1") + FALSE, argv=["-stay_open", "0", "-@", "-"])
    yield Case("-@ without its value", b"", argv=["-ver", "-@"])
    yield Case("nothing of the two standard outputs but an echo", b"", argv=["-echo1", "one", "-echo2", "two"])
    yield Case("-stay_open without -@", b"", argv=["-stay_open", "True", "-ver"])
    yield Case("-stay_open False alone", b"", argv=["-stay_open", "False", "-ver"])
    yield Case("-stay_open without its value", b"", argv=["-ver", "-stay_open"])
    yield Case("-execute in the command line", b"", argv=["-ver", "-execute5", "-FileName", "a.jpg", "-echo3",
            "${status}", "-execute", "missing", "-common_args", "-s3"])
    yield Case("an argument file in the command line", b"", argv=["-@", "some.args", "a.jpg"])


class Runner:
    def __init__(self, ours, flags, root):
        self.ours = ours
        self.flags = flags
        self.folder = pathlib.Path(root) / "files"
        self.home = pathlib.Path(root) / "home"
        self.home.mkdir()
        self.folder.mkdir()
        (self.folder / "sub").mkdir()
        image = corpus.jpeg(corpus.exif([(0x10f, 2, b"Make\0"), (0x13b, 2, b"Ann\0"), (0x112, 3,
                6)]) + corpus.segment(0xfe, b"A comment"))
        iptc = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x18\x1c\x02\x19\0\x03one\x1c\x02\x78\0\x07caption\x1c\x02\0\0\x02\0\2"
        thumbnail = corpus.jpeg()
        self.contents = {
            "a.jpg": image, "b.png": corpus.png(corpus.chunk(b"tEXt", b"Comment\0text")),
            "sub/c.gif": corpus.gif(b"three"),
            "sub/d.jpg": image, "unreadable.jpg": image, "empty.jpg": b"", "zeros.jpg": b"\0" * 3000,
            "text.txt": b"text\n",
            "text.unknown": b"\x01\x02text\n", "-dash.jpg": image, "-execute": image, "with blank.jpg": image,
            " leading.jpg": image,
            "new\nline.jpg": image, "dollar$HOME ${x}.jpg": image, "star*.jpg": image, "pipe|": image,
            "Gr\u00f6\u00dfe.jpg": image,
            os.fsdecode(b"invalid\xff.jpg"): image, "long.png": corpus.png(corpus.chunk(b"tEXt",
            b"Comment\0" + b"long text " * 40_000)),
            "iptc.jpg": corpus.jpeg(corpus.exif([(0x10e, 2, b"from EXIF\0"), (0x13b, 2,
            b"Ann\0")]) + corpus.segment(0xed, iptc)),
            "thumbnail.jpg": corpus.jpeg(corpus.segment(0xfe, b"no thumbnail")), "thumbnail": thumbnail,
            "some.args": b"-j\n-FileName\n# a comment\n", "executing.args": b"-ver\n-execute8\n-FileName\na.jpg\n",
            "closing.args": b"-ver\n-execute9\n-stay_open\nFalse\n",
        }
        for name, raw in self.contents.items():
            path = self.folder / name
            path.write_bytes(raw)
        one_shot(REAL, ["-q", "-overwrite_original", "-ThumbnailImage<=thumbnail", "thumbnail.jpg"],
                environment(self.home), self.folder)
        for name in self.contents:
            os.utime(self.folder / name, (corpus.PAST, corpus.PAST))
        os.chmod(self.folder / "unreadable.jpg", 0)
        self.read_only = [self.folder / name for name in self.contents]
        corpus.settle(self.read_only)
        self.comparison = Comparison()
        self.random = random.Random(20210304)

    def restore(self):
        """What scripts write has to be there again for each run."""
        for path in list(self.folder.iterdir()):
            if path not in self.read_only and path.name != "sub":
                path.unlink()
        scratch = self.folder / "scratch.jpg"
        scratch.write_bytes(self.contents["a.jpg"])
        os.utime(scratch, (corpus.PAST, corpus.PAST))

    def pieces(self, raw, way):
        if way == "whole" or len(raw) > 20_000:
            return [raw] if raw else []
        if way == "bytes":
            return [raw[number:number + 1] for number in range(len(raw))]
        result = []
        while raw:
            size = self.random.randrange(1, 40)
            result.append(raw[:size])
            raw = raw[size:]
        return result

    def run(self, program, case, env, way="whole"):
        self.restore()
        process = OpenProcess(program, case.argv, env, self.folder, case.merged)
        try:
            for step in case.steps:
                if isinstance(step, Wait):
                    process.wait_for(lambda: process.out.endswith(step.text), 20)
                    continue
                for piece in self.pieces(step, "whole" if case.uncut else way):
                    process.send(piece)
                if case.uncut:
                    process.pump(0.01)  # so that the pieces arrive as they are
            if not case.pipe_closed:
                process.close_stdin()
                status = process.wait_for_end(30)
            elif program == REAL or "stand-in" in self.flags:
                process.close_stdin()
                process.wait_for_quiet()
                status = None
            else:
                process.close_stdin()
                status = process.wait_for_end(20)
                if status == "timeout":
                    self.comparison.fail(f"{case.name}: the drop-in does not end with its input", bytes(process.out))
                status = None
        finally:
            process.end()
        return bytes(process.out), bytes(process.err), status

    def compare_all(self, daemon):
        plain = environment(self.home)
        for number, case in enumerate(cases()):
            if self.flags.get("only", "") not in case.name or ("quick" in self.flags and number % 3):
                continue
            real = self.run(REAL, case, plain)
            if real[2] == "timeout":
                print("the real exiftool does not end:", case.name)
            self.comparison.equal(f"{case.name}: without manometerd", real, self.run(self.ours, case, plain))
            if daemon:
                with_daemon = environment(self.home, daemon.door / "exiftool.sock")
                for way in ("bytes", "pieces"):
                    self.comparison.equal(f"{case.name}: with manometerd, written in {way}", real, self.run(self.ours,
                            case, with_daemon, way))
            no_process_is_left(self.comparison, case.name)


if __name__ == "__main__":
    plain, flags = arguments_and_flags(__doc__)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="manometer-") as temporary:
        runner = Runner(os.path.abspath(plain[0]), flags, temporary)
        if len(plain) > 1:
            with RunningDaemon(os.path.abspath(plain[1])) as daemon:
                runner.compare_all(daemon)
        else:
            runner.compare_all(None)
    print(f"{time.monotonic() - began:.1f} s")
    sys.stdout.flush()
    runner.comparison.finish("protocol")

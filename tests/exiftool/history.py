#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers that are kept do not depend on the files that the same process has read before.

history.py OURS MANOMETERD

Files with unknown tags, each of another type in each file, and ID3 frames of other versions are read by processes that stay
open, in several orders. What is then found in the cache must be what a new process of the real exiftool answers.
"""
import contextlib
import json
import pathlib
import random
import struct
import tempfile
import time
import zlib

from exiftool_runs import (REAL, Comparison, StayOpen, arguments_and_flags, environment, hits_of, no_process_is_left, one_shot)
from running_daemon import RunningDaemon

OPTIONS = (["-j"], ["-j", "-a", "-u", "-struct", "-G1"], ["-j", "-l", "-U", "-D"])

XMP = ("<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>"
       "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about=''"
       " xmlns:my='http://my.example/' xmlns:dc='http://purl.org/dc/elements/1.1/'>%s</rdf:Description></rdf:RDF>"
       "</x:xmpmeta><?xpacket end='w'?>")
XMP_TAGS = (
    "<my:Tag>text</my:Tag>",
    "<my:Tag><rdf:Bag><rdf:li>a</rdf:li><rdf:li>b</rdf:li></rdf:Bag></my:Tag>",
    "<my:Tag><rdf:Alt><rdf:li xml:lang='x-default'>d</rdf:li><rdf:li xml:lang='de'>e</rdf:li></rdf:Alt></my:Tag>",
    "<my:Tag rdf:parseType='Resource'><my:A>1</my:A><my:B>2</my:B></my:Tag>",
    "<my:Tag rdf:parseType='Resource'/>",
    "<my:Tag><rdf:Seq><rdf:li rdf:parseType='Resource'><my:A>1</my:A></rdf:li></rdf:Seq></my:Tag>",
    "<dc:strange>x</dc:strange>",
    "<dc:strange><rdf:Bag><rdf:li>q</rdf:li></rdf:Bag></dc:strange>",
    "<dc:title><rdf:Bag><rdf:li>z</rdf:li></rdf:Bag></dc:title>",
)
TEXTS = {
    "svg": ("<svg xmlns='http://www.w3.org/2000/svg' foo='1'><bar baz='2'>t</bar></svg>",
            "<svg xmlns='http://www.w3.org/2000/svg'><foo>1</foo><bar><baz>2</baz><baz>3</baz></bar></svg>"),
    "json": ('{"a":1,"b":[1,2]}', '{"a":{"c":2},"b":"t"}', '{"b":{"x":[{"y":1}]}}'),
    "html": ("<html><head><meta name='foo' content='1'></head></html>",
             "<html><head><meta name='foo' content='a, b'><meta http-equiv='foo' content='3'></head></html>"),
    "vcf": ("BEGIN:VCARD\r\nVERSION:3.0\r\nX-FOO;TYPE=home:1\r\nX-FOO:2\r\nEND:VCARD\r\n",
            "BEGIN:VCARD\r\nVERSION:3.0\r\nX-FOO;LANGUAGE=de:1\r\nEND:VCARD\r\n"),
}
FRAMES = (("TDRC", "TYER", "TSOT", "TXXX", "TMOO"), ("TDAT", "TRDA", "TORY", "IPLS", "RVAD"), ("ZZZZ", "TZZZ"), ("TIT2",))


def synchsafe(number):
    return bytes((number >> shift) & 127 for shift in (21, 14, 7, 0))


def id3(version, names):
    frames = b""
    for name in names:
        data = b"\0" + (b"2020-01-02" if "D" in name else b"a\0b")
        size = len(data)
        if version == 2:
            frames += name[:3].encode() + size.to_bytes(3, "big") + data
        else:
            frames += name.encode() + (synchsafe(size) if version == 4 else size.to_bytes(4, "big")) + b"\0\0" + data
    return b"ID3" + bytes((version, 0, 0)) + synchsafe(len(frames)) + frames + b"\xff\xfb\x90\0" + bytes(500)


def png(key):
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)) +
            chunk(b"tEXt", key + b"\0x") + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b""))


def make_files(folder):
    for number, tags in enumerate(XMP_TAGS):
        (folder / f"{number}.xmp").write_text(XMP % tags)
    for kind, texts in TEXTS.items():
        for number, text in enumerate(texts):
            (folder / f"{number}.{kind}").write_text(text)
    for version in (2, 3, 4):
        for number, names in enumerate(FRAMES):
            (folder / f"v{version}-{number}.mp3").write_bytes(id3(version, names))
    for number, key in enumerate((b"Foo", b"Foo", b"Odd-Key", b"width")):
        (folder / f"{number}.png").write_bytes(png(key))
    return sorted(folder.iterdir())


def tags_of(answer):
    """Without the access time, in whatever order."""
    output, errors, status = answer
    try:
        tags = [{name: value for name, value in each.items() if not name.endswith("FileAccessDate")} for each in json.loads(output)]
    except ValueError:
        tags = output
    return tags, errors, status


def main():
    (ours, manometerd), _ = arguments_and_flags(__doc__)
    comparison = Comparison()
    with tempfile.TemporaryDirectory(prefix="manometer-") as name, RunningDaemon(manometerd) as daemon:
        home = pathlib.Path(name)
        folder = home / "files"
        folder.mkdir()
        files = make_files(folder)
        env = environment(home, daemon.door / "exiftool.sock")
        daemon.wait_for(lambda: time.time() > files[-1].stat().st_ctime + 2.5)
        questions = [(options, file) for options in OPTIONS for file in files]
        fresh = [tags_of(one_shot(REAL, [*options, str(file)], env)) for options, file in questions]
        for seed in range(3):
            shuffled = list(questions)
            random.Random(seed).shuffle(shuffled)
            daemon.json("/api/cache/clear", "DELETE")
            with contextlib.closing(Process(ours, env)) as process:
                for options, file in shuffled:
                    process.ask([*options, str(file)])
            hits = hits_of(daemon)
            with contextlib.closing(Process(ours, env)) as process:
                for (options, file), expected in zip(questions, fresh):
                    answer = tags_of(process.ask([*options, str(file)]))
                    comparison.equal(f"order {seed}: {' '.join(options)} {file.name}", expected, answer)
            comparison.equal(f"order {seed}: nine of ten answers came from the cache", True,
                             hits_of(daemon) - hits > len(questions) * 0.9)
        no_process_is_left(comparison, "at the end")
    comparison.finish("histories")


class Process(StayOpen):
    def close(self):
        self.leave()


if __name__ == "__main__":
    main()

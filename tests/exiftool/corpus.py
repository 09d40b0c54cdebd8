#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a corpus of at least 150 odd files of at least 40 file types, for tests that compare answers of exiftool.

corpus.py FOLDER

The files come from the machine's packages, from the builders below, from exiftool, and from damage done to all of
them. Every choice is deterministic. The modification times lie in the past; settle() makes the access times stable.
"""
import gzip
import io
import json
import os
import pathlib
import random
import shutil
import struct
import subprocess
import sys
import tarfile
import time
import wave
import zipfile
import zlib

EXIFTOOL = os.environ.get("MANOMETER_EXIFTOOL_REAL", "/usr/bin/exiftool")
PAST = 1_614_834_367  # 2021-03-04 05:06:07 UTC
LEAST_FILES = 150
LEAST_TYPES = 40

# Of each ending: how many files are taken from the machine.
SYSTEM_FILES = {
    "png": 4, "svg": 3, "gz": 3, "xz": 1, "pdf": 2, "html": 3, "ttf": 2, "otf": 2, "pfb": 2, "afm": 2, "pfm": 1,
    "so": 3, "a": 2, "o": 2, "list": 2, "wav": 2, "ogg": 1, "oga": 1, "zip": 2, "jar": 2, "qm": 2, "mo": 2, "ico": 2,
    "txt": 4, "xml": 2, "json": 2, "csv": 1, "gif": 3, "jpg": 3, "jpeg": 1, "bmp": 1, "ps": 2, "eps": 1, "ppm": 1,
    "icc": 2, "plist": 1, "exe": 2, "woff": 1, "woff2": 1, "mp3": 1, "webp": 1, "pyc": 1, "class": 1, "css": 1, "js": 1,
}
SYSTEM_ROOTS = ("/usr/share", "/usr/lib", "/var/lib/dpkg/info")
LARGEST_SYSTEM_FILE = 200_000
FILES_TO_LOOK_AT = 400_000


def system_files():
    """The first regular files of each ending, in the order of their paths."""
    found = {ending: [] for ending in SYSTEM_FILES}
    seen = 0
    for root in SYSTEM_ROOTS:
        for folder, folders, names in os.walk(root):
            folders.sort()
            for name in sorted(names):
                ending = name.rpartition(".")[2]
                wanted = found.get(ending)
                # One of each folder: icons of one set are all alike.
                if wanted is None or len(wanted) >= SYSTEM_FILES[ending] or any(
                        os.path.dirname(path) == folder for path in wanted):
                    continue
                path = os.path.join(folder, name)
                if os.path.isfile(path) and not os.path.islink(path) \
                        and 0 < os.path.getsize(path) <= LARGEST_SYSTEM_FILE and os.access(path, os.R_OK):
                    wanted.append(path)
            seen += len(names)
            if seen > FILES_TO_LOOK_AT:
                break
    return [path for paths in found.values() for path in paths]


# Builders of the smallest files that exiftool recognises.

def tiff(entries, order="<", magic=42, header_extra=b""):
    """A TIFF of one image directory; an entry is (tag, type, values), where the values may be a directory of their own."""
    sizes = {1: "B", 2: "s", 3: "H", 4: "I", 5: "II", 7: "s", 10: "ii", 13: "I"}

    def directory(entries, offset):
        place = offset + 2 + 12 * len(entries) + 4
        table = struct.pack(order + "H", len(entries))
        data = b""
        for tag, kind, values in sorted(entries, key=lambda entry: entry[0]):
            if isinstance(values, list):  # a directory inside
                inner = directory(values, place + len(data))
                table += struct.pack(order + "HHII", tag, 4, 1, place + len(data))
                data += inner
                continue
            if kind in (2, 7):
                raw, count = values, len(values)
            else:
                values = values if isinstance(values, tuple) else (values,)
                count = len(values) // len(sizes[kind])
                raw = struct.pack(order + sizes[kind][0] * len(values), *values)
            if len(raw) <= 4:
                table += struct.pack(order + "HHI", tag, kind, count) + raw.ljust(4, b"\0")
            else:
                table += struct.pack(order + "HHII", tag, kind, count, place + len(data))
                data += raw + b"\0" * (len(raw) % 2)
        return table + b"\0\0\0\0" + data

    mark = b"II" if order == "<" else b"MM"
    return mark + struct.pack(order + "HI", magic, 8 + len(header_extra)) + header_extra + directory(
        entries, 8 + len(header_extra))


def image_tags(make=b"Manometer\0", width=1, height=1, more=()):
    return [(0x100, 3, width), (0x101, 3, height), (0x102, 3, (8, )), (0x103, 3, 1), (0x106, 3, 1), (0x10f, 2, make),
            (0x110, 2, b"Model 1\0"), (0x111, 4, 8), (0x115, 3, 1), (0x116, 4, 1), (0x117, 4, 1),
            (0x132, 2, b"2020:01:02 03:04:05\0"), *more]


def segment(marker, data):
    return bytes((0xff, marker)) + struct.pack(">H", len(data) + 2) + data


def jpeg(segments=b"", width=16, height=8):
    frame = segment(0xc0, struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00")
    tables = segment(0xdb, b"\0" + bytes(range(1, 65))) + segment(0xc4, b"\0" + b"\1" + b"\0" * 15 + b"\0")
    scan = segment(0xda, b"\x01\x01\x00\x00\x3f\x00") + b"\x00\x7f"
    return b"\xff\xd8" + segments + tables + frame + scan + b"\xff\xd9"


def exif(entries, order="<"):
    return segment(0xe1, b"Exif\0\0" + tiff(entries, order))


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(*chunks):
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)) + b"".join(
        chunks) + chunk(b"IDAT", zlib.compress(b"\0\1\2\3")) + chunk(b"IEND", b"")


def gif(comment=b""):
    extension = b"!\xfe" + bytes((len(comment), )) + comment + b"\0" if comment else b""
    return b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff" + extension + b",\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;"


def bmp():
    return b"BM" + struct.pack("<IHHI", 58, 0, 0, 54) + struct.pack("<IiiHHIIiiII", 40, 1, 1, 1, 24, 0, 4, 2835, 2835,
            0,
                                                                    0) + b"\1\2\3\0"


def psd(version=1):
    length = struct.pack(">I", 0)
    return b"8BPS" + struct.pack(">H6xHIIHH", version, 3, 1, 1, 8, 3) + length + length + (
        length if version == 1 else struct.pack(">Q", 0)) + b"\0\0\1\2\3"


def riff(kind, *chunks):
    data = kind + b"".join(name + struct.pack("<I", len(raw)) + raw + b"\0" * (len(raw) % 2) for name, raw in chunks)
    return b"RIFF" + struct.pack("<I", len(data)) + data


def webp():
    return riff(b"WEBP", (b"VP8L", b"\x2f\0\0\0\0\x07\x10\x11\x11\x88\x88\xfe\x07\0"))


def wav():
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setparams((1, 2, 8000, 0, "NONE", ""))
        sound.writeframes(b"\0\1" * 50)
    return out.getvalue()


def avi():
    header = struct.pack("<IIIIIIIIII16x", 40000, 0, 0, 16, 10, 0, 1, 0, 320, 240)
    stream = b"vids" + b"MJPG" + struct.pack("<IHHIIIIIIII8x", 0, 0, 0, 0, 1, 25, 0, 10, 0, 0, 0)
    inner = b"strl" + b"strh" + struct.pack("<I", len(stream)) + stream
    listing = b"hdrl" + b"avih" + struct.pack("<I", len(header)) + header + b"LIST" + struct.pack("<I",
            len(inner)) + inner
    return riff(b"AVI ", (b"LIST", listing), (b"LIST", b"INFOISFT" + struct.pack("<I", 4) + b"test"))


def box(name, *data):
    data = b"".join(data)
    return struct.pack(">I", len(data) + 8) + name + data


def movie(brand, compatible=b"isom"):
    header = box(b"mvhd", struct.pack(">IIIIIIH10x", 0, 3_600_000_000, 3_600_000_100, 1000, 2000, 0x10000, 0x100),
                 struct.pack(">9I24xI", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000, 2))
    return box(b"ftyp", brand, b"\0\0\0\1", compatible) + box(b"moov", header) + box(b"mdat", b"frames")


def still(brand):
    """A HEIF file without an item."""
    meta = box(b"meta", b"\0\0\0\0", box(b"hdlr", b"\0" * 8, b"pict", b"\0" * 13), box(b"pitm", b"\0\0\0\0\0\1"),
               box(b"iinf", b"\0\0\0\0\0\0"), box(b"iloc", b"\0\0\0\0\x44\0\0\0"))
    return box(b"ftyp", brand, b"\0\0\0\0", b"mif1", brand) + meta + box(b"mdat", b"picture")


def jp2():
    header = box(b"ihdr", struct.pack(">IIHBBBB", 1, 1, 1, 7, 7, 0, 0)) + box(b"colr", b"\1\0\0", struct.pack(">I", 17))
    return box(b"jP  ", b"\r\n\x87\n") + box(b"ftyp", b"jp2 ", b"\0\0\0\0", b"jp2 ") + box(b"jp2h", header) + box(
        b"jp2c", b"\xff\x4f\xff\x51\x00\x29\x00\x00" + struct.pack(">IIIIIIIIH", 1, 1, 0, 0, 1, 1, 0, 0, 1) +
        b"\x07\x01\x01\xff\xd9")


def pdf(title=b"A title"):
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
               b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
               b"<< /Title (" + title + b") /Author (test) /CreationDate (D:20200102030405+01'00') >>"]
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer\n<< /Size 5 /Root 1 0 R /Info 4 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start


def archive(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zipped:
        for name, text in members.items():
            entry = zipfile.ZipInfo(name, (2020, 1, 2, 3, 4, 6))
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            zipped.writestr(entry, text)
    return out.getvalue()


def office(kind, main):
    core = "<cp:coreProperties xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/core-properties' " \
           "xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>Grüße</dc:title></cp:coreProperties>"
    types = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override PartName='/" + main + \
            "' ContentType='application/vnd.openxmlformats-officedocument." + kind + ".main+xml'/></Types>"
    return archive({"[Content_Types].xml": types, "_rels/.rels": "<Relationships/>", "docProps/core.xml": core,
                       main: "<x/>"})


def open_document(kind):
    return archive({"mimetype": "application/vnd.oasis.opendocument." + kind, "content.xml": "<x/>",
                       "meta.xml": "<office:document-meta xmlns:office='o' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
                                   "<office:meta><dc:title>T</dc:title></office:meta></office:document-meta>"})


def epub():
    return archive({
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": "<container><rootfiles><rootfile full-path='a.opf' "
                                  "media-type='application/oebps-package+xml'/></rootfiles></container>",
        "a.opf": "<package><metadata xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>Book</dc:title></metadata>"
                 "</package>"})


def tarball():
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        entry = tarfile.TarInfo("inner.txt")
        entry.size = 4
        entry.mtime = PAST
        tar.addfile(entry, io.BytesIO(b"text"))
    return out.getvalue()


def mp3(first=True, second=True):
    def frame(name, text):
        raw = b"\x03" + text.encode()
        return name + struct.pack(">IH", len(raw), 0) + raw
    frames = frame(b"TIT2", "Größe ☃") + frame(b"TPE1", "Artist") + frame(b"TCON", "(17)")
    size = len(frames)
    head = b"ID3\x03\0\0" + bytes(((size >> 21) & 127, (size >> 14) & 127, (size >> 7) & 127, size & 127)) + frames
    sound = (b"\xff\xfb\x90\x64" + b"\0" * 413) * 3
    tail = b"TAG" + b"Title".ljust(30, b"\0") + b"Artist".ljust(30, b"\0") + b"Album".ljust(
        30, b"\0") + b"2001" + b"Comment".ljust(30, b"\0") + b"\x11"
    return (head if second else b"") + sound + (tail if first else b"")


def flac():
    info = struct.pack(">HH", 4096, 4096) + b"\0" * 6 + b"\x0a\xc4\x42\xf0\0\0\x10\0" + b"\0" * 16
    comment = struct.pack("<I", 4) + b"test" + struct.pack("<I", 1) + struct.pack("<I", 9) + b"TITLE=One"
    return b"fLaC\0" + len(info).to_bytes(3, "big") + info + b"\x84" + len(comment).to_bytes(3, "big") + comment


def ogg(opus=False):
    if opus:
        packets = [b"OpusHead\1\2\x38\1\x80\xbb\0\0\0\0\0", b"OpusTags\4\0\0\0test\1\0\0\0\x09\0\0\0TITLE=One"]
    else:
        packets = [b"\1vorbis\0\0\0\0\2" + struct.pack("<IIII", 44100, 0, 128000, 0) + b"\xb8\1",
                   b"\3vorbis\4\0\0\0test\1\0\0\0\x09\0\0\0TITLE=One\1"]
    return b"".join(b"OggS\0" + (b"\2" if not number else b"\0") + struct.pack("<QIII", 0, 7, number, 0) + b"\1" +
                    bytes((len(packet), )) + packet for number, packet in enumerate(packets))


def ebml(doc):
    def element(name, data):
        return name + bytes((0x80 | len(data), )) + data
    head = element(b"\x42\x86", b"\1") + element(b"\x42\xf7", b"\1") + element(b"\x42\x82", doc) + element(b"\x42\x87",
            b"\2")
    info = element(b"\x2a\xd7\xb1", b"\x0f\x42\x40") + element(b"\x4d\x80", b"test") + element(b"\x57\x41", b"test")
    return element(b"\x1a\x45\xdf\xa3", head) + element(b"\x18\x53\x80\x67", element(b"\x15\x49\xa9\x66", info))


def icc():
    text = b"text\0\0\0\0Copyright test\0"
    size = 128 + 4 + 12 + len(text)
    head = struct.pack(">I4sI4s4s4s6H4s4s4s4sQI3I4s", size, b"test", 0x02100000, b"mntr", b"RGB ", b"XYZ ", 2020, 1, 2,
            3,
                       4, 5, b"acsp", b"APPL", b"none", b"none", 0, 0, 0xf6d6, 0x10000, 0xd32d, b"test").ljust(128,
                       b"\0")
    return head + struct.pack(">I4sII", 1, b"cprt", 144, len(text)) + text


def canon_note():
    return tiff([(0x01, 3, tuple(range(2, 50))), (0x04, 3, tuple(range(2, 36))), (0x06, 2, b"Canon Test\0"),
                 (0x07, 2, b"Firmware 1.0\0"), (0x09, 2, b"Owner\0"), (0x0c, 4, 12345)])[8:]


def camera(make, note, order="<"):
    """A JPEG with maker notes."""
    more = [(0x8769, 4, [(0x829a, 5, (1, 125)), (0x8827, 3, 200), (0x9000, 7, b"0230"),
                         (0x9003, 2, b"2020:01:02 03:04:05\0"), (0x927c, 7, note),
                         (0x9286, 7, b"UNICODE\0" + "Größe ☃".encode("utf-16-le" if order == "<" else "utf-16-be"))])]
    return jpeg(exif([entry for entry in image_tags(make) if entry[0] not in (0x111, 0x117)] + more, order))


def pe():
    head = b"MZ".ljust(60, b"\0") + struct.pack("<I", 64)
    coff = b"PE\0\0" + struct.pack("<HHIIIHH", 0x8664, 0, 1_500_000_000, 0, 0, 240, 0x22)
    return head + coff + struct.pack("<HBBIIII", 0x20b, 14, 0, 0, 0, 0, 0).ljust(240, b"\0") + b"\0" * 64


def elf():
    return b"\x7fELF\2\1\1".ljust(16, b"\0") + struct.pack("<HHIQQQIHHHHHH", 2, 62, 1, 0, 64, 0, 0, 64, 56, 0, 64, 0, 0)


def macho():
    return struct.pack("<IIIIIIII", 0xfeedfacf, 0x01000007, 3, 2, 0, 0, 0, 0)


def font():
    names = [(1, "Family"), (2, "Regular"), (4, "Family Größe")]
    texts = [text.encode("utf-16-be") for _, text in names]
    table = struct.pack(">HHH", 0, len(names), 6 + 12 * len(names))
    place = 0
    for (number, _), text in zip(names, texts):
        table += struct.pack(">HHHHHH", 3, 1, 0x409, number, len(text), place)
        place += len(text)
    table += b"".join(texts)
    return b"\0\1\0\0" + struct.pack(">HHHH", 1, 16, 0, 0) + b"name" + struct.pack(">III", 0, 28, len(table)) + table


def djvu():
    return b"AT&TFORM" + struct.pack(">I", 22) + b"DJVUINFO" + struct.pack(">I", 10) + struct.pack(">HHBBHBB", 9, 9,
            24, 0,
                                                                                                   300, 22, 1)


def dicom():
    def element(group, number, kind, data):
        return struct.pack("<HH2sH", group, number, kind, len(data)) + data
    meta = element(2, 0x10, b"UI", b"1.2.840.10008.1.2.1\0")
    body = element(8, 0x60, b"CS", b"CT") + element(0x10, 0x10, b"PN", b"Name^First")
    return b"\0" * 128 + b"DICM" + element(2, 0, b"UL", struct.pack("<I", len(meta))) + meta + body


def fits():
    cards = ["SIMPLE  =                    T", "BITPIX  =                    8", "NAXIS   =                    0",
             "OBJECT  = 'Moon    '           / a comment", "END"]
    return "".join(card.ljust(80) for card in cards).ljust(2880).encode()


def made():
    """Names and contents of the files that need no other program."""
    xmp = b"<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF " \
          b"xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about='' " \
          b"xmlns:dc='http://purl.org/dc/elements/1.1/' dc:format='a &amp; b'><dc:subject><rdf:Bag><rdf:li>one</rdf:li>" \
          b"<rdf:li>two</rdf:li></rdf:Bag></dc:subject></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>"
    long_text = "".join(chr(0x21 + number % 90) for number in range(300_000)).encode()
    nikon = b"Nikon\0\2\x10\0\0" + tiff([(0x01, 7, b"0210"), (0x02, 3, (0, 200)), (0x04, 2, b"FINE  \0"),
                                        (0x1d, 2, b"1234567\0"), (0xa7, 4, 4321)], ">")
    panasonic = b"Panasonic\0\0\0" + tiff([(0x01, 3, 2), (0x02, 7, b"0123"), (0x03, 3, 1)])[8:]
    yield from {
        "plain.jpg": jpeg(), "comment.jpg": jpeg(segment(0xfe, b"A comment")),
        "jfif.jpg": jpeg(segment(0xe0, b"JFIF\0\1\2\1\0H\0H\0\0")),
        "canon.jpg": camera(b"Canon\0", canon_note()), "nikon.jpg": camera(b"NIKON CORPORATION\0", nikon),
        "panasonic.jpg": camera(b"Panasonic\0", panasonic), "big-endian.jpg": camera(b"Other\0", b"unknown note", ">"),
        "xmp.jpg": jpeg(segment(0xe1, b"http://ns.adobe.com/xap/1.0/\0" + xmp)),
        "two-exif.jpg": jpeg(exif(image_tags()[5:7]) + exif(image_tags(b"Second\0")[5:7])),
        "trailer.jpg": jpeg() + b"bytes behind the end" * 20, "motion.jpg": jpeg() + movie(b"mp42"),
        "bad-iptc.jpg": jpeg(segment(0xed,
        b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0c\x1c\x02\x78\0\x05caf\xe9!\xff\x00")),
        "plain.png": png(), "text.png": png(chunk(b"tEXt", b"Comment\0text"), chunk(b"tIME", struct.pack(">HBBBBB",
        2020, 1,
                                                                                                2, 3, 4, 5))),
        "international.png": png(chunk(b"iTXt", b"Title\0\0\0de\0Titel\0" + "Größe ☃ 漢字".encode())),
        "zipped.png": png(chunk(b"zTXt", b"Description\0\0" + zlib.compress(b"deflated" * 30))),
        "long-answer.png": png(chunk(b"tEXt", b"Comment\0" + long_text)),
        "animated.png": png(chunk(b"acTL", struct.pack(">II", 1, 0))),
        "two-links.mng": b"\x8aMNG\r\n\x1a\n" + chunk(b"MHDR", struct.pack(">7I", 1, 1, 1, 1, 1, 1,
        1)) + chunk(b"MEND", b""),
        "plain.gif": gif(), "comment.gif": gif(b"A comment"), "plain.bmp": bmp(), "plain.webp": webp(),
        "plain.tif": tiff(image_tags()), "big-endian.tif": tiff(image_tags(), ">"),
        "like.dng": tiff(image_tags(more=[(0xc612, 1, (1, 4, 0, 0)), (0xc614, 2, b"Unique\0")])),
        "like.nef": tiff(image_tags(b"NIKON CORPORATION\0"), ">"), "like.arw": tiff(image_tags(b"SONY\0")),
        "like.pef": tiff(image_tags(b"PENTAX\0"), ">"), "like.srw": tiff(image_tags(b"SAMSUNG\0")),
        "like.cr2": tiff(image_tags(b"Canon\0"), "<", 42, b"CR\2\0\0\0\0\0"),
        "like.orf": tiff(image_tags(b"OLYMPUS\0"), "<", 0x4f52), "like.rw2": tiff([(1, 7, b"0310"), (2, 3, 9)], "<",
        0x55),
        "plain.psd": psd(), "plain.psb": psd(2), "plain.wav": wav(), "plain.avi": avi(),
        "plain.mp4": movie(b"mp42"), "plain.mov": movie(b"qt  ", b"qt  "), "plain.m4a": movie(b"M4A "),
        "plain.3gp": movie(b"3gp5"), "plain.heic": still(b"heic"), "plain.avif": still(b"avif"),
        "plain.jp2": jp2(), "plain.jxl": box(b"JXL ", b"\r\n\x87\n") + box(b"ftyp", b"jxl \0\0\0\0jxl ") + box(
            b"jxlc", b"\xff\n\0\x10\xb0\x13"),
        "plain.pdf": pdf(), "unicode.pdf": pdf(b"\xfe\xff\0G\0r\x26\x03"), "plain.zip": archive({"a/txt": "text",
        "b": "more"}),
        "plain.docx": office("wordprocessingml.document", "word/document.xml"),
        "plain.xlsx": office("spreadsheetml.sheet", "xl/workbook.xml"),
        "plain.pptx": office("presentationml.presentation", "ppt/presentation.xml"),
        "plain.odt": open_document("text"), "plain.ods": open_document("spreadsheet"), "plain.epub": epub(),
        "plain.gz": gzip.compress(b"text" * 99, mtime=PAST), "plain.tar": tarball(),
        "both.mp3": mp3(), "old-tag.mp3": mp3(True, False), "plain.flac": flac(), "plain.ogg": ogg(),
        "plain.opus": ogg(True),
        "plain.mkv": ebml(b"matroska"), "plain.webm": ebml(b"webm"),
        "plain.flv": b"FLV\1\5\0\0\0\x09\0\0\0\0",
        "plain.swf": b"FWS\x06\x20\0\0\0\x50\0\x0f\xa0\0\0\x0f\xa0\0\0\x0c\1\0" + b"\0" * 12,
        "plain.aiff": b"FORM" + struct.pack(">I", 30) + b"AIFFCOMM" + struct.pack(">IHIH", 18, 1, 0, 16) +
                      b"\x40\x0e\xac\x44\0\0\0\0\0\0",
        "plain.svg": b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><title>T</title></svg>",
        "plain.html": "<html><head><title>Größe</title><meta name='author' content='test'></head></html>".encode(),
        "latin1.html": "<html><head><meta charset='iso-8859-1'><title>Größe</title></head></html>".encode("latin-1"),
        "plain.xml": b"<?xml version='1.0'?><a><b c='1'>text</b></a>",
        "plain.json": b'{"a":[1,{"b":"\\u2603"}],"c":null}',
        "plain.csv": b"SourceFile,Comment\na,b\n1,\"2\n3\"\n",
        "plain.rtf": b"{\\rtf1\\ansi{\\info{\\title T}{\\author A}}x}",
        "plain.ico": b"\0\0\1\0\1\0\1\1\2\0\1\0\1\0\x30\0\0\0\x16\0\0\0" + b"\0" * 48,
        "plain.cur": b"\0\0\2\0\1\0\1\1\2\0\1\0\1\0\x30\0\0\0\x16\0\0\0" + b"\0" * 48,
        "plain.ppm": b"P6\n# a comment\n1 1\n255\n\1\2\3", "plain.pgm": b"P5\n1 1\n255\n\1",
        "plain.pbm": b"P4\n1 1\n\1",
        "plain.eps": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%Title: (T)\n%%EndComments\nshowpage\n%%EOF\n",
        "plain.ps": b"%!PS-Adobe-3.0\n%%Creator: test\n%%EndComments\nshowpage\n%%EOF\n",
        "plain.ai": b"%!PS-Adobe-3.0\n%%Creator: Adobe Illustrator(R) 8\n%%BoundingBox: 0 0 9 9\n%%EndComments\n%%EOF\n",
        "plain.plist": b"<?xml version='1.0'?><!DOCTYPE plist><plist version='1.0'><dict><key>a</key><string>b</string></dict></plist>",
        "plain.vcf": "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Größe\r\nTEL;TYPE=home:1\r\nEND:VCARD\r\n".encode(),
        "plain.ics": b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:a\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        "plain.torrent": b"d8:announce8:http://a13:creation datei1500000000e4:infod6:lengthi9e4:name1:b12:piece lengthi9eee",
        "plain.exe": pe(), "plain.elf": elf(), "plain.macho": macho(), "plain.ttf": font(), "plain.djvu": djvu(),
        "plain.dcm": dicom(), "plain.fits": fits(), "plain.icc": icc(),
        "plain.hdr": b"#?RADIANCE\nFORMAT=32-bit_rle_rgbe\nEXPOSURE=1\n\n-Y 1 +X 1\n\1\2\3\4",
        "plain.pcx": b"\x0a\5\1\x08\0\0\0\0\1\0\1\0\x48\0\x48\0".ljust(128, b"\0") + b"\1",
        "plain.dpx": (b"SDPX" + struct.pack(">I", 2048) + b"V1.0\0\0\0\0").ljust(2048, b"\0"),
        "plain.rar": b"Rar!\x1a\7\0\xcf\x90s\0\0\x0d\0\0\0\0\0\0\0", "plain.7z": b"7z\xbc\xaf\x27\x1c\0\4" + b"\0" * 24,
        "plain.xcf": b"gimp xcf file\0" + struct.pack(">III", 1, 1, 0) + b"\0" * 16,
        "plain.miff": b"id=ImageMagick\ncolumns=1 rows=1\n\f\n:\x1a\1",
        "plain.iso": (b"\0" * 32768 + b"\1CD001\1\0" + b"LINUX".ljust(32) + b"VOLUME".ljust(32)).ljust(34816, b"\0"),
        "plain.flif": b"FLIF\x31\x31\0\0\0\0\0", "plain.bpg": b"BPG\xfb\0\0\1\1\0",
        "plain.lnk": b"L\0\0\0\1\x14\2\0\0\0\0\0\xc0\0\0\0\0\0\0\x46".ljust(76, b"\0"),
        "plain.m2t": (b"\x47\x40\0\x10\0" + b"\xff" * 183) * 4,
        "plain.mpg": b"\0\0\1\xba\x44\0\4\0\4\1\1\x89\xc3\xf8\0\0\1\xb9",
        "plain.asf": b"\x30\x26\xb2\x75\x8e\x66\xcf\x11\xa6\xd9\0\xaa\0\x62\xce\x6c" + struct.pack("<QIBB", 30, 0, 1,
        2),
        "plain.gpx": b"<?xml version='1.0'?><gpx version='1.1'><trk><trkseg><trkpt lat='1.5' lon='2.5'><ele>3</ele>"
                     b"<time>2020-01-02T03:04:05Z</time></trkpt><trkpt lat='1.6' lon='2.6'><time>2020-01-02T03:05:05Z</time>"
                     b"</trkpt></trkseg></trk></gpx>",
        "plain.kml": b"<?xml version='1.0'?><kml xmlns='http://www.opengis.net/kml/2.2'><Document><name>n</name><Placemark>"
                     b"<Point><coordinates>1,2,3</coordinates></Point></Placemark></Document></kml>",
        "plain.xmp": xmp, "utf8.txt": "Größe ☃\n".encode(), "utf16.txt": "Größe ☃\n".encode("utf-16"),
        "utf32.txt": "Größe\n".encode("utf-32"), "latin1.txt": "Größe\n".encode("latin-1"),
        "ascii.txt": b"text\r\nmore\r\n",
        "wrong-ending.png": jpeg(), "no-ending": jpeg(segment(0xfe, b"A comment")), "letters.JPG": jpeg(),
        "plain.aae": json.dumps(
            {"x": 1}).encode(),
    }.items()


def broken(examples):
    """Names and contents of damaged and hostile files."""
    chance = random.Random(20210304)
    yield "empty.jpg", b""
    yield "empty", b""
    yield "zeros.jpg", b"\0" * 5000
    yield "zeros.dat", b"\0" * 70_000
    yield "random.dat", chance.randbytes(3000)
    yield "random.jpg", chance.randbytes(3000)
    yield "one-byte.tif", b"I"
    for name in sorted(examples):
        raw = examples[name]
        if len(raw) > 60 and name.startswith(("canon", "plain.", "text", "nikon")):
            if chance.random() < 0.28:
                yield "cut-" + name, raw[:len(raw) * chance.randrange(30, 90) // 100]
            if chance.random() < 0.22:
                damaged = bytearray(raw)
                for _ in range(1 + len(raw) // 40):
                    damaged[chance.randrange(8, len(raw))] = chance.randrange(256)
                yield "damaged-" + name, bytes(damaged)
    date = b'"FileAccessDate": "2023:01:01 00:00:00+00:00",\nFile Access Date/Time           : 2023:01:01 00:00:00+00:00\n'
    yield "date-in-comment.jpg", jpeg(segment(0xfe, date))
    yield "dates-in-comment.jpg", jpeg(segment(0xfe, date * 3) + segment(0xfe, b"FileAccessDate"))
    yield "date-in-text.png", png(chunk(b"tEXt", b"FileAccessDate\0" + b"2023:01:01 00:00:00+00:00"))
    yield "date-in-xml.xml", b"<a><FileAccessDate>2023:01:01 00:00:00+00:00</FileAccessDate></a>"
    yield "ready-in-comment.jpg", jpeg(segment(0xfe, b"\n{ready}\n{ready1}\n=0=post1\n"))
    yield "escapes-in-comment.jpg", jpeg(segment(0xfe, b"\x1b[31m\x07\0\x01\xff\xfe\"\\\r\n\t</Comment>]]>'"))


NAMES = [
    "with blank.jpg", " leading blank.jpg", "trailing blank.jpg ", "'single'.jpg", '"double".jpg',
    "dollar$HOME ${x}.jpg",
    "@at.jpg", "percent%d%f.jpg", "back\\slash\\n.jpg", "#hash.jpg", "#[CSTR]hash.jpg", "pipe|", "|pipe.jpg",
    ">greater.jpg",
    "<less.jpg", "question?.jpg", "star*.jpg", "[brackets].jpg", "semi;colon&and.jpg", "equals=sign.jpg",
    "Größe ☃ 漢字.jpg",
    "-dash.jpg", "-j", "-execute", "--", "{ready}.jpg", "tab\there.jpg", "new\nline.jpg",
    os.fsdecode(b"invalid\xff\xfe.jpg"),
    "x" * 240 + ".jpg", "colon:2020.jpg", "FileAccessDate: 2023.jpg",
]


def write_metadata(folder):
    """Lets exiftool write metadata into copies of the plain files, and create those types it can create from nothing."""
    long_list = [f"-Keywords=word {number}" for number in range(60)]
    (folder / "thumbnail").write_bytes(jpeg(width=8))
    common = ["-Artist=Ann Ödegård", "-Title=Größe ☃ 漢字", "-DateTimeOriginal=2020:01:02 03:04:05", "-Rating=4"]
    place = ["-GPSLatitude=47.5", "-GPSLatitudeRef=N", "-GPSLongitude=8.25", "-GPSLongitudeRef=E", "-GPSAltitude=400"]
    jobs = [
        (["-EXIF:Artist=A", "-ISO=100", "-ExposureTime=1/250", "-Orientation=6", "-n"], "plain.jpg", "exif.jpg"),
        (["-IPTC:Headline=H", "-IPTC:City=Zürich", "-CodedCharacterSet=UTF8", *long_list], "plain.jpg", "iptc.jpg"),
        (["-XMP-dc:Subject=a", "-XMP-dc:Subject=b", "-XMP-dc:Title-de=Titel", "-XMP-dc:Title=Title",
          "-RegionInfo={AppliedToDimensions={W=9,H=9,Unit=pixel},RegionList=[{Area={X=1,Y=2,W=3,H=4,Unit=normalized},Name=A "
          "B,Type=Face},{Name=C}]}"], "plain.jpg", "structure.jpg"),
        (place, "plain.jpg", "gps.jpg"),
        (["-UserComment=Größe ☃ 漢字", "-XPComment=漢字", "-Comment=\u00e9"], "plain.jpg", "unicode.jpg"),
        (["-ImageDescription=" + "long " * 3000, "-XMP:Description=" + "länger " * 3000], "plain.jpg", "long.jpg"),
        (["-Artist=A", f"-ThumbnailImage<={folder}/thumbnail"], "plain.jpg", "thumbnail.jpg"),
        ([f"-PreviewImage<={folder}/thumbnail", "-Make=Canon"], "canon.jpg", "preview.jpg"),
        ([f"-ICC_Profile<={folder}/plain.icc"], "plain.jpg", "profile.jpg"),
        ([*common, *place, "-all:all=", "-Artist=left"], "exif.jpg", "stripped.jpg"),
        (["-MakerNotes:all=", "-OwnerName=Someone", "-Comment=c"], "canon.jpg", "rewritten.jpg"),
        (["-OffsetTime=+02:00", "-SubSecTime=123", *common], "plain.jpg", "offset.jpg"),
    ]
    jobs += [([*common, *place], name, "tags-" + name) for name in (
        "plain.png", "plain.gif", "plain.tif", "plain.psd", "plain.webp", "plain.mp4", "plain.mov", "plain.m4a",
        "plain.pdf",
        "plain.jp2", "plain.jxl", "plain.heic", "plain.avif", "like.dng", "like.nef", "like.cr2", "like.orf",
        "plain.ppm", "plain.eps",
        "plain.ai", "plain.xmp", "plain.icc", "plain.ps", "plain.pbm", "plain.psb", "plain.3gp", "like.arw",
        "like.rw2", "plain.flif")]
    created = [
        ([*common, *place, "-XMP-dc:Subject=a"], "created.xmp"), ([*common, *place], "created.mie"),
        ([*common, *place], "created.exv"), ([*common, *place], "created.exif"),
        (["-tagsfromfile", f"{folder}/plain.icc", "-ICC_Profile"], "created.icc"),
        (["-CanonVRD:GammaContrast=1"], "created.vrd"),
    ]
    arguments = folder / "arguments"
    lines = []
    for tags, source, target in jobs:
        if (folder / source).exists() or any(source == made for _, _, made in jobs):
            lines += [*tags, "-m", "-o", str(folder / target), str(folder / source), "-execute"]
    for tags, target in created:
        lines += [*tags, "-m", "-o", str(folder / target), "-execute"]
    arguments.write_text("\n".join(lines) + "\n")
    subprocess.run([EXIFTOOL, "-config", "", "-@", str(arguments)], stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
                   timeout=300, check=False)
    (folder / "thumbnail").unlink()
    arguments.unlink()


def settle(files, age_seconds=2.2):
    """Waits until no file changed within the last seconds, and reads each: relatime leaves its access time alone after that."""
    changed = [os.stat(path).st_ctime for path in files]
    while changed and time.time() - max(changed) < age_seconds:
        time.sleep(0.05)
    for path in files:
        for _ in range(20):
            before = os.stat(path).st_atime_ns
            try:
                with open(path, "rb") as file:
                    file.read(1)
            except OSError:
                break
            after = os.stat(path)
            if after.st_atime_ns == before or after.st_atime_ns > after.st_ctime_ns:
                break
            time.sleep(0.005)


def make(folder):
    """Fills the folder and returns the sorted paths, as str with surrogates where a name is not UTF-8."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    examples = {}
    for name, raw in made():
        examples[name] = raw
        (folder / name).write_bytes(raw)
    write_metadata(folder)
    for name, raw in broken(examples):
        (folder / name).write_bytes(raw)
    example = (folder / "exif.jpg").read_bytes()
    names = folder / "names"
    names.mkdir()
    for name in NAMES:
        (names / name).write_bytes(example)
    links = folder / "links"
    links.mkdir()
    os.symlink("../exif.jpg", links / "symbolic.jpg")
    os.symlink(folder / "gps.jpg", links / "absolute.jpg")
    os.symlink("symbolic.jpg", links / "chain.jpg")
    os.link(folder / "unicode.jpg", links / "hard.jpg")
    os.symlink("missing", links / "dangling.jpg")
    system = folder / "system"
    system.mkdir()
    for number, path in enumerate(system_files()):
        shutil.copyfile(path, system / f"{number:03} {os.path.basename(path)}")
    (folder / "unreadable.jpg").write_bytes(example)
    (folder / "read-only.jpg").write_bytes(example)

    files = sorted(os.path.join(root, name) for root, _, names in os.walk(folder) for name in names)
    for number, path in enumerate(files):
        if os.path.exists(path):
            os.utime(path, ns=((PAST + number) * 10**9 + number, (PAST + number) * 10**9 + number))
    os.chmod(folder / "unreadable.jpg", 0)
    os.chmod(folder / "read-only.jpg", 0o444)
    existing = [path for path in files if os.path.exists(path)]
    settle(existing)
    return existing


def file_types(folder):
    """The types that exiftool sees, and how many files have each."""
    text = subprocess.run([EXIFTOOL, "-config", "", "-q", "-q", "-r", "-s3", "-FileType", str(folder)],
            capture_output=True,
                          timeout=300, check=False).stdout.decode()
    counts = {}
    for line in text.splitlines():
        counts[line] = counts.get(line, 0) + 1
    return counts


def check(folder, files):
    types = file_types(folder)
    print(f"{len(files)} files of {len(types)} types, without those unknown to exiftool")
    if len(files) < LEAST_FILES or len(types) < LEAST_TYPES:
        raise SystemExit(f"The corpus is too small: {LEAST_FILES} files of {LEAST_TYPES} types are needed.")
    return types


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    began = time.monotonic()
    result = make(sys.argv[1])
    print(f"made in {time.monotonic() - began:.1f} s")
    print(", ".join(f"{name} {count}" for name, count in sorted(check(sys.argv[1], result).items())))

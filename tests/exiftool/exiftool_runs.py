# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs exiftool and its drop-in for the tests: one command, or a process that is kept open; looks for processes left
over.
"""
import os
import pathlib
import re
import selectors
import signal
import subprocess
import sys
import time
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "api"))

REAL = os.environ.get("MANOMETER_EXIFTOOL_REAL", "/usr/bin/exiftool")
MARK = uuid.uuid4().hex
TIMEOUT_SECONDS = 60


def arguments_and_flags(usage):
    """The command line without its flags, and the flags; ends with the usage if there is no first argument."""
    words = sys.argv[1:]
    flags = {}
    plain = []
    for word in words:
        if word.startswith("--"):
            name, _, value = word[2:].partition("=")
            flags[name] = value
        else:
            plain.append(word)
    if not plain:
        raise SystemExit(usage)
    return plain, flags


def environment(home, door=None, empty=False, real=REAL):
    """What both sides run with: the order of Perl's hashes is fixed, and no configuration is read."""
    result = {} if empty else {name: value for name, value in os.environ.items() if not name.startswith(("PERL",
            "MANOMETER", "EXIFTOOL"))}
    result |= {"PERL_HASH_SEED": "0", "PERL_PERTURB_KEYS": "0", "MANOMETER_TEST_MARK": MARK,
            "MANOMETER_EXIFTOOL_REAL": real,
               "MANOMETER_SOCKET": str(door) if door else "/nonexistent/exiftool.sock"}
    if not empty:
        result["HOME"] = str(home)
    return result


def as_bytes(words):
    return [os.fsencode(word) for word in words]


def one_shot(program, words, environment, folder=None, stdin=None, merged=False, timeout=TIMEOUT_SECONDS):
    """stdout, stderr and exit status. A run that does not end in time has the status "timeout"."""
    process = subprocess.Popen([os.fsencode(program), *as_bytes(words)], env=environment, cwd=folder,
            stdout=subprocess.PIPE,
                               stdin=subprocess.PIPE if stdin is not None else subprocess.DEVNULL,
                               stderr=subprocess.STDOUT if merged else subprocess.PIPE)
    try:
        out, err = process.communicate(stdin, timeout)
        return out, err or b"", process.returncode
    except subprocess.TimeoutExpired:
        process.kill()
        out, err = process.communicate()
        return out, err or b"", "timeout"


class OpenProcess:
    """A process with pipes that are read as the output comes, so that none of them fills up."""

    def __init__(self, program, words, environment, folder=None, merged=False):
        self.process = subprocess.Popen([os.fsencode(program), *as_bytes(words)], env=environment, cwd=folder,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0,
                                        stderr=subprocess.STDOUT if merged else subprocess.PIPE)
        self.selector = selectors.DefaultSelector()
        self.out = bytearray()
        self.err = bytearray()
        for pipe, buffer in ((self.process.stdout, self.out), (self.process.stderr, self.err)):
            if pipe:
                os.set_blocking(pipe.fileno(), False)
                self.selector.register(pipe, selectors.EVENT_READ, buffer)
        os.set_blocking(self.process.stdin.fileno(), False)

    def pump(self, seconds):
        """Reads what is there, or waits for it; false if nothing came."""
        came = False
        for key, _ in self.selector.select(seconds):
            raw = os.read(key.fd, 1 << 16)
            if raw:
                key.data.extend(raw)
                came = True
            else:
                self.selector.unregister(key.fileobj)
        return came

    def send(self, raw):
        end = time.monotonic() + TIMEOUT_SECONDS
        while raw and time.monotonic() < end:
            try:
                raw = raw[os.write(self.process.stdin.fileno(), raw):]
            except BlockingIOError:
                self.pump(0.01)
            except BrokenPipeError:
                return

    def wait_for(self, condition, seconds=TIMEOUT_SECONDS):
        end = time.monotonic() + seconds
        while not condition():
            if not self.selector.get_map() or time.monotonic() > end:
                return condition()
            self.pump(min(1, max(0, end - time.monotonic())))
        return True

    def close_stdin(self):
        if not self.process.stdin.closed:
            self.process.stdin.close()

    def wait_for_quiet(self, seconds=0.5, least=1.0):
        """The real exiftool does not end with its input: waits until no more output comes."""
        end = time.monotonic() + least
        while self.pump(seconds) or time.monotonic() < end:
            if not self.selector.get_map():
                break

    def wait_for_end(self, seconds=TIMEOUT_SECONDS):
        """The exit status, or "timeout"."""
        end = time.monotonic() + seconds
        while self.selector.get_map() and time.monotonic() < end:
            self.pump(0.2)
        try:
            return self.process.wait(max(0.1, end - time.monotonic()))
        except subprocess.TimeoutExpired:
            return "timeout"

    def end(self):
        self.close_stdin()
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(TIMEOUT_SECONDS)
        while self.selector.get_map() and self.pump(0):
            pass
        for pipe in (self.process.stdout, self.process.stderr):
            if pipe:
                pipe.close()
        self.selector.close()


class StayOpen(OpenProcess):
    """exiftool kept open, asked as PyExifTool asks it."""

    def __init__(self, program, environment, folder=None, common=()):
        super().__init__(program, ["-stay_open", "True", "-@", "-", *(["-common_args", *common] if common else [])],
                         environment, folder)
        self.count = 0

    def ask(self, words):
        """stdout, stderr and status of one command."""
        self.count += 1
        ready = b"{ready%d}\n" % self.count
        post = b"=post%d\n" % self.count
        self.send(b"\n".join([*as_bytes(words), b"-echo4", b"=${status}" + post + b"-execute%d\n" % self.count]))
        if not self.wait_for(lambda: self.out.endswith(ready) and self.err.endswith(post)):
            result = bytes(self.out), bytes(self.err), "timeout" if self.process.poll() is None else "ended"
        else:
            err, _, status = self.err[:-len(post)].rpartition(b"=")
            result = bytes(self.out[:-len(ready)]), bytes(err), int(status)
        self.out.clear()
        self.err.clear()
        return result

    def leave(self, seconds=10):
        self.send(b"-stay_open\nFalse\n")
        status = self.wait_for_end(seconds)
        self.end()
        return status


def without_order(output):
    """The lines and the columns of each command's output, sorted.

    exiftool lists Composite tags in the order of a Perl hash, which depends on the modules that the process has loaded so
    far, even with a fixed hash seed: the answer of a process with another history may have another order.
    """
    return [sorted(filter(None, re.split(rb"[,\n\t]", part))) for part in re.split(rb"(\{ready\d*\}\n)", output)]


class Comparison:
    """Counts what was compared and prints the first differences."""

    def __init__(self, shown=12, most_in_another_order=0.02):
        # Of the answers compared: the ratio that may list Composite tags in another order. Of the corpus, 18 % of the
        # answers of a new process differ so from those of one that has read all files.
        self.most_in_another_order = most_in_another_order
        self.count = 0
        self.order = []
        self.different = []
        self.shown = shown

    def equal(self, where, real, ours):
        self.count += 1
        if real == ours:
            return True
        if isinstance(real, tuple) and isinstance(real[0],
                bytes) and real[1:] == ours[1:] and without_order(real[0]) == without_order(ours[0]):
            self.order.append(where)
            return True
        self.fail(where, real, ours)
        return False

    def fail(self, where, real, ours=None):
        self.different.append(where)
        if len(self.different) <= self.shown:
            print("DIFFERENT:", printable(where))
            if ours is None:
                print("   ", printable(real))
                return
            if not isinstance(real, tuple):
                real, ours = (real, ), (ours, )
            for name, left, right in zip(("stdout", "stderr", "status", "more"), real, ours):
                if left != right:
                    print(f"    {name}: {difference(left, right)}")
            sys.stdout.flush()

    def finish(self, what):
        print(f"{what}: {self.count} compared, {len(self.different)} different, {len(self.order)} in another order")
        for where in self.order[:3]:
            print("    another order:", printable(where))
        sys.stdout.flush()
        if self.different:
            raise SystemExit(1)
        if len(self.order) > self.most_in_another_order * self.count + 3:
            raise SystemExit("More answers than expected have another order.")


def hits_of(daemon):
    """How many answers came from the cache; 0 where manometerd does not count them."""
    return daemon.json("/api/cache/stats").get("exiftool", {}).get("hits", 0)


def printable(value):
    text = value if isinstance(value, str) else repr(value)
    return text.encode("utf-8", "backslashreplace").decode()[:600]


def difference(left, right):
    if not isinstance(left, bytes) or not isinstance(right, bytes):
        return f"real {left!r}, ours {right!r}"
    place = next((number for number, (one, two) in enumerate(zip(left, right)) if one != two), min(len(left),
            len(right)))
    begin = max(0, place - 60)
    return (f"at byte {place} of {len(left)} and {len(right)}:\n        real {left[begin:place + 120]!r}"
            f"\n        ours {right[begin:place + 120]!r}")


def marked_processes(mark=MARK):
    """Processes that were started with the mark of this test run, without this process."""
    found = []
    for name in os.listdir("/proc"):
        if name.isdigit() and int(name) != os.getpid():
            try:
                with open(f"/proc/{name}/environ", "rb") as file:
                    if b"MANOMETER_TEST_MARK=" + mark.encode() in file.read():
                        with open(f"/proc/{name}/cmdline", "rb") as command:
                            line = command.read().replace(b"\0", b" ").decode("utf-8", "backslashreplace")
                        if line:  # an empty one belongs to a process that has ended
                            found.append((int(name), line))
            except OSError:
                continue
    return found


def end_of_processes(seconds=5):
    """Waits until no process with the mark is left; ends those that stay, and returns them."""
    end = time.monotonic() + seconds
    while (left := marked_processes()) and time.monotonic() < end:
        time.sleep(0.02)
    for number, _ in left:
        try:
            os.kill(number, signal.SIGKILL)
        except ProcessLookupError:
            pass
    return left


def no_process_is_left(comparison, where, seconds=5):
    comparison.count += 1
    if left := end_of_processes(seconds):
        comparison.fail(where + ": processes are left", repr(left))


# A Perl script in place of exiftool: it can be stopped behind the reading of a file, and can be made to read another file.
WRAPPER = r'''#!/usr/bin/perl
# %s
use strict;
my $real = '%s';
my $replacement = '%s';
my $pause = $ENV{MANOMETER_TEST_PAUSE};
BEGIN { unshift @INC, '%s/lib'; }
require Image::ExifTool;
my $read = \&Image::ExifTool::ImageInfo;
no warnings 'redefine';
*Image::ExifTool::ImageInfo = sub {
    $_[1] = $replacement if length $replacement and defined $_[1] and not ref $_[1];
    my $info = $read->(@_);
    if (defined $pause and -e "$pause/wanted") {
        open my $mark, '>', "$pause/has-read" or die;
        close $mark;
        select undef, undef, undef, 0.01 while -e "$pause/wanted";
    }
    return $info;
};
$0 = $real;
do $real;
die $@ if $@;
'''


def write_wrapper(path, replacement="", comment=""):
    path.write_text(WRAPPER % (comment, REAL, replacement, os.path.dirname(os.path.realpath(REAL))))
    path.chmod(0o755)

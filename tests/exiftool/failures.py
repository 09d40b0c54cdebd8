#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can fail beside exiftool's drop-in: the answer is the real one, nothing more is printed, and no process is
left.

failures.py OURS MANOMETERD [--quick] [--stand-in]

The daemon is absent, hung, late, stopped, killed, answers garbage, or closes in the middle of an answer; another user
asks; links are swapped; the drop-in itself is killed. --quick: fewer commands for another user. --stand-in: the drop-in
is the real exiftool.
"""
import array
import os
import pathlib
import random
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

import corpus
from exiftool_runs import (REAL, Comparison, StayOpen, arguments_and_flags, end_of_processes, environment,
        no_process_is_left, one_shot,
                           write_wrapper)
from running_daemon import RunningDaemon

KINDS = {"stream": socket.SOCK_STREAM, "packets": socket.SOCK_SEQPACKET}
# No answer may take longer because of a daemon that does not answer; the time limits of the drop-in add up to 0.3 s.
MOST_SECONDS = 5


class FakeDaemon:
    """A socket in place of the daemon's: what it does with a connection is given."""

    def __init__(self, path, kind, behave):
        self.behave = behave
        self.connections = 0
        self.stopped = False
        self.socket = socket.socket(socket.AF_UNIX, kind)
        self.socket.bind(str(path))
        self.socket.listen(64)
        self.path = path
        self.open = []
        self.thread = threading.Thread(target=self.accept, daemon=True)
        self.thread.start()

    def accept(self):
        while not self.stopped:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            if self.stopped:
                connection.close()
                return
            self.connections += 1
            self.open.append(connection)
            threading.Thread(target=self.serve, args=(connection, ), daemon=True).start()

    def serve(self, connection):
        try:
            self.behave(connection)
        except OSError:
            pass

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stopped = True
        waker = socket.socket(socket.AF_UNIX, self.socket.type)
        try:
            waker.connect(str(self.path))
        except OSError:
            pass
        self.thread.join(10)
        waker.close()
        self.socket.close()
        for connection in self.open:
            connection.close()
        os.unlink(self.path)


def receive(connection):
    """A message, and the descriptors that came with it."""
    raw, ancillary, _, _ = connection.recvmsg(1 << 20, socket.CMSG_SPACE(64))
    descriptors = array.array("i")
    for level, kind, data in ancillary:
        if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
            descriptors.frombytes(data[:len(data) - len(data) % descriptors.itemsize])
    return raw, list(descriptors)


def discard(connection):
    raw, descriptors = receive(connection)
    for descriptor in descriptors:
        os.close(descriptor)
    return raw


def hang(connection):
    while discard(connection):
        pass


def close_at_once(connection):
    connection.close()


def garbage_at_once(connection):
    connection.sendall(random.Random(1).randbytes(4000))
    hang(connection)


def garbage(size):
    def behave(connection):
        chance = random.Random(size)
        while discard(connection):
            connection.sendall(chance.randbytes(size))
    return behave


def zeros(connection):
    while discard(connection):
        connection.sendall(b"\0" * 64)


def endless(connection):
    discard(connection)
    while True:
        connection.sendall(b"x" * 4096)


class Proxy:
    """Between the drop-in and the real daemon, with descriptors: answers come late, cut, or not at all."""

    def __init__(self, target, kind, change):
        self.target = target
        self.kind = kind
        self.change = change
        self.answers = 0

    def __call__(self, connection):
        behind = socket.socket(socket.AF_UNIX, self.kind)
        behind.connect(str(self.target))

        def back():
            try:
                while raw := behind.recv(1 << 20):
                    self.answers += 1
                    if not self.change(connection, raw, self.answers):
                        break
            except OSError:
                pass
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
        thread = threading.Thread(target=back, daemon=True)
        thread.start()
        try:
            while True:
                raw, descriptors = receive(connection)
                if not raw:
                    break
                socket.send_fds(behind, [raw], descriptors)
                for descriptor in descriptors:
                    os.close(descriptor)
        finally:
            try:
                behind.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
            thread.join(10)
            behind.close()


def passed(connection, raw, _):
    connection.sendall(raw)
    return True


def late(connection, raw, _):
    time.sleep(1)
    connection.sendall(raw)
    return True


def cut(connection, raw, number):
    """The third of four answers ends in the middle, and the connection with it."""
    if number % 4 == 3:
        connection.sendall(raw[:len(raw) // 2])
        return False
    connection.sendall(raw)
    return True


def dropped(connection, raw, number):
    if number % 3:
        connection.sendall(raw)
    return True


def scrambled(connection, raw, number):
    connection.sendall(raw if number % 2 else random.Random(number).randbytes(len(raw)))
    return True


class Failures:
    def __init__(self, ours, flags, root, daemon):
        self.ours = ours
        self.flags = flags
        self.daemon = daemon
        self.door = daemon.door / "exiftool.sock"
        self.root = pathlib.Path(root)
        self.folder = self.root / "files"
        self.home = self.root / "home"
        self.folder.mkdir()
        self.home.mkdir()
        self.comparison = Comparison()
        self.files = []
        for number in range(12):
            path = self.folder / f"file {number}.jpg"
            path.write_bytes(corpus.jpeg(corpus.segment(0xfe, b"comment %d" % number)))
            os.utime(path, (corpus.PAST, corpus.PAST))
            self.files.append(path)
        corpus.settle(self.files)
        self.commands = [["-json", "-G", "-n", str(path)] for path in self.files]
        self.commands += [["-j", str(self.folder / "missing.jpg")], ["-b", "-Comment", str(self.files[0])], ["-ver"]]
        self.real = self.answers(REAL, None)
        self.real_one_shot = one_shot(REAL, self.commands[0], environment(self.home))

    def answers(self, program, door):
        process = StayOpen(program, environment(self.home, door), self.folder)
        try:
            return [process.ask(words) for words in self.commands]
        finally:
            process.leave()

    def compare(self, where, door, turns=2, alone=True):
        """A process that is kept open, and a command alone; with the time that each answer takes."""
        process = StayOpen(self.ours, environment(self.home, door), self.folder)
        longest = 0
        for turn in range(turns):
            for words, real in zip(self.commands, self.real):
                began = time.monotonic()
                self.comparison.equal(f"{where}, turn {turn}: {words}", real, process.ask(words))
                longest = max(longest, time.monotonic() - began)
        self.comparison.equal(f"{where}: exit status", 1, process.leave())
        began = time.monotonic()
        self.comparison.equal(f"{where}, one-shot", self.real_one_shot, one_shot(self.ours, self.commands[0],
                environment(self.home, door)))
        longest = max(longest, time.monotonic() - began)
        self.comparison.count += 1
        if longest > MOST_SECONDS:
            self.comparison.fail(f"{where}: an answer took", f"{longest:.1f} s")
        if alone:
            no_process_is_left(self.comparison, where)
        return longest

    def an_absent_daemon(self):
        for name, prepare in (("missing", lambda path: None), ("a file", lambda path: path.write_bytes(b"text")),
                ("a folder", lambda path: path.mkdir()),
                              ("a dangling link", lambda path: path.symlink_to("missing"))):
            path = self.root / f"socket {name}"
            prepare(path)
            self.compare(f"the socket is {name}", path, 1)
        path = self.root / "refused"
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        listener.bind(str(path))
        listener.close()
        self.compare("the socket refuses", path, 1)
        self.compare("the socket's path is too long", "/" + "x" * 300, 1)

    def a_false_daemon(self):
        for name, kind in KINDS.items():
            for behave in (hang, close_at_once, garbage_at_once, garbage(1), garbage(7), garbage(64), garbage(4096),
                    zeros, endless):
                path = self.root / "false.sock"
                with FakeDaemon(path, kind, behave):
                    what = getattr(behave, "__name__", "")
                    self.compare(f"a daemon ({name}) that does: {what}", path, 1)
            # One that never accepts, and whose queue is full.
            path = self.root / "deaf.sock"
            with socket.socket(socket.AF_UNIX, kind) as listener:
                listener.bind(str(path))
                listener.listen(0)
                fillers = []
                for _ in range(4):
                    filler = socket.socket(socket.AF_UNIX, kind)
                    filler.setblocking(False)
                    filler.connect_ex(str(path))
                    fillers.append(filler)
                self.compare(f"a daemon ({name}) that does not accept", path, 1)
                for filler in fillers:
                    filler.close()
            path.unlink()

    def kind_of_the_daemon(self):
        for kind in KINDS.values():
            with socket.socket(socket.AF_UNIX, kind) as attempt:
                try:
                    attempt.connect(str(self.door))
                    return kind
                except OSError:
                    continue
        return None

    def a_disturbed_daemon(self):
        kind = self.kind_of_the_daemon()
        self.comparison.count += 1
        if kind is None:
            if "stand-in" not in self.flags:
                self.comparison.fail("the daemon's socket", "no connection")
            return
        for change in (passed, late, cut, dropped, scrambled):
            path = self.root / "proxy.sock"
            proxy = Proxy(self.door, kind, change)
            with FakeDaemon(path, kind, proxy) as fake:
                self.compare(f"answers of the daemon are {change.__name__}", path)
            self.comparison.count += 1
            if "stand-in" not in self.flags and not (fake.connections and proxy.answers):
                self.comparison.fail(f"answers are {change.__name__}", "The drop-in did not ask through the proxy.")

    def a_stopped_daemon(self):
        self.compare("the daemon runs", self.door)
        os.kill(self.daemon.process.pid, signal.SIGSTOP)
        try:
            longest = self.compare("the daemon is stopped", self.door)
            print(f"    longest answer beside a stopped daemon: {longest:.2f} s")
        finally:
            os.kill(self.daemon.process.pid, signal.SIGCONT)
        self.compare("the daemon goes on", self.door, 1)
        # Stopped while a process is connected.
        process = StayOpen(self.ours, environment(self.home, self.door), self.folder)
        for turn in range(3):
            if turn == 1:
                os.kill(self.daemon.process.pid, signal.SIGSTOP)
            if turn == 2:
                os.kill(self.daemon.process.pid, signal.SIGCONT)
            for words, real in zip(self.commands, self.real):
                self.comparison.equal(f"stopped between commands, turn {turn}", real, process.ask(words))
        process.leave()

    def a_killed_daemon(self):
        process = StayOpen(self.ours, environment(self.home, self.door), self.folder)
        chance = random.Random(7)
        for turn in range(3):
            killer = threading.Timer(chance.random() * 0.2, self.daemon.kill)
            killer.start()
            for _ in range(6):
                for words, real in zip(self.commands, self.real):
                    self.comparison.equal(f"killed during a run, turn {turn}", real, process.ask(words))
            killer.join()
            self.compare(f"killed, turn {turn}", self.door, 1, alone=False)
            self.daemon.start()
            for words, real in zip(self.commands, self.real):
                self.comparison.equal(f"started again, turn {turn}", real, process.ask(words))
        process.leave()

    def another_user(self):
        if os.getuid() != 0:
            print("    not root: without another user")
            return
        nobody = 65534
        secret = self.folder / "secret.jpg"
        secret.write_bytes(corpus.jpeg(corpus.segment(0xfe, b"secret")))
        os.utime(secret, (corpus.PAST, corpus.PAST))
        self.root.chmod(0o755)
        corpus.settle([secret])
        ours_env = environment(self.home, self.door)
        readable_program = self.root / "program"
        readable_program.write_bytes(pathlib.Path(self.ours).read_bytes())
        readable_program.chmod(0o755)
        words = ["-b", "-Comment", str(secret)]
        for _ in range(2):
            self.comparison.equal("the owner reads the secret", (b"secret", b"", 0), one_shot(self.ours, words,
                    ours_env))
        secret.chmod(0o600)
        corpus.settle([secret])
        for _ in range(2):
            self.comparison.equal("the owner reads the secret", (b"secret", b"", 0), one_shot(self.ours, words,
                    ours_env))

        def as_nobody(program, arguments):
            result = subprocess.run([str(program), *arguments], env=ours_env, cwd="/", capture_output=True,
                    user=nobody, group=nobody,
                                    extra_groups=[], timeout=60, check=False)
            return result.stdout, result.stderr, result.returncode
        commands = [words, ["-j", str(secret)], *self.commands[:2 if "quick" in self.flags else None]]
        folders = [pathlib.Path(self.door).parent, *list(pathlib.Path(self.door).parents)[1:]]
        folders = [folder for folder in folders if str(folder).startswith(str(self.daemon.root))]
        modes = [(folder, folder.stat().st_mode) for folder in folders]
        for opened in (False, True):
            if opened:  # even where a mistake opens the way to the socket
                for folder, _ in modes:
                    folder.chmod(0o755)
                if self.door.exists():
                    self.door.chmod(0o666)
            for arguments in commands:
                for _ in range(2):
                    self.comparison.equal(f"another user, the way to the socket is {'open' if opened else 'closed'}: {arguments}",
                                          as_nobody(REAL, arguments), as_nobody(readable_program, arguments))
        for folder, mode in modes:
            folder.chmod(mode & 0o7777)
        if self.door.exists():
            self.door.chmod(0o600)
        # What another user was answered must not reach this one, or the other way round.
        self.comparison.equal("the owner reads the secret again", (b"secret", b"", 0), one_shot(self.ours, words,
                ours_env))

    def swapped_links(self):
        link = self.folder / "link.jpg"
        link.symlink_to(self.files[0].name)
        process = StayOpen(self.ours, environment(self.home, self.door), self.folder)
        for number in range(200):
            target = number % len(self.files)
            new = self.folder / "link.new"
            new.symlink_to(self.files[target].name)
            new.rename(link)
            self.comparison.equal(f"a swapped link, {number}", (b"comment %d" % target, b"", 0), process.ask(["-b",
                    "-Comment", str(link)]))
        link.unlink()
        link.symlink_to(self.files[0].name)
        stop = threading.Event()

        def swap():
            number = 0
            while not stop.is_set():
                number += 1
                new = self.folder / "link.new"
                new.symlink_to(self.files[number % 2].name)
                new.rename(link)
        swapper = threading.Thread(target=swap)
        swapper.start()
        for number in range(200):
            answer = process.ask(["-b", "-Comment", "-FileName", str(link)])
            self.comparison.count += 1
            if answer not in ((b"comment 0link.jpg", b"", 0), (b"comment 1link.jpg", b"", 0)):
                self.comparison.fail("a link that is swapped all the time", answer)
        stop.set()
        swapper.join()
        for path in self.files[:2]:
            self.comparison.equal("files behind the swapped links", one_shot(REAL, ["-b", "-Comment", str(path)],
                    environment(self.home)),
                                  process.ask(["-b", "-Comment", str(path)]))
        process.leave()

    def a_killed_drop_in(self):
        """It is killed while exiftool reads a file for it: exiftool does not stay."""
        wrapper = self.root / "slow"
        pause = self.root / "pause"
        pause.mkdir()
        write_wrapper(wrapper)
        program = self.ours if "stand-in" not in self.flags else str(wrapper)
        for door in (None, self.door):
            env = environment(self.home, door, real=str(wrapper)) | {"MANOMETER_TEST_PAUSE": str(pause)}
            for number in (signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGPIPE, None):
                fresh = self.folder / f"read once {number} {door is None}.jpg"
                fresh.write_bytes(corpus.jpeg())
                (pause / "wanted").touch()
                process = StayOpen(program, env, self.folder)
                process.send(b"-j\n" + os.fsencode(fresh) + b"\n-execute1\n")
                end = time.monotonic() + 30
                while not (pause / "has-read").exists() and time.monotonic() < end:
                    process.pump(0.01)
                if number is None:  # the client is gone instead
                    process.close_stdin()
                    process.process.stdout.close()
                    process.selector.unregister(process.process.stdout) if process.selector.get_map() else None
                    process.process.stderr.close()
                    process.selector.close()
                    (pause / "wanted").unlink()
                else:
                    process.process.send_signal(number)
                    process.process.wait(30)
                    (pause / "wanted").unlink()
                    process.end()
                (pause / "has-read").unlink(missing_ok=True)
                if "stand-in" not in self.flags:
                    no_process_is_left(self.comparison, f"killed with {number}, daemon {door is not None}")
                else:
                    end_of_processes(1)
                if number is None:
                    process.process.wait(30)

    def streams_that_cannot_be_used(self):
        """A full disk, and closed streams: what is lost is reported as the real one reports it."""
        file = self.files[0]
        script = b"-j\n%b\n-execute1\n-ver\n-execute2\n-stay_open\nFalse\n" % os.fsencode(file)
        for door in (None, self.door):
            env = environment(self.home, door)
            for words, given in ((["-j", str(file)], b""), (["-ver"], b""), (["-stay_open", "True", "-@", "-"], script)):
                for redirection in (">/dev/full", ">&-", "2>&-", ">&- 2>&-"):

                    def run(program):
                        line = f'exec "$@" {redirection}'
                        return one_shot("/bin/sh", ["-c", line, "sh", program, *words], env, self.folder, given)

                    self.comparison.equal(f"{redirection}, daemon {door is not None}: {words}", run(REAL), run(self.ours))
        no_process_is_left(self.comparison, "streams that cannot be used")

    def a_small_stack(self):
        words = ["-c", 'ulimit -s 64; exec "$@"', "sh"]
        for command in self.commands[:1] + [["-ver"]]:
            real = one_shot("/bin/sh", [*words, REAL, *command], environment(self.home))
            ours = one_shot("/bin/sh", [*words, self.ours, *command], environment(self.home, self.door))
            self.comparison.equal(f"a small stack: {command}", real, ours)

    def a_script_in_between(self):
        """A script that is called exiftool and runs the drop-in is first on PATH: it is not taken for the real one."""
        for call in ("exec", ""):
            folder = self.root / f"bin {call}"
            folder.mkdir()
            script = folder / "exiftool"
            script.write_text(f'#!/bin/sh\n{call} "{self.ours}" "$@"\n')
            script.chmod(0o755)
            for door in (None, self.door):
                env = environment(self.home, door) | {"PATH": f"{folder}:{os.environ['PATH']}"}
                del env["MANOMETER_EXIFTOOL_REAL"]
                for command in (self.commands[0], ["-ver"], ["-if", "1", "-FileName", str(self.files[0])]):
                    real = one_shot(REAL, command, environment(self.home))
                    self.comparison.equal(f"a script in between: {call} {command}", real, one_shot(str(script), command, env))

    def a_wrong_real_one(self):
        """Who names an exiftool does not get another one."""
        for named in (self.ours, "/nonexistent", str(self.folder)):
            out, err, status = one_shot(self.ours, ["-ver"], environment(self.home, self.door, real=named))
            self.comparison.equal(f"the real one is {named}", (b"", True, 127), (out, named.encode() in err, status))

    def an_interrupted_write(self):
        """SIGINT while a process that is kept open writes a file: no temporary file stays."""
        file = self.folder / "large.jpg"
        file.write_bytes(corpus.jpeg())
        with open(file, "ab") as large:
            large.truncate(300 << 20)
        results = []
        for program in (REAL, self.ours):
            process = StayOpen(program, environment(self.home), self.folder)
            process.send(b"-overwrite_original\n-Comment=x\n" + os.fsencode(file) + b"\n-execute1\n")
            temporary = pathlib.Path(f"{file}_exiftool_tmp")
            end = time.monotonic() + 30
            while not temporary.exists() and time.monotonic() < end:
                process.pump(0.002)
            process.process.send_signal(signal.SIGINT)
            results.append((process.process.wait(30), temporary.exists()))
            process.end()
            temporary.unlink(missing_ok=True)
        file.unlink()
        self.comparison.equal("an interrupted write: status, temporary file", *results)

    def a_real_one_that_dies(self):
        """The real exiftool is killed under the drop-in, or cannot be started: its status, and no words of ours."""
        for name, text in (("fails", "#!/usr/bin/perl\nprint STDERR \"broken\\n\"; exit 3;\n"), ("kills itself",
                "#!/usr/bin/perl\nkill 9, $$; sleep 5;\n"),
                           ("says nothing", "#!/bin/sh\nexit 0\n"), ("is a shell script",
                           f"#!/bin/sh\nexec {REAL} \"$@\"\n")):
            real = self.root / f"real that {name}".replace(" ", "-")
            real.write_text(text)
            real.chmod(0o755)
            env = environment(self.home, self.door, real=str(real))
            program = self.ours if "stand-in" not in self.flags else str(real)
            for turn in range(2):
                for words in (["-j", str(self.files[3])], ["-Comment=x", str(self.root / "missing")]):
                    self.comparison.equal(f"the real exiftool {name}, turn {turn}: {words[0]}", one_shot(str(real),
                            words, env), one_shot(program, words, env))
            no_process_is_left(self.comparison, f"the real exiftool {name}")

    def all(self):
        for part in (self.an_absent_daemon, self.a_false_daemon, self.a_disturbed_daemon, self.a_stopped_daemon,
                self.a_killed_daemon, self.another_user,
                     self.swapped_links, self.a_killed_drop_in, self.a_real_one_that_dies, self.streams_that_cannot_be_used,
                     self.a_small_stack, self.a_script_in_between, self.a_wrong_real_one, self.an_interrupted_write):
            began = time.monotonic()
            part()
            no_process_is_left(self.comparison, part.__name__)
            print(f"{part.__name__}: {time.monotonic() - began:.1f} s")
            sys.stdout.flush()
        self.comparison.finish("failures")


if __name__ == "__main__":
    plain, flags = arguments_and_flags(__doc__)
    if len(plain) != 2:
        raise SystemExit(__doc__)
    with tempfile.TemporaryDirectory(prefix="manometer-") as temporary, RunningDaemon(os.path.abspath(plain[1])) as daemon:
        Failures(os.path.abspath(plain[0]), flags, temporary, daemon).all()

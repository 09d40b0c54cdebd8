#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills manometerd while values are stored: what a flush has confirmed is served after the next start, unchanged.

killed_under_load.py MANOMETERD
"""
import json
import random
import sys
import threading
import time
import urllib.parse

from running_daemon import RunningDaemon

FILES = 400
ROUNDS = 3

seed = random.randrange(2**32)
print("seed", seed)
random.seed(seed)
with RunningDaemon(sys.argv[1]) as daemon:
    folder = daemon.root / "files"
    folder.mkdir()
    files = [folder / f"file {number}" for number in range(FILES)]
    for file in files:
        file.write_text("text")
    time.sleep(2.1)  # what changed a moment ago is not cached

    def target(file):
        return "/api/entry?path=" + urllib.parse.quote(str(file))

    def value(file, turn):
        return json.dumps({"file": file.name, "turn": turn, "filler": "x" * random.randrange(3000)})

    confirmed = {}
    total = 0
    for turn in range(ROUNDS):
        latest = {}  # of each file: what was sent, confirmed or not
        stop = threading.Event()

        def store():
            stored = dict(confirmed)
            count = 0
            try:
                while not stop.is_set():
                    file = random.choice(files)
                    text = value(file, turn)
                    latest.setdefault(file, []).append(text)
                    if daemon.ask("PUT", target(file), text)[0].status == 204:
                        stored[file] = text
                    count += 1
                    if count % 25 == 0 and daemon.ask("POST", "/api/cache/flush")[0].status == 204:
                        confirmed.clear()
                        confirmed.update(stored)
            except (OSError, ValueError):
                pass  # it was killed

        load = threading.Thread(target=store)
        load.start()
        time.sleep(0.5 + random.random())
        daemon.kill()
        stop.set()
        load.join()
        daemon.start()
        assert confirmed, "nothing was confirmed before the kill"
        for file, text in confirmed.items():
            response, served = daemon.ask("GET", target(file))
            assert response.status == 200, (turn, file, response.status, served)
            # A value that was sent later may have been written as well.
            allowed = [text] + latest.get(file, [])
            assert json.loads(served) in [json.loads(each) for each in allowed], (turn, file, served)
            confirmed[file] = served.decode().strip()
        total += len(confirmed)
print(total, "confirmed values were there again after", ROUNDS, "kills")

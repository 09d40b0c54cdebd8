#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares what manometerd answers with its description (OpenAPI 3.1): every GET without a stream, some others, errors.

openapi_answers.py MANOMETERD
"""
import json
import sys
import time

try:
    import jsonschema
except ImportError:
    print("SKIP: python3-jsonschema is not installed")
    sys.exit(77)

from running_daemon import RunningDaemon

daemon = RunningDaemon(sys.argv[1])
with daemon:
    document = daemon.json("/api/openapi.json")
    assert document["openapi"] == "3.1.0", document["openapi"]
    assert document["info"]["version"] == daemon.json("/healthz")["version"]
    validator_class = jsonschema.Draft202012Validator
    checked = set()

    def resolved(thing):
        """With what its references name in their place; no schema contains itself."""
        if isinstance(thing, list):
            return [resolved(each) for each in thing]
        if not isinstance(thing, dict):
            return thing
        if "$ref" in thing:
            place = document
            for part in thing["$ref"].removeprefix("#/").split("/"):
                place = place[part]
            return resolved(place)
        return {key: resolved(value) for key, value in thing.items()}

    document = resolved(document)
    for schema in document["components"]["schemas"].values():
        validator_class.check_schema(schema)

    def check(method, path, target=None, body=None, headers=None, status=None):
        operation = document["paths"][path][method.lower()]
        response, text = daemon.ask(method, target or path, body, headers)
        described = operation["responses"].get(str(response.status), operation["responses"]["default"])
        assert status is None or response.status == status, (method, target or path, response.status, text)
        content = described.get("content")
        if not content:
            assert text == b"", (method, path, text)
        else:
            media = response.headers.get_content_type()
            assert media in content, (method, path, media)
            if "json" in media:
                errors = list(validator_class(content[media]["schema"]).iter_errors(json.loads(text)))
                assert not errors, (method, path, errors[0].message, errors[0].json_path)
        checked.add((method, path))
        return response, text

    # Something to answer with: an entry, a note, a scan.
    files = daemon.root / "files"
    files.mkdir()
    (files / "a.txt").write_text("some text")
    time.sleep(2.1)  # what changed a moment ago is not cached
    file = str(files / "a.txt")
    check("PUT", "/api/entry", f"/api/entry?path={file}", b'{"a": [1, null]}', status=204)
    check("GET", "/api/entry", f"/api/entry?path={file}", status=200)
    check("GET", "/api/entry", "/api/entry?path=/no/such/file", status=404)
    check("POST", "/api/events", body=b'{"text": "a note"}', status=204)
    check("POST", "/api/scan", body=json.dumps({"folder": str(files)}).encode(), status=202)
    check("POST", "/api/scan", body=b'{"folder": "files"}', status=400)
    check("POST", "/api/entries/lookup", body=json.dumps({"paths": [file, "/no/file"]}).encode(), status=200)
    check("POST", "/api/entries/lookup", body=b"{", status=400)
    page = json.loads(check("GET", "/api/entries", status=200)[1])
    entry = page["entries"][0]["id"]
    ids = json.dumps({"ids": [entry]}).encode()
    check("GET", "/api/entries/{id}", f"/api/entries/{entry}", status=200)
    check("GET", "/api/entries/{id}", "/api/entries/0", status=404)
    check("POST", "/api/entries/rows", body=ids, status=200)
    check("POST", "/api/entries/weigh", body=ids, status=200)
    check("POST", "/api/entries/keep", body=json.dumps({"ids": [entry], "keep": True}).encode(), status=200)
    listing = json.loads(check("POST", "/api/listings", body=b"{}", status=200)[1])
    check("GET", "/api/listings/{generation}", f"/api/listings/{listing['generation']}")
    removal = json.loads(check("POST", "/api/removals", body=ids, status=201)[1])["id"]
    ended = json.loads(check("GET", "/api/removals/{id}", f"/api/removals/{removal}?wait=true", status=200)[1])
    check("POST", "/api/undo/{undo_id}", f"/api/undo/{ended['result']['undo_id']}", status=200)
    check("PUT", "/api/thresholds", body=b'{"elevated": {"enter_percent": 61}}', headers={"If-Match": "*"}, status=200)
    check("PUT", "/api/thresholds", body=b"{}", status=428)
    check("PUT", "/api/settings?revert_after_s=60".split("?")[0], "/api/settings?revert_after_s=60",
          b'{"limits": {"memory_entries": 400}}', {"If-Match": "*"}, status=200)
    check("GET", "/api/settings", status=200)
    check("POST", "/api/settings/keep", status=204)
    check("PUT", "/api/presets/{name}", "/api/presets/mine", b"{}", status=204)
    check("POST", "/api/presets/{name}/apply", "/api/presets/mine/apply", status=204)
    check("DELETE", "/api/presets/{name}", "/api/presets/mine", status=204)
    draft = {"settings": {"thresholds": {"elevated": {"enter_percent": 30, "leave_percent": 25, "target_percent": 25}}}, "ribbon_columns": 10}
    check("POST", "/api/evidence/whatif", body=json.dumps(draft).encode(), status=200)
    check("POST", "/api/evidence/whatif", body=b'{"ribbon_columns": -1}', status=422)
    check("POST", "/api/evidence/suggest", body=b'{"most_criticals_per_day": 2}', status=200)
    check("POST", "/api/monitor/snooze", body=b'{"seconds": 0}', status=204)
    check("POST", "/api/rehearsal", body=b'{"curve": "noise"}', status=200)
    check("POST", "/api/rehearsal", body=b'{"curve": "noise", "speed": 0.1}', status=422)
    check("DELETE", "/api/rehearsal", status=204)
    check("DELETE", "/api/rehearsal", status=409)
    check("POST", "/api/cache/flush", status=204)
    check("DELETE", "/api/cache/clear", status=200)
    for path, operations in document["paths"].items():
        if "get" in operations and "{" not in path and "stream" not in path and path != "/api/entry":
            check("GET", path, status=200)
    names = [operation["operationId"] for operations in document["paths"].values() for operation in operations.values()]
    assert len(names) == len(set(names)), "two operations have one name"
print(f"{len(checked)} operations answer as described")

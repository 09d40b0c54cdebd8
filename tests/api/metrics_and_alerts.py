#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks manometerd's metrics and the alert rules with promtool, and that rules and dashboard name metrics that exist.

metrics_and_alerts.py MANOMETERD
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

from running_daemon import RunningDaemon

resources = pathlib.Path(os.environ["MANOMETER_RESOURCES"]) / "monitoring"
rules = resources / "alerts.rules.yml"
with RunningDaemon(sys.argv[1]) as daemon:
    metrics = daemon.ask("GET", "/metrics")[1].decode()
    names = set(re.findall(r"^# TYPE (\S+)", metrics, re.MULTILINE))
    used = set(re.findall(r"\bmanometer_[a-z_0-9]+", rules.read_text()))
    dashboard = json.loads((resources / "grafana-dashboard.json").read_text())
    for panel in dashboard["panels"]:
        for target in panel.get("targets", []):
            used |= set(re.findall(r"\bmanometer_[a-z_0-9]+", target["expr"]))
    assert used, "neither rules nor dashboard use a metric"
    # Of a control group or of a kernel with PSI, which a simulated machine does not have.
    optional = {"manometer_cgroup_memory_used_ratio", "manometer_memory_stall_ratio"}
    assert not used - names - optional, f"there are no such metrics: {sorted(used - names - optional)}"
    assert str(daemon.root) not in metrics, "a path is in the metrics"
    promtool = shutil.which("promtool")
    if not promtool:
        print("SKIP: promtool (package prometheus) is not installed")
        sys.exit(77)
    subprocess.run([promtool, "check", "metrics"], input=metrics.encode(), check=True)
    subprocess.run([promtool, "check", "rules", str(rules)], check=True)
    test = daemon.root / "alerts.test.yml"
    test.write_text((pathlib.Path(__file__).parent / "alerts.test.yml").read_text().replace("RULES", str(rules)))
    subprocess.run([promtool, "test", "rules", str(test)], check=True)

#!/usr/bin/env python3
"""Says where the time of `airgap:lock` goes: samples of the JDK's Flight Recorder by room, and what the JVM itself takes.

Usage: profile.py [--mvn MVN] [--version V] [--runs N] [EXAMPLE]
Prints processor seconds: those of threads as the system counts them, the sampled ones split by the room of
maven-plugin whose code is nearest to the top of the stack. Cold is one run with an empty store, warm the mean of N.
"""
import argparse
import collections
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time

EXAMPLES = pathlib.Path(__file__).resolve().parent.parent / "examples"
TARGET = "cp311-manylinux_2_36_x86_64"
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<configuration version="2.0"><event name="jdk.ExecutionSample">
<setting name="enabled">true</setting><setting name="period">10 ms</setting></event></configuration>
"""
TICK = os.sysconf("SC_CLK_TCK")


def threads(process):
    """Gives the processor seconds of each thread, as last seen before the process ended."""
    seen = {}
    while process.poll() is None:
        for task in pathlib.Path("/proc/%d/task" % process.pid).glob("*"):
            try:
                name, fields = re.match(r"\d+ \((.*)\) (.*)", (task / "stat").read_text()).groups()
            except (OSError, AttributeError):
                continue
            user, system = fields.split()[11:13]
            seen[task.name] = name, (int(user) + int(system)) / TICK
        time.sleep(0.02)
    total = collections.Counter()
    for name, seconds in seen.values():
        total[kind(name)] += seconds
    return total


def kind(thread):
    if re.match(r"C\d CompilerThre|Sweeper", thread):
        return "JVM: compiling"
    if re.match(r"G1|GC |VM |Reference", thread):
        return "JVM: collecting"
    return "sampled"


def room(stack):
    """Names what a sample was about; what loads classes is told apart, wherever it is called from."""
    for frame in stack:
        if re.match(r"(java\.lang\.ClassLoader|java\.net\.URLClassLoader|org\.codehaus\.plexus\.classworlds\.realm)", frame):
            return "loading classes"
        match = re.match(r"dev\.airgap\.([a-z]+)\.", frame)
        if match:
            return "plugin: " + match[1]
    if any("okhttp3" in frame or "okio" in frame or "sun.security.ssl" in frame for frame in stack):
        return "plugin: http"
    return "Maven"


def sampled(recording):
    text = subprocess.run(["jfr", "print", "--stack-depth", "128", "--events", "jdk.ExecutionSample", recording],
                          stdout=subprocess.PIPE, check=True, text=True).stdout
    rooms = collections.Counter()
    for event in text.split("jdk.ExecutionSample")[1:]:
        match = re.search(r"stackTrace = \[\n(.*?)\n\s*\]", event, re.S)
        rooms[room([line.strip() for line in match[1].split("\n")] if match else [])] += 1
    return rooms


def run(args, folder, env):
    (folder / "airgap.lock").unlink(missing_ok=True)
    recording = folder / "recording.jfr"
    options = "-XX:StartFlightRecording=filename=%s,settings=%s -XX:FlightRecorderOptions=stackdepth=128" % (
        recording, folder / "settings.jfc")
    command = [args.mvn, "-B", "-ntp", "-q", "dev.airgap:airgap-maven-plugin:%s:lock" % args.version,
               "-Dairgap.requirements=requirements.txt", "-Dairgap.targets=" + TARGET]
    process = subprocess.Popen(command, cwd=folder, env=dict(env, MAVEN_OPTS=options),
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    seconds = threads(process)
    rooms = sampled(recording)
    share = seconds.pop("sampled") / max(1, sum(rooms.values()))
    seconds.update({name: count * share for name, count in rooms.items()})
    return seconds


def show(title, seconds, runs):
    print("%s: %.2f s of processor time" % (title, sum(seconds.values()) / runs))
    for name, one in seconds.most_common():
        print("  %-18s %.2f s" % (name, one / runs))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mvn", default="mvn")
    parser.add_argument("--version", default="0.1.0-SNAPSHOT")
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("example", nargs="?", default="semantic-cms")
    args = parser.parse_args()
    args.mvn = shutil.which(args.mvn) or args.mvn
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        shutil.copy(EXAMPLES / args.example / "requirements.txt", folder)
        (folder / "settings.jfc").write_text(SETTINGS)
        env = dict(os.environ, PIP_CONFIG_FILE=os.devnull, AIRGAP_STORE=str(folder / "store"))
        show("cold, " + args.example, run(args, folder, env), 1)
        warm = collections.Counter()
        for _ in range(args.runs):
            warm.update(run(args, folder, env))
        show("warm, " + args.example, warm, args.runs)


if __name__ == "__main__":
    main()

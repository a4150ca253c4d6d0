#!/usr/bin/env python3
"""Measures whole processes against their peers, turn by turn in the same run, and prints ratios of medians.

Usage: bench.py [--mvn MVN] [--version V] [--runs N] [CASE ...]
Cases: bundle (resolve, download and seal 3 GB against `pip download`), unchanged (`mvn package` with nothing to do
against `mvn validate`), lock (warm `airgap:lock` against `uv pip compile`), targets (two targets against one).

The plugin must be in the local repository (./mvnw install -DskipTests). `uv` and a current `pip` are looked for on
PATH, or named by UV and PIP. Nothing here decides between good and bad: it prints what was measured.
"""
import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
EXAMPLES = HERE.parent / "examples"
TARGET = "cp311-manylinux_2_36_x86_64"
SECOND = "cp311-manylinux_2_28_aarch64"

POM = """<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>bench</groupId><artifactId>bench</artifactId><version>1</version><packaging>airgap</packaging>
  <build><plugins><plugin>
    <groupId>dev.airgap</groupId><artifactId>airgap-maven-plugin</artifactId><version>{version}</version>
    <extensions>true</extensions>
    <configuration>
      <targets>{targets}</targets>
      <requirements><requirement>requirements.txt</requirement></requirements>
    </configuration>
  </plugin></plugins></build>
</project>
"""


class Bench:
    def __init__(self, args):
        self.args = args
        self.work = pathlib.Path(tempfile.mkdtemp(prefix="bench-", dir=args.work))
        self.env = dict(os.environ, PIP_CONFIG_FILE=os.devnull, AIRGAP_STORE=str(self.work / "store"))
        for name in ("PIP_FIND_LINKS", "CI", "MAVEN_OPTS"):
            self.env.pop(name, None)
        self.failed = False

    def project(self, example, targets=(TARGET,)):
        folder = self.work / ("project-" + example + "-" + str(len(targets)))
        folder.mkdir(exist_ok=True)
        shutil.copy(EXAMPLES / example / "requirements.txt", folder)
        listed = "".join("<target>%s</target>" % target for target in targets)
        (folder / "pom.xml").write_text(POM.format(version=self.args.version, targets=listed))
        return folder

    def run(self, command, cwd, env=None):
        """Runs a command as a whole process: wall seconds and peak megabytes of its largest process."""
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=cwd, env=env or self.env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - start
        if process.returncode != 0:
            sys.stdout.write(output.decode(errors="replace")[-4000:])
            raise SystemExit("failed: " + " ".join(map(str, command)))
        return seconds, usage.ru_maxrss / 1024

    def pair(self, title, ours, theirs, runs, warmup=0):
        """Runs the two in turn; each is a function that prepares and gives (command, folder, environment)."""
        a, b, memory = [], [], 0
        for number in range(warmup + runs):
            for times, make in ((a, ours), (b, theirs)):
                seconds, peak = self.run(*make())
                if number >= warmup:
                    times.append(seconds)
                    memory = max(memory, peak) if times is a else memory
        ratio = statistics.median(a) / statistics.median(b)
        print("%-34s %s  against %s   ratio of medians %.2f   peak %d MB" % (title, spread(a), spread(b), ratio, memory), flush=True)

    def mvn(self, *words):
        return [self.args.mvn, "-B", "-ntp", "-q", *words]

    def bundle(self):
        ours = self.project("semantic-cms")
        theirs = self.work / "pip"
        store = pathlib.Path(self.env["AIRGAP_STORE"])

        def own():
            shutil.rmtree(store, ignore_errors=True)
            shutil.rmtree(ours / "target", ignore_errors=True)
            (ours / "airgap.lock").unlink(missing_ok=True)
            return self.mvn("package"), ours, dict(self.env, MAVEN_OPTS="-Xmx256m")

        def pip():
            shutil.rmtree(theirs, ignore_errors=True)
            theirs.mkdir()
            command = [self.args.pip, "download", "-q", "--no-cache-dir", "--only-binary", ":all:", "-d", theirs,
                       "-r", ours / "requirements.txt"]
            return command, self.work, self.env

        self.pair("lock + bundle, cold, 256 MB heap", own, pip, self.args.runs or 3)
        wheels = sorted(path.name for path in theirs.iterdir())
        print("   pip fetched %d wheels, %.2f GB" % (len(wheels), sum(path.stat().st_size for path in theirs.iterdir()) / 1e9))

    def unchanged(self):
        folder = self.project("translation-service")
        self.run(self.mvn("package"), folder)
        self.pair("mvn package, unchanged", lambda: (self.mvn("package"), folder, self.env),
                  lambda: (self.mvn("validate"), folder, self.env), self.args.runs or 5, 1)

    def lock(self):
        for example in sorted(path.name for path in EXAMPLES.iterdir() if (path / "requirements.txt").exists()):
            folder = self.project(example)
            output = folder / "uv.txt"

            def own():
                (folder / "airgap.lock").unlink(missing_ok=True)
                return self.mvn("airgap:lock"), folder, self.env

            def uv():
                output.unlink(missing_ok=True)
                return self.uv(output), folder, self.env

            self.pair("lock, warm: " + example, own, uv, self.args.runs or 5, 1)

    def uv(self, output):
        return [self.args.uv, "pip", "compile", "-q", "--only-binary", ":all:", "--python-version", "3.11",
                "--python-platform", "x86_64-manylinux_2_36", "requirements.txt", "-o", output]

    def targets(self):
        one, two = self.project("semantic-cms"), self.project("semantic-cms", (TARGET, SECOND))

        def lock(folder):
            (folder / "airgap.lock").unlink(missing_ok=True)
            return self.mvn("airgap:lock"), folder, self.env

        self.pair("lock, warm: two targets, one", lambda: lock(two), lambda: lock(one), self.args.runs or 5, 1)


def spread(times):
    return "%.2f s (%.2f-%.2f)" % (statistics.median(times), min(times), max(times))


def main():
    cases = ["unchanged", "lock", "targets", "bundle"]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mvn", default="mvn")
    parser.add_argument("--uv", default=os.environ.get("UV", "uv"))
    parser.add_argument("--pip", default=os.environ.get("PIP", "pip"))
    parser.add_argument("--version", default="0.1.0-SNAPSHOT")
    parser.add_argument("--work", default=None, help="where the scratch folder is made; needs 10 GB for the case bundle")
    parser.add_argument("--runs", type=int, default=0)
    parser.add_argument("cases", nargs="*", metavar="CASE", help=", ".join(cases))
    args = parser.parse_args()
    args.mvn = shutil.which(args.mvn) or args.mvn
    bench = Bench(args)
    try:
        for case in args.cases or cases:
            if case not in cases:
                parser.error("unknown case: " + case)
            getattr(bench, case)()
    finally:
        shutil.rmtree(bench.work, ignore_errors=True)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Measures whole processes against their peers, turn by turn in the same run, and prints ratios of medians.

Usage: bench.py [--mvn MVN] [--version V] [--runs N] [--archive] [CASE ...]
Cases:
  unchanged  `mvn package` with nothing to do against `mvn validate`
  lock       warm `airgap:lock` against `uv pip compile` as the index answers and `uv --offline`, and what is its own of
             it: the whole process less `mvn validate` of the same POM
  cold       the same with nothing cached
  loopback   the same, warm, both against an index on loopback that says that its pages stay fresh for ten minutes
  far        cold, both against an index that answers as a public one does: by TLS, compressed, 40 ms away
  backtrack  a set that makes both search through some 3,000 releases, cold and warm
  targets    own share of four targets against one
  many       1,000, 2,000 and 3,000 requirements in one set, of made-up packages on loopback, warm
  bundle     resolve, download and seal 3 GB against `pip download`
  snapshot   a model of 2 GB in ten files from a hub on loopback: lock, download, verify and seal against
             `huggingface_hub.snapshot_download`, each less its bare start; then with nothing to do
  huge       a model of 10 GB in ten files, for the peak of memory

The plugin must be in the local repository (./mvnw install -DskipTests). `uv` and a current `pip` are looked for on
PATH, or named by UV and PIP, a Python with huggingface_hub by HF_PYTHON. With --archive Maven starts from an archive of
its classes, made first, and with the first of Java's two compilers alone, as src-site/markdown/setup.md says. Nothing
here decides between good and bad: it prints what was measured.
"""
import argparse
import os
import pathlib
import shutil
import ssl
import tempfile

import generated_index
from loopback import Loopback
from loopback_hub import REPO, LoopbackHub
from repeated_index import RepeatedIndex
from runs import report, timed, turns

HERE = pathlib.Path(__file__).resolve().parent
EXAMPLES = HERE.parent / "examples"
TARGET = "cp311-manylinux_2_36_x86_64"
FOUR = (TARGET, "cp311-manylinux_2_28_aarch64", "cp312-manylinux_2_36_x86_64", "cp312-manylinux_2_28_aarch64")
# Seconds that a far index takes for an answer.
LAG = 0.04
# The first is Jupyter's whole set; the second is one that uv's authors measure with, a search without end in sight.
SETS = {"jupyter": "jupyter\n", "boto3": "urllib3<1.25.4\nboto3\n"}

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

MODEL_POM = """<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>bench</groupId><artifactId>bench</artifactId><version>1</version><packaging>airgap</packaging>
  <build><plugins><plugin>
    <groupId>dev.airgap</groupId><artifactId>airgap-maven-plugin</artifactId><version>{version}</version>
    <extensions>true</extensions>
    <configuration>
      <hubs><hub><id>hub</id><url>{hub}</url></hub></hubs>
      <models><model>{model}</model></models>
    </configuration>
  </plugin></plugins></build>
</project>
"""


class Bench:
    def __init__(self, args):
        self.args = args
        self.work = pathlib.Path(tempfile.mkdtemp(prefix="bench-", dir=args.work))
        self.store = self.work / "store"
        self.cache = self.work / "uv"
        self.env = dict(os.environ, PIP_CONFIG_FILE=os.devnull, AIRGAP_STORE=str(self.store), UV_CACHE_DIR=str(self.cache))
        for name in ("PIP_FIND_LINKS", "CI"):
            self.env.pop(name, None)

    def archive(self):
        """Lets every later Maven start from an archive of the classes that a lock loads."""
        archive = self.work / "maven.jsa"
        folder = self.project("translation-service")
        making = dict(self.env, MAVEN_OPTS="-XX:ArchiveClassesAtExit=%s" % archive)
        timed(*self.mvn(folder, "airgap:lock", env=making))
        self.env["MAVEN_OPTS"] = "-XX:SharedArchiveFile=%s -XX:TieredStopAtLevel=1" % archive

    def examples(self):
        return sorted(path.name for path in EXAMPLES.iterdir() if (path / "requirements.txt").exists())

    def project(self, name, targets=(TARGET,)):
        folder = self.work / ("project-" + name + "-" + str(len(targets)))
        folder.mkdir(exist_ok=True)
        if name.isdigit():
            text = "".join("p%d\n" % number for number in range(int(name)))
        else:
            text = SETS[name] if name in SETS else (EXAMPLES / name / "requirements.txt").read_text()
        (folder / "requirements.txt").write_text(text)
        listed = "".join("<target>%s</target>" % target for target in targets)
        (folder / "pom.xml").write_text(POM.format(version=self.args.version, targets=listed))
        return folder

    def mvn(self, folder, *words, env=None):
        return [self.args.mvn, "-B", "-ntp", "-q", *words], folder, env or self.env

    def own(self, folder, *words, cold=False):
        (folder / "airgap.lock").unlink(missing_ok=True)
        if cold:
            shutil.rmtree(self.store, ignore_errors=True)
        return self.mvn(folder, "airgap:lock", *words)

    def uv(self, folder, *words, cold=False):
        output = folder / "uv.txt"
        # uv reads its old pins where they lie there.
        output.unlink(missing_ok=True)
        if cold:
            shutil.rmtree(self.cache, ignore_errors=True)
        command = [self.args.uv, "pip", "compile", "-q", "--only-binary", ":all:", "--python-version", "3.11",
                   "--python-platform", "x86_64-manylinux_2_36", "requirements.txt", "-o", output, *words]
        return command, folder, self.env

    def unchanged(self):
        folder = self.project("translation-service")
        timed(*self.mvn(folder, "package"))
        series = turns({"ours": lambda: self.mvn(folder, "package"), "mvn validate": lambda: self.mvn(folder, "validate")},
                       self.args.runs or 7, 1)
        report("mvn package, unchanged", series, ("ratio", series["ours"].median() / series["mvn validate"].median()))

    def compare(self, title, folder, runs, warmup, offline=True, words=((), ()), cold=False):
        prepared = {"ours": lambda: self.own(folder, *words[0], cold=cold),
                    "mvn validate": lambda: self.mvn(folder, "validate"),
                    "uv": lambda: self.uv(folder, *words[1], cold=cold)}
        if offline:
            prepared["uv --offline"] = lambda: self.uv(folder, "--offline", *words[1])
        series = turns(prepared, self.args.runs or runs, warmup)
        ours, start, uv = (series[name].median() for name in ("ours", "mvn validate", "uv"))
        report(title, series, ("whole ratio", ours / uv), ("own share", ours - start), ("its ratio", (ours - start) / uv))

    def lock(self):
        for name in [*self.examples(), "jupyter"]:
            self.compare("lock, warm: " + name, self.project(name), 7, 1)

    def cold(self):
        for name in [*self.examples(), "jupyter"]:
            self.compare("lock, cold: " + name, self.project(name), 7, 0, offline=False, cold=True)

    def loopback(self):
        with Loopback(RepeatedIndex().answer) as url:
            words = ["-Dairgap.index.url=" + url], ["--index-url", url]
            for name in [*self.examples(), "jupyter"]:
                self.compare("lock, loopback index: " + name, self.project(name), 7, 1, offline=False, words=words)

    def far(self):
        repeated = RepeatedIndex("application/vnd.pypi.simple.v1+json")
        with Loopback(repeated.answer, self.work, LAG) as url:
            words = ["-Dairgap.index.url=" + url], ["--index-url", url]
            near = self.env
            authorities = self.work / "authorities.pem"
            system = os.environ.get("SSL_CERT_FILE") or ssl.get_default_verify_paths().cafile
            authorities.write_text(pathlib.Path(system).read_text() + (self.work / "certificate.pem").read_text())
            self.env = dict(near, SSL_CERT_FILE=str(authorities))
            for name in [*self.examples(), "jupyter"]:
                self.compare("lock, far index, cold: " + name, self.project(name), 7, 1, offline=False, words=words, cold=True)
            self.env = near

    def backtrack(self):
        folder = self.project("boto3")
        self.compare("search, cold: boto3", folder, 3, 0, offline=False, cold=True)
        self.compare("search, warm: boto3", folder, 3, 1)

    def targets(self):
        one, four = self.project("civic-backend"), self.project("civic-backend", FOUR)
        series = turns({"four": lambda: self.own(four), "one": lambda: self.own(one),
                        "mvn validate": lambda: self.mvn(one, "validate")}, self.args.runs or 7, 1)
        start = series["mvn validate"].median()
        report("lock, warm: four targets, one", series,
               ("own shares' ratio", (series["four"].median() - start) / (series["one"].median() - start)))

    def many(self):
        with Loopback(generated_index.answer) as url:
            words = ["-Dairgap.index.url=" + url], ["--index-url", url]
            for count in (1000, 2000, 3000):
                folder = self.project("%d" % count)
                self.compare("lock, warm: %d requirements" % count, folder, 5, 1, offline=False, words=words)

    def bundle(self):
        folder = self.project("semantic-cms")
        theirs = self.work / "pip"
        heap = dict(self.env, MAVEN_OPTS="-Xmx256m")

        def own():
            shutil.rmtree(self.store, ignore_errors=True)
            shutil.rmtree(folder / "target", ignore_errors=True)
            (folder / "airgap.lock").unlink(missing_ok=True)
            return self.mvn(folder, "package", env=heap)

        def pip():
            shutil.rmtree(theirs, ignore_errors=True)
            theirs.mkdir()
            command = [self.args.pip, "download", "-q", "--no-cache-dir", "--only-binary", ":all:", "-d", theirs,
                       "-r", folder / "requirements.txt"]
            return command, self.work, self.env

        series = turns({"ours": own, "pip download": pip}, self.args.runs or 3)
        report("lock + bundle, cold, 256 MB heap", series,
               ("ratio", series["ours"].median() / series["pip download"].median()))
        wheels = sorted(path.name for path in theirs.iterdir())
        print("   pip fetched %d wheels, %.2f GB" % (len(wheels), sum(path.stat().st_size for path in theirs.iterdir()) / 1e9))

    def model(self, size, filled):
        """Makes ten files of a model, of so many bytes together; where they are not filled they take no disk."""
        folder = self.work / "model"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        files = {}
        for number in range(10):
            name = "part-%d.safetensors" % number
            files[name] = folder / name
            length = size // 10 >> 20 << 20
            header = b'{"part-%d":{"dtype":"U8","shape":[%d],"data_offsets":[0,%d]}}' % (number, length, length)
            with open(files[name], "wb") as file:
                # Each another header: what is the same comes once.
                file.write(len(header).to_bytes(8, "little") + header)
                for _ in range(length >> 20 if filled else 0):
                    file.write(os.urandom(1 << 20))
                if not filled:
                    file.truncate(8 + len(header) + length)
        return files

    def holding(self, hub):
        folder = self.work / "project-model"
        folder.mkdir(exist_ok=True)
        (folder / "pom.xml").write_text(MODEL_POM.format(version=self.args.version, hub=hub.url, model=REPO))
        return folder

    def package(self, folder):
        shutil.rmtree(self.store, ignore_errors=True)
        shutil.rmtree(folder / "target", ignore_errors=True)
        (folder / "airgap.lock").unlink(missing_ok=True)
        return self.mvn(folder, "package")

    def python(self, hub, text):
        home = self.work / "hf"
        shutil.rmtree(home, ignore_errors=True)
        env = dict(self.env, HF_HOME=str(home), HF_ENDPOINT=hub.url, HF_HUB_DISABLE_PROGRESS_BARS="1")
        return [self.args.hf_python, "-c", "from huggingface_hub import snapshot_download\n" + text], self.work, env

    def snapshot(self):
        with LoopbackHub(self.model(2000 << 20, True)) as hub:
            folder = self.holding(hub)
            series = turns({"ours": lambda: self.package(folder),
                            "mvn validate": lambda: self.mvn(folder, "validate"),
                            "snapshot_download": lambda: self.python(hub, "snapshot_download(%r)" % REPO),
                            "its import": lambda: self.python(hub, "")}, self.args.runs or 7, 1)
            ours, start, theirs, bare = (one.median() for one in series.values())
            report("snapshot of 2 GB, cold", series, ("own share", ours - start), ("its share", theirs - bare),
                   ("ratio", (ours - start) / (theirs - bare)))
            timed(*self.mvn(folder, "package"))
            asked = hub.requests
            series = turns({"ours": lambda: self.mvn(folder, "package"), "mvn validate": lambda: self.mvn(folder, "validate")},
                           self.args.runs or 7, 1)
            ours, start = (one.median() for one in series.values())
            report("snapshot of 2 GB, unchanged", series, ("own share", ours - start), ("requests", hub.requests - asked))

    def huge(self):
        with LoopbackHub(self.model(10000 << 20, False)) as hub:
            folder = self.holding(hub)
            series = turns({"ours": lambda: self.package(folder)}, self.args.runs or 1)
            report("snapshot of 10 GB", series, ("GB a second", 10.49 / series["ours"].median()))


def main():
    cases = ["unchanged", "lock", "cold", "loopback", "far", "backtrack", "targets", "many", "bundle", "snapshot", "huge"]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mvn", default="mvn")
    parser.add_argument("--uv", default=os.environ.get("UV", "uv"))
    parser.add_argument("--pip", default=os.environ.get("PIP", "pip"))
    parser.add_argument("--hf-python", default=os.environ.get("HF_PYTHON", "python3"))
    parser.add_argument("--version", default="0.1.0-SNAPSHOT")
    parser.add_argument("--work", default=None, help="where the scratch folder is made; needs 10 GB for the case bundle, 20 GB for huge")
    parser.add_argument("--runs", type=int, default=0)
    parser.add_argument("--archive", action="store_true", help="start Maven from an archive of its classes")
    parser.add_argument("cases", nargs="*", metavar="CASE", help=", ".join(cases))
    args = parser.parse_args()
    args.mvn = shutil.which(args.mvn) or args.mvn
    bench = Bench(args)
    try:
        if args.archive:
            bench.archive()
        for case in args.cases or cases:
            if case not in cases:
                parser.error("unknown case: " + case)
            getattr(bench, case)()
    finally:
        shutil.rmtree(bench.work, ignore_errors=True)


if __name__ == "__main__":
    main()

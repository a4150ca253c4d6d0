#!/usr/bin/env python3
"""Judges the lock of each set in sets.toml: uv must find an answer where the plugin does and nowhere else, every
difference between their pins must be explained, and pip and uv must accept the pins from the bundle's wheels alone.

Usage: sets.py --uv UV --pip PIP [--mvn MVN] [--table FILE.md] [--record FILE.json] [SET ...]

Each set is locked for two targets in one run. The first is the host's, so that its bundle can be installed here (as a
dry run, into an empty environment); the second varies. Needs the network and, for the largest wheels, 30 GB of disk;
works in a temporary folder and leaves nothing but the table and the record: sets that a record has are not run again.
Ends with 1 where something is not explained.
"""
import argparse
import json
import pathlib
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib

from pip._vendor.packaging.version import Version

import judging

HERE = pathlib.Path(__file__).resolve().parent
SECOND = "cp312-manylinux_2_28_aarch64"
LATEST_PATCH = 99
# So many differences of a kind stand in a cell of the table; the others are counted.
SHOWN = 5
# A run whose time nobody looks at spends less of it on compiling Java.
UNTIMED = {"MAVEN_OPTS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"}
KINDS = {
    "prerelease": "no answer here and one with uv, which turns to a pre-release that nothing asks for once final releases "
    "ran out; pip keeps to PEP 440 as well. Without that, uv has no answer either",
    "told": "only one of both has an answer; why stands with the set",
    "aligned": "one version for both targets: locked alone, the target gets uv's very pin",
    "patch": "needed by later patch releases of the interpreter only: uv, asked for one of them, takes it too",
    "newer": "uv accepts our pins, and none of them is older than its own",
    "traded": "uv accepts our pins; one of two packages has to stay older, and the set says which",
}


def host_target():
    """The host's own target, by its interpreter and its C library."""
    libc, version = platform.libc_ver()
    if libc != "glibc":
        sys.exit("The acceptance needs a host with glibc, not %s." % (libc or sys.platform))
    return "cp%d%d-manylinux_%s_%s" % (*sys.version_info[:2], version.replace(".", "_"), platform.machine())


class Trial:
    """One set on its way through the judges; `row` is what the table tells of it."""

    def __init__(self, one, judge, args, host):
        self.one, self.judge, self.args = one, judge, args
        self.targets = [host, one.get("other", SECOND)]
        self.folder = judge.work / one["name"]
        self.row = {"name": one["name"], "from": one["from"], "targets": self.targets, "faults": [], "differences": []}

    def run(self):
        try:
            self.compare()
        except judging.Failed as failure:
            self.row["faults"].append(str(failure))
        shutil.rmtree(self.folder, ignore_errors=True)
        return self.row

    def place(self, name):
        folder = self.folder / name
        folder.mkdir(parents=True)
        if "file" in self.one:
            shutil.copy(HERE.parent / self.one["file"], folder / "requirements.txt")
        else:
            (folder / "requirements.txt").write_text("".join(line + "\n" for line in self.one["requirements"]))
        return folder

    def compare(self):
        folder = self.place("both")
        both = self.judge.lock(folder, self.targets)
        uv = {target: self.judge.compile(folder, target) for target in self.targets}
        self.row["seconds"] = both.seconds
        self.row["uv"] = {target: answer.seconds for target, answer in uv.items()}
        self.retime()
        ours, self.places = dict(both.pins or {}), {target: folder for target in self.targets if both.pins}
        self.alone = {}
        if both.pins is None:
            for target in self.targets:
                pins = self.lock_alone(target)
                if pins is not None:
                    ours[target], self.places[target] = pins, self.folder / ("alone-" + target)
            if len(ours) == len(self.targets):
                self.row["faults"].append("each target has an answer, and both together have none")
        self.row["packages"] = {target: len(pins) for target, pins in ours.items()}
        self.row["answers"] = {target: target in ours for target in self.targets}
        for target in self.targets:
            theirs = uv[target].pins and uv[target].pins[target]
            if (target in ours) != (theirs is not None):
                reason = self.one.get("answer")
                kind = "told" if reason else self.answer_kind(target, theirs)
                self.row["differences"].append({"target": target, "kind": kind, "reason": reason})
                if kind == "answer":
                    who = "the plugin has an answer and uv none" if target in ours else "uv has an answer and the plugin none"
                    self.row["faults"].append("%s: %s\n%s\n%s" % (target, who, both.said, uv[target].said))
            elif theirs is not None:
                self.explain(target, ours[target], theirs)
        if self.targets[0] in ours:
            self.accept(ours[self.targets[0]])

    def answer_kind(self, target, theirs):
        """Finds why one tool alone has an answer: "answer" where no reason is known."""
        final = ("--prerelease", "explicit")
        if theirs is None or self.judge.compile(self.place("final-" + target), target, options=final).pins:
            return "answer"
        return "prerelease"

    def retime(self):
        """Runs both once more where uv's work is more than a start and ours took far longer; the better times stand."""
        if max(self.row["uv"].values()) > 1 and self.row["seconds"] > 3 * max(self.row["uv"].values()):
            folder = self.place("again")
            self.row["seconds"] = min(self.row["seconds"], self.judge.lock(folder, self.targets).seconds)
            for target in self.targets:
                self.row["uv"][target] = min(self.row["uv"][target], self.judge.compile(folder, target).seconds)

    def lock_alone(self, target):
        if target not in self.alone:
            answer = self.judge.lock(self.place("alone-" + target), [target], **UNTIMED)
            self.alone[target] = answer.pins and answer.pins[target]
        return self.alone[target]

    def explain(self, target, ours, theirs):
        """Finds what is behind each difference, by asking both tools again."""
        differing = judging.differing(ours, theirs)
        if not differing:
            return
        found = {}
        alone = self.lock_alone(target) or {}
        found.update((name, "aligned") for name in differing if alone.get(name) == theirs.get(name))
        folder = self.place("uv-" + target)
        rest = [name for name in differing if name not in found]
        if any(name not in theirs for name in rest):
            late = self.judge.compile(folder, target, LATEST_PATCH).pins or {target: {}}
            found.update((n, "patch") for n in rest if n not in theirs and late[target].get(n) == ours[n])
        rest = [name for name in rest if name not in found]
        if rest:
            held = self.judge.compile(folder, target, 0, ours).pins
            held = held and {**held[target], **{n: ours[n] for n, kind in found.items() if kind == "patch"}}
            valid = held == ours
            shared = [n for n in rest if n in ours and n in theirs]
            older = [n for n in shared if Version(ours[n]) < Version(theirs[n])]
            for name in rest:
                kind = "unaccepted" if not valid else "traded" if older or not shared else "newer"
                found[name] = kind
        for name, kind in sorted(found.items()):
            reason = self.one.get("differs") if kind == "traded" else None
            self.row["differences"].append({
                "target": target, "package": name, "ours": ours.get(name), "uv": theirs.get(name), "kind": kind,
                "reason": reason,
            })
            if kind == "unaccepted" or kind == "traded" and not reason:
                self.row["faults"].append("%s: %s is %s here and %s with uv (%s)"
                                          % (target, name, ours.get(name), theirs.get(name), kind))

    def accept(self, pins):
        """Bundles the host's part, unpacks it, and has pip and uv try to install it with no index."""
        host = self.targets[0]
        folder = self.place("bundle")
        shutil.copy(self.places[host] / "airgap.lock", folder)
        code, said, _ = self.judge.maven("bundle", folder, [host])
        if code:
            raise judging.Failed("airgap:bundle failed:\n" + said)
        bundle = folder / "bundle"
        bundle.mkdir()
        subprocess.run(["tar", "-xf", folder / "target" / "airgap-bundle.tar", "-C", bundle], check=True)
        (folder / "target" / "airgap-bundle.tar").unlink()
        lines = bundle / "requirements" / (host + ".txt")
        if judging.pins_in(lines.read_text()) != pins:
            self.row["faults"].append("the bundle's pins are not the lock's")
        self.row["megabytes"] = sum(path.stat().st_size for path in (bundle / "wheels").iterdir()) / 1e6
        empty = self.judge.work / "empty"
        if not empty.exists():
            subprocess.run([sys.executable, "-m", "venv", "--without-pip", empty], check=True)
        python = empty / "bin" / "python"
        code, said, _ = judging.run(
            [self.args.pip, "--isolated", "--disable-pip-version-check", "--no-cache-dir", "--python", python,
             "install", "--dry-run", "--no-index", "-r", lines], bundle)
        would = re.findall(r"^Would install (.*)", said, re.MULTILINE)
        # pip writes what it would install as name-version, in the wheel's own spelling.
        told = dict(word.rsplit("-", 1) for word in would[0].split()) if would else {}
        self.verdict("pip", code, said, {judging.normalised(n): v for n, v in told.items()}, pins)
        code, said, _ = judging.run(
            [self.args.uv, "pip", "sync", "--dry-run", "--offline", "--python", python, "pylock.%s.toml" % host],
            bundle, UV_CACHE_DIR=str(self.judge.work / "uv-closed"), NO_COLOR="1")
        told = dict(re.findall(r"^ \+ (\S+?)==(\S+)", said, re.MULTILINE))
        self.verdict("uv", code, said, told, pins)

    def verdict(self, tool, code, said, told, pins):
        same = {n: Version(v) for n, v in told.items()} == {n: Version(v) for n, v in pins.items()}
        self.row[tool + "_accepts"] = code == 0 and same
        if code or not same:
            self.row["faults"].append("%s does not accept the bundle's pins:\n%s" % (tool, said[-3000:]))


def told(row):
    """Says the differences of a set in a cell of the table."""
    cells = []
    for target in row["targets"]:
        by_kind = {}
        for one in row["differences"]:
            if one["target"] == target:
                by_kind.setdefault((one["kind"], one.get("reason") or ""), []).append(one)
        for (kind, reason), ones in sorted(by_kind.items()):
            if "package" not in ones[0]:
                cells.append("`%s` %s" % (target, reason or kind))
                continue
            ones.sort(key=lambda o: (o["ours"] is None or o["uv"] is None, o["package"]))
            shown = ", ".join("%s %s, uv %s" % (o["package"], o["ours"] or "none", o["uv"] or "none") for o in ones[:SHOWN])
            more = " and %d more" % (len(ones) - SHOWN) if len(ones) > SHOWN else ""
            cells.append("`%s` %s: %s%s%s" % (target, kind, shown, more, ". " + reason if reason else ""))
    return "<br>".join(cells).replace("|", "\\|")


def answer(row):
    answers = [row["answers"][target] for target in row["targets"]]
    if all(answers):
        return "yes"
    return "no" if not any(answers) else "only `%s`" % row["targets"][answers.index(True)]


def summary(rows, args, origins, known):
    pairs = [(row, target) for row in rows for target in row["targets"]]
    same = sum(not any("package" not in d and d["target"] == t for d in row["differences"]) for row, t in pairs)
    yes = [(row, target) for row, target in pairs if row["answers"].get(target)]
    equal = sum(not any(d["target"] == target for d in row["differences"]) for row, target in yes)
    accepted = [row for row in rows if row["answers"].get(row["targets"][0])]
    ours, theirs = (sum(times) for times in zip(*((row["seconds"], sum(row["uv"].values())) for row in rows)))
    heavy = sorted((row["seconds"] / max(row["uv"].values()), row["name"]) for row in rows if max(row["uv"].values()) > 3)
    kinds = {}
    for row in rows:
        for one in row["differences"]:
            kinds[one["kind"]] = kinds.get(one["kind"], 0) + 1
    lines = [
        "# Compared", "",
        "Real sets of requirements, each locked for two targets in one run, beside uv and pip in the same run. Wheels only.",
        "The figures are of one day's index and of one machine. For today's:", "",
        "```", "./mvnw -ntp install -DskipTests",
        "python3 it/judges/sets.py --uv UV --pip PIP --table src-site/markdown/compared.md", "```", "",
        "%s, %s. %s" % (args.uv_version, args.pip_version, args.note), "",
        "%d of the %d sets in `it/judges/sets.toml` were run. They come from:" % (len(rows), known), "",
    ]
    lines += ["* %s (%d sets)" % (text, sum(row["from"] == key for row in rows)) for key, text in origins.items()]
    lines += [
        "", "| What | How often |", "|---|---|",
        "| sets, each for two targets | %d, %d |" % (len(rows), len(pairs)),
        "| has an answer or none, as `uv pip compile --only-binary :all:` has | %d of %d (%d yes, %d no) |"
        % (same, len(pairs), len(yes), len(pairs) - len(yes)),
        "| of these with an answer: the very pins of uv | %d of %d |" % (equal, len(yes)),
        "| accepted by `pip install --dry-run --no-index`, which would install the lock's pins and no others | %d of %d |"
        % (sum(row.get("pip_accepts", False) for row in accepted), len(accepted)),
        "| accepted by `uv pip sync --dry-run --offline pylock.<target>.toml`, likewise | %d of %d |"
        % (sum(row.get("uv_accepts", False) for row in accepted), len(accepted)),
        "| all times together, ours and uv's, of which Maven's start is most for a small set | %.0f s, %.0f s |" % (ours, theirs),
        "| slowest against uv where uv itself takes more than 3 s: our run for both targets by uv's longer one | %s |"
        % ("%.1f (%s), of %d sets" % (*heavy[-1], len(heavy)) if heavy else "no such set"),
        "| not explained | %d |" % sum(len(row["faults"]) for row in rows), "",
        "Whoever resolves for a target is asked about an interpreter X.Y.0 of it; what that means is in",
        "[Targets](targets.md#patch-releases). The kinds of differences between pins, each proved by asking again:", "",
    ]
    lines += ["* %s (%d): %s" % (kind, kinds.get(kind, 0), text) for kind, text in KINDS.items()]
    lines += [
        "", "Packages are those of the first target, `%s`, whose bundle pip and uv were given. Times are wall seconds of" % rows[0]["targets"][0],
        "whole processes, ours for both targets with Maven's start in it, uv's for the two targets one after the other. Where",
        "uv took over 1 s and ours more than three times as long, both ran once more and the better times stand.", "",
        "| Set | Second target | Packages | Answer | Ours, s | uv, s | Differences |", "|---|---|---|---|---|---|---|",
    ]
    return lines


def table(rows, args, origins, known):
    lines = summary(rows, args, origins, known)
    for row in sorted(rows, key=lambda row: row["name"]):
        first = row["packages"].get(row["targets"][0])
        lines.append("| %s | `%s` | %s | %s | %.1f | %s | %s |" % (
            row["name"], row["targets"][1], first if first else "", answer(row), row["seconds"],
            " + ".join("%.1f" % row["uv"][target] for target in row["targets"]), told(row)))
    args.table.write_text("\n".join(lines) + "\n")


def version(command):
    return re.sub(r" (from|\().*", "", subprocess.run([command, "--version"], check=True, capture_output=True, text=True).stdout.strip())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--uv", default="uv")
    parser.add_argument("--pip", default="pip")
    parser.add_argument("--mvn", default="mvn")
    parser.add_argument("--version", default="0.1.0-SNAPSHOT")
    parser.add_argument("--work", help="where the temporary folder is made")
    parser.add_argument("--table", type=pathlib.Path)
    parser.add_argument("--record", type=pathlib.Path)
    parser.add_argument("--note", default="", help="what the table says of the day and the machine")
    parser.add_argument("sets", nargs="*")
    args = parser.parse_args()
    args.uv, args.pip, args.mvn = (shutil.which(tool) or tool for tool in (args.uv, args.pip, args.mvn))
    args.uv_version, args.pip_version = version(args.uv), version(args.pip)
    data = tomllib.loads((HERE / "sets.toml").read_text())
    sets = [one for one in data["set"] if not args.sets or one["name"] in args.sets]
    unknown = set(args.sets) - {one["name"] for one in sets}
    if unknown:
        sys.exit("sets.toml has no set %s." % ", ".join(sorted(unknown)))
    known = json.loads(args.record.read_text()) if args.record and args.record.exists() else {}
    host, rows = host_target(), []
    with tempfile.TemporaryDirectory(prefix="sets-", dir=args.work) as work:
        judge = judging.Judge(args.mvn, args.version, args.uv, work)
        for one in sets:
            row = known.get(one["name"])
            if row is None:
                row = Trial(one, judge, args, host).run()
                if args.record:
                    known[one["name"]] = row
                    args.record.write_text(json.dumps(known, indent=1))
                # A store that fills the disk is given up; the next set fetches what it needs.
                if shutil.disk_usage(work).free < 15e9:
                    shutil.rmtree(pathlib.Path(work) / "store", ignore_errors=True)
                report(row)
            rows.append(row)
    told_well = [row for row in rows if "answers" in row]
    if args.table and told_well:
        table(told_well, args, data["from"], len(data["set"]))
    sys.exit(1 if any(row["faults"] for row in rows) else 0)


def report(row):
    """Prints a set's line, and below it what is wrong."""
    uv = row.get("uv", {})
    print("%-36s %-9s %4s packages, %5.1f s, uv %s, %d differ%s" % (
        row["name"], answer(row) if "answers" in row else "failed", max(row.get("packages", {}).values(), default="-"),
        row.get("seconds", 0), " + ".join("%.1f" % s for s in uv.values()), len(row["differences"]),
        "" if not row["faults"] else ", %d NOT EXPLAINED" % len(row["faults"])), flush=True)
    for fault in row["faults"]:
        print("    " + fault.replace("\n", "\n    "), flush=True)


if __name__ == "__main__":
    main()

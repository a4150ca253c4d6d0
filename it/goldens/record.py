"""Records what `packaging` decides, as golden files for the unit tests.

python record.py SEEDS OUT: SEEDS is what seeds.py wrote, OUT the folder of the golden files. The cases come from the
seeds and from a fixed random number generator, so that a run with the same packaging writes the same bytes.
"""

import gzip
import itertools
import json
import pathlib
import random
import sys
import sysconfig

import packaging
from packaging import _manylinux, _musllinux, tags
from packaging.markers import InvalidMarker, Marker
from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.utils import InvalidName, InvalidWheelFilename, canonicalize_name, parse_wheel_filename
from packaging.version import InvalidVersion, Version

SPACES = ["", "", "", "", " ", "\t", "\n ", "\u00a0", "\u2003"]


def write(folder, name, rows):
    path = pathlib.Path(folder, name + ".jsonl.gz")
    with open(path, "wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=True, separators=(",", ":")).encode() + b"\n")
    print(path, path.stat().st_size)


def attempt(errors, make, raw):
    try:
        return make(raw)
    except errors:
        return None


class Maker:
    """Writes versions, specifiers and the like in every spelling, valid mostly."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def pick(self, *choices):
        return self.random.choice(choices)

    def chance(self, share):
        return self.random.random() < share

    def number(self):
        kind = self.random.random()
        if kind < 0.75:
            return str(self.random.randrange(0, 13))
        if kind < 0.85:
            return self.pick("00", "01", "007", "0010")
        if kind < 0.97:
            return str(self.pick(254, 255, 256, 257, 4094, 4095, 4096, 8191, 8192, 2024, 32767, 32768, 20231114))
        return str(self.random.randrange(10**9, 10**30))

    def release(self, least=1):
        return ".".join(self.number() for _ in range(max(least, self.pick(1, 2, 2, 3, 3, 3, 4, 5))))

    def case(self, word):
        return self.pick(word, word, word, word.upper(), word.title())

    def separator(self):
        return self.pick("", "", "", ".", "-", "_")

    def suffix(self, *words):
        return self.separator() + self.case(self.pick(*words)) + self.separator() + self.pick(self.number(), "", self.number())

    def version(self, local=0.15, least=1):
        text = self.pick("", "", "", "", "v", "V")
        if self.chance(0.06):
            text += self.number() + "!"
        text += self.release(least)
        if self.chance(0.3):
            text += self.suffix("a", "b", "c", "rc", "alpha", "beta", "pre", "preview")
        if self.chance(0.2):
            text += "-" + self.number() if self.chance(0.3) else self.suffix("post", "rev", "r")
        if self.chance(0.2):
            text += self.suffix("dev")
        if self.chance(local):
            parts = [self.pick("cpu", "cu121", "1", "01", "10", "Ubuntu", "abc", "2a") for _ in range(self.pick(1, 1, 2, 3))]
            text += "+" + parts[0] + "".join(self.pick(".", ".", "-", "_") + part for part in parts[1:])
        return text

    def mutate(self, text):
        characters = list(text)
        for _ in range(self.pick(1, 1, 2)):
            place = self.random.randrange(len(characters) + 1)
            kind = self.random.random()
            if kind < 0.4 or not characters:
                characters.insert(place, self.random.choice(".-_+!*,;()[]<>=~ abcdrvpost0123x'\"\\é\u0130\u212a\u017f"))
            elif kind < 0.7:
                del characters[min(place, len(characters) - 1)]
            else:
                place = min(place, len(characters) - 1)
                characters[place] = characters[self.random.randrange(len(characters))]
        return "".join(characters)

    def specifier(self):
        operator = self.pick(">=", ">=", "<=", "<", "<", ">", ">", "==", "==", "!=", "!=", "~=", "~=", "===")
        if operator in ("==", "!=") and self.chance(0.4):
            version = (self.number() + "!" if self.chance(0.05) else "") + self.release() + ".*"
        elif operator == "~=":
            version = self.version(0, 2)
        else:
            version = self.version(0.2 if operator in ("==", "!=", "===") else 0)
        return operator + self.pick(*SPACES) + version

    def specifiers(self):
        parts = [self.specifier() for _ in range(self.pick(1, 1, 1, 2, 2, 3))]
        return self.pick(*SPACES[:7]) + self.pick(",", ",", ", ", " , ").join(parts) + self.pick("", "", "", "", ",", " ")

    def literal(self, key):
        values = {
            "python_version": ["3.8", "3.9", "3.10", "3.11", "3.11.4", "3", "2.7", "3.11.*", "4", "3.x", "2.7,3.11", "3.11 "],
            "python_full_version": ["3.11", "3.11.0", "3.11.1", "3.11.4", "3.11.7", "3.11.9", "3.11.12", "3.11.4rc1",
                                    "3.11.*", "3.11.4.*", "3.12", "3.10.99", "3.11.4.post1", "v3.11.3", "3.11.300", "4", "x"],
            "os_name": ["posix", "nt", "java"],
            "sys_platform": ["linux", "linux2", "win32", "darwin", "cygwin", "linux darwin"],
            "platform_machine": ["x86_64", "aarch64", "arm64", "AMD64", "i686", ""],
            "platform_python_implementation": ["CPython", "PyPy", "Jython"],
            "platform_release": ["", "5.10", "6.1.0-17-amd64", "5", "10"],
            "platform_system": ["Linux", "Windows", "Darwin"],
            "platform_version": ["", "#1 SMP", "10.0.19045"],
            "implementation_name": ["cpython", "pypy"],
            "extra": ["test", "Dev_Tools", "dev-tools", "docs", "dev.tools", ""],
        }
        values["implementation_version"] = values["python_full_version"]
        value = self.random.choice(values[key])
        if self.chance(0.02):
            value = self.pick("\\x41", "a\\tb", "\\d", "a\\", "\\101", "\\u00e9", "line\nbreak")
        return self.pick(f'"{value}"', f"'{value}'", f'"{value}"')

    def comparison(self, keys):
        key = self.random.choice(keys)
        spelled = {
            "os_name": "os.name", "sys_platform": "sys.platform", "platform_machine": "platform.machine",
            "platform_version": "platform.version",
            "platform_python_implementation": self.pick("python_implementation", "platform.python_implementation"),
        }.get(key, key) if self.chance(0.1) else key
        operators = ["==", "==", "!=", "in", "not in", "<", "<=", ">", ">="]
        if key.endswith("version") and key != "platform_version":
            operators += ["<", "<=", ">", ">=", "~=", "==="] * 2
        elif self.chance(0.03):
            operators = ["~=", "==="]
        operator = self.random.choice(operators)
        left, right = spelled, self.literal(key)
        if self.chance(0.15):
            left, right = right, left
        if self.chance(0.02):
            right = self.random.choice(keys)
            left = key
        if self.chance(0.01):
            left, right = self.literal(key), self.literal(key)
        space = self.pick(" ", " ", " ", "  ", "\t", "") if operator not in ("in", "not in") else " "
        return left + space + operator.replace(" ", self.pick(" ", " ", "  ", "\t")) + space + right

    def marker(self, keys, depth=0):
        kind = self.random.random()
        if depth > 2 or kind < 0.45:
            return self.comparison(keys)
        if kind < 0.6:
            return "(" + self.pick("", " ") + self.marker(keys, depth + 1) + self.pick("", " ") + ")"
        parts = [self.marker(keys, depth + 1) for _ in range(self.pick(2, 2, 3))]
        text = parts[0]
        for part in parts[1:]:
            text += self.pick(" and ", " or ", "  and\t") + part
        return text

    def name(self):
        text = self.pick("requests", "Flask", "zope.interface", "ruamel.yaml", "a", "A1", "typing_extensions", "foo--bar", "X-.-y", "9lives")
        return self.mutate(text) if self.chance(0.1) else text

    def requirement(self):
        text = self.pick("", "", "", " ", "\t") + self.name() + self.pick("", "", " ", "  ")
        if self.chance(0.3):
            extras = [self.pick("test", "Dev_Tools", "s3", "x.y", "security", "foo--bar") for _ in range(self.pick(0, 1, 1, 2))]
            text += "[" + self.pick("", " ") + self.pick(",", ", ", " , ").join(extras) + self.pick("", "", " ") + "]" + self.pick("", " ")
        if self.chance(0.15):
            text += "@" + self.pick("", " ", "  ") + self.pick(
                "https://example.org/foo-1.0-py3-none-any.whl", "file:///x/y", "git+https://h/r.git@v1#egg=foo", "./local", "https://h/a;b")
            text += self.pick(" ", " ", "", "\t")
        elif self.chance(0.7):
            specifiers = self.specifiers()
            text += self.pick("(%s)", "( %s )", "%s", "%s", "%s", "%s") % (specifiers.strip() if self.chance(0.8) else specifiers)
        if self.chance(0.45):
            text += self.pick(";", " ;", "; ", " ; ") + self.marker(MARKER_KEYS)
        return text

    def wheel(self):
        text = self.pick("foo", "Foo_bar", "foo.bar", "foo__bar", "f", "torch", "_private", "numpy")
        text += "-" + (self.version() if self.chance(0.5) else self.release()).replace("-", "_")
        if self.chance(0.2):
            text += "-" + self.pick("1", "2abc", "1_x", "a1", "", "0")
        if self.chance(0.95):
            text += "-" + self.pick("py3", "py2.py3", "cp311", "cp311.cp312", "pp310", "CP39", "3", "", "py3.")
        text += "-" + self.pick("none", "cp311", "abi3", "cp313t", "pypy310_pp73", "abi3.none", "cp27mu", "")
        text += "-" + self.pick("any", "manylinux_2_17_x86_64.manylinux2014_x86_64", "win_amd64", "linux_x86_64", "macosx_10_9_universal2", "a..b")
        text += self.pick(".whl", ".whl", ".whl", ".whl", ".whl", ".whl", ".zip", ".WHL", "")
        return self.mutate(text) if self.chance(0.15) else text


MARKER_KEYS = [
    "python_version", "python_version", "python_full_version", "os_name", "sys_platform", "platform_machine",
    "platform_python_implementation", "platform_release", "platform_system", "platform_version",
    "implementation_name", "implementation_version", "extra", "extra",
]


def versions(seeds):
    maker = Maker(440)
    raws = list(dict.fromkeys(seeds + [v + w for v in ("1.0", "2!3", "v1") for w in WORDS]))
    while len(raws) < 16000:
        text = maker.version()
        if maker.chance(0.15):
            text = maker.mutate(text)
        raws.append(maker.pick(*SPACES) + text + maker.pick(*SPACES))
    for raw in dict.fromkeys(raws):
        version = attempt(InvalidVersion, Version, raw)
        yield [raw] if version is None else [raw, str(version), version.is_prerelease]


WORDS = [s + w + t + n for s in ("", ".", "-", "_") for w in ("a", "alpha", "b", "beta", "c", "rc", "pre", "preview", "post", "rev", "r", "dev", "")
         for t in ("", ".", "-", "_") for n in ("", "0", "1", "12")]


def order(seeds):
    maker = Maker(441)
    pool = [raw for raw in seeds if attempt(InvalidVersion, Version, raw)]
    pool += [release + suffix for release in ("1", "1.0", "1.0.0.0.0", "1.1", "0", "1!1", "1.4096", "1.2.3.4")
             for suffix in ("", "a1", "a1.dev2", "a1.post1", "b2", "rc1", "rc1.dev1", ".dev0", ".dev1", ".post0", ".post1", ".post1.dev1",
                            "+cpu", "+1", "+1.a", "+a.1", "+a", ".post1+x", "a1+x", ".dev8192", "a8191")]
    pool += [maker.version() for _ in range(1500)]
    for _ in range(32000):
        one = maker.random.choice(pool)
        two = maker.random.choice(pool)
        if maker.chance(0.3):
            two = maker.mutate(one)
            if attempt(InvalidVersion, Version, two) is None:
                continue
        left, right = Version(one), Version(two)
        yield [one, two, (left > right) - (left < right)]


def specifiers(seeds):
    maker = Maker(442)
    bases = ["0", "0.1", "1", "1.0", "1.0.1", "1.1", "1.2", "1.2.3", "1.10", "2", "2.0", "2.0.1", "3", "10", "1!1.0", "2024", "2024.5"]
    pool = [base + suffix for base in bases for suffix in
            ("", ".dev0", ".dev1", "a0", "a1", "a1.dev1", "a1.post1", "b2", "rc1", ".post0", ".post0.dev1", ".post1", ".post2", "+cpu", "+1.0", ".post1+x")]
    pool += [maker.version() for _ in range(60)]
    universe = sorted({str(Version(raw)) for raw in pool}, key=lambda v: (Version(v), v))
    texts = ["1.0", "v1.0", "1.0.0", " 1.0 ", "1.0-POST1", "not a version", "foobar", "FOObar", "", "1.0+DOWNSTREAM", "2.0.dev", "lolwat"]
    yield [universe, texts]
    raws = list(dict.fromkeys(seeds))
    operators = (">=", "<=", "<", ">", "==", "!=", "~=", "===")
    for operator, version in itertools.product(operators, universe):
        raws.append(operator + version)
    for operator, base in itertools.product(("==", "!=", ">="), bases):
        raws.append(operator + base + ".*")
    while len(raws) < 9000:
        text = maker.specifiers()
        raws.append(maker.mutate(text) if maker.chance(0.15) else text)
    parsed = [Version(v) for v in universe]
    for raw in dict.fromkeys(raws):
        spec = attempt(InvalidSpecifier, SpecifierSet, raw)
        if spec is None:
            yield [raw]
            continue
        every = "".join("1" if spec.contains(v, prereleases=True) else "0" for v in parsed)
        default = "".join("1" if spec.contains(v) else "0" for v in parsed)
        text = "".join("1" if spec.contains(t, prereleases=True) else "0" for t in texts)
        sample = sorted(maker.random.sample(range(len(parsed)), 12))
        kept = [i for i in sample if any(True for _ in spec.filter([parsed[i]]))]
        chosen = list(spec.filter([parsed[i] for i in sample]))
        filtered = [i for i in sample if any(parsed[i] is v for v in chosen)]
        assert default == every and set(filtered) <= set(kept)
        yield [raw, sorted({str(s) for s in spec}), bool(spec.prereleases), packed(every), text, sample, filtered]


def packed(bits):
    return format(int("1" + bits, 2), "x")


def requirements(seeds):
    maker = Maker(508)
    raws = list(dict.fromkeys(seeds))
    while len(raws) < 16000:
        text = maker.requirement()
        raws.append(maker.mutate(text) if maker.chance(0.15) else text)
    for raw in dict.fromkeys(raws):
        found = attempt(InvalidRequirement, Requirement, raw)
        if found is None:
            yield [raw]
            continue
        try:
            marker = None if found.marker is None else str(found.marker)
        except ValueError:
            continue  # a literal with both kinds of quotes has no spelling
        yield [raw, found.name, sorted({canonicalize_name(extra) for extra in found.extras}),
               sorted({str(s) for s in found.specifier}), found.url or "", marker]


def environment(python, **more):
    values = {
        "implementation_name": "cpython", "implementation_version": python, "os_name": "posix", "platform_machine": "x86_64",
        "platform_release": "", "platform_system": "Linux", "platform_version": "", "python_full_version": python,
        "platform_python_implementation": "CPython", "python_version": ".".join(python.split(".")[:2]), "sys_platform": "linux",
    }
    values.update(more)
    return values


ENVIRONMENTS = [
    environment("3.11.4"),
    environment("3.8.18", platform_machine="aarch64", platform_release="6.1.0-17-amd64", platform_version="#1 SMP"),
    environment("3.13.0", os_name="nt", sys_platform="win32", platform_system="Windows", platform_machine="AMD64", platform_release="10"),
    environment("3.12.0rc1", sys_platform="darwin", platform_system="Darwin", platform_machine="arm64", platform_release="5.10"),
    environment("3.10.14", implementation_name="pypy", implementation_version="7.3.17", platform_python_implementation="PyPy"),
    environment("3.14.0a1+"),
]
EXTRAS = ["", "test", "Dev.Tools"]


def markers(seeds):
    maker = Maker(509)
    yield [ENVIRONMENTS, EXTRAS]
    raws = list(dict.fromkeys(seeds))
    while len(raws) < 12000:
        text = maker.marker(MARKER_KEYS)
        raws.append(maker.mutate(text) if maker.chance(0.15) else text)
    for raw in dict.fromkeys(raws):
        marker = attempt(InvalidMarker, Marker, raw)
        if marker is None:
            yield [raw]
            continue
        try:
            text = str(marker)
        except ValueError:
            continue  # a literal with both kinds of quotes has no spelling
        yield [raw, text, "".join(judged(marker, dict(e, extra=x)) for e in ENVIRONMENTS for x in EXTRAS)]


def judged(marker, values, context="metadata"):
    try:
        return "1" if marker.evaluate(values, context) else "0"
    except (ValueError, KeyError):
        return "E"


def patches():
    """Judges each marker at every patch release of 3.11 up to 400: does it hold at some?"""
    maker = Maker(510)
    keys = ["python_full_version", "python_full_version", "implementation_version", "python_version", "sys_platform"]
    seen = set()
    while len(seen) < 4000:
        raw = maker.marker(keys)
        marker = attempt(InvalidMarker, Marker, raw)
        if marker is None or raw in seen:
            continue
        seen.add(raw)
        results = {judged(marker, environment(f"3.11.{patch}")) for patch in (*range(110), 298, 299, 300, 301, 302, 400)}
        yield [raw, "E" if "E" in results else "1" if "1" in results else "0"]


def wheels(seeds):
    maker = Maker(427)
    raws = list(dict.fromkeys(seeds))
    while len(raws) < 8000:
        raws.append(maker.wheel())
    for raw in dict.fromkeys(raws):
        found = attempt(InvalidWheelFilename, parse_wheel_filename, raw)
        if found is None:
            yield [raw]
            continue
        name, version, build, wheel_tags = found
        yield [raw, name, str(version), "".join(map(str, build)), sorted({t.interpreter for t in wheel_tags}),
               sorted({t.abi for t in wheel_tags}), sorted({t.platform for t in wheel_tags})]


def names(seeds):
    maker = Maker(503)
    raws = list(dict.fromkeys(seeds))
    while len(raws) < 6000:
        raws.append(maker.mutate(maker.name()))
    for raw in dict.fromkeys(raws):
        name = attempt(InvalidName, lambda text: canonicalize_name(text, validate=True), raw)
        yield [raw] if name is None else [raw, name]


def linux(arch, glibc=(-1, -1), musl=None):
    """Gives packaging's own platform tags of a Linux that this is not."""
    sysconfig.get_platform = lambda: "linux-" + arch
    _manylinux._get_glibc_version = lambda: _manylinux._GLibCVersion(*glibc)
    _manylinux._have_compatible_abi = lambda executable, archs: glibc != (-1, -1)
    _musllinux._get_musl_version = lambda executable: _musllinux._MuslVersion(*musl) if musl else None
    return list(tags._linux_platforms(is_32bit=False))


def platforms():
    for minor in (5, 12, 16, 17, 24, 28, 31, 34, 36, 39, 41):
        yield f"manylinux_2_{minor}_x86_64", linux("x86_64", (2, minor))
        yield f"manylinux_2_{minor}_i686", linux("i686", (2, minor))
    for arch in ("aarch64", "armv7l", "armv8l", "ppc64", "ppc64le", "s390x", "riscv64", "loongarch64"):
        for minor in (17, 28, 31, 36, 41):
            yield f"manylinux_2_{minor}_{arch}", linux(arch, (2, minor))
    for arch in ("x86_64", "aarch64", "i686", "armv6l", "armv7l", "ppc64le", "s390x", "riscv64"):
        for minor in (0, 1, 2):
            yield f"musllinux_1_{minor}_{arch}", linux(arch, musl=(1, minor))
    for version in ((10, 4), (10, 9), (10, 13), (10, 15), (10, 16), (11, 0), (12, 0), (13, 0), (14, 0), (15, 0), (26, 0)):
        yield f"macosx_{version[0]}_{version[1]}_x86_64", list(tags.mac_platforms(version, "x86_64"))
        if version >= (11, 0):
            yield f"macosx_{version[0]}_{version[1]}_arm64", list(tags.mac_platforms(version, "arm64"))
    for windows in ("win32", "win_amd64", "win_arm64"):
        yield windows, [windows]


def ladders():
    for platform, accepted in platforms():
        yield f"cp311-{platform}", ladder("cp", 11, accepted)
    few = [p for p in platforms() if p[0] in ("manylinux_2_28_x86_64", "musllinux_1_2_aarch64", "macosx_11_0_arm64", "win_amd64")]
    for platform, accepted in few:
        for minor in range(6, 16):
            yield f"cp3{minor}-{platform}", ladder("cp", minor, accepted)
            if minor >= 13:
                yield f"cp3{minor}t-{platform}", ladder("cp", minor, accepted, "t")
            if minor <= 11:
                yield f"pp3{minor}-{platform}", ladder("pp", minor, accepted)


def ladder(kind, minor, accepted, flags=""):
    version = (3, minor)
    if kind == "pp":
        found = list(tags.generic_tags(f"pp3{minor}", [f"pypy3{minor}_pp73"], accepted))
        found += tags.compatible_tags(version, "pp3", accepted)
    else:
        abi = f"cp3{minor}" + (flags or ("m" if minor < 8 else ""))
        found = list(tags.cpython_tags(version, [abi], accepted))
        found += tags.compatible_tags(version, f"cp3{minor}", accepted)
    return [str(tag) for tag in found]


def ranks():
    """Ranks wheels' tags on some targets, as packaging's selector does: the place of the best tag."""
    maker = Maker(425)
    specs = dict(row for row in ladders() if row[0].split("-")[1] in (
        "manylinux_2_28_x86_64", "musllinux_1_2_aarch64", "macosx_11_0_arm64", "win_amd64", "manylinux_2_36_armv8l"))
    places = {spec: {tag: i for i, tag in reversed(list(enumerate(found)))} for spec, found in specs.items()}
    every = sorted({tag for found in specs.values() for tag in found})
    for _ in range(4000):
        parts = [tag.split("-") for tag in maker.random.sample(every, maker.pick(1, 1, 2, 3))]
        text = "-".join(".".join(sorted({part[i] for part in parts})) for i in range(3))
        spec = maker.random.choice(list(specs))
        found = [places[spec][str(tag)] for tag in tags.parse_tag(text) if str(tag) in places[spec]]
        yield [spec, text, min(found, default=-1)]


def main(seed_file, folder):
    assert packaging.__version__ == "26.3", packaging.__version__
    with open(seed_file, encoding="utf-8") as lines:
        seeds = [json.loads(line) for line in lines]
    # Half a character has no bytes to be stored in.
    seeds = [seed for seed in seeds if not any("\ud800" <= c <= "\udfff" for c in seed)]
    write(folder, "versions", versions(seeds))
    write(folder, "order", order(seeds))
    write(folder, "specifiers", specifiers(seeds))
    write(folder, "requirements", requirements(seeds))
    write(folder, "markers", markers(seeds))
    write(folder, "patches", patches())
    write(folder, "wheels", wheels(seeds))
    write(folder, "names", names(seeds))
    write(folder, "ladders", ladders())
    write(folder, "ranks", ranks())


if __name__ == "__main__":
    main(*sys.argv[1:])

#!/usr/bin/env python3
"""Records how pip itself reads requirements files, for RequirementsFileTest.

    python3 -m venv v && v/bin/pip install pip==26.3
    PIP_CONFIG_FILE=/dev/null v/bin/python it/goldens/requirements_files.py

Writes maven-plugin/src/test/resources/goldens/requirements-files.json: a list of cases. A case is a set of files (hex of
their bytes), variables, and what pip made of the file `requirements.txt`: its requirements and options in order, or the
error's class.
"""
import json
import os
import pathlib
import sys
import tempfile

for name in list(os.environ):
    if name.startswith("PIP_"):
        del os.environ[name]

import pip
from pip._internal.req import req_file

HERE = pathlib.Path(__file__).resolve().parent
OUT = HERE.parents[1] / "maven-plugin/src/test/resources/goldens/requirements-files.json"
SHA = "sha256:" + "0123456789abcdef" * 4
SHA_B = "sha256:" + "fedcba9876543210" * 4

cases = []


def case(text, env=None, name=None, **others):
    files = {"requirements.txt": text}
    files.update({key.replace("__", "/").replace("_txt", ".txt"): value for key, value in others.items()})
    cases.append({"name": name or repr(text)[:70], "files": files, "env": env or {}})


# One requirement a line, in every dress.
REQUIREMENTS = [
    "flask", "Flask", "flask==2.0", "flask == 2.0", "flask>=2,<3", "flask >=2 , <3", "flask~=2.1", "flask!=2.1.*",
    "flask===2.0-custom", "uvicorn[standard]", "uvicorn[standard]>=0.20", "uvicorn [standard,a] >= 0.20", "a.b_c-d",
    "flask (>=2)", "flask; python_version < '3.12'", 'flask ; sys_platform == "win32" and extra == "x"',
    "flask @ https://example.com/flask-2.0-py3-none-any.whl", "flask@https://example.com/flask-2.0-py3-none-any.whl",
    "flask[a] @ https://example.com/f.zip#sha256=abc", "pkg @ git+https://example.com/pkg.git@v1#egg=pkg",
    "https://example.com/flask-2.0-py3-none-any.whl", "./local", "../up", "local/dir", "flask-2.0-py3-none-any.whl",
    "flask==2.0+cpu", "flask==1!2.0", "flask; platform_machine=='x86_64' # why", "pkg;python_version=='3'",
    "a-b", "name-with-dash>=1.0-dev", "flask  --hash=" + SHA, "flask>=1 -- x",
]
for requirement in REQUIREMENTS:
    case(requirement)
    case("  " + requirement + "  \n")
    case(requirement + "  # a comment\n")
    case("# first\n\n" + requirement + "\r\nlast==1\r\n")

# Comments.
for text in [
    "#", "# only", "  # only", "#flask", "flask#notacomment", "flask #comment", "flask\t#comment", "flask\u00a0# c",
    "flask  ## two", "#a\n#b\nflask", "flask\n#", "https://example.com/a.zip#egg=a", "a @ https://example.com/a.zip#egg=a",
    "a @ https://example.com/a.zip #egg=a", "flask # c \\\nlast", "# c \\\nlast", "  # c \\\nlast", "flask \\\n# c\nlast",
    "flask \\\n  # c\nlast", "flask \\\n# c \\\nlast", "flask \\ # c\nlast", "flask '#' x", "-r#x", "--index-url x#y",
    "--index-url https://example.com/#frag", "--index-url https://example.com/ # c",
]:
    case(text)

# Continuations and line ends.
for text in [
    "flask \\\n>=2", "flask\\\n>=2", "flask>=\\\n2 \\\n,<3", "fla\\\nsk", "flask \\\n", "flask \\", "flask \\\n\nlast",
    "flask \\\\\n>=2", "flask\\ \nlast", "a\nb\nc", "a\r\nb\r\nc\r\n", "a\rb\rc", "a\x0bb", "a\x0cb", "a\x1cb\x1dc\x1ed",
    "a\x85b", "a\u2028b\u2029c", "a\n\r\nb", "\n\n\na", "\ta", "a \\\r\n>=2\r\nb", "\\\na", "\\\\\\\na", "a\\\n\\\nb",
    f"flask==1 \\\n    --hash={SHA} \\\n    --hash={SHA_B}\nlast==2 \\\n    --hash={SHA}\n",
    f"flask==1 --hash={SHA} # c\n",
    f"flask==1 ; python_version > '3' --hash={SHA}", f"flask==1 ; python_version > '3' \\\n --hash={SHA}",
    f"flask==1\t--hash={SHA}", f"flask==1 --hash {SHA}", f"flask==1 --hash='{SHA}'", f'flask==1 --hash="{SHA}"',
    "flask --hash=sha512:" + "0" * 128, "flask --hash=sha384:" + "0" * 96, "flask --hash=md5:" + "0" * 32,
    "flask --hash=sha1:" + "0" * 40, "flask --hash=0123", "flask --hash", "flask --hash=", f"flask --has={SHA}",
]:
    case(text)

# Options.
for text in [
    "-i https://example.com/simple", "-ihttps://example.com/simple", "--index-url https://example.com/simple",
    "--index-url=https://example.com/simple", "--index-url 'https://example.com/simple'", "--pypi-url https://example.com",
    "--index https://example.com", "--ind=https://example.com", "--extra-index-url https://a.example",
    "--extra-index-url=https://a.example", "--extra https://a.example", "--i https://a.example", "--e https://a.example",
    "--index-url https://a.example --extra-index-url https://b.example",
    "--extra-index-url https://a.example --extra-index-url https://b.example", 
    "--index-url", "-i", "--index-url=", "--no-index", "--no-index=1", "--no-i", "--no", "--pre", "--pr", "--pre=1",
    "--prefer-binary", "--require-hashes", "--req", "--requi", "--require", "--require-h", "--no-require-hashes",
    "-f https://example.com/links.html", "--find-links https://example.com/links.html", "--find-links=wheels", "-f wheels",
    "--find-links ./wheels", "--find-links /abs/wheels", "--find-links '/with blank/wheels'", "--find-links /with\\ blank/w",
    "--trusted-host example.com", "--trusted-host=example.com:8080", "--only-binary :all:", "--only-binary=:all:",
    "--only-binary flask,numpy", "--only-binary :none:", "--no-binary :none:", "--prefer", "--all-releases :all:",
    "--all-releases flask", "--only-final :all:", "--only-final flask,numpy", "--use-feature fast-deps",
    "--unknown", "--unknown=1", "-x", "-x 1", "--upgrade", "-U", "--user", "--global-option=x", "--install-option x",
    "--process-dependency-links", "--no-deps", "--proxy http://x", "--cert x", "--python-version 3.11", "--platform x",
    "--index-url 'unclosed", '--index-url "unclosed', "--index-url back\\", "--index-url \"a\\\"b\"", "--index-url 'a'\"b\"c",
    "--index-url ''", "  --index-url https://example.com  ", "\t--index-url https://example.com",
    "--index-url\thttps://example.com", "--config-settings a=b", "flask --config-settings a=b",
    "flask --config-settings=--a=b -C c=d", "--pre\nflask\n--no-index\n", "-i https://a.example\nflask\n-i https://b.example",
    "-e .", "-e ./local", "--editable .", "--editable=.", "-e.", "-e git+https://example.com/x.git#egg=x", "-e", "-e . -e ..",
    "-i -i", "--index-url --pre", "-r", "-c", "--requirement", "--constraint=", "-r missing.txt", "-c missing.txt",
    "--requirement=missing.txt", "-rmissing.txt",
]:
    case(text)

# Variables.
ENV = {"USER_NAME": "me", "TOKEN_1": "s3cret", "EMPTY": "", "NESTED": "${TOKEN_1}", "lower": "no", "PKG": "flask", "HASH": "#", "OPT": "--pre"}
for text in [
    "--index-url https://${USER_NAME}:${TOKEN_1}@example.com/simple", "${PKG}==1", "${PKG}${PKG}", "$PKG==1", "${lower}",
    "${EMPTY}flask", "${NESTED}", "${NESTED}${TOKEN_1}", "${TOKEN_1}${NESTED}", "${PKG", "$${PKG}", "${PKG }", "# ${PKG}",
    "flask ${HASH} x", "${OPT}", "flask==${TOKEN_1} # ${PKG}", "%PKG%", "${PKG-x}", "${P\\\nKG}", "${}",
]:
    case(text, env=ENV)

# Files that name others.
case("-r base.txt\nlast", base_txt="flask\n")
case("-rbase.txt\nlast", base_txt="flask\n")
case("--requirement base.txt", base_txt="flask\n")
case("--requirement=base.txt", base_txt="flask\n")
case("-r base.txt -r other.txt", base_txt="flask\n", other_txt="numpy\n", name="two on a line: pip reads one")
case("-c c.txt\nflask", c_txt="flask<3\n")
case("--constraint c.txt\nflask", c_txt="flask<3\nnumpy==1 --hash=" + SHA + "\n")
case("-r sub/base.txt", sub__base_txt="-r deep/er.txt\nflask", sub__deep__er_txt="numpy\n-r ../../top.txt", top_txt="top")
case("-r sub/../base.txt", base_txt="flask", sub__x_txt="")
case("-r base.txt\n-r base.txt", base_txt="flask")
case("-r a.txt\n-r b.txt", a_txt="-r base.txt\na", b_txt="-r base.txt\nb", base_txt="flask")
case("-r requirements.txt")
case("-r ./requirements.txt")
case("-r a.txt", a_txt="-r requirements.txt")
case("-r a.txt", a_txt="-r b.txt", b_txt="-r a.txt")
case("-c c.txt", c_txt="-r base.txt\nnumpy<2", base_txt="flask", name="-r in a constraints file asks")
case("-c c.txt", c_txt="-c d.txt\nnumpy<2", d_txt="flask<3")
case("-r a.txt", a_txt="--index-url https://a.example\nflask\n")
case("-r 'with blank.txt'", **{"with blank_txt": "flask"})
case("-r with\\ blank.txt", **{"with blank_txt": "flask"})
case("-r ${NAME}.txt", env={"NAME": "base"}, base_txt="flask")
case("-r base.txt # c", base_txt="flask # c")
case("-r base.txt --pre", base_txt="flask", name="an option behind -r: pip drops it")
case("flask -r base.txt", base_txt="numpy", name="-r behind a requirement: pip drops it")
case("-r base.txt numpy", base_txt="flask", name="a requirement behind -r: pip drops it")

# What pip drops in silence and we refuse.
case("--index-url https://example.com flask", name="a requirement behind an option: pip drops it")
case("flask --index-url https://example.com", name="an option behind a requirement: pip drops it")
case("flask --pre", name="--pre behind a requirement: pip drops it")
case("--hash=" + SHA, name="a hash alone: pip drops it")
case(
    f"flask==1 \\\n    # why\n    --hash={SHA}\n",
    name="a comment between a requirement and its hash: pip drops the hash",
)
case("- flask", name="a dash alone: pip drops the line")
case("-- flask", name="two dashes: pip drops the line")
case("--pre -- flask", name="words behind two dashes: pip drops them")

# Encodings.
RAW = "# naïve\nflask==2.0 # größer\nnumpy\n"
for encoding in ["utf-8", "utf-8-sig", "utf-16", "utf-32"]:
    case(RAW.encode(encoding), name=f"mark of {encoding}")
case(b"\xfe\xff" + RAW.encode("utf-16-be"), name="mark of utf-16-be")
case(b"\x00\x00\xfe\xff" + RAW.encode("utf-32-be"), name="mark of utf-32-be")
for coding in ["latin-1", "latin1", "iso-8859-1", "cp1252", "utf-8", "utf8", "ascii", "iso-8859-15", "koi8-r", "shift_jis", "gbk", "no-such"]:
    case(f"# -*- coding: {coding} -*-\nflask # ".encode() + b"x\n", name=f"coding {coding}")
case(b"# -*- coding: latin-1 -*-\nflask==2.0 # gr\xf6\xdfer\nn\xe4me\n", name="latin-1 for real")
case(b"# one\n# coding=latin-1\nflask # \xf6\n", name="coding on the second line")
case(b"# vim: set fileencoding=latin-1 :\nflask # \xf6\n", name="coding as vim writes it")
case(b"flask # coding: latin-1\nnumpy\n", name="coding not at the line's start")
case(b"", name="empty")
case(b"\xef\xbb\xbf", name="a mark alone")
case("\ufeffflask", name="a mark as a letter")
case("flask\x00", name="nul")


def record(case, folder):
    for name, content in case["files"].items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        content = content.encode("utf-8") if isinstance(content, str) else content
        path.write_bytes(content)
        case["files"][name] = content.hex()
    os.environ.update(case["env"])
    parser = req_file.RequirementsFileParser(None, req_file.get_line_parser(None))
    lines = []
    try:
        for line in parser.parse(str(folder / "requirements.txt"), False):
            where = f"{os.path.relpath(line.filename, folder)}:{line.lineno}"
            if line.requirement is not None:
                parsed = req_file.handle_line(line)
                hashes = (parsed.options or {}).get("hashes", {})
                lines.append({
                    "where": where,
                    "requirement": parsed.requirement.strip(),
                    "editable": parsed.is_editable,
                    "constraint": parsed.constraint,
                    "hashes": [f"{algorithm}:{digest}" for algorithm in hashes for digest in hashes[algorithm]],
                })
            else:
                opts = line.opts
                options = {}
                if opts.index_url is not None:
                    options["--index-url"] = [opts.index_url]
                if opts.extra_index_urls:
                    options["--extra-index-url"] = opts.extra_index_urls
                if opts.find_links:
                    options["--find-links"] = opts.find_links
                for flag in ["no_index", "pre", "require_hashes", "no_require_hashes"]:
                    if getattr(opts, flag):
                        options["--" + flag.replace("_", "-")] = [""]
                for kind in ["all_releases", "only_final"]:
                    names = getattr(opts.release_control, kind, None)
                    if names:
                        options["--" + kind.replace("_", "-")] = sorted(names)
                lines.append({"where": where, "options": options})
        case["lines"] = lines
    except Exception as e:
        case["error"] = type(e).__name__
    finally:
        for name in case["env"]:
            del os.environ[name]


sys.stderr = open(os.devnull, "w")  # optparse prints its usage
for one in cases:
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        record(one, pathlib.Path(folder).resolve())
        os.chdir("/")
OUT.parent.mkdir(parents=True, exist_ok=True)
with open(OUT, "w", encoding="utf-8", newline="\n") as out:
    out.write('{"pip": ' + json.dumps(pip.__version__) + ', "cases": [\n')
    out.write(",\n".join(json.dumps(one, sort_keys=True) for one in cases))
    out.write("\n]}\n")
print(len(cases), "cases,", sum("error" in one for one in cases), "errors")

#!/usr/bin/env python3
"""Records what Python's tomllib makes of a lock and of broken locks, for TomlReaderTest.

    python3 it/goldens/toml.py

Reads src/test/resources/lock/readable.lock and writes goldens/toml.json beside it: tomllib's reading of the lock, a list
of short documents with tomllib's reading of each or null where it refuses, and edits of the lock (place, letters taken
out, letters put in) with tomllib's verdict: the sha256 of its reading as canonical JSON, or null. The same seed gives the
same file.
"""
import datetime
import hashlib
import json
import pathlib
import random
import tomllib
import warnings

RESOURCES = pathlib.Path(__file__).resolve().parents[2] / "maven-plugin/src/test/resources"
LOCK = (RESOURCES / "lock/readable.lock").read_text(encoding="utf-8")


def plain(value):
    """Gives every value a form that JSON has; what a lock can't hold is told by its type."""
    if isinstance(value, dict):
        return {key: plain(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [plain(entry) for entry in value]
    if isinstance(value, (float, datetime.date, datetime.time, datetime.datetime)):
        return {"outside": type(value).__name__}
    return value


def read(text):
    try:
        return plain(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        return None


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


DOCUMENTS = """
|a = 1|a = "x"|a = 'x'|a = true|a = false|a = []|a = {}|a = [[]]|a = [1, 2]|a = [1, 2,]|a = [,]|a = [1,,2]|a = [1 2]
a = {b = 1}|a = {b = 1,}|a = {b = 1, c = 2}|a = {b = 1, b = 2}|a = {b = {c = 1}}|a = { b = [ { c = 1 } ] }|a = {b = 1
a|a =|= 1|a = 1 b = 2|a = 1 # c|a = # c|# c|a=1|  a  =  1  |"a" = 1|'a' = 1|"" = 1|'' = 1|"a b" = 1|a b = 1|a-b_1 = 1|é = 1
"é" = 1|a = "é"|a = "\\u00e9"|a = "\\U0001F600"|a = "\\ud800"|a = "\\U00110000"|a = "\\u12"|a = "\\x41"|a = "\\e"|a = "\\"
a = "\\b\\t\\n\\f\\r\\"\\\\"|a = '\\n'|a = 'it"s'|a = "it's"|a = "x|a = 'x|a = x|a = "x" y|a = ""|a = ''|a = "\\/"
a = 0|a = 00|a = 01|a = -0|a = +1|a = -1|a = 1_000|a = _1|a = 1_|a = 1__0|a = -|a = +|a = 9223372036854775807|a = -9223372036854775808
a = 1.0|a = 1e3|a = inf|a = nan|a = 0x1f|a = 0o7|a = 0b1|a = 1979-05-27|a = 07:32:00|a = 1979-05-27T07:32:00Z|a = True|a = TRUE|a = yes
[a]|[a]\\n[b]|[a]\\n[a]|[a]\\nb = 1\\n[a.c]\\nd = 1|[a.b]\\n[a]|[a.b]\\n[a.b]|[a]\\nb = 1\\n[a.b]|a = 1\\n[a]|[a]b = 1|[ a ]|[ a . b ]|[]|[a.]|[.a]|["a"]|['a'.b]
[[a]]|[[a]]\\n[[a]]|[[a]]\\nb = 1\\n[[a]]\\nb = 2|[a]\\n[[a]]|[[a]]\\n[a]|[[a]]\\n[a.b]\\nc = 1|[[a]]\\n[a.b]\\n[a.b]|[[a]]\\n[a.b]\\n[[a]]\\n[a.b]|[[a.b]]\\nc = 1|[[a]]\\n[[a.b]]\\n[[a.b]]|a = []\\n[[a]]|a = [{}]\\n[[a]]|[ [a]]|[[a] ]|[[a]
a = {}\\n[a]|a = {}\\n[a.b]|a = {b = 1}\\n[a.c]|[a]\\nb = {}\\n[a.b]|[a]\\nb = {}\\n[a.b.c]|a = [\\n1,\\n2\\n]|a = [ # c\\n1 # d\\n, # e\\n]|a = {\\nb = 1}|a = { b = 1 # c\\n}
a = 1\\na = 2|"a" = 1\\na = 2|a = 1\\r\\nb = 2|a = 1\\rb = 2|a = "x\\ny"|a = 'x\\ty'|a = "x\\ty"|# \\u0001|a = "\\u0001"|a = '\\u007f'|# \\u007f|# \\t tab|a = 1\\u00a0|\\ufeffa = 1
a.b = 1|a.b = 1\\na.c = 2|a = {b.c = 1}|a = \"\"\"x\"\"\"|a = '''x'''|a = \"\"\"\\nx\\ny\"\"\"|a = \"\"\"\"\"\"|a = ''''''
"""


def documents():
    """A line's end or control letter stands in the list by its escape in front of a line's words or at its end."""
    for line in DOCUMENTS.strip("\n").split("\n"):
        for text in line.split("|"):
            yield text
            try:
                letters = text.encode("latin-1", "backslashreplace").decode("unicode_escape")
                letters.encode("utf-8")
            except (UnicodeError, DeprecationWarning):
                continue
            if letters != text:
                yield letters


warnings.simplefilter("error")
edits = []
chance = random.Random(11)
LETTERS = list("\"'=[]{},.#\\ \t\n\r_-0aA") + ["\n[", "]]", "\"\"", "=[", " = 1\n", "\u0001", "é", "\n\n", "[["]
for _ in range(3000):
    place = chance.randrange(len(LOCK))
    out = chance.choice([0, 0, 1, 1, 2, 5])
    put = chance.choice(LETTERS) if out == 0 or chance.random() < 0.6 else ""
    text = LOCK[:place] + put + LOCK[place + out:]
    value = read(text)
    verdict = None if value is None else hashlib.sha256(canonical(value).encode()).hexdigest()
    edits.append([place, out, put, verdict])

golden = {
    "lock": read(LOCK),
    "documents": [[text, read(text)] for text in documents()],
}
with open(RESOURCES / "goldens/toml.json", "w", encoding="utf-8", newline="\n") as out:
    out.write('{"lock": ' + json.dumps(golden["lock"], sort_keys=True) + ',\n"documents": [\n')
    out.write(",\n".join(json.dumps(one) for one in golden["documents"]))
    out.write('\n],\n"edits": [\n')
    out.write(",\n".join(json.dumps(one) for one in edits))
    out.write("\n]}\n")
print(len(golden["documents"]), "documents,", sum(v is None for _, v in golden["documents"]), "refused;",
      len(edits), "edits,", sum(e[3] is None for e in edits), "refused")

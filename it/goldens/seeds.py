"""A pytest plugin: writes every short string among the parameters of packaging's own tests, one JSON text a line.

Run in a checkout of pypa/packaging: python -m pytest -p seeds --collect-only -q tests
"""

import json
import os


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from strings(key)
            yield from strings(inner)
    elif isinstance(value, (list, tuple, set, frozenset)):
        for inner in value:
            yield from strings(inner)
    elif type(value).__module__.startswith("packaging."):
        yield str(value)


def pytest_collection_modifyitems(items):
    found = set()
    for item in items:
        if hasattr(item, "callspec"):
            found.update(text for text in strings(item.callspec.params) if 0 < len(text) < 300)
    with open(os.environ["SEEDS"], "w", encoding="utf-8") as out:
        for text in sorted(found):
            out.write(json.dumps(text) + "\n")

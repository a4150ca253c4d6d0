"""Prints, in the form of `Targets.COMMAND`, what packaging says of the interpreter that runs this, in one line."""

import json
import platform
import sys

from packaging import markers, tags

environment = markers.default_environment()
# Of the machine only what decides about wheels is kept; its kernel would change the golden file on every machine.
environment["platform_release"] = environment["platform_version"] = ""
json.dump(
    {
        "libc": "_".join(platform.libc_ver()[1].split(".")),
        "marker_environment": environment,
        "compatible_tags": [str(tag) for tag in tags.sys_tags()],
    },
    sys.stdout,
    separators=(",", ":"),
)
print()

#!/usr/bin/env python3
"""Adds up what the last build's reports say and prints it on one line; fails where nothing ran or anything failed."""
import pathlib
import sys
import xml.etree.ElementTree as xml

ROOT = pathlib.Path(__file__).resolve().parent.parent


def surefire():
    for report in ROOT.glob("**/target/surefire-reports/TEST-*.xml"):
        suite = xml.parse(report).getroot()
        ran, skipped = int(suite.get("tests", 0)), int(suite.get("skipped", 0))
        failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        yield ran - failed - skipped, failed, skipped


def invoker():
    for report in ROOT.glob("it/target/**/BUILD-*.xml"):
        result = xml.parse(report).getroot().get("result")
        yield int(result == "success"), int(result not in ("success", "skipped")), int(result == "skipped")


def main():
    passed, failed, skipped = (sum(column) for column in zip((0, 0, 0), *surefire(), *invoker()))
    print("%d passed, %d failed, %d skipped" % (passed, failed, skipped))
    sys.exit(0 if passed and not failed else 1)


if __name__ == "__main__":
    main()

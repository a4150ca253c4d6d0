#!/usr/bin/env bash
# Makes the root file system of a base image that is the same platform as the official python:3.11-slim-bookworm
# (Python 3.11, glibc 2.36), as a tar. Usage: base-image.sh FILE.tar
set -euo pipefail
out=$1
[ -s "$out" ] && exit 0
mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.sources 2>/dev/null | sed -n 's/^deb [^h]*\(http[^ ]*\) .*/\1/p; s/^URIs: *//p' | grep -v security | head -n 1 || true)
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
debootstrap --variant=minbase --include=python3,python3-pip,python3-venv,ca-certificates bookworm "$root" "${mirror:-http://deb.debian.org/debian}" >/dev/null
mkdir -p "$(dirname "$out")"
tar -C "$root" -cf "$out.part" .
mv "$out.part" "$out"

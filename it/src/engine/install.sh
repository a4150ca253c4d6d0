#!/usr/bin/env bash
# Installs what the engine cases need, from Debian's packages: an engine, a second builder, a base image's tools.
set -euo pipefail
need=""
for tool in dockerd:docker.io buildah:buildah debootstrap:debootstrap; do
  command -v "${tool%%:*}" >/dev/null || need="$need ${tool##*:}"
done
[ -x /usr/bin/docker ] || need="$need docker.io"
if [ -n "$need" ]; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  # The packages would start services of their own; the cases run an engine of theirs.
  printf '#!/bin/sh\nexit 101\n' > /usr/sbin/policy-rc.d && chmod +x /usr/sbin/policy-rc.d
  # shellcheck disable=SC2086
  apt-get install -y -qq --no-install-recommends $need iptables ca-certificates >/dev/null
  rm -f /usr/sbin/policy-rc.d
fi

#!/usr/bin/env bash
# Builds the case's image from an unpacked bundle with no network, and runs it with none, as a user that is not root.
# With buildah it then runs the judges of the loaders in that image; JUDGES is their folder, ORIGINAL the model's.
# Usage: build.sh docker|buildah CASE-FOLDER ENGINE-FOLDER BASE.tar [JUDGES ORIGINAL]
set -euo pipefail
builder=$1 case=$2 engine=$3 base=$4
cd "$case"
if [ "$builder" = docker ]; then
  export DOCKER_HOST=unix://$engine/docker.sock DOCKER_BUILDKIT=1
  docker=/usr/bin/docker
  $docker image inspect python-base:bookworm >/dev/null 2>&1 || $docker import "$base" python-base:bookworm >/dev/null
  $docker build --network=none --progress=plain -t app .
  $docker run --rm --network none --read-only --tmpfs /tmp --user 10001:0 app
else
  export BUILDAH_ISOLATION=chroot STORAGE_DRIVER=${STORAGE_DRIVER:-overlay}
  store=$engine/buildah
  buildah() { command buildah --root "$store/root" --runroot "$store/run" "$@"; }
  mkdir -p "$store"
  container=$(buildah from scratch)
  buildah add -q "$container" "$base" /
  buildah commit -q "$container" localhost/python-base:bookworm >/dev/null
  buildah rm "$container" >/dev/null
  unshare -n buildah --root "$store/root" --runroot "$store/run" bud --isolation chroot --layers=false \
    --build-arg BASE=localhost/python-base:bookworm -t localhost/app .
  container=$(buildah from localhost/app)
  unshare -n buildah --root "$store/root" --runroot "$store/run" run --isolation chroot --user 10001:0 "$container" -- \
    /opt/app/bin/python /app/embed.py
  # Container engines set HOME=/ for a user without a name.
  VARIABLES="HOME=/" "$5/offline.sh" "$(buildah mount "$container")" /opt/app/bin/python target/airgap/bundle/airgap.env "$6" \
    $(cd "$5" && ls load_*.py)
  buildah umount "$container" >/dev/null
  buildah rm "$container" >/dev/null
  rm -rf "$store"
fi

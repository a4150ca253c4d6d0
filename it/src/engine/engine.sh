#!/usr/bin/env bash
# Starts or stops a Docker engine of the cases' own, in a folder of their own. Usage: engine.sh start|stop FOLDER
# Containers and builds of the cases need no network, so the engine gets neither a bridge nor firewall rules.
set -euo pipefail
folder=$2
case $1 in
  start)
    mkdir -p "$folder/data" "$folder/exec"
    nohup dockerd --iptables=false --bridge=none --storage-driver=overlay2 --data-root "$folder/data" \
      --exec-root "$folder/exec" -H "unix://$folder/docker.sock" --pidfile "$folder/docker.pid" \
      >"$folder/dockerd.log" 2>&1 </dev/null &
    for _ in $(seq 100); do
      DOCKER_HOST=unix://$folder/docker.sock /usr/bin/docker version >/dev/null 2>&1 && exit 0
      read -r -t 0.3 <> <(:) || true
    done
    cat "$folder/dockerd.log"
    exit 1
    ;;
  stop)
    [ -f "$folder/docker.pid" ] || exit 0
    pid=$(cat "$folder/docker.pid")
    kill "$pid"
    while kill -0 "$pid" 2>/dev/null; do read -r -t 0.3 <> <(:) || true; done
    rm -rf "$folder/data" "$folder/exec"
    ;;
esac

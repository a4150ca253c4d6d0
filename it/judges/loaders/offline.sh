#!/usr/bin/env bash
# Runs judges of the loaders where no network interface is up, as a user that is not root and that no passwd knows, on a
# root file system that is read-only but for /tmp, with the environment of airgap.env and nothing else but PATH,
# PYTHONDONTWRITEBYTECODE and what VARIABLES names. Who is not root needs / for ROOT, stays who he is, and has his own
# file system: a bundle that he may write to is refused.
# Usage: [VARIABLES="HOME=/ ..."] offline.sh ROOT PYTHON AIRGAP.ENV ORIGINAL JUDGE.py...
#   ROOT      a root file system, an image's or /, that has PYTHON, and the bundle where AIRGAP.ENV says
#   ORIGINAL  the folder that the model's files came from, for the judges that compare
set -euo pipefail
root=$1 python=$2 env=$(realpath "$3") original=$(realpath "$4") uid=1000660000
here=$(cd "$(dirname "$0")" && pwd)
shift 4
mapfile -t variables < <(grep -E '^[A-Za-z_0-9]+=' "$env")
read -r -a more <<<"${VARIABLES:-}"
nothing=(env -i PATH=/usr/bin:/bin PYTHONDONTWRITEBYTECODE=1 "${variables[@]}" "${more[@]}" "$python")

# Runs each judge by the command that comes first, and ends with 1 where one failed.
judge() {
  local failed=0 one
  for one in "${judges[@]}"; do
    echo "$one"
    "$@" </dev/null || failed=1
  done
  return $failed
}

judges=("$@")
if [ "$(id -u)" != 0 ]; then
  [ "$root" = / ] || { echo "offline.sh: only root can run judges in $root" >&2; exit 2; }
  cd /tmp
  run() { unshare --map-current-user --net "${nothing[@]}" "$here/$one" "$original"; }
  judge run
  exit
fi
if [ "${AIRGAP_ALONE:-}" != yes ]; then
  AIRGAP_ALONE=yes exec unshare --net --mount --propagation private "$0" "$root" "$python" "$env" "$original" "$@"
fi
new=$(mktemp -d)
mount --bind "$root" "$new"
mount -t tmpfs tmpfs "$new/tmp"
mkdir "$new/tmp/judges" "$new/tmp/original"
mount --bind "$here" "$new/tmp/judges"
mount --bind "$original" "$new/tmp/original"
for folder in "$new/tmp/judges" "$new/tmp/original" "$new"; do
  mount -o remount,bind,ro "$folder"
done
mount --rbind /dev "$new/dev"
mount --rbind /proc "$new/proc"
run() { chroot --userspec=$uid:0 --groups=0 "$new" /usr/bin/env -C /tmp "${nothing[@]}" "/tmp/judges/$one" /tmp/original; }
code=0
judge run || code=$?
umount -R -l "$new"
rmdir "$new"
exit $code

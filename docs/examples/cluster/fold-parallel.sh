#!/bin/sh
# fold-parallel.sh DIR FILE...: the books of FILEs into DIR, by GNU parallel: on the processors of this
# machine, or on those of the machines that PARALLEL names, as in PARALLEL='--sshloginfile nodes
# --workdir .', which see the same files. SPLIT_BYTES: the size of a piece [1 GiB].
set -eu

here=$(cd "$(dirname "$0")" && pwd)
dir=$1
shift
mkdir -p "$dir"
"$here/splits.sh" "${SPLIT_BYTES:-1073741824}" "$@" |
  parallel --colsep '\t' --halt now,fail=1 "$here/fold-split.sh" "$dir" '{1}' '{2}' '{3}' '{4}' '{5}' '{6}'

#!/bin/sh
# fold-slurm.sh DIR FILE...: the books of FILEs into DIR, as an array of jobs of Slurm; all nodes see the
# same files. Waits for the jobs. SPLIT_BYTES: the size of a piece [1 GiB]; SBATCH_OPTIONS: more for
# sbatch. A job that failed can be run again by itself: its number is its line in DIR/splits.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
if [ -n "${SLURM_ARRAY_TASK_ID:-}" ]; then # a job of the array
  sed -n "${SLURM_ARRAY_TASK_ID}p" "$2/splits" | "$1/fold-lines.sh" "$2"
  exit
fi
dir=$1
shift
mkdir -p "$dir"
"$here/splits.sh" "${SPLIT_BYTES:-1073741824}" "$@" >"$dir/splits"
count=$(wc -l <"$dir/splits")
# shellcheck disable=SC2086 # several words
sbatch --wait --array="1-$count" --output="$dir/job-%a.log" ${SBATCH_OPTIONS:-} "$here/fold-slurm.sh" "$here" "$dir"

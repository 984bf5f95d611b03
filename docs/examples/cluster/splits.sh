#!/bin/sh
# splits.sh BYTES FILE...: how FILEs are dealt out, a line a piece: its number, START, LENGTH, SIZE, the
# SHA-256 of a file in pieces with SPLIT_DIGESTS=yes, else -, and the FILE, with tabs between. A file of at most BYTES, or one that is packed or JSON, is one piece.
# Names must have no tab and no line break.
set -eu

bytes=$1
shift
number=1
for file in "$@"; do
  size=$(wc -c <"$file")
  start=0
  digest=-
  while [ "$start" -lt "$size" ]; do
    length=$((size - start))
    case $file in
    *.gz | *.xz | *.zst | *.zip | *.tar | *.json | *.jsonl | *.books) ;;
    *) [ "$length" -le "$bytes" ] || length=$bytes ;;
    esac
    if [ "$length" -lt "$size" ] && [ "$digest" = - ] && [ "${SPLIT_DIGESTS:-no}" = yes ]; then
      digest=$(sha256sum <"$file" | cut -d ' ' -f 1)
    fi
    printf '%06d\t%s\t%s\t%s\t%s\t%s\n' "$number" "$start" "$length" "$size" "$digest" "$file"
    start=$((start + length))
    number=$((number + 1))
  done
done

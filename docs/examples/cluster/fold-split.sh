#!/bin/sh
# fold-split.sh DIR NUMBER START LENGTH SIZE DIGEST FILE: the books of one piece into DIR/NUMBER.books. What
# was left there by an attempt before is replaced. FOLD_OPTIONS: more for acorecon fold, the same for
# all pieces.
set -eu

: "${ACORECON:=acorecon}"
books=$1/$2.books
start=$3 length=$4 size=$5 digest=$6 file=$7
rm -f "$books"
# shellcheck disable=SC2086 # several words
if [ "$length" -eq "$size" ]; then
  "$ACORECON" fold ${FOLD_OPTIONS:-} --output "$books" "$file"
else
  [ "$digest" = - ] || FOLD_OPTIONS="${FOLD_OPTIONS:-} --digest $digest"
  tail -c "+$((start + 1))" "$file" |
    "$ACORECON" fold ${FOLD_OPTIONS:-} --output "$books" --split "$start:$length:$size" --header "$file" --name "$file" -
fi

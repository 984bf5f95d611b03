#!/bin/sh
# fold-mapper.sh: the mapper of Hadoop streaming: the books of one split go into FOLD_DIR, and their name
# to standard output. The engine hands out whole lines, and tells by the environment which split of which
# file they are. FOLD_HEADER: a file with the header, which the
# engine sends along; FOLD_DIGESTS: a file with what sha256sum says of the files, if there is one;
# FOLD_DIR: a folder that all machines see.
set -eu

: "${ACORECON:=acorecon}"
file=${mapreduce_map_input_file:-$map_input_file}
start=${mapreduce_map_input_start:-$map_input_start}
length=${mapreduce_map_input_length:-$map_input_length}
path=${file#file:}
case $file in
hdfs:*) size=$(hdfs dfs -stat %b "$file") ;;
*) size=$(wc -c <"$path") ;;
esac
books=$FOLD_DIR/$(printf '%s-%015d' "$(basename "$path")" "$start").books
if [ -n "${FOLD_DIGESTS:-}" ]; then
  digest=$(awk -v name="$(basename "$path")" '{ n = $2; sub (/.*\//, "", n) } n == name { print $1; exit }' "$FOLD_DIGESTS")
  FOLD_OPTIONS="${FOLD_OPTIONS:-} --digest $digest"
fi
# Engines run a task twice when they think that it hangs: each writes its own, and the last one counts.
own=$books.$$
# shellcheck disable=SC2086 # several words
"$ACORECON" fold ${FOLD_OPTIONS:-} --output "$own" --split "$start:$length:$size" --whole-lines \
  --header "$FOLD_HEADER" --name "$path" -
mv "$own" "$books"
printf '%s\n' "$books"

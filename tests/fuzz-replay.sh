#!/bin/sh
# Every fuzz target over its corpus in testdata/fuzz, one TAP test each: what fuzzing found once is
# never lost again. See testdata/fuzz/README.md.
set -u

srcdir=${SRCDIR:-$(cd "$(dirname "$0")/.." && pwd)}
corpora=${TESTDATA:-$srcdir/testdata}/fuzz
programs=${FUZZ_PROGRAMS:-tests/fuzz}

# culprits PROGRAM CORPUS: the files that it does not survive.
culprits ()
{
  for file in "$2"/*; do
    timeout 10 "$1" "$file" >/dev/null 2>&1 || echo "# fails: $file"
  done
}

# unasked: rooms that read what comes from outside and stand in tests/fuzz/parsers with no target, and what
# stands there and is not.
unasked ()
{
  list=$srcdir/tests/fuzz/parsers
  {
    for wing in bytes rows billing mca table service shelf; do
      ls "$srcdir/src/input/$wing"/*.c
    done
    ls "$srcdir/src/core/book/shelf"/*.c
    find "$srcdir/src" -name '*.h' -exec \
      grep -lE '^[a-zA-Z].*[a-z]_(parse|parse_[a-z]+|load|load_text) \(' {} + | sed 's/\.h$/.c/'
  } | while read -r room; do
    name=${room#"$srcdir/src/"}
    [ ! -e "$room" ] || grep -q "^${name%.c} " "$list" || echo "# in no line of tests/fuzz/parsers: ${name%.c}"
  done
  grep -v '^#' "$list" | while read -r room target; do
    [ -e "$srcdir/src/$room.c" ] || echo "# is no room: $room"
    [ "$target" = - ] || [ "$target" = "?" ] || [ -d "$corpora/$target" ] || echo "# has no corpus: $target, of $room"
  done
  for target in "$srcdir"/tests/fuzz/fuzz-*.c; do
    target=$(basename "$target" .c)
    case $target in fuzz-run | fuzz-mutate) continue ;; esac
    [ -d "$corpora/${target#fuzz-}" ] || echo "# has no corpus: $target"
  done
}

number=1
failed=0
left=$(unasked)
if [ -z "$left" ]; then
  echo 'ok 1 - every parser has a fuzz target'
else
  printf '%s\n' "$left"
  echo 'not ok 1 - every parser has a fuzz target'
  failed=1
fi
for corpus in "$corpora"/*/; do
  corpus=${corpus%/}
  target=$(basename "$corpus")
  program=$programs/fuzz-$target
  number=$((number + 1))
  if output=$(timeout 300 "$program" "$corpus" 2>&1); then
    echo "ok $number - fuzz-$target: $output"
    echo "# figures: inputs=$(printf '%s\n' "$output" | sed -n '$s/^\([0-9]*\) files$/\1/p')"
  else
    printf '%s\n' "$output" | sed 's/^/# /'
    culprits "$program" "$corpus"
    echo "not ok $number - fuzz-$target"
    failed=1
  fi
done
echo "1..$number"
exit $failed

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

number=0
failed=0
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

#!/bin/sh
# A run loads the libraries that docs/building.md names for it, and no other: each one more is time, and
# code that whoever wrote an input may reach. TAP on stdout.
set -u

srcdir=${SRCDIR:-$(cd "$(dirname "$0")/.." && pwd)}
data=${TESTDATA:-$srcdir/testdata}
ACORECON=${ACORECON:-$srcdir/acorecon}
if grep -q -e __asan_init -e __gcov_init "$ACORECON" 2>/dev/null; then
  echo '1..0 # SKIP this build is for tests'
  exit 0
fi
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

number=0
failed=0

# The one that a build may do without from the start.
without=$("$ACORECON" version | sed -n 's/^isa-l built without$/libisal/p')

# named WHEN: the libraries of the table that are loaded then.
named ()
{
  sed -n "s/^| \`\(lib[^\`]*\)\` | $1 |.*/\1/p" "$srcdir/docs/building.md" | grep -vx "${without:-none}"
}

# loaded ARGUMENT...: what is initialised in that run, by name.
loaded ()
{
  LD_DEBUG=files LD_DEBUG_OUTPUT=$work/debug "$ACORECON" "$@" >"$work/out" 2>&1
  cat "$work"/debug.* | sed -n 's|.*calling init: \(.*/\)*\(lib[^/]*\)\.so.*|\2|p' | sort -u
  rm -f "$work"/debug.*
}

# ok NAME COMMAND...: one test.
ok ()
{
  name=$1
  shift
  number=$((number + 1))
  if "$@" >"$work/said" 2>&1; then
    echo "ok $number - $name"
  else
    sed 's/^/# /' "$work/said"
    echo "not ok $number - $name"
    failed=1
  fi
}

# loads WHEN ARGUMENT...: of the libraries of the table those of the start and those.
loads ()
{
  when=$1
  shift
  { named 'at the start'; named "$when"; } | sort >"$work/wanted"
  loaded "$@" >"$work/loaded"
  join "$work/table" "$work/loaded" | diff "$work/wanted" -
}

# alone WHEN ARGUMENT...: these bring nothing along.
alone ()
{
  loads "$@" && diff "$work/wanted" "$work/loaded"
}

{ named 'at the start'; named 'for .*'; } | sort >"$work/table"
in=$data/demo/in
ok 'help: those of the start' alone nothing help
start=$(wc -l <"$work/loaded")
ok 'a report: the same' alone nothing reconcile "$in"
ok 'a report as JSON: digests' alone 'for digests' reconcile --format json "$in"
tar -cJf "$work/in.tar.xz" -C "$data/demo" in
ok 'an archive, whose library needs that of digests' loads 'for \(archives\|digests\)' check "$work/in.tar.xz"

# billed: each is in the bill of materials, but for what others bring.
billed ()
{
  sed '/^#/d' "$srcdir/build-aux/sbom-libraries" | awk '{ print $2 }' | grep -vx "${without:-none}" | sort >"$work/listed"
  grep -vxE 'libpcre2-8|libm' "$work/table" | diff - "$work/listed"
}
ok 'the bill of materials has each of them' billed

echo "# figures: start=$start"
echo "1..$number"
exit $failed

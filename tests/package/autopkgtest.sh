#!/bin/sh
# What debian/tests asks of the installed program holds of the one that was built. TAP on stdout.
set -u

srcdir=${SRCDIR:-$(cd "$(dirname "$0")/../.." && pwd)}
ACORECON=${ACORECON:-$srcdir/acorecon}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
unset ACORECON_HISTORY
mkdir "$work/bin" || exit 1
printf '#!/bin/sh\nexec %s "$@"\n' "$ACORECON" >"$work/bin/acorecon"
chmod +x "$work/bin/acorecon"

number=0
failed=0
for test in demo month-end; do
  number=$((number + 1))
  if (cd "$srcdir" && PATH=$work/bin:$PATH exec sh "debian/tests/$test") >"$work/said" 2>&1 </dev/null; then
    echo "ok $number - $test"
  else
    sed 's/^/# /' "$work/said"
    echo "not ok $number - $test"
    failed=1
  fi
done
echo "1..$number"
exit $failed

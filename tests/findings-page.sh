#!/bin/sh
# docs/findings.md is what build-aux/findings-page.py makes of the program and the golden cases now,
# and has each finding with an example. TAP on stdout.
#
#   BLESS=1 tests/findings-page.sh     write down what it makes now; review that like code
set -u

srcdir=${SRCDIR:-$(cd "$(dirname "$0")/.." && pwd)}
data=${TESTDATA:-$srcdir/testdata}
ACORECON=${ACORECON:-$srcdir/acorecon}
page=$srcdir/docs/findings.md
case $ACORECON in
*' '*) echo '1..0 # SKIP the program itself is run, not under a tool'; exit 0 ;;
esac

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

number=0
failed=0

# ok NAME CONDITION...: one test.
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

# made PROGRAM GOLDEN: the page that is made of them.
made ()
{
  "${PYTHON:-python3}" "$srcdir/build-aux/findings-page.py" "$1" "$2" >"$work/page"
}

current ()
{
  made "$ACORECON" "$data/golden" || return 1
  [ -z "${BLESS:-}" ] || cp "$work/page" "$page"
  diff "$page" "$work/page"
}
ok 'the page is what would be made now (BLESS=1 writes it anew)' current

# Each code of the program has one section with an example of it.
sections ()
{
  "$ACORECON" explain | sed -n 's/^\([A-Z]\{3\}[0-9]\{3\}\) .*/\1/p' | sort >"$work/codes"
  awk '
    /^### / { code = $2 }
    /^\$ acorecon / { ran = code }
    code != "" && $1 == code && ran == code && !seen[code]++ { print code }' "$page" | sort >"$work/shown"
  [ -s "$work/codes" ] && diff "$work/codes" "$work/shown"
}
ok 'each finding has an example' sections

# refused PROGRAM GOLDEN WORDS: no page is made of them, and it is said why.
refused ()
{
  made "$1" "$2" 2>"$work/err" && return 1
  cat "$work/err"
  grep -q "$3" "$work/err"
}

# A program with one code more than there are examples.
cat >"$work/program" <<END
#!/bin/sh
[ "\$*" != explain ] || echo "ACO299  error     brand-new"
[ "\$*" != "explain ACO299" ] || set -- explain ACO203
exec "$ACORECON" "\$@"
END
chmod +x "$work/program"
ok 'a finding without an example is told' refused "$work/program" "$data/golden" 'ACO299 brand-new has no example'

# An example that does not show its finding.
mkdir -p "$work/golden"
cp -R "$data/golden/." "$work/golden"
chmod -R u+w "$work/golden"
cp "$data/golden/findings/aco101-near-miss/in"/* "$work/golden/findings/aco101-credit-decreased/in"
ok 'an example without its finding is told' refused "$ACORECON" "$work/golden" 'aco101-credit-decreased does not show ACO101'

echo "1..$number"
exit $failed

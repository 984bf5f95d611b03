#!/bin/sh
# build-aux/mutants.py: which changes it makes of a file, and which it leaves alone. `make mutants' tries
# them; here they are listed. TAP on stdout.
set -u

srcdir=${SRCDIR:-$(cd "$(dirname "$0")/.." && pwd)}
python=${PYTHON:-python3}
"$python" -c '' 2>/dev/null || { echo '1..0 # SKIP python3 is not installed'; exit 0; }

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

cat >"$work/room.c" <<'END'
/* a comment: if (a < b && c) */
#define MORE(a) ((a) < 0)
static gboolean
holds (int a, const char *text)
{
  g_assert (a < 9);
  if (a < 3 && text != NULL)
    return TRUE;
  say ("a < b || c");
  if (!known (a))
    a = a + 1;
  g_free (text);
  return strcmp (text,
                 other (a)) == 0;
}
END
cat >"$work/expected" <<'END'
room.c:7: less: if (a < 3 && text != NULL) -> if (a <= 3 && text != NULL)
room.c:7: not-equal: if (a < 3 && text != NULL) -> if (a < 3 && text == NULL)
room.c:7: and: if (a < 3 && text != NULL) -> if (a < 3 || text != NULL)
room.c:8: true: return TRUE; -> return FALSE;
room.c:9: call: say ("a < b || c"); -> ;
room.c:10: negation: if (!known (a)) -> if (known (a))
room.c:11: plus: a = a + 1; -> a = a - 1;
room.c:11: one: a = a + 1; -> a = a + 2;
room.c:14: equal: other (a)) == 0; -> other (a)) != 0;
room.c:14: zero: other (a)) == 0; -> other (a)) == 1;
END

SRCDIR=$work "$python" "$srcdir/build-aux/mutants.py" --list room.c >"$work/listed" 2>&1
if diff "$work/expected" "$work/listed" >"$work/said"; then
  echo 'ok 1 - code is changed, one place each; not comments, texts, macros, assertions'
else
  sed 's/^/# /' "$work/said"
  echo 'not ok 1 - code is changed, one place each; not comments, texts, macros, assertions'
fi
SRCDIR=$work "$python" "$srcdir/build-aux/mutants.py" --list --sample 3 --seed 7 room.c >"$work/sample"
SRCDIR=$work "$python" "$srcdir/build-aux/mutants.py" --list --sample 3 --seed 7 room.c >"$work/again"
if [ "$(wc -l <"$work/sample")" -eq 3 ] && cmp -s "$work/sample" "$work/again"; then
  echo 'ok 2 - a sample is a function of its seed'
else
  echo 'not ok 2 - a sample is a function of its seed'
fi
echo '1..2'

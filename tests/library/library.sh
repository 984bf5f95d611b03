#!/bin/sh
# The library as a program meets it: what it exports and what it does not call, the header in C and in
# C++, and from Python that its forms, cells and errors are those of the command, byte for byte.
# tests/package/install.sh builds a program in C with what `make install' puts there. TAP on stdout.
set -u

srcdir=${SRCDIR:-$(cd "$(dirname "$0")/../.." && pwd)}
builddir=${BUILDDIR:-$srcdir}
PYTHON=${PYTHON:-python3}
library=$builddir/libacorecon.so.0
[ -e "$library" ] || { echo '1..0 # SKIP the library was not built here'; exit 0; }
command -v nm >/dev/null || { echo '1..0 # SKIP nm is not installed'; exit 0; }
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
CC=${RUNS_CC:-cc}
CXX=${CXX:-g++}

number=0
failed=0

# ok NAME COMMAND...: one test.
ok ()
{
  name=$1
  shift
  number=$((number + 1))
  if "$@" >"$work/out" 2>&1; then
    echo "ok $number - $name"
  else
    tail -n 40 "$work/out" | sed 's/^/# /'
    echo "not ok $number - $name"
    failed=1
  fi
}

skip ()
{
  number=$((number + 1))
  echo "ok $number - $1 # SKIP $2"
}

# What a sanitizer or the measuring of coverage calls is not the library's own, and Python does not
# bring what they need at their beginning.
instrumented=no
why='this build is for tests: Python does not bring what measures it'
grep -q -e __asan_init -e __tsan_init -e __gcov_init "$library" && instrumented=yes
nm -D "$library" >"$work/symbols" || exit 1

exported ()
{
  sed -n 's/.* T \([^@]*\)@@ACORECON_0$/\1/p' "$work/symbols" | sort | diff "$srcdir/tests/library/symbols" - &&
    ! grep -v -e ' [Uw] ' -e '@@ACORECON_0$' -e ' A ACORECON_0$' "$work/symbols"
}

declared ()
{
  sed -n 's/^ACORECON_API .*[ *]\(acorecon_[a-z_]*\) (.*/\1/p' "$srcdir/include/acorecon.h" | sort |
    diff "$srcdir/tests/library/symbols" - &&
    sed -n 's/^    \(acorecon_[a-z_]*\);$/\1/p' "$srcdir/src/library/libacorecon.map" |
    diff "$srcdir/tests/library/symbols" -
}

# What belongs to the process and not to a library. GLib's own end of it, where there is no memory, is
# told in docs/library.md.
keeps_off ()
{
  ! sed -n 's/@.*//; s/^ *[Uw] //p' "$work/symbols" | grep -xE \
    '_?exit|_Exit|quick_exit|atexit|on_exit|setlocale|chdir|fchdir|umask|signal|sigaction|sigprocmask|pthread_sigmask|raise|kill|fork|vfork|execv.*|setenv|putenv|unsetenv|puts|putchar|printf|vprintf|perror|stdout|stderr|__printf_chk|g_print|g_printerr|g_set_print.*|g_log_set.*|prctl|setrlimit|sqlite3_.*|curl_.*'
}

compiles ()
{
  standard=$1
  shift
  printf '#include <acorecon.h>\nint main (void) { return acorecon_version () == 0; }\n' >"$work/use.$standard" &&
    "$@" -std="$standard" -pedantic -Wall -Wextra -Werror -I"$srcdir/include" -c -o "$work/use.o"
}

ok 'it exports what is listed, and nothing else' exported
ok 'and that is what the header declares' declared
if [ $instrumented = yes ]; then
  skip 'it keeps off what belongs to the process' 'this build is for tests, and calls what measures it'
else
  ok 'it keeps off what belongs to the process' keeps_off
fi
# shellcheck disable=SC2086  # several words
ok 'the header is C99' compiles c99 $CC -x c "$work/use.c99"
if command -v "$CXX" >/dev/null; then
  ok 'and C++11' compiles c++11 "$CXX" -x c++ "$work/use.c++11"
else
  skip 'and C++11' "$CXX is not installed"
fi

# Whatever language the process is in: a program asks for another than English.
python_says ()
{
  (cd "$srcdir/testdata/demo" && LC_ALL=de_DE.UTF-8 LANGUAGE=de ACORECON_LIBRARY=$library \
    "$PYTHON" "$srcdir/docs/examples/reconcile.py" 2026-10 in) >"$work/said"
  [ $? -eq 1 ] && diff "$srcdir/tests/library/demo.expected" "$work/said"
}

judge ()
{
  LC_ALL=C ACORECON_LIBRARY=$library "$PYTHON" "$srcdir/tests/library/judge.py" "$srcdir" "$ACORECON"
}

if [ $instrumented = yes ]; then
  skip 'the example in Python says what differs' "$why"
  skip 'cases, forms and tables are those of the command' "$why"
else
  ok 'the example in Python says what differs' python_says
  ok 'cases, forms and tables are those of the command' judge
  grep '^# figures' "$work/out"
fi

echo "1..$number"
exit $failed

#!/bin/sh
# `make install' puts things where users look for them, `make installcheck' likes
# them, and `make uninstall' takes away what is acorecon's. TAP on stdout.
set -u

srcdir=${SRCDIR:-$(cd "$(dirname "$0")/../.." && pwd)}
builddir=${BUILDDIR:-$srcdir}
[ -f "$builddir/Makefile" ] || { echo '1..0 # SKIP nothing was built here'; exit 0; }
work=$(mktemp -d) || exit 1
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
unset MAKEFLAGS MAKELEVEL MFLAGS

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

# made TARGET: below a folder of ours.
made ()
{
  (umask "${umask:-022}" && make -s -C "$builddir" "$1" DESTDIR="$work/root")
}

# there MODE PATH...: files of that mode.
there ()
{
  mode=$1
  shift
  for path; do
    [ -s "$work/root$path" ] || { echo "there is no $path"; return 1; }
    [ "$(stat -c %a "$work/root$path")" = "$mode" ] || { stat -c '%n %a' "$work/root$path"; return 1; }
  done
}

make -s -C "$builddir" folders >"$work/folders" || exit 1
. "$work/folders"
umask=077
ok 'make install' made install
umask=022
ok 'programs can be run by everybody' there 755 "$bindir/acorecon" "$pkglibexecdir/month-end" \
  "$pkglibexecdir/month-end-fetch" "$pkglibexecdir/completion-words"
ok 'the rest can be read by everybody' there 644 "$mandir/man1/acorecon.1" "$mandir/man7/acorecon.7" \
  "$mandir/man1/acorecon-close.1" "$docdir/README.md" "$docdir/docs/install.md" "$docdir/examples/month-end.conf" \
  "$bashcompletiondir/acorecon" "$zshcompletiondir/_acorecon" "$fishcompletiondir/acorecon.fish" \
  "$systemdsystemunitdir/acorecon-month-end@.service" "$systemdsystemunitdir/acorecon-month-end@.timer" \
  "$libdir/libacorecon.so.0.0.0" "$libdir/pkgconfig/acorecon.pc" "$includedir/acorecon.h" \
  "$docdir/docs/examples/reconcile.py"

all_documents ()
{
  (cd "$srcdir" && find docs -name '*.md' | sort) >"$work/wanted"
  (cd "$work/root$docdir" && find docs -name '*.md' | sort) | diff "$work/wanted" -
}
ok 'the book is whole' all_documents
no_place_of_the_build ()
{
  ! grep -rlE "@[a-z]+dir@|$work" "$work/root"
}
ok 'no file tells of DESTDIR, and no folder is missing in one' no_place_of_the_build
units_find_programs ()
{
  for unit in "$work/root$systemdsystemunitdir"/*.service; do
    program=$(sed -n 's/^ExecStart=\([^ ]*\).*/\1/p' "$unit")
    [ -x "$work/root$program" ] || { echo "$unit: $program"; return 1; }
  done
  grep -qF "'$pkglibexecdir/completion-words'" "$work/root$bashcompletiondir/acorecon" &&
    grep -qF "$bindir/acorecon" "$work/root$pkglibexecdir/month-end"
}
ok 'what is installed finds what it runs' units_find_programs
# A program that uses the library, with what is installed and nothing of the sources.
build_example ()
{
  flags=$(PKG_CONFIG_PATH=$work/root$libdir/pkgconfig PKG_CONFIG_SYSROOT_DIR=$work/root \
    pkg-config --cflags --libs acorecon) || return
  sanitize=$(sed -n 's/^PROJECT_LDFLAGS = .*\(-fsanitize=[^ ]*\).*/\1/p' "$builddir/Makefile")
  # shellcheck disable=SC2086  # several words each
  ${RUNS_CC:-cc} $sanitize -std=c99 -pedantic -Wall -Wextra -Werror "$work/root$docdir/docs/examples/reconcile.c" \
    -o "$work/reconcile" $flags
}
# example_says STATUS PATH
example_says ()
{
  (cd "$srcdir/testdata/demo" && LD_LIBRARY_PATH=$work/root$libdir "$work/reconcile" 2026-10 "$2") >"$work/said"
  [ $? -eq "$1" ] || return
  [ "$2" != in ] || diff "$srcdir/tests/library/demo.expected" "$work/said"
}
if command -v pkg-config >/dev/null; then
  ok 'a program in C is built with pkg-config' build_example
  ok 'and says what differs' example_says 1 in
  ok 'what it cannot read ends as the command would' example_says 3 gone
else
  number=$((number + 1))
  echo "ok $number - a program in C is built with pkg-config # SKIP pkg-config is not installed"
fi
ok 'make installcheck' made installcheck
ok 'make install once more' made install
ok 'make uninstall' made uninstall
left_nothing ()
{
  find "$work/root" ! -type d >"$work/left"
  for folder in "$docdir" "$pkglibexecdir"; do
    [ ! -e "$work/root$folder" ] || echo "$folder" >>"$work/left"
  done
  cat "$work/left"
  [ ! -s "$work/left" ]
}
ok 'and nothing is left' left_nothing

echo "1..$number"
exit $failed

#!/bin/sh
# Two builds of the same sources, in other folders, at other times, by other hands (umask, locale, time
# zone, home, number of jobs), are the same bytes: what `make install' installs, and the Debian
# package. Takes minutes; TAP on stdout; `make check-reproducible'.
#
#   REPRODUCIBLE=install|package     one of the two
set -u

srcdir=${SRCDIR:-$(cd "$(dirname "$0")/../.." && pwd)}
unset MAKEFLAGS MAKELEVEL MFLAGS CFLAGS CPPFLAGS LDFLAGS SOURCE_DATE_EPOCH
# Or the second build would be the first one's.
CCACHE_DISABLE=1
export CCACHE_DISABLE
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
one=$work/one
other=$work/another/place/of/a/longer/name

number=0
failed=0

# ok NAME COMMAND...: one test; what fails is shown.
ok ()
{
  name=$1
  shift
  number=$((number + 1))
  if "$@" >"$work/out" 2>&1 </dev/null; then
    echo "ok $number - $name"
  else
    tail -n 60 "$work/out" | sed 's/^/# /'
    echo "not ok $number - $name"
    failed=1
    return 1
  fi
}

# sources FOLDER: as a stranger gets them.
sources ()
{
  rm -rf "$1" && mkdir -p "$1" || return
  if [ -e "$srcdir/.git" ]; then
    git -c safe.directory='*' clone -q "$srcdir" "$1/acorecon"
  else
    cp -R "$srcdir" "$1/acorecon"
  fi
}

installed ()
{
  (sources "$1" && cd "$1/acorecon" && ./autogen.sh --prefix=/usr && make -j"$2" && make install DESTDIR="$1/root")
}

packaged ()
{
  (sources "$1" && cd "$1/acorecon" && DEB_BUILD_OPTIONS="nocheck parallel=$2" dpkg-buildpackage -us -uc -b)
}

# by_one WHAT, by_another WHAT
by_one ()
{
  (umask 022 && LC_ALL=C TZ=UTC0 HOME=/ "$1" "$one" "$(nproc)")
}

by_another ()
{
  (umask 027 && LC_ALL=C.UTF-8 TZ=Pacific/Kiritimati HOME="$work" "$1" "$other" $(($(nproc) + 1)))
}

# A file whose name or bytes are others; modes of folders are the umask's.
same_files ()
{
  (cd "$one/root" && find . -type f -exec sha256sum {} + | sort -k 2) >"$work/sums"
  [ "$(wc -l <"$work/sums")" -gt 50 ] &&
    (cd "$other/root" && find . -type f -exec sha256sum {} + | sort -k 2) | diff "$work/sums" -
}

no_folder_told ()
{
  ! grep -rlF "$work" "$one/root"
}

same_packages ()
{
  [ "$(cd "$one" && ls ./*.deb | wc -l)" -eq 5 ] || return
  for package in "$one"/*.deb; do
    cmp "$package" "$other/${package##*/}" || return
  done
}

if [ "${REPRODUCIBLE:-install}" = install ]; then
  ok 'it is built' by_one installed && ok 'and once more' by_another installed &&
    ok 'what is installed is the same' same_files && ok 'and tells no folder of the build' no_folder_told
fi
if [ "${REPRODUCIBLE:-package}" = package ]; then
  ok 'the package is built' by_one packaged && ok 'the package is built once more' by_another packaged &&
    ok 'the packages are the same' same_packages
fi

echo "1..$number"
exit $failed

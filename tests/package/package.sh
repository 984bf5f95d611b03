#!/bin/sh
# The Debian package: it is built from a clean copy of the sources, lintian has nothing to say, a bare
# Debian installs it with what it needs, the tests of debian/tests pass there, and after a purge
# nothing is left. Takes minutes, root and a mirror: the one that apt here is configured with. TAP on
# stdout; `make check-package'.
#
#   PACKAGE_BASE=FOLDER    a bare Debian of debootstrap's that is there already, to be copied
#   PACKAGE_CHECK=yes      the tests of the program run while the package is built
set -u

srcdir=${SRCDIR:-$(cd "$(dirname "$0")/../.." && pwd)}
LC_ALL=C.UTF-8
export LC_ALL
unset MAKEFLAGS MAKELEVEL MFLAGS CFLAGS CPPFLAGS LDFLAGS
[ "$(id -u)" -eq 0 ] || { echo 'check-package: only root can make a bare Debian' >&2; exit 1; }
for tool in debootstrap dh dpkg-buildpackage lintian; do
  command -v $tool >/dev/null || {
    echo "check-package: $tool is missing; see build-aux/debian-packages-package" >&2
    exit 1
  }
done

work=$(mktemp -d) || exit 1
root=$work/root
finish ()
{
  umount "$root/proc" 2>/dev/null
  mountpoint -q "$root/proc" || rm -rf "$work"
}
trap finish EXIT
trap 'exit 1' HUP INT TERM

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

# must NAME COMMAND...: without it the rest is pointless.
must ()
{
  ok "$@" && return
  echo "1..$number"
  exit 1
}

# Sources as a stranger gets them: what git tracks, or the unpacked tarball.
copy_sources ()
{
  if [ -e "$srcdir/.git" ]; then
    git -c safe.directory='*' clone -q "$srcdir" "$work/acorecon"
  else
    cp -R "$srcdir" "$work/acorecon"
  fi
}

build ()
{
  options="parallel=$(nproc) nocheck"
  [ "${PACKAGE_CHECK:-}" != yes ] || options=${options% nocheck}
  cd "$work/acorecon" && DEB_BUILD_OPTIONS=$options dpkg-buildpackage -us -uc -b
}

# The tree is what it was, so that the next build is of the same sources.
clean_again ()
{
  cd "$work/acorecon" || return
  ./debian/rules clean || return
  [ ! -e .git ] || [ -z "$(git status --short | tee /dev/stderr)" ]
}

judge ()
{
  cd "$work" && lintian --allow-root --fail-on error,warning ./*.changes
}

# The mirror of this machine's packages; it is written down nowhere.
make_bare ()
{
  if [ -n "${PACKAGE_BASE:-}" ]; then
    cp -a "$PACKAGE_BASE" "$root"
  else
    mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Codename: bookworm' | head -n 1)
    debootstrap --variant=minbase bookworm "$root" "$mirror"
  fi || return
  mount -t proc proc "$root/proc" && in_bare apt-get update -q
}

in_bare ()
{
  env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
    chroot "$root" "$@"
}

# Everything that is there, but what apt and dpkg keep for themselves; users and groups by name.
list ()
{
  (cd "$root" && find . -xdev \( -path ./proc -o -path ./var/cache -o -path ./var/lib/apt -o -path ./var/log \
    -o -path ./tmp -o -path './var/lib/dpkg/*-old' -o -path ./var/lib/dpkg/triggers \
    -o -path './etc/*-' -o -path ./run/adduser \) -prune -o -print &&
    cut -d : -f 1 etc/passwd etc/group) | sort
}

put_in ()
{
  cp "$work"/acorecon_*.deb "$root/tmp/acorecon.deb" &&
    in_bare apt-get install -q -y --no-install-recommends /tmp/acorecon.deb
}

# As a user of no rights, who may write only where tests may.
run_test ()
{
  in_bare env TMPDIR=/tmp/work setpriv --reuid nobody --regid nogroup --clear-groups \
    sh -c 'cd /tmp/source && exec sh "$0"' "debian/tests/$1"
}

list_sees_it ()
{
  list | grep -x ./usr/bin/acorecon
}

# Reports of the services are somebody's accounts.
keeps_accounts ()
{
  mkdir -p "$root/var/lib/acorecon/contoso/reports" && in_bare apt-get purge -q -y acorecon &&
    [ -d "$root/var/lib/acorecon/contoso/reports" ] && grep -q '^acorecon:' "$root/etc/passwd" &&
    [ ! -e "$root/etc/acorecon" ] && rm -r "$root/var/lib/acorecon" && put_in
}

# What remains is told, so that the difference says it.
left_nothing ()
{
  list >"$work/after"
  diff "$work/before" "$work/after"
}

put_library_in ()
{
  cp "$work"/libacorecon*.deb "$root/tmp" && rm -f "$root"/tmp/*-dbgsym*.deb &&
    in_bare sh -c 'apt-get install -q -y --no-install-recommends /tmp/libacorecon*.deb gcc libc6-dev pkg-config'
}

left_no_library ()
{
  ! find "$root" -xdev \( -path "$root/proc" -o -path "$root/tmp" \) -prune -o -name '*acorecon*' -print | grep .
}

must 'the sources can be copied' copy_sources
must 'dpkg-buildpackage builds the package' build
ok 'lintian has nothing to say' judge
must 'there is a bare Debian' make_bare
list >"$work/before"
must 'it is installed with what it needs' put_in
for folder in debian docs/examples testdata/demo testdata/story tests/library; do
  mkdir -p "$root/tmp/source/$folder" && cp -R "$work/acorecon/$folder/." "$root/tmp/source/$folder"
done
mkdir -m 1777 "$root/tmp/work"
ok 'the list of files has it' list_sees_it
for test in $(sed -n 's/^Tests: //p' "$srcdir/debian/tests/control" | sed 's/\<library\>//'); do
  ok "autopkgtest: $test" run_test "$test"
done
ok 'it can be installed once more over itself' put_in
ok 'a purge keeps what the services have written, and its owner' keeps_accounts
ok 'it is purged' in_bare apt-get purge -q -y acorecon
ok 'so are the packages that came with it' in_bare apt-get autoremove --purge -q -y
ok 'and nothing is left' left_nothing
ok 'the library is installed with what it needs, and a compiler' put_library_in
ok 'autopkgtest: library' run_test library
ok 'it is purged' in_bare apt-get purge -q -y libacorecon-dev libacorecon0
ok 'and nothing of it is left' left_no_library
ok 'the sources can be cleaned' clean_again

echo "1..$number"
exit $failed

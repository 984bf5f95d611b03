#!/bin/sh
# Prepares a fresh checkout: generates configure and runs it.
#
#   ./autogen.sh [--with-deps] [CONFIGURE-OPTION]...
#
# --with-deps installs what is missing of build-aux/debian-packages first (Debian; root or sudo).
# With NOCONFIGURE set, configure is generated and not run.
set -eu
cd "$(dirname "$0")"

install_packages ()
{
  command -v apt-get >/dev/null || {
    echo "autogen.sh: no apt-get here; install the packages of build-aux/debian-packages by hand" >&2
    exit 1
  }
  missing=
  for package in $(sed 's/#.*//' build-aux/debian-packages); do
    state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) || state=none
    [ "$state" = installed ] || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0

  as_root=
  [ "$(id -u)" -eq 0 ] || as_root=sudo
  $as_root apt-get update -qq
  # shellcheck disable=SC2086  # a list of words
  $as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -qq -y --no-install-recommends $missing </dev/null
}

if [ "${1-}" = --with-deps ]; then
  shift
  install_packages
fi

autoreconf --force --install
[ -z "${NOCONFIGURE+set}" ] || exit 0
exec ./configure "$@"

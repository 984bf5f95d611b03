#!/bin/sh
# Whether the program was built as hard as configure.ac asks for. TAP on stdout.
set -u
ACORECON=${ACORECON:-$(dirname "$0")/../acorecon}

for tool in readelf objdump; do
  command -v $tool >/dev/null || {
    echo "1..0 # SKIP $tool is not installed"
    exit 0
  }
done
case $(readelf -h "$ACORECON") in
  *X86-64*) ;;
  *)
    echo '1..0 # SKIP this looks at x86-64 only'
    exit 0
    ;;
esac
if grep -q -e __asan_init -e __gcov_init "$ACORECON"; then
  echo '1..0 # SKIP this build is for tests'
  exit 0
fi

number=0
failed=0
result ()
{
  number=$((number + 1))
  if [ "$1" -eq 0 ]; then
    echo "ok $number - $2"
  else
    failed=1
    echo "not ok $number - $2"
  fi
}

readelf -d "$ACORECON" | grep -q 'Flags:.*NOW.*PIE'
result $? 'it is position-independent, and bound before it runs'
readelf -lW "$ACORECON" | grep -q GNU_RELRO
result $? 'what was bound is read-only'
readelf -lW "$ACORECON" | grep GNU_STACK | grep -q 'RW '
result $? 'its stack is not executable'
readelf -sW "$ACORECON" | grep -q '__stack_chk_fail'
result $? 'its stack is guarded'
# Where the compiler sees that all sizes fit, nothing of it is left in the program.
if grep -q '^CFLAGS = .*-O[1-3]' "$(dirname "$ACORECON")/Makefile" 2>/dev/null; then
  grep -q '^PROJECT_CPPFLAGS = .*_FORTIFY_SOURCE=3' "$(dirname "$ACORECON")/Makefile"
  result $? 'its calls of the C library are fortified'
fi
[ "$(objdump -d "$ACORECON" | grep -c endbr64)" -gt 100 ]
result $? 'indirect jumps have marked targets'

library=$(dirname "$ACORECON")/libacorecon.so.0
if [ -e "$library" ]; then
  readelf -d "$library" | grep -q 'Flags:.*NOW' && readelf -lW "$library" | grep -q GNU_RELRO &&
    readelf -lW "$library" | grep GNU_STACK | grep -q 'RW ' && readelf -sW "$library" | grep -q '__stack_chk_fail'
  result $? 'and so is the library'
fi

echo "1..$number"
exit $failed

#!/bin/sh
# Month-end folders that went wrong, each with what must be shown, read in place. TAP on stdout.
set -u

cases=$SRCDIR/../shared/samples/field
python=${PYTHON:-/usr/bin/python3}
[ -d "$cases" ] || { echo '1..0 # SKIP there are no field cases here'; exit 0; }
[ -x "$python" ] || { echo '1..0 # SKIP there is no python3 to hold reports against them'; exit 0; }
case $ACORECON in
*' '*) echo '1..0 # SKIP the cases run the program itself, not under a tool'; exit 0 ;;
esac
exec "$python" "$SRCDIR/tests/field/field.py" "$ACORECON" "$cases"

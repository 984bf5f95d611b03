#!/bin/sh
# The independent model of the contract, in tests/model, against the field cases: month-end folders
# that went wrong, each with what must be shown. The model judges the program in tests/model.sh;
# here it is judged itself. TAP on stdout: one line per case.
set -u

python=${PYTHON:-/usr/bin/python3}
field=${SHARED_DIR:-$SRCDIR/../shared}/samples/field
if [ ! -d "$field" ]; then
  echo "1..0 # SKIP there are no field cases: $field"
  exit 0
fi
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 9))' 2>/dev/null || {
  echo '1..0 # SKIP there is no python3 to run the model'
  exit 0
}

exec "$python" "$SRCDIR/tests/model/field.py" "$field"

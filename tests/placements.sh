#!/bin/sh
# For golden cases of damaged input: puts the same damage into a balance report at its start, in
# its middle and across the borders at which readers fill their buffers, and says what the program
# makes of each.
#
#   $PLACEMENTS rows AT [ARGUMENT...]
#   $PLACEMENTS header AT [ARGUMENT...]
#   $PLACEMENTS entry 0 [ARGUMENT...]
#   $PLACEMENTS file 0 [ARGUMENT...]
#
#   AT            the offending byte of the file "bad", counted from 0: it is what lies at the
#                 border, or right before or behind it
#   ARGUMENT...   what the program is called with [reconcile --quiet --output out in]; in holds the
#                 file aco.csv, or for an entry the archive aco.tar.gz
#
# Read from the working folder:
#
#   bad           rows: the damaged lines, each with its end; every row has eleven cells, the last
#                 of an unknown column. header: the damaged names, without a comma at either end;
#                 unknown columns come before them. entry: a piece of a tar archive, header blocks
#                 and contents without the end. file: a file among good ones
#   rest          header: the names behind the damaged ones, and the rows, which begin with the
#                 cells of the damaged ones
#
# Placements with the same messages are told together, and so is a rejects.csv. Ends with the last
# status.
set -u

mode=$1
at=$2
shift 2
[ $# -gt 0 ] || set -- reconcile --quiet --output out in

echo 'CustomerId,InvoiceMonth,CreditName,CreditAmount,Status,BalanceAmount,CurrencyCode,AgreementID,EffectiveDate,ExpiryDate,Note' >header

# rows SERIES COUNT BYTES: COUNT good rows, or with COUNT 0 as many as make BYTES bytes exactly.
rows ()
{
  awk -v series="$1" -v count="$2" -v bytes="$3" 'BEGIN {
    form = "c000000%d-0000-4000-8000-00000000%04d,2026-10,ACO,1.00,active,99.00,USD,"
    form = form "a000000%d-0000-4000-8000-00000000%04d,2026-09-01,2027-08-31,"
    for (i = 0; ; i++) {
      row = sprintf (form, series, i, series, i)
      size = length (row) + 1
      if (count > 0 ? i == count : bytes < 2 * size)
        break
      print row
      bytes -= size
    }
    if (count == 0) {
      for (i = bytes - size; i > 0; i--)
        row = row "x"
      print row
    }
  }'
}

# columns BYTES: the names of unknown columns, each with its comma, BYTES bytes of them.
columns ()
{
  awk -v bytes="$1" 'BEGIN {
    width = bytes < 3500 * 20 ? 20 : int (bytes / 3500) + 1
    for (i = 0; bytes > 0; i++) {
      size = bytes < 2 * width ? bytes : width
      name = sprintf ("Extra%04d", i)
      while (length (name) < size - 1)
        name = name "x"
      printf "%s,", name
      bytes -= size
    }
  }'
}

# cells FILE: FILE with an empty cell for each of the unknown columns before each line.
cells ()
{
  awk -v before="$(tr -cd , <columns)" '{ print before $0 }' "$1"
}

# place_header BYTES: the report, with BYTES bytes of unknown columns before the damage.
place_header ()
{
  mkdir -p in
  columns "$1" >columns
  sed -n '2,$p' rest >rest.rows
  {
    cat columns bad
    head -n 1 rest
    cells rest.rows
  } >in/aco.csv
}

# entry NAME BYTES: a piece of a tar archive, BYTES of it, with a good report.
entry ()
{
  {
    cat header
    rows "$1" 0 $(($2 - 512 - head_bytes))
  } >"good$1.csv"
  tar -b 1 -cf - "good$1.csv" | head -c -1024
}

# place_entry BYTES: the archive, with BYTES bytes before the damage.
place_entry ()
{
  mkdir -p in
  {
    [ "$1" -eq 0 ] || entry 1 "$1"
    cat bad
    entry 2 1024
    head -c 1024 /dev/zero
  } | gzip -n >in/aco.tar.gz
}

# place_file NAME: the damage as in/NAME, beside two good reports.
place_file ()
{
  rm -rf in
  mkdir in
  for series in 1 2; do
    {
      cat header
      rows $series 2 0
    } >"in/good$series.csv"
  done
  cp bad "in/$1"
}

# place COUNT BYTES AFTER: the report, with COUNT or BYTES (see rows) before and AFTER rows behind.
place ()
{
  mkdir -p in
  {
    cat header
    [ "$1 $2" = '0 0' ] || rows 1 "$1" "$2"
    cat bad
    [ "$3" -eq 0 ] || rows 2 "$3" 0
  } >in/aco.csv
}

# try NAME ARGUMENT...: runs the program; what it said goes to the file "said.NAME".
try ()
{
  name=$1
  shift
  rm -rf out rejects.csv
  "$ACORECON" "$@" >said 2>&1
  status=$?
  echo "status $status" >>said
  [ ! -e rejects.csv ] || { echo 'rejects.csv:' && cat rejects.csv; } >>said
  [ ! -e out ] || echo 'something was written' >>said
  echo "== $name"
  if [ -f "said.before" ] && cmp -s said said.before; then
    echo 'the same'
  else
    cat said
  fi
  mv said said.before
}

head_bytes=$(wc -c <header)
borders='65535 65536 65537 262144'
case $mode in
header)
  place_header 0
  try 'first columns' "$@"
  place_header 100
  try 'in the middle' "$@"
  for border in $borders; do
    place_header $((border - at))
    try "at byte $border" "$@"
  done
  ;;
entry)
  place_entry 0
  try 'first entry' "$@"
  place_entry 2048
  try 'in the middle' "$@"
  for border in 65024 65536; do
    place_entry $border
    try "at byte $border" "$@"
  done
  ;;
file)
  for name in a.csv good1b.csv z.csv; do
    place_file $name
    try "as $name" "$@"
  done
  ;;
*)
  place 0 0 500
  try 'first record' "$@"
  place 500 0 500
  try 'in the middle' "$@"
  for border in $borders; do
    place 0 $((border - head_bytes - at)) 3
    try "at byte $border" "$@"
  done
  place 500 0 0
  try 'at the end' "$@"
  ;;
esac
exit "$status"

#!/bin/sh
# The rules of the house that a machine can check, each a TAP test. Comments count as code: word
# them so that they do not trip a ban.
set -u
cd "${SRCDIR:-$(dirname "$0")/..}" || exit 1

number=0
failed=0

# rule NAME OFFENCES: one test; it passes when nothing offends.
rule ()
{
  number=$((number + 1))
  if [ -z "$2" ]; then
    echo "ok $number - $1"
  else
    printf '%s\n' "$2" | sed 's/^/# /'
    echo "not ok $number - $1"
    failed=1
  fi
}

skip ()
{
  number=$((number + 1))
  echo "ok $number - $1 # SKIP $2"
}

# found PATTERN PLACE...: the offending lines.
found ()
{
  pattern=$1
  shift
  grep -rnE --include='*.[ch]' -e "$pattern" -- "$@"
}

# elsewhere HEADER OWNER: inclusions of HEADER in files of src whose path does not match OWNER.
elsewhere ()
{
  found "^[[:space:]]*#[[:space:]]*include[[:space:]]*<$1" src | grep -vE "^($2):"
}

# Layers: app calls io calls core, and never the other way.
rule "core includes neither io nor app" "$(found '#[[:space:]]*include "(io|app)/' src/core)"
rule "io does not include app" "$(found '#[[:space:]]*include "app/' src/io)"

# One owner per library.
rule "only io/csv-judge.c knows libcsv" "$(elsewhere 'csv\.h>' 'src/io/csv-judge\.c')"
rule "only core/decimal knows GMP" "$(elsewhere 'gmp\.h>' 'src/core/decimal[a-z-]*\.c')"
rule "only io/archive-stream and io/xlsx-check know libarchive" \
  "$(elsewhere 'archive(_entry)?\.h>' 'src/io/(archive-stream\.[ch]|xlsx-check\.c)')"
rule "only io knows libcrypto" "$(elsewhere 'openssl/' 'src/io/[a-z-]*\.[ch]')"
rule "only io knows json-c" "$(elsewhere 'json(-c/|\.h>|_)' 'src/io/[a-z-]*\.[ch]')"
rule "only io/text-table and io/report-text know libsmartcols" \
  "$(elsewhere '(libsmartcols/)?libsmartcols' 'src/io/(text-table|report-text[a-z-]*)\.c')"
rule "only io/report-xlsx knows libxlsxwriter" \
  "$(elsewhere 'xlsxwriter' 'src/io/report-xlsx[a-z-]*\.c')"

# What is not called. Workbooks know only binary numbers: io/xlsx-number is where they end.
outside_xlsx_number ()
{
  grep -vE '^src/io/xlsx-number\.[ch]:'
}
rule "amounts are exact: no binary fractions" \
  "$(found '(\b|_)g?(float|double|FLOAT|DOUBLE)\b' src | outside_xlsx_number)"
rule "only workbooks hold binary numbers" \
  "$(found '\bXlsxNumber\b|xlsx-number\.h' src | grep -vE '^src/io/(report-)?xlsx-[a-z-]+\.[ch]:')"
rule "the exception for io/xlsx-number covers nothing else" "$(
  for file in src/core/decimal.c src/io/xlsx-numbers.c src/io/xlsx-cell.h src/io/report-xlsx.c; do
    echo "$file:1:x" | outside_xlsx_number | grep -q . || echo "$file is not looked at"
  done
)"
rule "no lenient or unbounded functions of C" \
  "$(found '\b(ato[fil]|atoll|(g_(ascii_)?)?strtod|strtold|v?sprintf|strcpy|strcat|strncat|strtok(_r)?|v?s?scanf|gets|alloca|localtime|ctime|asctime|tmpnam|tempnam|mktemp|system|popen|g_error_free) *\(' src |
    grep -vE '^src/io/xlsx-number\.c:[0-9]+:.*\bg_ascii_strtod \(')"
rule "only app prints" \
  "$(found '\b(g_print|g_printerr|g_message|g_warning|g_info|printf|vprintf|puts|putchar|perror) *\(|\b(stdout|stderr)\b' src/core src/io)"
rule "core knows no files, clock, locale or environment" \
  "$(found '\b(f?open|fdopen|g_fopen|g_open|g_file_[a-z_]+|clock_gettime|gettimeofday|g_get_(real|monotonic)_time|g_date_time_new_now[a-z_]*|setlocale|localeconv|g?_?getenv) *\(|<(time|locale|unistd|fcntl)\.h>' src/core)"

# Size.
if command -v pmccabe >/dev/null; then
  rule "no function is longer than 60 lines" \
    "$(find src -name '*.c' -exec pmccabe {} + | awk '$5 > 60 { print $5 " lines: " $6, $7 }')"
else
  skip "no function is longer than 60 lines" "pmccabe is not installed"
fi
# src/core/finding-table.c is one table: every code with its explanation.
rule "no file is longer than 400 lines" \
  "$(find src -name '*.[ch]' ! -path src/core/finding-table.c -exec awk 'END { if (NR > 400) print NR " lines: " FILENAME }' {} \;)"

# Every room has its test, and everything is built.
rule "every room of core and io has its test" "$(
  for source in src/core/*.c src/io/*.c; do
    room=$(basename "$source" .c)
    [ "$room" = recon-error ] || [ ! -f "$source" ] || [ -f "tests/test-$room.c" ] ||
      echo "$source: no tests/test-$room.c"
  done
)"
rule "Makefile.am lists every source and every test" "$(
  for file in src/*/*.[ch] tests/*.h; do
    [ ! -f "$file" ] || grep -qE "(^|[[:space:]])$file([[:space:]]|\$)" Makefile.am ||
      echo "$file is not in Makefile.am"
  done
  for file in tests/test-*.c; do
    grep -qE "(^|[[:space:]])${file%.c}(\.c)?([[:space:]]|\$)" Makefile.am ||
      echo "$file is not in Makefile.am"
  done
)"
rule "every golden case has a cmd" "$(
  for folder in testdata/golden/*/; do
    [ ! -d "$folder" ] || [ -f "${folder}cmd" ] || echo "$folder: no cmd"
  done
)"

# Form.
rule "config.h is what every source includes first" "$(
  for source in src/*/*.c; do
    [ ! -f "$source" ] || awk '/^#[ \t]*include/ {
      if ($0 !~ /"config.h"/) print FILENAME ":" FNR ": " $0
      exit
    }' "$source"
  done
)"
rule "nothing is left over" "$(found '\b(TO''DO|FIX''ME|X''XX)\b' src tests)"
rule "no trailing blanks, tabs or carriage returns" "$(found '[[:space:]]$|	' src tests)"

echo "1..$number"
exit $failed

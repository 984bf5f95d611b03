#!/bin/sh
# The rules of build-aux/tidy.sh, seen to fail: a small house in wings is built, one breach at a
# time is planted in it, and exactly the rule that it breaks must say so. TAP on stdout.
#
# A rule that no breach here has made fail, or that passes where there are no sources, fails this.
# With QUICK_CHECK=yes one breach a rule is enough.
# shellcheck disable=SC2016,SC2094  # what make and Markdown read; wc has ended before
set -u

srcdir=${SRCDIR:-$(cd "$(dirname "$0")/.." && pwd)}
tidy=$srcdir/build-aux/tidy.sh
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

number=0
failed=0
: >"$work/seen"

# result STATUS NAME [FILE]: one test; FILE tells why.
result ()
{
  number=$((number + 1))
  if [ "$1" -eq 0 ]; then
    echo "ok $number - $2"
    return
  fi
  [ $# -lt 3 ] || sed 's/^/# /' "$3"
  echo "not ok $number - $2"
  failed=1
}

## The small house. These run in its folder.

# put FILE: stdin becomes FILE, with the folders it needs.
put ()
{
  mkdir -p "$(dirname "$1")" && cat >"$1"
}

# change FILE SCRIPT: as sed says.
change ()
{
  sed "$2" "$1" >"$work/changed" && cat "$work/changed" >"$1"
}

# bare PATH: a place for the room src/PATH: its test, its lines in Makefile.am and the README.
bare ()
{
  name=${1##*/}
  echo '#include "config.h"' | put "tests/${1%/*}/test-$name.c"
  mkdir -p "src/${1%/*}"
  echo "- \`$name\`: what it is." >>"src/${1%/*}/README.md"
  echo "house += src/$1.c src/$1.h tests/${1%/*}/test-$name" >>Makefile.am
}

# room PATH [INCLUSION]...: a room that offends nobody.
room ()
{
  bare "$1"
  prefix=$(echo "$name" | tr - _)
  printf '%s\n' '#include <glib.h>' '' "/** What $name is. */" \
    "typedef void (*Visit) (int, int, int, int, int, int, int);" \
    "void ${prefix}_visit (Visit visit, int one, int two, int three, int four, int five);" \
    >"src/$1.h"
  path=$1
  shift
  {
    printf '%s\n' '#include "config.h"' '' "#include \"$path.h\""
    for inclusion in "$@"; do
      echo "#include $inclusion"
    done
    printf '%s\n' '' 'void' \
      "${prefix}_visit (Visit visit, int one, int two, int three, int four, int five)" '{' \
      '  visit (one, two, three, four, five, 6, 7);' '}'
  } >"src/$path.c"
}

# lines COUNT
lines ()
{
  awk -v count="$1" 'BEGIN { for (i = 0; i < count; i++) print "  work ();" }'
}

# long_function LINES: a function of so many lines, with the one for its type.
long_function ()
{
  printf '%s\n' '' 'static void' 'long_one (void)' '{'
  lines $(($1 - 4))
  echo '}'
}

build ()
{
  mkdir build-aux
  echo 'include $(srcdir)/src/base/local.mk' >Makefile.am
  echo 'house += %D%/local.h # %D%/commented.h' | put src/base/local.mk
  echo '#include <glib.h>' | put src/base/local.h
  echo '- `local`: in the fragment of its wing.' >>src/base/README.md

  room base/decimal '<gmp.h>'
  room base/slice
  echo 'char ascii_lower (char letter);' >>src/base/slice.h
  room base/recon-error
  rm tests/base/test-recon-error.c
  room core/record/position '"base/slice.h"'
  room core/record/balance-row '"base/slice.h"'
  room core/report/finding-table
  lines 500 >>src/core/report/finding-table.c
  room core/rule/reckoning '"core/record/position.h"'
  for rule in tie-out totals waterfall; do
    room core/rule/$rule '"core/rule/reckoning.h"'
  done
  room core/rule/credit-days '"core/rule/waterfall.h"'
  room core/rule/reckon '"core/rule/tie-out.h"' '"core/rule/totals.h"'
  room input/manifest '<json-c/json.h>' '"core/record/balance-row.h"'
  room input/bytes/gzip-stream '<zlib.h>'
  room input/bytes/igzip-stream '<isa-l/igzip_lib.h>'
  room input/bytes/archive-stream '<archive.h>' '<archive_entry.h>'
  room input/bytes/source '<openssl/evp.h>' '"input/bytes/gzip-stream.h"'
  printf '%s\n' '' '/* getenv (), which base and core may not */' >>src/input/bytes/source.c
  room input/rows/csv-judge '<csv.h>'
  room input/billing/header '"input/billing/header-kind.h"'
  room input/billing/header-kind '"input/billing/header.h"'
  echo 'static void set_twice (int, int, int, int, int, int, int);' >>src/input/billing/header.c
  room output/report-json
  room output/text/text-table '<libsmartcols/libsmartcols.h>'
  room output/text/pages '"output/text/text-table.h"'
  room output/xlsx/xlsx-number
  room output/xlsx/xlsx-cell '"output/xlsx/xlsx-number.h"'
  room output/xlsx/report-xlsx
  for letter in a b c d e f g h i j k l m n o p q r s t u v w x y z; do
    bare output/html/html-$letter
    echo '#include <glib.h>' >src/output/html/html-$letter.h
    rm tests/output/html/test-html-$letter.c
  done
  room store/database '<sqlite3.h>'
  room store/history '"core/record/position.h"' '"store/database.h"'
  room fetch/http-client '<curl/curl.h>'
  room engine/option/plan '"input/manifest.h"'
  room engine/intake '"engine/option/plan.h"' '"output/report-json.h"'
  room library/library-job '"engine/intake.h"'
  room app/option/options '"input/manifest.h"' '"store/history.h"'
  echo 'static void say (void) { printf ("%d", 1); }' >>src/app/option/options.c
  long_function 60 >>src/app/option/options.c
  rm tests/app/option/test-options.c
  lines $((400 - $(wc -l <src/app/option/options.c))) >>src/app/option/options.c
  echo '#include <glib.h>' | put tests/input/sample-row.h
  echo 'house += tests/input/sample-row.h' >>Makefile.am

  echo 'How to write one.' | put testdata/golden/README.md
  echo 'How to find one.' | put testdata/golden/findings/README.md
  echo 'exit 0' | put testdata/golden/flat-case/cmd
  echo 'exit 0' | put testdata/golden/findings/near-miss/cmd
  echo 'Day' | put testdata/golden/findings/near-miss/in/deep/rows.csv

  echo 'header header-kind' >build-aux/tidy-circles.known
  echo 'src/output/html' >build-aux/tidy-folders.known
  echo 'slice ascii_lower # lower case' >build-aux/tidy-names.known
  echo 'header set_twice' >build-aux/tidy-parameters.known
  echo 'credit-days waterfall' >build-aux/tidy-rules.known
}

## What tidy.sh says.

layers='base core input output store fetch engine library app'
core_order='record,report rule . deep'
input_order='deep bytes rows billing .'
engine_order='option . deep'
app_order='deep option command .'
wings=all
rule_rooms=

# judge HOUSE: its report in $work/report, its status the result.
judge ()
{
  SRCDIR=$1 TIDY_LAYERS=$layers TIDY_CORE_ORDER=$core_order \
    TIDY_INPUT_ORDER=$input_order TIDY_ENGINE_ORDER=$engine_order TIDY_APP_ORDER=$app_order TIDY_WINGS=$wings TIDY_RULE_ROOMS=$rule_rooms sh "$tidy" >"$work/report" 2>&1
}

# names PREFIX: of the tests in the report whose line begins so.
names ()
{
  sed -n "s/^$1 [0-9]* - //p" "$work/report" | sed 's/ # SKIP .*//'
}

# breach RULE HOW COMMANDS: plants COMMANDS in the house; RULE, and no other, must fail.
breach ()
{
  [ "${QUICK_CHECK:-no}" != yes ] || ! grep -qxF -e "$1" "$work/seen" || return 0
  rm -rf "$work/planted"
  cp -R "$work/house" "$work/planted"
  (cd "$work/planted" && eval "$3") >"$work/planting" 2>&1
  planting=$?
  judge "$work/planted"
  status=$?
  names 'not ok' >"$work/failing"
  echo "$1" >"$work/wanted"
  [ $planting -eq 0 ] && [ $status -eq 1 ] && cmp -s "$work/wanted" "$work/failing"
  right=$?
  [ $right -ne 0 ] || echo "$1" >>"$work/seen"
  { cat "$work/planting"; grep -v '^ok' "$work/report"; } >"$work/why"
  result $right "$1: $2" "$work/why"
}

# allowed HOW COMMANDS: nothing must fail.
allowed ()
{
  rm -rf "$work/planted"
  cp -R "$work/house" "$work/planted"
  (cd "$work/planted" && eval "$2") && judge "$work/planted"
  result $? "allowed: $1" "$work/report"
}

mkdir "$work/house" && (cd "$work/house" && build) || exit 1
judge "$work/house"
result $? "a house that keeps all rules passes" "$work/report"
names ok | sort >"$work/rules"

## The breaches.

rule='layers: src holds those that it must hold, and no others'
breach "$rule" 'a layer is gone' "rm -r src/store; room input/bytes/database '<sqlite3.h>'; change src/app/option/options.c /history/d"
breach "$rule" 'a layer that nobody knows' \
  'room extra/thing && change src/extra/thing.c /extra/d'
breach "$rule" 'a source in no layer' \
  'echo "#include <glib.h>" >src/thing.h
  echo "- \`thing\`: what it is." >src/README.md
  echo "house += src/thing.h" >>Makefile.am'

rule='layers: each includes only itself and those below'
for pair in base:core/record/position core:input/manifest core:app/option/options input:output/report-json \
  output:input/bytes/source output:store/history store:output/report-json store:app/option/options input:engine/intake engine:app/option/options engine:library/library-job app:library/library-job library:app/option/options fetch:input/bytes/source input:fetch/http-client; do
  breach "$rule" "${pair%%:*} includes ${pair#*:}" \
    "room ${pair%%:*}/deep/er/thing '\"${pair#*:}.h\"'"
done
breach "$rule" 'with angle brackets' 'room core/thing "<app/option/options.h>"'
breach "$rule" 'in a header' 'echo "# include \"app/option/options.h\"" >>src/output/text/pages.h'
breach "$rule" 'an include that is not from src' "room core/record/thing '\"position.h\"'"
breach "$rule" 'an include that climbs' "room core/thing '\"../app/option/options.h\"'"
breach "$rule" 'an include of a macro' 'room core/thing HEADER'

rule='input: each wing includes only itself and those below'
breach "$rule" 'one above' \
  "echo '#include \"input/billing/header.h\"' >>src/input/rows/csv-judge.c"
breach "$rule" 'a wing that nobody knows' 'room input/extra/thing'

rule='engine: each wing includes only itself and those below'
breach "$rule" 'the folder of the layer' \
  "echo '#include \"engine/intake.h\"' >>src/engine/option/plan.h; change src/engine/intake.c /plan.h/d"
breach "$rule" 'a wing that nobody knows' 'room engine/extra/thing'

rule='app: each wing includes only itself and those below'
breach "$rule" 'one above' \
  "room app/command/cmd-thing; echo '#include \"app/command/cmd-thing.h\"' >>src/app/option/options.h"
breach "$rule" 'a wing that nobody knows' 'room app/extra/thing'

rule='core: each wing includes only itself and those below'
breach "$rule" 'one above' \
  "echo '#include \"core/rule/reckoning.h\"' >>src/core/report/finding-table.h"
breach "$rule" 'one beside' \
  "echo '#include \"core/record/position.h\"' >>src/core/report/finding-table.c"
breach "$rule" 'the folder of the layer' \
  "room core/thing; echo '#include \"core/thing.h\"' >>src/core/rule/totals.c"
breach "$rule" 'a wing that nobody knows' 'room core/extra/thing'
allowed 'a wing that includes one below' \
  "room core/thing '\"core/rule/totals.h\"'"

rule='the rooms of the rules do not include each other'
breach "$rule" 'in a source' 'echo "#include \"core/rule/tie-out.h\"" >>src/core/rule/totals.c'
breach "$rule" 'in a header' 'echo "#include \"core/rule/tie-out.h\"" >>src/core/rule/totals.h'
breach "$rule" 'in a wing below' \
  "room core/rule/deep/daily '\"core/rule/tie-out.h\"'"
breach "$rule" 'listed without need' 'change src/core/rule/credit-days.c /waterfall/d'
rule_rooms='balance-row gone'
breach "$rule" 'a room that is named and gone' :
rule_rooms='balance-row position'
breach "$rule" 'rooms that are named' \
  "echo '#include \"core/record/position.h\"' >>src/core/record/balance-row.c"
rule_rooms=

rule='no circle of includes'
breach "$rule" 'of two' \
  "echo '#include \"core/record/position.h\"' >>src/core/record/balance-row.h
  echo '#include \"core/record/balance-row.h\"' >>src/core/record/position.c"
breach "$rule" 'of three, through folders' \
  "echo '#include \"output/report-json.h\"' >>src/output/text/text-table.h
  echo '#include \"output/text/pages.h\"' >>src/output/report-json.c"
breach "$rule" 'a listed one that grows' \
  "room input/billing/thing '\"input/billing/header.h\"'
  echo '#include \"input/billing/thing.h\"' >>src/input/billing/header.h"
breach "$rule" 'listed without need' 'change src/input/billing/header-kind.c /header.h/d'

rule='no two rooms have one name'
breach "$rule" 'in two folders' 'room output/text/position'

rule='no folder holds more than 25 rooms'
breach "$rule" 'one with 26' \
  'for letter in $(seq 26 | sed s/^/letter-/); do room output/journal/$letter; done'
breach "$rule" 'listed without need' \
  'rm src/output/html/html-a.h; change src/output/html/README.md /html-a/d'

rule='each wing has a README with a line for each room'
breach "$rule" 'no README' 'rm src/input/rows/README.md'
breach "$rule" 'no line' 'change src/input/bytes/README.md /gzip/d'
breach "$rule" 'a line for a room that is gone' \
  'echo "| \`removed\` | what it was |" >>src/input/bytes/README.md'
breach "$rule" 'two lines' 'echo "* \`source\`: again" >>src/input/bytes/README.md'
wings='src/base src/core/gone'
breach "$rule" 'a wing that is named and gone' :
wings='src/base'
allowed 'no README where no wing is named' 'rm src/input/rows/README.md'
wings=
allowed 'no README as long as no wing is named' 'rm src/base/README.md'
wings=all

rule='exported functions begin with the name of their room'
breach "$rule" 'another name' 'echo "void posit (int one);" >>src/core/record/position.h'
breach "$rule" 'the name goes on' 'echo "void positions_new (void);" >>src/core/record/position.h'
breach "$rule" 'attributes and several lines' \
  'printf "%s\n" "G_GNUC_PRINTF (1, 2)" "char *" "text_of (const char *form," "  ...);" \
    >>src/core/record/position.h'
breach "$rule" 'an inline function' \
  'printf "%s\n" "static inline int" "one (void)" "{" "  return 1;" "}" >>src/core/record/position.h'
breach "$rule" 'listed without need' 'change src/base/slice.h /ascii/d'
breach "$rule" 'listed for another room' \
  'echo "char ascii_lower (char letter);" >>src/base/decimal.h'
allowed 'exactly the name of the room' 'echo "int position (void);" >>src/core/record/position.h'

rule='no function has more than 6 parameters'
breach "$rule" 'a static one' \
  'printf "%s\n" "static void" "options_many (int a, int b," "  int c, int d, /* , */ int e, int f," \
    "  void (*g) (int, int))" "{" "}" >>src/app/option/options.h'
breach "$rule" 'a declared one' \
  'echo "void position_new (int, int, int, int, int, int, int);" >>src/core/record/position.h'
breach "$rule" 'listed without need' 'change src/input/billing/header.c /set_twice/d'

rule='no function is longer than 60 lines'
breach "$rule" 'one of 61' 'long_function 61 >>src/core/record/position.c'
breach "$rule" 'braces that do not match' \
  'printf "%s\n" "#ifdef ONE" "void a (void) {" "#else" "void b (void) {" "#endif" "}" \
    >>src/core/record/position.c'
breach "$rule" 'a brace in a string does not end one' \
  'long_function 61 | sed "10s:.*:  text (\"}\", 34, /* } */ 1);:" >>src/core/record/position.c'

rule='no file is longer than 400 lines'
breach "$rule" 'one of 401' 'lines 1 >>src/app/option/options.c'
breach "$rule" 'a header' 'lines 401 | sed "s/.*/enum { ONE };/" >>src/core/report/finding-table.h'

# foreign RULE HEADER OWNER: somebody else, one whose name looks alike, nobody.
foreign ()
{
  breach "$1" 'another room' "room input/deep/er/thing '<$2>'"
  breach "$1" 'a name that ends alike' "room input/not-${3##*/} '<$2>'"
  breach "$1" 'nobody' "change src/$3.c '\\|$2|d'"
}

foreign 'only csv-judge knows libcsv' csv.h input/rows/csv-judge
breach 'only csv-judge knows libcsv' 'a name that begins alike' \
  "room input/rows/csv-judge-two '<csv.h>'"
breach 'only csv-judge knows libcsv' 'its header' 'echo "#include <csv.h>" >>src/input/rows/csv-judge.h'
foreign 'only decimal knows GMP' gmp.h base/decimal
foreign 'only gzip-stream and xlsx-zip know zlib' zlib.h input/bytes/gzip-stream
foreign 'only http-client knows libcurl' curl/curl.h fetch/http-client
foreign 'only igzip-stream knows isa-l' isa-l/igzip_lib.h input/bytes/igzip-stream
foreign 'only source knows libcrypto' openssl/evp.h input/bytes/source
foreign 'only text-table knows libsmartcols' libsmartcols/libsmartcols.h output/text/text-table
foreign 'only database knows SQLite' sqlite3.h store/database
breach 'only archive-stream knows libarchive' 'another room' \
  "room input/deep/thing '<archive_entry.h>'"
breach 'only archive-stream knows libarchive' 'another room, by its table' \
  "room output/text/thing '\"base/late/archive-library.h\"'"
breach 'only source knows libcrypto' 'another room, by its table' \
  "room output/text/thing '\"base/late/crypto-library.h\"'"
breach 'only manifest and report-file know json-c' 'another room' \
  "room input/deep/thing '<json_object.h>'"

rule='amounts are exact: no binary fractions'
for place in base/decimal.c core/rule/totals.h output/xlsx/xlsx-cell.h output/xlsx/xlsx-number.c; do
  breach "$rule" "in $place" "echo 'typedef double Amount;' >>src/$place"
done
breach "$rule" "GLib's" 'echo "typedef gfloat Amount;" >>src/output/xlsx/report-xlsx.c'
breach "$rule" 'as text' 'echo "/* g_ascii_formatd (text) */" >>src/output/xlsx/xlsx-number.c'

rule='only workbooks round to what their cells hold'
breach "$rule" 'another room includes it' "room output/text/thing '\"output/xlsx/xlsx-number.h\"'"

rule='no lenient or unbounded functions of C'
for call in 'sprintf (text, "x")' 'atoi (text)' 'strcpy (one, other)' 'g_ascii_strtod (text, NULL)' \
  'system (text)' 'g_error_free (error)'; do
  breach "$rule" "$call" "echo '/* $call */' >>src/input/bytes/source.c"
done
breach "$rule" 'in xlsx-number' 'echo "/* strtod (text) */" >>src/output/xlsx/xlsx-number.c'

rule='only app, before there are threads, reads numbers by GLib'
breach "$rule" 'below app' \
  'echo "/* g_ascii_string_to_signed (text) */" >>src/output/text/pages.c'

rule='only app prints'
for place in base/slice core/rule/totals input/bytes/source output/text/pages store/history; do
  breach "$rule" "printf in $place" "echo '/* printf (text) */' >>src/$place.c"
done
breach "$rule" 'stderr in a header' 'echo "/* stderr */" >>src/input/manifest.h'

rule='threads begin in worker alone, where they get what want of memory needs'
breach "$rule" 'g_thread_try_new in core' 'echo "/* g_thread_try_new (name) */" >>src/core/rule/totals.c'
breach "$rule" 'pthread_create in input' 'echo "/* pthread_create (x) */" >>src/input/bytes/source.c'

rule='libraries are opened in late-library alone'
breach "$rule" 'dlopen in input' 'echo "/* dlopen (name) */" >>src/input/bytes/source.c'
breach "$rule" 'dlsym in base' 'echo "/* dlsym (x) */" >>src/base/decimal.c'

rule='core and base know no files, clock, locale or environment'
for place in base/slice core/rule/totals core/record/position; do
  breach "$rule" "getenv in $place" "echo '/* getenv (name) */' >>src/$place.c"
done
breach "$rule" '<time.h> in base' 'echo "#include <time.h>" >>src/base/slice.h'
breach "$rule" 'fopen in core' 'echo "/* fopen (name) */" >>src/core/record/balance-row.c'

rule='every room below app has its test'
for place in base/slice core/record/position input/bytes/source store/history; do
  breach "$rule" "$place" "rm tests/${place%/*}/test-${place##*/}.c"
done
breach "$rule" 'the test of another room' \
  'mv tests/base/test-slice.c tests/base/test-slices.c; echo tests/base/test-slices >>Makefile.am'
allowed 'a test in another folder' \
  'mv tests/base/test-slice.c tests/test-slice.c; echo tests/test-slice >>Makefile.am'

rule='Makefile.am lists every source and every test'
for word in src/base/slice.c src/input/bytes/source.h tests/base/test-slice tests/input/sample-row.h; do
  breach "$rule" "$word" "change Makefile.am 's#$word\\( \\|\$\\)#\\1#'"
done
breach "$rule" 'a comment' 'change Makefile.am "/slice/s/^/# /"'
breach "$rule" 'a fragment that is not included' 'change Makefile.am /^include/d'
breach "$rule" 'a comment in a fragment' \
  'echo "#include <glib.h>" >src/base/commented.h; echo "- \`commented\`: x" >>src/base/README.md'

rule='every golden case has a cmd'
breach "$rule" 'a case' 'echo x | put testdata/golden/new-case/expected.out'
breach "$rule" 'a case in a family' 'rm testdata/golden/findings/near-miss/cmd'
breach "$rule" 'a file in a family' 'echo x | put testdata/golden/findings/expected.out'

rule='config.h is what every source includes first'
breach "$rule" 'another is first' 'change src/core/record/position.c "1s/.*/#include <glib.h>/"'
breach "$rule" 'there is none' 'change src/base/decimal.c /include/d; echo "#include <gmp.h>" >>src/base/decimal.c'
breach "$rule" 'no include at all' 'echo "int one;" >src/store/history.c'

rule='nothing is left over'
breach "$rule" 'in a source' 'echo "/* TO""DO: more */" >>src/core/record/position.c'
breach "$rule" 'in a test' 'echo "/* FIX""ME */" >>tests/base/test-slice.c'
breach "$rule" 'in a header of the tests' 'echo "/* X""XX */" >>tests/input/sample-row.h'

rule='no trailing blanks, tabs or carriage returns'
breach "$rule" 'a blank' 'echo "int one; " >>src/core/record/position.c'
breach "$rule" 'a tab' 'printf "int\tone;\n" >>src/core/record/position.h'
breach "$rule" 'a carriage return' 'printf "int one;\r\n" >>src/core/record/position.h'
breach "$rule" 'in a test' 'echo "int one; " >>tests/base/test-slice.c'

## Nothing to look at.

mkdir "$work/empty"
echo >"$work/empty/Makefile.am"
rule_rooms=
judge "$work/empty"
[ $? -eq 1 ] && [ -z "$(names ok)" ] &&
  [ "$(grep -c '^# looked at no file$' "$work/report")" -eq "$(wc -l <"$work/rules")" ]
result $? "without sources every rule fails" "$work/report"

sort -u "$work/seen" | comm -13 - "$work/rules" >"$work/unseen"
[ -s "$work/rules" ] && ! [ -s "$work/unseen" ]
result $? "each rule has been seen to fail" "$work/unseen"

echo "1..$number"
exit $failed

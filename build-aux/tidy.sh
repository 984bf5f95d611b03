#!/bin/sh
# The rules of the house that a machine can check, each a TAP test. Comments count as code: word
# them so that they do not trip a ban.
#
# Files are found at any depth, and rooms are known by their names: a file that moves takes its
# rules with it. A rule that has looked at no file fails. tests/tidy-planted.sh sees each rule fail.
#
# What offends today and is to go stands in build-aux/tidy-*.known, one a line. The lists may only
# shrink: what stands there and offends no more fails too.
# shellcheck disable=SC2086  # lists of files are split into words
set -uf
LC_ALL=C
export LC_ALL
here=$(cd "$(dirname "$0")" && pwd) || exit 1
cd "${SRCDIR:-$here/..}" || exit 1

# The house as it stands; the names in capitals are for tests/tidy-planted.sh.
layers=${TIDY_LAYERS-base core input output store fetch engine library app}   # the folders of src: these and no others
wings=${TIDY_WINGS-all}              # folders with a README, a line a room; "all": every folder
# The wings of a layer, the lowest first: each includes only itself and those before it. Those with
# a comma between do not know each other; "." is the folder of the layer itself.
core_order=${TIDY_CORE_ORDER-record report book month rule,answer,mca,benefit,case credit}
input_order=${TIDY_INPUT_ORDER-bytes rows billing,table mca service shelf .}
engine_order=${TIDY_ENGINE_ORDER-option .}
app_order=${TIDY_APP_ORDER-option run sandbox command .}
rule_wing=src/core/rule             # the rooms of the rules, none of which knows another ...
rule_rooms=${TIDY_RULE_ROOMS-\
agreement-rows balance-findings credit-days credit-order daily-order input-rows line-findings \
nothing-compared rows-read-twice tie-out totals usage-tie-out waterfall} # ... and those elsewhere
rule_contexts=' reckoning reckon '  # rooms of that wing which are no rules
most_rooms=25                       # in a folder
most_parameters=6
most_lines=60                       # of a function
most_file_lines=400
untested=' recon-error '            # rooms without a test: nothing but a G_DEFINE

number=0
failed=0

# rule NAME FILES OFFENCES: one test; it passes when it had files to look at and nothing offends.
rule ()
{
  number=$((number + 1))
  if [ -n "$2" ] && [ -z "$3" ]; then
    echo "ok $number - $1"
    return
  fi
  [ -n "$2" ] || echo "# looked at no file"
  [ -z "$3" ] || printf '%s\n' "$3" | sed 's/^/# /'
  echo "not ok $number - $1"
  failed=1
}

skip ()
{
  number=$((number + 1))
  echo "ok $number - $1 # SKIP $2"
}

# files NAME PLACE...: the files of that name in these places, which need not exist.
files ()
{
  name=$1
  shift
  find "$@" -type f -name "$name" 2>/dev/null | sort
}

# found PATTERN FILES: the offending lines.
found ()
{
  grep -nE -e "$1" -- /dev/null $2
}

# of PATTERN: the sources whose path matches.
of ()
{
  printf '%s\n' "$sources" | grep -E -e "$1"
}

# not_of PATTERN: the sources whose path does not match.
not_of ()
{
  printf '%s\n' "$sources" | grep -vE -e "$1"
}

# but_in ROOM: of the offending lines, those outside of the rooms whose file name matches.
but_in ()
{
  grep -vE "^src/([^:]*/)?($1):"
}

# new NAME OFFENCES: of the offences, each "WHAT<tab>more", those whose WHAT does not stand in
# build-aux/tidy-NAME.known, and the lines of that list which are no offence any more.
new ()
{
  known=build-aux/tidy-$1.known
  [ -f "$known" ] || known=/dev/null
  printf '%s\n' "$2" | awk -F '\t' -v known="$known" '
    BEGIN {
      while ((getline line < known) > 0) {
        sub(/[ \t]*#.*/, "", line)
        if (line != "")
          listed[line] = 1
      }
    }
    $1 == "" { next }
    { offends[$1] = 1 }
    !($1 in listed) { print $1 ($2 == "" ? "" : ": " $2) }
    END {
      for (line in listed)
        if (!(line in offends))
          print known ": no longer needed, take it out: " line
    }'
}

sources=$(files '*.[ch]' src)
c_files=$(of '\.c$')
test_files=$(files '*.[ch]' tests)
includes=$(found '^[[:space:]]*#[[:space:]]*include' "$sources")
functions=$([ -z "$sources" ] || awk -f "$here/tidy-functions.awk" $sources)

# Layers: app and library call engine, and nobody else them; that calls input, output, store and fetch, which do not know each other;
# these call core, and that base. Includes name files by their path from src, or they could not be told.
rule "layers: src holds those that it must hold, and no others" "$sources" "$(
  for layer in $layers; do
    printf '%s\n' "$sources" | grep -q "^src/$layer/" || echo "src/$layer: no sources"
  done
  printf '%s\n' "$sources" | awk -F / -v layers=" $layers " '
    NF == 2 || !index(layers, " " $2 " ") { print $0 ": is in no layer" }'
)"
rule "layers: each includes only itself and those below" "$sources" "$(
  printf '%s\n' "$includes" | awk -v layers="$layers" '
    BEGIN {
      split("base 0 core 1 input 2 output 2 store 2 fetch 2 engine 3 library 4 app 4", words, " ")
      for (i = 1; i in words; i += 2)
        rank[words[i]] = words[i + 1]
    }
    /^$/ { next }
    {
      split($0, path, "/")
      own = path[2]
      target = "?"
      if (match($0, /["<][^">]*[">]/))
        target = substr($0, RSTART + 1, RLENGTH - 2)
      quoted = substr($0, RSTART, 1) != "<"
      split(target, path, "/")
      other = path[1]
      if (quoted && target != "config.h" && !(other in rank))
        print $0 ": is not named by its path from src"
      else if (other in rank && own != other && !(rank[other] < rank[own]))
        print
    }'
)"

# order LAYER WINGS: one test, that the wings of the layer are these and include each other as their
# order says.
order ()
{
  in_layer=$(of "^src/$1/")
  rule "$1: each wing includes only itself and those below" "$in_layer" "$(
    printf '%s\n' "$in_layer" "$includes" | awk -v layer="$1" -v order="$2" '
      function wing_of(path,    parts)
      {
        sub(/^src\//, "", path)
        return split(path, parts, "/") > 2 ? parts[2] : "."
      }
      BEGIN {
        count = split(order, places, " ")
        for (i = 1; i <= count; i++) {
          width = split(places[i], names, ",")
          for (k = 1; k <= width; k++)
            rank[names[k]] = i
        }
      }
      index($0, "src/" layer "/") != 1 { next }
      !/:/ {
        if (!(wing_of($0) in rank))
          print $0 ": is in no wing of the order"
        next
      }
      match($0, /["<][^">]*[">]/) {
        other = substr($0, RSTART + 1, RLENGTH - 2)
        split($0, place, ":")
        if (index(other, layer "/") != 1)
          next
        own = wing_of(place[1])
        other = wing_of(other)
        if (own in rank && own != other && !(other in rank && rank[other] < rank[own]))
          print
      }'
  )"
}

order core "$core_order"
order input "$input_order"
order engine "$engine_order"
order app "$app_order"

# rooms FILES: the rooms of these files, without folder and ending.
rooms ()
{
  printf '%s\n' "$1" | sed 's|.*/||; s|\.[ch]$||' | sort -u
}

# "ROOM OTHER FILE:LINE" for each room that includes another.
ways=$(
  printf '%s\n' "$includes" | awk '
    match($0, /["<][^">]*[">]/) {
      other = substr($0, RSTART + 1, RLENGTH - 2)
      split($0, place, ":")
      own = place[1]
      sub(/.*\//, "", own)
      sub(/.*\//, "", other)
      if (sub(/\.[ch]$/, "", own) && sub(/\.[ch]$/, "", other) && own != other)
        print own, other, place[1] ":" place[2]
    }' | sort
)
in_rule_wing=$(rooms "$(of "^$rule_wing/")")
rule "the rooms of the rules do not include each other" "$in_rule_wing$rule_rooms" "$(
  for room in $rule_rooms; do
    printf '%s\n' "$sources" | grep -q "/$room\.[ch]\$" || echo "$room: there is no such room"
  done
  new rules "$(
    printf '%s\n' "$ways" | awk -v contexts="$rule_contexts" \
      -v rules=" $(printf '%s ' $in_rule_wing $rule_rooms)" '
      function is_rule(room)
      {
        return index(rules, " " room " ") && !index(contexts, " " room " ")
      }
      NF && is_rule($1) && is_rule($2) { print $1 " " $2 "\t" $3 }'
  )"
)"

# A room is its .c and its .h. Two rooms are in one circle when each includes the other in the end.
rule "no circle of includes" "$sources" "$(
  new circles "$(
    printf '%s\n' "$ways" | awk '
      function walk(from, room,    i, list, count)
      {
        count = split(others[room], list, " ")
        for (i = 1; i <= count; i++)
          if (!((from, list[i]) in reach)) {
            reach[from, list[i]] = 1
            walk(from, list[i])
          }
      }
      function in_one_circle(a, b)
      {
        return ((a, b) in reach) && ((b, a) in reach)
      }
      NF && !seen[$1, $2]++ {
        others[$1] = others[$1] " " $2
        if (!known[$1]++)
          room[++rooms] = $1
      }
      END {
        for (i = 1; i <= rooms; i++)
          walk(room[i], room[i])
        for (i = 1; i <= rooms; i++) {
          if (told[i] || !in_one_circle(room[i], room[i]))
            continue
          circle = ways = ""
          for (j = i; j <= rooms; j++) {
            if (!in_one_circle(room[i], room[j]))
              continue
            told[j] = 1
            circle = circle (circle == "" ? "" : " ") room[j]
            count = split(others[room[j]], list, " ")
            for (k = 1; k <= count; k++)
              if (in_one_circle(room[i], list[k]))
                ways = ways (ways == "" ? "" : ", ") room[j] " -> " list[k]
          }
          print circle "\t" ways
        }
      }'
  )"
)"

# Houses and rooms.
rule "no two rooms have one name" "$sources" "$(
  printf '%s\n' "$sources" | awk '
    /^$/ { next }
    {
      path = name = $0
      sub(/\.[ch]$/, "", path)
      sub(/.*\//, "", name)
      sub(/\.[ch]$/, "", name)
      if (name in first && first[name] != path)
        print path ": stands also in " first[name]
      else
        first[name] = path
    }'
)"

# rooms_of_folders: "FOLDER ROOM", for all sources.
rooms_of_folders ()
{
  printf '%s\n' "$sources" | sed -n 's|^\(.*\)/\(.*\)\.[ch]$|\1 \2|p' | sort -u
}

rule "no folder holds more than $most_rooms rooms" "$sources" "$(
  new folders "$(
    rooms_of_folders | awk -v most="$most_rooms" '
      { count[$1]++ }
      END {
        for (folder in count)
          if (count[folder] > most)
            print folder "\t" count[folder] " rooms"
      }'
  )"
)"

readme_rule="each wing has a README with a line for each room"
[ "$wings" != all ] || wings=$(rooms_of_folders | awk '!seen[$1]++ { print $1 }')
if [ -z "$wings" ] && [ -n "$sources" ]; then
  skip "$readme_rule" "no wing is named yet"
else
  # A line for a room begins with its name: `room`, after "- ", "* " or "| " if wanted.
  readmes=
  for wing in $wings; do
    [ ! -f "$wing/README.md" ] || readmes="$readmes $wing/README.md"
  done
  rule "$readme_rule" "$wings" "$(
    rooms_of_folders | awk -v wings="$wings" '
      FILENAME == "-" { rooms[$1] = rooms[$1] " " $2; room[$1, $2] = 1; next }
      FNR == 1 { folder = FILENAME; sub(/\/[^\/]*$/, "", folder); read[folder] = 1 }
      match($0, /^([-*|] +)?`[a-z0-9-]+`/) {
        name = substr($0, RSTART, RLENGTH - 1)
        sub(/.*`/, "", name)
        if (!((folder, name) in room))
          print FILENAME ":" FNR ": there is no room " name
        else if (lines[folder, name]++)
          print FILENAME ":" FNR ": a second line for " name
      }
      END {
        count = split(wings, list)
        for (i = 1; i <= count; i++) {
          folder = list[i]
          if (!(folder in rooms))
            print folder ": holds no rooms"
          if (!(folder in read))
            print folder ": no README.md"
          width = split(rooms[folder], names)
          for (k = 1; k <= width; k++)
            if (!lines[folder, names[k]])
              print folder "/README.md: no line for " names[k]
        }
      }' - $readmes
  )"
fi

# Names and shapes of functions.
rule "exported functions begin with the name of their room" \
  "$(printf '%s\n' "$functions" | grep '^[^ ]*\.h ')" "$(
  new names "$(
    printf '%s\n' "$functions" | awk '
      $1 !~ /\.h$/ { next }
      {
        room = $1
        sub(/.*\//, "", room)
        sub(/\.h$/, "", room)
        prefix = room
        gsub(/-/, "_", prefix)
        if ($4 != prefix && index($4, prefix "_") != 1)
          print room " " $4 "\t" $1 ":" $2
      }'
  )"
)"
rule "no function has more than $most_parameters parameters" "$functions" "$(
  new parameters "$(
    printf '%s\n' "$functions" | awk -v most="$most_parameters" '
      $5 + 0 > most + 0 {
        room = $1
        sub(/.*\//, "", room)
        sub(/\.[ch]$/, "", room)
        print room " " $4 "\t" $5 " parameters: " $1 ":" $2
      }'
  )"
)"
rule "no function is longer than $most_lines lines" "$functions" "$(
  printf '%s\n' "$functions" | awk -v most="$most_lines" '
    $3 == "unreadable" { print $1 ":" $2 ": braces or comments do not match: cannot be judged" }
    $6 + 0 > most + 0 { print $6 " lines: " $1 ":" $2 ": " $4 }'
)"
# finding-table is one table: every code with its explanation.
rule "no file is longer than $most_file_lines lines" "$sources" "$(
  awk -v most="$most_file_lines" '
    FNR == most + 1 && FILENAME !~ /\/finding-table\.c$/ {
      print FILENAME ": longer than " most " lines"
    }' $sources </dev/null
)"

# owner NAME HEADER ROOMS: one owner per library. The files of src that include HEADER are those
# whose name matches ROOMS, and there is one. Beside them stands the room that says which versions are
# in use, and does nothing else.
owner ()
{
  users=$(printf '%s\n' "$includes" | grep -E "include[[:space:]]*[<\"]$2")
  rule "$1" "$sources" "$(
    [ -z "$users" ] || printf '%s\n' "$users" | but_in "$3|app/run/library-versions\.c"
    printf '%s\n' "$users" | grep -qE "^src/([^:]*/)?($3):" || echo "nobody does: the rule is stale"
  )"
}

owner "only csv-judge knows libcsv" 'csv\.h[>"]' 'csv-judge\.c'
owner "only decimal knows GMP" 'gmp\.h[>"]' 'decimal[a-z-]*\.c'
# Those of base/late have a room there, and one more that calls them.
owner "only archive-stream knows libarchive" \
  '(archive(_entry)?|base/late/archive-library)\.h[>"]' \
  'archive-library\.[ch]|archive-stream\.[ch]'
owner "only http-client knows libcurl" '(curl/|base/late/curl-library)' \
  'curl-library\.[ch]|http-client\.c'
owner "only gzip-stream and xlsx-zip know zlib" 'zlib\.h[>"]' '(gzip-stream|xlsx-zip)\.c'
owner "only igzip-stream knows isa-l" 'isa-l' 'igzip-stream\.c'
owner "only source knows libcrypto" '(openssl/|base/late/crypto-library)' 'crypto-library\.[ch]|source\.c'
owner "only manifest and report-file know json-c" 'json(-c/|\.h[>"]|_)' '(manifest|report-file)\.c'
owner "only text-table knows libsmartcols" '(libsmartcols/)?libsmartcols\.h[>"]' 'text-table\.c'
owner "only database knows SQLite" 'sqlite3' 'database\.c'

# What is not called.
rule "amounts are exact: no binary fractions" "$sources" \
  "$(found '(\b|_)g?(float|double|FLOAT|DOUBLE)\b|g_ascii_(formatd|dtostr)' "$sources")"
rule "only workbooks round to what their cells hold" "$sources" \
  "$(found 'xlsx-number\.h' "$sources" | but_in '(report-)?xlsx-[a-z-]+\.[ch]')"
rule "no lenient or unbounded functions of C" "$sources" \
  "$(found '\b(ato[fil]|atoll|(g_(ascii_)?)?strtod|strtold|v?sprintf|strcpy|strcat|strncat|strtok(_r)?|v?s?scanf|gets|alloca|localtime|ctime|asctime|tmpnam|tempnam|mktemp|system|popen|g_error_free) *\(' "$sources")"
below_app=$(not_of '^src/app/')
rule "only app prints" "$below_app" \
  "$(found '\b(g_print|g_printerr|g_message|g_warning|g_info|printf|vprintf|puts|putchar|perror) *\(|\b(stdout|stderr)\b' "$below_app")"
# GLib's asks errno, which waiting for another thread's first look at the locale can set.
rule "only app, before there are threads, reads numbers by GLib" "$below_app" \
  "$(found '\bg_ascii_string_to_(un)?signed *\(' "$below_app")"
rule "threads begin in worker alone, where they get what want of memory needs" "$sources" \
  "$(found '\b(g_thread_(try_)?new|g_thread_pool_new[a-z_]*|g_task_run_in_thread|pthread_create|thrd_create) *\(' "$sources" | but_in 'worker\.c')"
rule "libraries are opened in late-library alone" "$sources" \
  "$(found '\b(dlm?open|dlsym|g_module_open[a-z_]*) *\(' "$sources" | but_in 'late-library\.c')"
rules_of_money=$(of '^src/(base|core)/')
# utf8-locale keeps the locale of the process out, and reads nothing of it.
rule "core and base know no files, clock, locale or environment" "$rules_of_money" \
  "$(found '\b(f?open|fdopen|g_fopen|g_open|g_file_[a-z_]+|clock_gettime|gettimeofday|g_get_(real|monotonic)_time|g_date_time_new_now[a-z_]*|setlocale|localeconv|g?_?getenv) *\(|<(time|locale|unistd|fcntl)\.h>' "$rules_of_money" | but_in 'utf8-locale\.c')"

# Every room has its test, and everything is built.
tested=$(not_of '^src/app/' | grep '\.c$')
rule "every room below app has its test" "$tested" "$(
  tests=" $(rooms "$test_files" | tr '\n' ' ')"
  for source in $tested; do
    room=${source##*/}
    room=${room%.c}
    case $untested in
      *" $room "*) continue ;;
    esac
    case $tests in
      *" test-$room "*) ;;
      *) echo "$source: no tests/.../test-$room.c" ;;
    esac
  done
)"

# make_words: what stands in Makefile.am and the fragments that it includes. In these, %D% and
# %reldir% are their folder.
make_words ()
{
  fragments=$(sed -n 's/^include[[:space:]]*//p' Makefile.am 2>/dev/null |
    sed 's|^[^/ ]*srcdir)/||')
  for makefile in Makefile.am $fragments; do
    [ -f "$makefile" ] || continue
    folder=$(dirname "$makefile")
    sed -E "s/#.*//; s/\\\\\$//; s!%(D|reldir)%!$folder!g" "$makefile" | tr -s '[:blank:]' '[\n*]'
  done
}

rule "Makefile.am lists every source and every test" "$sources" "$(
  {
    make_words
    echo //
    printf '%s\n' "$sources" "$test_files"
  } | awk '
    $0 == "//" { after = 1; next }
    /^$/ { next }
    !after { listed[$0] = 1; next }
    /^src\// || /\.h$/ || /\/test-[^\/]*$/ {
      program = $0
      if (program ~ /^tests\//)
        sub(/\.c$/, "", program)
      if (!($0 in listed) && !(program in listed))
        print $0 " is not in Makefile.am"
    }'
)"
golden=$(files '*' testdata/golden)
rule "every golden case has a cmd" "$(printf '%s\n' "$golden" | grep '/cmd$')" "$(
  printf '%s\n' "$golden" | awk '
    /^$/ { next }
    /\/cmd$/ { sub(/\/cmd$/, ""); has[$0] = 1; next }
    { file[++count] = $0 }
    END {
      for (i = 1; i <= count; i++) {
        folder = file[i]
        inside = 0
        while (!inside && sub(/\/[^\/]*$/, "", folder) && folder != "testdata/golden")
          inside = folder in has
        if (!inside && file[i] !~ /^testdata\/golden(\/[^\/]*)?\/README\.md$/)
          print file[i] ": is in no folder with a cmd"
      }
    }'
)"

# Form.
rule "config.h is what every source includes first" "$c_files" "$(
  awk '
    function judge()
    {
      if (file != "" && !right)
        print file ": " (seen ? "includes something else first" : "does not include it")
    }
    FNR == 1 { judge(); file = FILENAME; seen = right = 0 }
    !seen && /^[ \t]*#[ \t]*include/ { seen = 1; right = /"config\.h"/ }
    END { judge() }' $c_files </dev/null
)"
rule "nothing is left over" "$sources" "$(found '\b(TO''DO|FIX''ME|X''XX)\b' "$sources $test_files")"
rule "no trailing blanks, tabs or carriage returns" "$sources" \
  "$(found '[[:space:]]$|	' "$sources $test_files")"

echo "1..$number"
exit $failed

#!/bin/sh
# The completions of each shell that is installed know the commands, options, values and codes that
# the program knows; months, and what packs hold. Asking for them writes nothing. TAP on stdout.
set -u

srcdir=${SRCDIR:-$(cd "$(dirname "$0")/../.." && pwd)}
builddir=${BUILDDIR:-$srcdir}
ACORECON=${ACORECON:-$builddir/acorecon}
PYTHON=${PYTHON:-python3}
words=$srcdir/build-aux/completion/completion-words
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
LC_ALL=C.UTF-8
export LC_ALL

number=0
failed=0

# ok NAME COMMAND...: one test.
ok ()
{
  name=$1
  shift
  number=$((number + 1))
  if "$@" >"$work/out" 2>&1; then
    echo "ok $number - $name"
  else
    sed 's/^/# /' "$work/out"
    echo "not ok $number - $name"
    failed=1
  fi
}

same ()
{
  printf '%s\n' "$1" >"$work/expected"
  printf '%s\n' "$2" | diff "$work/expected" -
}

# Packs to take names from: one that acorecon wrote, and one of somebody who means harm.
mkdir "$work/here" "$work/here/evil" || exit 1
here=$work/here
cd "$here" || exit 1
"$ACORECON" reconcile --quiet --fail-on never --output pack "$srcdir/testdata/demo/in" || exit 1
cat >evil/agreements.csv <<'ROWS'
customer_id,customer_name,agreement_id
$(touch harm),a,b
`touch harm`,a,b
harm;touch harm,a,b
"7e000000-1111-4222-8333-000000000001","Two ""quoted"", and a tab	here",b
"7e000000-1111-4222-8333-000000000002","cut
off",b
-n,a,b
ROWS
mkfifo evil/findings.csv || exit 1
ls -lR >"$work/before"

tab=$(printf '\t')
months=$("$words" months | tr '\n' ' ')
last=$("$words" months | sed -n 2p)
customers=$(sed '1d; s/,.*//' pack/agreements.csv | sort)

ok 'months are twelve, and begin with this one' \
  test "$(date +%Y-%m) 12" = "${months%% *} $(echo "$months" | wc -w)"
ok 'days are the last of the months' \
  same "$(for month in $months; do date -d "$month-01 +1 month -1 day" +%Y-%m-%d; done)" "$("$words" days)"
ok 'customers have their names' same "3c92d7b8-e146-4f0a-8d53-7b60fa2c91e4${tab}Saltmarsh Renewables, LLC" \
  "$("$words" customers 3c92)"
ok 'a name is one line, and no words of a shell' \
  same "7e000000-1111-4222-8333-000000000001${tab}Two \"quoted\", and a tab here" "$(timeout 20 "$words" customers 7e)"
ok 'what is no id is none' same "$(printf '%s\n7e000000-1111-4222-8333-000000000001' "$customers" | sort)" \
  "$("$words" customers '' | cut -f 1 | sort)"
ok 'a pipe instead of a table is not waited for' \
  test "$(timeout 20 "$words" findings '' | wc -l)" -eq "$(($(wc -l <pack/findings.csv) - 1))"
many ()
{
  mkdir "$work/many" && cd "$work/many" || return 1
  { echo customer_id,customer_name; seq -f '%012.0f,name' 1 400000; } >agreements.csv
  [ "$("$words" customers | wc -l)" -eq 500 ]
}
ok 'of very many customers the first are told' many
cd "$here" || exit 1
ok 'a word that it does not know is refused' sh -c '"$1" else 2>/dev/null; [ $? -eq 2 ]' - "$words"

# commands: "COMMAND" of one or two words a line; options of a command as its help has them.
"$ACORECON" help | sed -n '/^Commands:/,/^$/s/^  \([a-z][a-z ]*[a-z]\)   *.*/\1/p' >"$work/commands"
while IFS= read -r command; do
  # shellcheck disable=SC2086  # a command may be two words
  "$ACORECON" help $command | sed -n 's/^  \(-[a-z], \)\{0,1\}\(--[a-z-]*\).*/\2/p' | sort | tr '\n' ' '
  echo
done <"$work/commands" >"$work/options"

# Each line of the input as what it can become, sorted; a role ends with =, a folder with / in some
# shells, and one that was asked for --option=value may repeat the option.
ask ()
{
  "$PYTHON" "$srcdir/tests/completion/complete.py" "$1" "$work/$1" |
    while IFS= read -r line; do
      printf '%s\n' "$line" | tr '\t' '\n' | sed 's/^--[a-z-]*=\(.\)/\1/; s|[/=]$||' | sort | tr '\n' ' '
      echo
    done
}

all_options ()
{
  sed 's/.*/acorecon & --/' "$work/commands" | ask "$1" >"$work/options-$1"
  [ "$(wc -l <"$work/options")" -gt 20 ] && diff "$work/options" "$work/options-$1"
}

firsts=$(sed 's/ .*//' "$work/commands" | sort -u | tr '\n' ' ')
codes=$("$ACORECON" explain | sed -n 's/^\(ACO40[0-9]\) .*/\1/p' | tr '\n' ' ')

# answers NAME LINE WORDS: a test to come, what the line can become.
answers ()
{
  echo "$1" >>"$work/names"
  echo "$2" >>"$work/lines"
  echo "$3" >>"$work/expectations"
}

answers 'commands' 'acorecon ' "$firsts"
answers 'the second word of a command' 'acorecon fetch ' 'billing mca '
answers 'a second word, or a file' 'acorecon mca ' 'apply evil pack '
answers 'options of a command of two words' 'acorecon mca apply --lo' '--lots '
answers 'values' 'acorecon reconcile --format ' 'csv focus json text '
answers 'values behind =' 'acorecon reconcile --fail-on=' 'error never notice warning '
answers 'values told in a sentence' 'acorecon resolve --as ' 'accepted corrected disputed expected '
answers 'roles' 'acorecon check --map cu' 'currency customer customer-name '
answers 'months' "acorecon close $last" "$last "
answers 'months behind an option' "acorecon pec --day-first --month $last" "$last "
answers 'days' 'acorecon mca --as-of ' "$("$words" days | sort | tr '\n' ' ')"
answers 'files' 'acorecon check -q p' 'pack '
answers 'folders' 'acorecon reconcile -o e' 'evil '
answers 'customers of packs' 'acorecon trace 3' '3c92d7b8-e146-4f0a-8d53-7b60fa2c91e4 '
answers 'what follows a customer' "acorecon trace --figure pec x $last" "$last "
answers 'what follows a month' "acorecon trace x --figure=pec $last p" 'pack '
answers 'all customers' 'acorecon statement --customer a' 'all '
answers 'findings of packs' 'acorecon resolve f1' \
  "$(sed 's/.*,\(f[0-9a-f]*\),k[0-9a-f]*$/\1/' pack/findings.csv | grep '^f1' | tr '\n' ' ')"
answers 'codes' 'acorecon explain ACO40' "$codes"
answers 'codes by name' 'acorecon explain will-' 'will-forfeit will-run-out '
answers 'cases' 'acorecon explain missing-r' 'missing-row '
answers 'help of a command' 'acorecon help f' 'fetch fold '
answers 'nothing where anything can stand' 'acorecon statement --title ' ' '
answers 'nothing behind a wrong command' 'acorecon nothing ' ' '

for shell in bash zsh fish; do
  command -v $shell >/dev/null || {
    number=$((number + 1))
    echo "ok $number - $shell # SKIP $shell is not installed"
    continue
  }
  sh "$srcdir/build-aux/completion/make.sh" "$ACORECON" $shell "$words" >"$work/$shell" || exit 1
  case $shell in
    bash) made=acorecon ;;
    zsh) made=_acorecon ;;
    fish) made=acorecon.fish ;;
  esac
  ok "$shell: what was built is what the program says now" \
    sh -c "sed \"s|'[^']*/completion-words'|'$words'|\" \"\$1\" | diff - \"\$2\"" - \
    "$builddir/build-aux/completion/$shell/$made" "$work/$shell"
  ok "$shell: it can be read" $shell -n "$work/$shell"
  ok "$shell: the options of every command, and no others" all_options $shell
  ask $shell <"$work/lines" | sed 's/^--help --version //' >"$work/answers"
  paste -d '\n' "$work/names" "$work/expectations" "$work/answers" >"$work/asked"
  while IFS= read -r name && IFS= read -r expected && IFS= read -r answer; do
    ok "$shell: $name" same "$expected" "$answer"
  done <"$work/asked"
done
ls -lR >"$work/after"
ok 'nothing was written' diff "$work/before" "$work/after"

echo "1..$number"
exit $failed

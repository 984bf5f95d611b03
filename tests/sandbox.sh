#!/bin/sh
# What is planted into a run can open no file that the command line does not name, run nothing and call
# nobody; with --no-sandbox it can. And what a run needs it has, wherever that lies. (ADR 14; calls and
# files one by one: tests/app/sandbox.) TAP on stdout.
set -u

here=$(cd "$(dirname "$0")" && pwd)
data=$(cd "${TESTDATA:-$here/../testdata}" && pwd)
plant=${BUILDDIR:-$here/..}/tests/sandbox/plant.so
ACORECON=${ACORECON:-$here/../acorecon}

has=$("$ACORECON" version | sed -n 's/^sandbox //p')
case $has in
  none) echo '1..0 # SKIP the kernel can confine nothing'; exit 0 ;;
esac
[ -f "$plant" ] || { echo '1..0 # SKIP nothing to plant: make tests/sandbox/plant.so'; exit 0; }
if grep -q -e __asan_init -e __gcov_init "$ACORECON"; then
  echo '1..0 # SKIP this build is for tests, and may do more'
  exit 0
fi

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work" "${elsewhere-}"' EXIT
trap 'exit 1' HUP INT TERM
cd "$work" || exit 1
cp -R "$data/demo" demo
in=demo/in
echo secret >secret
mkdir data out

number=0
failed=0
refused=0
skip ()
{
  number=$((number + 1))
  echo "ok $number - $1 # SKIP $2"
}

# ok NAME COMMAND...: one test.
ok ()
{
  name=$1
  shift
  number=$((number + 1))
  if "$@" >said 2>&1; then
    echo "ok $number - $name"
  else
    sed 's/^/# /' said
    echo "not ok $number - $name"
    failed=1
  fi
}

# planted ARGUMENT...: a run with the plant in it; what that says is in tried. Statuses 0 and 1 are good.
planted ()
{
  PLANT_SECRET=$work/secret PLANT_NEW=$work/planted LD_PRELOAD=$plant "$ACORECON" "$@" >printed 2>told
  status=$?
  grep -a '^planted ' told >tried
  grep -av '^planted ' told
  [ $status -le 1 ] || echo "status $status"
  [ $status -le 1 ]
}

# The kernel may have one of the two alone.
files='reads writes removes links'
calls='calls executes forks traces unshares'
case $has in *Landlock*) ;; *) files= ;; esac
case $has in *seccomp*) ;; *) calls= ;; esac

# stopped WHEN WHAT...: each of it was refused at that time.
stopped ()
{
  when=$1
  shift
  for what; do
    grep -qE "^planted $when $what: (EACCES|EPERM)\$" tried || {
      echo "$when $what"
      cat tried
      return 1
    }
    refused=$((refused + 1))
  done
}

# confines ARGUMENT...: at the end of that run nothing goes.
confines ()
{
  # shellcheck disable=SC2086  # words
  planted "$@" && stopped 'at the end' $files $calls && [ ! -e planted ]
}

in_the_middle ()
{
  # shellcheck disable=SC2086  # words
  confines reconcile --output out/pack $in && stopped 'while it syncs' $files $calls && [ -f out/pack/report.json ]
}
ok 'a run that writes is confined where it syncs' in_the_middle

# free: with --no-sandbox all that was planted is done, but for what is not there to be run or traced.
free ()
{
  planted reconcile --no-sandbox --output out/free $in || return
  for when in 'while it syncs' 'at the end'; do
    for what in reads writes removes links calls forks unshares; do
      grep -q "^planted $when $what: done\$" tried || { cat tried; return 1; }
    done
    for words in 'executes: ENOENT' 'traces: ESRCH'; do
      grep -q "^planted $when $words\$" tried || { cat tried; return 1; }
    done
  done
  diff -r out/pack out/free
}
ok 'with --no-sandbox all of it is done, and the pack is the same' free

history='--history data/history.db'
sealing="$history --preparer Ann --approver Bo --fail-on never"
each ()
{
  name=$1
  shift
  ok "$name" confines "$@"
}
# shellcheck disable=SC2086  # words
{
  each check check $in
  each pec pec $in
  each trace trace Juniper 2026-10 $in
  each statement statement --customer all --output out/statements $in
  each close close 2026-08 --first $sealing --output out/closed $in
  each 'close once more' close 2026-09 $sealing $in
  each reopen reopen 2026-09 --by Ann --reason test $history
  each diff diff 2026-09 $history $in
  each history history $history
  each backup history $history --backup out/copy.db
  each verify verify $history --against $in
  each watch watch --since-last $history $in
  each mca mca demo/mca/responses
  each 'mca apply' mca apply --lots demo/mca/responses/profile-lots-0001.json --charges demo/mca/charges-2026-11.csv
  each compare compare out/pack/report.json out/closed/report.json
  each benefits benefits --as-of 2026-10-31 --use demo/benefits/use.csv demo/benefits/benefits.csv
  each profiles benefits --profiles demo/benefits/profiles.csv --account 7c7b4c1e:9f3a_2019-05-31
  each credits credits $in demo/mca/responses demo/benefits/benefits.csv
  each init init out/new
}

# Nobody listens there: the run fails after it has tried.
fetching ()
{
  ACORECON_TOKEN=x
  export ACORECON_TOKEN
  planted fetch mca --base-url http://127.0.0.1:9 --retries 0 --start 2026-01-01 --end 2026-10-31 --output out/mca
  unset ACORECON_TOKEN
  # shellcheck disable=SC2086  # words
  [ $status -eq 6 ] && stopped 'at the end' $files ${calls#calls} && grep -q '^planted at the end calls: done$' tried
}
if "$ACORECON" version | grep -q '^libcurl [0-9]'; then
  ok 'fetch: sockets, and nothing else' fetching
else
  skip 'fetch: sockets, and nothing else' 'built without libcurl'
fi

# same ARGUMENT...: with and without confinement the same is said, and done.
same ()
{
  rm -rf out/one
  "$ACORECON" "$@" <"${from:-/dev/null}" >one 2>one.err
  echo $? >>one
  rm -rf out/one
  "$ACORECON" "$@" --no-sandbox <"${from:-/dev/null}" >two 2>two.err
  echo $? >>two
  diff one two && diff one.err two.err
}

# clean ARGUMENT...: the same, and nothing is refused.
clean ()
{
  same "$@" && tail -n 1 one | grep -qx '[01]' || { cat one.err; return 1; }
}

first=$(find "$work/$in" -name '*balance*.csv' | sort | head -n 1)
mkdir links packed spool
for file in "$in"/*; do
  ln -s "../$file" links
done
ok 'files behind links in a folder' clean check links
ok 'a link as PATH' clean check "links/${first##*/}"
from=$first
ok 'standard input from a file' clean check -
unset from
piped ()
{
  cat "$first" | TMPDIR=$work/spool "$ACORECON" check - >one && "$ACORECON" check --no-sandbox - <"$first" | diff one - &&
    [ -z "$(ls spool)" ]
}
ok 'standard input from a pipe, kept in TMPDIR' piped
tar -cJf packed/in.tar.xz -C demo in
ok 'an archive, for which libraries are opened late' clean check packed/in.tar.xz
gzip -c "$first" >packed/balance.csv.gz
ok 'a compressed file' clean check packed/balance.csv.gz
ok 'an encoding, for which tables are opened late' clean check --encoding windows-1252 "$first"
ok 'digests, for which libcrypto is opened late' clean reconcile --format json $in
ok 'a folder for the output that is not there' same reconcile --output out/none/one $in
mkdir -p deep/er
relative ()
{
  cd deep/er && "$ACORECON" reconcile --output ../one ../../$in >../../one 2>&1
  [ $? -le 1 ] && [ -f ../one/report.json ]
}
ok 'an output beside the working folder' relative
cd "$work" || exit 1
streams ()
{
  "$ACORECON" reconcile --quiet --rejects /dev/stdout $in >one 2>&1
  echo $? >>one
  "$ACORECON" reconcile --quiet --no-sandbox --rejects /dev/stdout $in >two 2>&1
  echo $? >>two
  diff one two
}
ok 'what is no file as --rejects' streams
mkdir store
mv data/history.db store
ln -s ../store/history.db data/history.db
ok 'a history behind a link' clean history --history data/history.db
written ()
{
  "$ACORECON" reopen 2026-08 --by Ann --reason again --history data/history.db >one 2>one.err
  status=$?
  "$ACORECON" reopen 2026-08 --no-sandbox --by Ann --reason again --history data/history.db >two 2>two.err
  [ $status -eq 0 ] || [ $status -eq $? ] || { cat one.err; return 1; }
}
ok 'and written to' written
if [ -w /dev/shm ] && elsewhere=$(mktemp -d /dev/shm/acorecon-XXXXXX); then
  other ()
  {
    "$ACORECON" reconcile --output "$elsewhere/pack" $in >one 2>&1
    [ $? -le 1 ] && diff -r "$elsewhere/pack" out/pack
  }
  ok 'an output on another file system' other
else
  skip 'an output on another file system' 'there is none'
fi
mkfifo pipe
named ()
{
  timeout 20 "$ACORECON" check pipe >one 2>&1
  timeout 20 "$ACORECON" check --no-sandbox pipe 2>&1 | diff one -
}
ok 'a named pipe is refused in the same words' named
logged ()
{
  "$ACORECON" check --log json $in 2>one >/dev/null
  "$ACORECON" check --log json --no-sandbox $in 2>two >/dev/null
  grep -q '^{"event":"sandbox","files":\(true\|false\),"calls":\(true\|false\)}$' one && grep -q true one &&
    grep -qx '{"event":"sandbox","files":false,"calls":false}' two
}
ok 'the events of a run say what was confined' logged

echo "# figures: refused=$refused"
echo "1..$number"
exit $failed

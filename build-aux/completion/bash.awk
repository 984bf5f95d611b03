# The tables of acorecon.bash.in: functions of the shell that answer by a variable of their caller.

function functions(name, cases, count, otherwise,    i)
{
  print name " ()"
  print "{"
  print "  case $1 in"
  for (i = 1; i <= count; i++)
    print "    " cases[i] " ;;"
  if (otherwise != "")
    print "    *) " otherwise " ;;"
  print "  esac"
  print "}"
  print ""
}

BEGIN {
  FS = "\t"
}

$1 == "command" {
  commands[++command_count] = $2
  first = $2
  sub(/ .*/, "", first)
  if (!seen[first]++)
    names = names " " first
  if ($2 ~ / /) {
    second = $2
    sub(/.* /, "", second)
    seconds[first] = seconds[first] " " second
  }
}

$1 == "argument" {
  arguments[$2] = arguments[$2] " " $3 ($4 ? "..." : "")
}

$1 == "option" {
  options[$2] = options[$2] " --" $3
}

$1 == "about" {
  pattern = "--" $2 ($3 == "" ? "" : "|-" $3)
  if ($4 != "")
    kinds[++kind_count] = pattern ") kind=\"" $4 "\""
}

$1 == "code" {
  codes = codes " " $2 " " $3
}

$1 == "case" {
  codes = codes " " $2
}

END {
  for (i = 1; i <= command_count; i++) {
    quoted = "\"" commands[i] "\""
    taken[i] = quoted ") options=\"" substr(options[commands[i]], 2) "\""
    stand[i] = quoted ") arguments=\"" substr(arguments[commands[i]], 2) "\""
    first = commands[i]
    sub(/ .*/, "", first)
    if (first in seconds && !done[first]++)
      pairs[++pair_count] = first ") seconds=\"" substr(seconds[first], 2) "\""
  }
  functions("_acorecon_kind", kinds, kind_count, "kind=")
  functions("_acorecon_options", taken, command_count, "options=")
  functions("_acorecon_arguments", stand, command_count, "arguments=")
  functions("_acorecon_seconds", pairs, pair_count, "seconds=")
  print "_acorecon_names ()"
  print "{"
  print "  names=\"" substr(names, 2) "\""
  print "  codes=\"" substr(codes, 2) "\""
  print "}"
}

# The tables of acorecon.fish.in: lines of complete, and what takes a value.

function quoted(text)
{
  gsub(/\\/, "\\\\", text)
  gsub(/'/, "\\'", text)
  return "'" text "'"
}

function brief(text)
{
  sub(/ \[.*/, "", text)
  sub(/[;:] .*/, "", text)
  return text
}

# A command as one word.
function word(command)
{
  gsub(/ /, "_", command)
  return command
}

# What completes a value, as options of complete.
function value(kind)
{
  if (kind == "text")
    return " -x"
  if (kind == "file")
    return " -r -F"
  if (kind == "dir")
    return " -x -a '(__fish_complete_directories)'"
  if (kind ~ /^[=+]/)
    return " -x -a " quoted(substr(kind, 2))
  return " -x -a '(__acorecon_" kind ")'"
}

BEGIN {
  FS = "\t"
}

$1 == "command" {
  commands[++command_count] = $2
  about_command[$2] = $3
}

$1 == "argument" {
  count = ++argument_count[$2]
  arguments[$2, count] = $3
  many[$2] = $4
}

$1 == "option" {
  takers[$3] = takers[$3] " " word($2)
}

$1 == "about" {
  name[++name_count] = $2
  letter[$2] = $3
  kind[$2] = $4
  text[$2] = brief($6)
  if ($4 != "")
    with_value = with_value " --" $2 ($3 == "" ? "" : " -" $3)
}

$1 == "code" {
  codes = codes " " quoted($2 "\\t" $3) " " quoted($3 "\\t" $2)
}

$1 == "case" {
  codes = codes " " quoted($2 "\\t" $3)
}

END {
  print "set -g __acorecon_with_value" with_value
  for (i = 1; i <= command_count; i++)
    all = all " " quoted(commands[i])
  print "set -g __acorecon_commands" all
  print ""
  print "function __acorecon_code"
  print "    printf '%b\\n'" codes
  print "end"
  print ""
  for (i = 1; i <= command_count; i++) {
    command = commands[i]
    first = command
    if (sub(/ .*/, "", first)) {
      second = command
      sub(/.* /, "", second)
      print "complete -c acorecon -n '__acorecon_at_second " first "' -f -a " second " -d " quoted(about_command[command])
      if (!(first in about_command) && !seen[first]++)
        print "complete -c acorecon -n __acorecon_at_first -f -a " first " -d " quoted(about_command[command])
    }
    else
      print "complete -c acorecon -n __acorecon_at_first -f -a " first " -d " quoted(about_command[command])
  }
  print ""
  for (i = 1; i <= name_count; i++)
    print "complete -c acorecon -n '__acorecon_in" takers[name[i]] "' -l " name[i] \
      (letter[name[i]] == "" ? "" : " -s " letter[name[i]]) (kind[name[i]] == "" ? "" : value(kind[name[i]])) \
      " -d " quoted(text[name[i]])
  print ""
  for (i = 1; i <= command_count; i++) {
    command = commands[i]
    count = argument_count[command]
    for (k = 1; k <= count; k++)
      print "complete -c acorecon -n '__acorecon_argument " word(command) " " k (k == count && many[command] ? " more" : "") "'" \
        (arguments[command, k] == "file" ? " -F" : " -f -a '(__acorecon_" arguments[command, k] ")'")
  }
}

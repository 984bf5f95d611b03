# The tables of acorecon.zsh.in: what _describe and _arguments take.

# Within quotes of the shell.
function quoted(text)
{
  gsub(/'/, "'\\''", text)
  return "'" text "'"
}

# What a menu has room for: up to the default, or where another sentence begins.
function brief(text)
{
  sub(/ \[.*/, "", text)
  sub(/[;:] .*/, "", text)
  return text
}

# What _arguments would take for its own.
function plain(text)
{
  gsub(/\\/, "\\\\", text)
  gsub(/:/, "\\:", text)
  gsub(/\[/, "\\[", text)
  gsub(/\]/, "\\]", text)
  return text
}

# ":what it is:what completes it"
function value(kind,    words)
{
  if (kind == "text")
    return ": : "
  if (kind == "file")
    return ":file:_files"
  if (kind == "dir")
    return ":folder:_files -/"
  if (kind ~ /^=/)
    return ":word:(" substr(kind, 2) ")"
  if (kind ~ /^\+/) {
    words = substr(kind, 2)
    gsub(/=/, "", words)
    return ":role:(compadd -S = -- " words ")"
  }
  return ":" kind ":_acorecon_" kind
}

BEGIN {
  FS = "\t"
}

$1 == "command" {
  commands[++command_count] = $2
  about_command[$2] = $3
}

$1 == "argument" {
  arguments[$2] = arguments[$2] "\n      " quoted(($4 ? "*" : "") value($3))
}

$1 == "option" {
  options[++option_count] = $3
  command_of[option_count] = $2
}

$1 == "about" {
  names = "--" $2 ($4 == "" ? "" : "=")
  excluded = $5 ? "*" : ($3 == "" ? "" : "(-" $3 " --" $2 ")")
  rest = "[" plain(brief($6)) "]" ($4 == "" ? "" : value($4))
  spec[$2] = quoted(excluded names rest)
  if ($3 != "")
    spec[$2] = spec[$2] "\n      " quoted(excluded "-" $3 ($4 == "" ? "" : "+") rest)
}

$1 == "code" {
  codes = codes "\n    " quoted($2 ":" $3) "\n    " quoted($3 ":" $2)
}

$1 == "case" {
  codes = codes "\n    " quoted($2 ":" plain($3))
}

# list NAME: an array of names with what they are about.
function list(name, with_space,    i, text)
{
  print "_acorecon_" name " ()"
  print "{"
  print "  words_about=("
  for (i = 1; i <= command_count; i++) {
    text = commands[i]
    if (with_space && sub("^" with_space " ", "", text) || !with_space && text !~ / /)
      print "    " quoted(text ":" plain(about_command[commands[i]]))
  }
  if (!with_space)
    for (i = 1; i <= command_count; i++) {
      text = commands[i]
      if (sub(/ .*/, "", text) && !(text in about_command) && !seen[text]++)
        print "    " quoted(text ":" plain(about_command[commands[i]]))
    }
  print "  )"
  print "}"
  print ""
}

END {
  list("names", "")
  for (i = 1; i <= command_count; i++) {
    first = commands[i]
    if (sub(/ .*/, "", first) && !done[first]++)
      list("names_of_" first, first)
  }
  print "_acorecon_specs ()"
  print "{"
  print "  case $1 in"
  for (i = 1; i <= command_count; i++) {
    print "    (" quoted(commands[i]) ")"
    print "      specs=("
    for (j = 1; j <= option_count; j++)
      if (command_of[j] == commands[i])
        print "      " spec[options[j]]
    print "      " substr(arguments[commands[i]], 8)
    print "      )"
    print "      ;;"
  }
  print "  esac"
  print "}"
  print ""
  print "_acorecon_codes ()"
  print "{"
  print "  words_about=(" codes
  print "  )"
  print "}"
}

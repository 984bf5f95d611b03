# The help of a command as a page of the manual:
#
#   acorecon help close | awk -v command=close -f build-aux/man-page.awk

# What troff would take for its own.
function plain(text)
{
  gsub(/\\/, "\\e", text)
  gsub(/-/, "\\-", text)
  gsub(/'/, "\\(aq", text)
  if (text ~ /^\./)
    text = "\\&" text
  return text
}

function say(text)
{
  print plain(text)
}

function heading(title)
{
  print ".SH " title
  blank = said = 0
}

# An option in bold, its argument as it is.
function option(text)
{
  print ".TP"
  print ".B " plain(text)
}

BEGIN {
  name = "acorecon-" command
  gsub(/ /, "-", name)
  print ".\\\" SPDX-License-Identifier: MIT"
  print ".\\\" Made by build-aux/man-page.awk from what the program says of itself."
  print ".TH " toupper(plain(name)) " 1 \"\" \"acorecon\" \"User Commands\""
}

NR == 1 {
  usage = substr($0, 8)
  part = "summary"
  next
}

part == "summary" && /^ / {
  sub(/^ +/, " ")
  usage = usage $0
  next
}

part == "summary" {
  summary = $0
  sub(/\.$/, "", summary)
  heading("NAME")
  print plain(name) " \\- " plain(tolower(substr(summary, 1, 1)) substr(summary, 2))
  heading("SYNOPSIS")
  say(usage)
  heading("DESCRIPTION")
  part = "text"
  next
}

/^Examples?:/ {
  heading("EXAMPLES")
  print ".nf"
  part = "examples"
  next
}

/^Exit status: / {
  if (part == "examples")
    print ".fi"
  heading("EXIT STATUS")
  say(substr($0, 14))
  part = "status"
  next
}

/^Options:/ {
  if (part == "examples")
    print ".fi"
  heading("OPTIONS")
  part = "options"
  next
}

part == "options" && /^  [^ ]/ {
  text = substr($0, 3)
  at = match(text, /  +/)
  if (at > 0) {
    option(substr(text, 1, at - 1))
    say(substr(text, at + RLENGTH))
  }
  else
    option(text)
  next
}

part == "options" {
  sub(/^ +/, "")
  say($0)
  next
}

$0 == "" {
  if (said)
    blank = part == "text" || part == "status"
  next
}

part == "examples" {
  say(substr($0, 3))
  next
}

{
  if (blank)
    print ".PP"
  blank = 0
  said = 1
  say($0)
}

END {
  if (part == "examples")
    print ".fi"
  heading("SEE ALSO")
  print ".BR acorecon (1),"
  print ".BR acorecon (7)"
}

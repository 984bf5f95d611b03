# docs/concepts.md as a page of the manual, acorecon(7):
#
#   awk -f build-aux/concepts-page.awk docs/concepts.md

# What troff would take for its own, and signs that it has names for.
function plain(text)
{
  gsub(/\\/, "\\e", text)
  gsub(/−/, "\\(mi", text)
  gsub(/'/, "\\(aq", text)
  if (text ~ /^\./)
    text = "\\\\&" text
  return text
}

# Everything between two marks in that font; hyphens of code stay what they are.
function in_font(text, mark, font,    parts, count, i, said)
{
  count = split(text, parts, mark)
  said = parts[1]
  for (i = 2; i <= count; i++) {
    if (i % 2 == 0 && font == "B")
      gsub(/-/, "\\-", parts[i])
    said = said (i % 2 == 0 ? "\\f" font : "\\fP") parts[i]
  }
  return said
}

# Markdown within a paragraph. A link is its text.
function marked(text)
{
  text = plain(text)
  while (match(text, /\[[^]]*\]\([^)]*\)/)) {
    link = substr(text, RSTART, RLENGTH)
    rest = substr(text, RSTART + RLENGTH)
    text = substr(text, 1, RSTART - 1)
    sub(/^\[/, "", link)
    sub(/\]\(.*/, "", link)
    text = text link rest
  }
  return in_font(in_font(text, "`", "B"), "\\*", "I")
}

# What was collected, each sentence on a line of its own.
function flush()
{
  if (paragraph == "")
    return
  if (macro != "")
    print macro
  paragraph = marked(paragraph)
  while (match(paragraph, /[.:?] +[^ ]/)) {
    print substr(paragraph, 1, RSTART)
    paragraph = substr(paragraph, RSTART + RLENGTH - 1)
  }
  print paragraph
  paragraph = ""
}

function collect(text)
{
  paragraph = paragraph (paragraph == "" ? "" : " ") text
}

# A row of a table: the first cell is the term, and what the head calls the third and further ones is said.
function row(line,    cells, count, i, text)
{
  sub(/^\| */, "", line)
  sub(/ *\|$/, "", line)
  count = split(line, cells, / *\| */)
  if (++rows == 1) {
    for (i = 1; i <= count; i++)
      head[i] = toupper(substr(cells[i], 1, 1)) substr(cells[i], 2)
    return
  }
  if (rows == 2)
    return
  print ".TP"
  print ".B " plain(substr(cells[1], 1, 1) == "`" ? substr(cells[1], 2, length(cells[1]) - 2) : cells[1])
  text = cells[2]
  for (i = 3; i <= count; i++)
    text = text " " head[i] ": " tolower(substr(cells[i], 1, 1)) substr(cells[i], 2)
  macro = ""
  collect(text)
  flush()
}

BEGIN {
  print ".\\\" SPDX-License-Identifier: MIT"
  print ".\\\" Made by build-aux/concepts-page.awk from docs/concepts.md."
  print ".TH ACORECON 7 \"\" \"acorecon\" \"Concepts\""
  print ".SH NAME"
  print "acorecon \\- concepts of reconciling Azure credits"
  print ".SH DESCRIPTION"
  first = 1
}

/^<!-- / || /^# / { next }

!/^\|/ { rows = 0 }

/^## / {
  flush()
  title = plain(toupper(substr($0, 4)))
  gsub(/"/, "\\(dq", title)
  print ".SH " title
  macro = ""
  first = 1
  next
}

$0 == "" {
  flush()
  macro = first ? "" : ".PP"
  next
}

/^\* / {
  flush()
  macro = ".IP \\(bu 2"
  first = 0
  collect(substr($0, 3))
  next
}

/^\|/ {
  flush()
  row($0)
  next
}

{
  sub(/^ +/, "")
  collect($0)
  first = 0
}

END {
  flush()
  print ".SH SEE ALSO"
  print ".BR acorecon (1)"
}

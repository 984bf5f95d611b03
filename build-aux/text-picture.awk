# What a command prints, as a picture of a terminal:
#
#   acorecon reconcile ... | awk -v command='acorecon reconcile ...' -v lines=40 -f build-aux/text-picture.awk

function escaped(text)
{
  gsub(/&/, "\\&amp;", text)
  gsub(/</, "\\&lt;", text)
  gsub(/>/, "\\&gt;", text)
  return text
}

# Each line as wide as its characters are, whatever the font: bytes that go on with a character do not count.
function width(text)
{
  gsub(/[\200-\277]/, "", text)
  return length(text)
}

function draw(text, class)
{
  y += 18
  if (text != "")
    drawn = drawn "<text x=\"16\" y=\"" y "\" textLength=\"" int(width(text) * 8.4 + 0.5) "\"" \
      (class == "" ? "" : " class=\"" class "\"") ">" escaped(text) "</text>\n"
}

function class_of(text)
{
  return text ~ /^[A-Z][A-Z]/ && text !~ /^[A-Z][A-Z][A-Z][0-9]/ ? "head" : ""
}

BEGIN {
  y = 12
  draw("$ " command, "command")
}

# The verdict goes to where it is said what made the report.
/^Made by / { is_told = 1 }

NR <= lines { draw($0, is_told ? class_of($0) : "verdict") }

NR == lines + 1 { draw("[...]", "") }

END {
  print "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"704\" height=\"" y + 16 "\" viewBox=\"0 0 704 " y + 16 "\" role=\"img\"" \
    " aria-label=\"What " escaped(command) " prints\">"
  print "<style>text { font: 14px monospace; fill: #1b1f24; white-space: pre } .command { fill: #57606a } .head, .verdict { font-weight: bold }</style>"
  print "<rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"#f6f8fa\" stroke=\"#d0d7de\"/>"
  printf "%s", drawn
  print "</svg>"
}

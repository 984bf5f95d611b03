# tidy-functions.awk: the functions of C sources, one a line, for tidy.sh:
#
#   FILE LINE declared|defined NAME PARAMETERS LINES
#   FILE LINE unreadable - 0 0                          where the braces do not match in the end
#
# LINE is where it begins, with its type; LINES counts from there to the closing brace (0 for what
# is only declared).
# Reads what the house's formatter writes; names in capitals before a parenthesis are macros.

# code LINE: the line without comments, and without what strings and characters hold.
function code(line,    kept, closing)
{
  kept = ""
  for (;;) {
    if (in_comment) {
      closing = index(line, "*/")
      if (!closing)
        return kept
      line = substr(line, closing + 2)
      in_comment = 0
    }
    if (!match(line, /"([^"\\]|\\.)*"|'([^'\\]|\\.)*'|\/\*|\/\//))
      return kept line
    kept = kept substr(line, 1, RSTART - 1) " "
    if (substr(line, RSTART, 2) == "//")
      return kept
    in_comment = substr(line, RSTART, 2) == "/*"
    line = substr(line, RSTART + RLENGTH)
  }
}

# parameters LIST: how many stand in LIST, which begins with its opening parenthesis; group_length
# becomes the length of the parentheses and what is in them.
function parameters(list,    count, nesting, place, character, inner)
{
  count = nesting = 0
  for (place = 1; place <= length(list); place++) {
    character = substr(list, place, 1)
    if (character == "(")
      nesting++
    else if (character == ")" && --nesting == 0)
      break
    else if (character == "," && nesting == 1)
      count++
  }
  group_length = place
  inner = substr(list, 2, place - 2)
  gsub(/[ \t]/, "", inner)
  return inner == "" || inner == "void" ? 0 : count + 1
}

# function_name TEXT: the function that TEXT, outside of all braces, declares; "" for anything
# else. parameter_count becomes the number of its parameters.
function function_name(text,    name)
{
  if (text ~ /^[ \t]*typedef[ \t]/)
    return ""
  while (match(text, /[A-Za-z_][A-Za-z_0-9]*[ \t]*\(/)) {
    if (index(substr(text, 1, RSTART), "="))
      return ""
    name = substr(text, RSTART, RLENGTH - 1)
    sub(/[ \t]+$/, "", name)
    text = substr(text, RSTART + RLENGTH - 1)
    parameter_count = parameters(text)
    if (name ~ /[a-z]/ && name !~ /^__/)
      return name
    text = substr(text, group_length + 1)
  }
  return ""
}

# add PIECE: to what stands outside of all braces since the last declaration.
function add(piece)
{
  if (piece !~ /[^ \t]/)
    return
  if (text == "") {
    first_line = FNR
    sub(/^[ \t]+/, "", piece)
  }
  text = text == "" ? piece : text " " piece
}

# tell KIND LINES
function tell(kind, lines)
{
  print FILENAME, first_line, kind, name, parameter_count, lines
}

# finish: the file that ends.
function finish()
{
  if (depth != 0 || in_comment)
    print file, last_line, "unreadable", "-", 0, 0
}

FNR == 1 {
  finish()
  file = FILENAME
  depth = in_comment = in_directive = 0
  text = name = ""
}

{
  last_line = FNR
  sub(/\r$/, "")
  if (in_directive || (!in_comment && /^[ \t]*#/)) {
    in_directive = /\\$/
    next
  }
  rest = code($0)
  while (match(rest, /[{};]/)) {
    mark = substr(rest, RSTART, 1)
    if (depth == 0)
      add(substr(rest, 1, RSTART - 1))
    rest = substr(rest, RSTART + 1)
    if (mark == "{" && depth++ == 0) {
      name = function_name(text)
      text = text "{"
    } else if (mark == "}" && --depth == 0) {
      if (name != "") {
        tell("defined", FNR - first_line + 1)
        text = name = ""
      }
    } else if (mark == ";" && depth == 0) {
      name = text ~ /[{=]/ ? "" : function_name(text)
      if (name != "")
        tell("declared", 0)
      text = name = ""
    }
  }
  if (depth == 0)
    add(rest)
  if (text ~ /^G_DEFINE_[A-Z_]+ \([^()]*\)[ \t]*$/) # stands without a semicolon
    text = ""
}

END { finish() }

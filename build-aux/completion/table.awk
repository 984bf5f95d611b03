# What the helps of all commands say, as lines with tabs between their fields:
#
#   command    NAME  SUMMARY
#   argument   COMMAND  KIND  MANY       arguments in their order; MANY is 1 when more may follow
#   option     COMMAND  NAME             --NAME, taken by this command
#   about      NAME  LETTER  KIND  REPEATABLE  TEXT   once an option; KIND is "" for a switch
#   code       CODE  NAME            of a finding
#   case       NAME  TEXT            the first line of what it is
#
# KIND says what can stand there: "=a b c" for one of these words, "+a= b=" for what one begins with,
# file, dir, month, day, customer, customers (or the word all), finding, code (or the name of a case),
# command, and "text" for what nobody can guess.

function kind_of(argument, text,    list)
{
  if (argument ~ /^[a-z]+(\|[a-z]+)+$/) {
    gsub(/\|/, " ", argument)
    return "=" argument
  }
  # "what is decided: accepted, disputed, corrected or expected"
  if (argument == "WORD" && match(text, /: [a-z]+(, [a-z]+)* or [a-z]+/)) {
    list = substr(text, RSTART + 2, RLENGTH - 2)
    gsub(/, | or /, " ", list)
    return "=" list
  }
  # "ROLE is partner, customer or a documented column name"
  if (argument == "ROLE=HEADER" && match(text, /ROLE is [a-z, -]+ or a /)) {
    list = substr(text, RSTART + 8, RLENGTH - 8 - length(" or a "))
    gsub(/, /, "= ", list)
    return "+" list "="
  }
  if (argument in kinds)
    return kinds[argument]
  return "text"
}

# What stands in the usage behind the name of the command and outside of its options.
function arguments(command, usage,    count, words, i, word)
{
  count = split(substr(usage, length("acorecon " command) + 2), words, " ")
  for (i = 1; i <= count; i++) {
    word = words[i]
    if (word ~ /^--/)
      i++ # its value
    # A case can stand where a code can.
    else if (word !~ /OPTION/ && word !~ /CASE/) {
      many = word ~ /\.\.\.$/
      gsub(/[][.]/, "", word)
      if (word == "ID")
        word = "FINDING"
      print "argument\t" command "\t" kind_of(word, "") "\t" many
    }
  }
}

function end_option(    head, letter, argument, many)
{
  if (name == "")
    return
  print "option\t" command "\t" name
  many = sub(/ \(repeatable\)$/, "", text)
  if (text ~ /further PATHs may follow/)
    print "argument\t" command "\tfile\t1"
  if (!(name in told)) {
    print "about\t" name "\t" letter_of "\t" (takes == "" ? "" : kind_of(takes, text)) "\t" many "\t" text
    told[name] = 1
  }
  name = ""
}

BEGIN {
  split("FILE file PATH file OLD file NEW file DIR dir YYYY-MM month MONTH month YYYY-MM-DD day DAY day " \
        "ID|all customers CUSTOMER customer FINDING finding CODE code COMMAND command", pairs, " ")
  for (i = 1; i in pairs; i += 2)
    kinds[pairs[i]] = pairs[i + 1]
}

/^@/ {
  end_option()
  command = $1 == "@command" ? substr($0, 10) : ""
  part = $1 == "@command" ? "usage" : "codes"
  usage = ""
  next
}

part == "codes" && match($0, /^[a-z]+(-[a-z]+)*  +[A-Z]/) {
  print "case\t" $1 "\t" substr($0, RLENGTH)
  next
}

part == "codes" && !/^[A-Z]+[0-9]+ / {
  next
}

part == "codes" {
  print "code\t" $1 "\t" $NF
  next
}

part == "usage" && /^(Usage:|  )/ {
  sub(/^(Usage: |  +)/, usage == "" ? "" : " ")
  usage = usage $0
  next
}

part == "usage" {
  sub(/\.$/, "")
  print "command\t" command "\t" tolower(substr($0, 1, 1)) substr($0, 2)
  arguments(command, usage)
  part = "text"
  next
}

/^Options:/ {
  part = "options"
  next
}

part == "options" && /^  -/ {
  end_option()
  line = substr($0, 3)
  letter_of = ""
  if (line ~ /^-[a-z], /) {
    letter_of = substr(line, 2, 1)
    line = substr(line, 5)
  }
  text = ""
  if (match(line, /  +/)) {
    text = substr(line, RSTART + RLENGTH)
    line = substr(line, 1, RSTART - 1)
  }
  takes = line ~ / / ? substr(line, index(line, " ") + 1) : ""
  name = line
  sub(/ .*/, "", name)
  sub(/^--/, "", name)
  next
}

part == "options" {
  sub(/^ +/, "")
  text = text (text == "" ? "" : " ") $0
}

END {
  end_option()
}

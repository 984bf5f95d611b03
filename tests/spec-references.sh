#!/bin/sh
# Comments cite the contract, docs/spec.md, by section and name. Every citation in src and tests must
# lead somewhere: the section is a heading, a name in quotes is a heading or the bold beginning of a
# paragraph of that section, and a finding, table or option stands in it. TAP on stdout.
#
#   tests/spec-references.sh
set -u
LC_ALL=C
export LC_ALL

srcdir=${SRCDIR:-$(cd "$(dirname "$0")/.." && pwd)}
spec=$srcdir/docs/spec.md

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# joined FILE...: each file as one line "FILE<tab>TEXT", without what comments begin a line with, for
# a citation may go on in the next line.
joined ()
{
  awk '
    FNR == 1 { if (NR > 1) printf "\n"; printf "%s\t", FILENAME }
    {
      sub (/^[ \t]*(\/\*+|\*+\/?|\/\/|#+)?[ \t]*/, "")
      gsub (/\t/, " ")
      printf "%s ", $0
    }
    END { if (NR > 0) printf "\n" }' "$@"
}

# check FILE...: what does not resolve, a line each; "cited N" as the last line.
check ()
{
  joined "$@" >"$work/joined"
  awk -F '\t' '
    function name_of(text)
    {
      gsub (/`/, "", text)
      sub (/[.:]$/, "", text)
      return tolower (text)
    }
    function add_name(name)
    {
      names[section, name_of(name)] = names[chapter, name_of(name)] = 1
    }
    function offend(what)
    {
      print file ": " what
    }
    # The number at the beginning of rest, which is taken off; "" when there is none.
    function take_number(   number)
    {
      if (!match (rest, /^[0-9]+(\.[0-9]+)?/))
        return ""
      number = substr (rest, 1, RLENGTH)
      rest = substr (rest, RLENGTH + 1)
      return number
    }
    function take_sections(   number)
    {
      while ((number = take_number()) != "")
        {
          cited++
          last = number
          if (!(number in text))
            offend("spec section " number ": there is no such section")
          if (!match (rest, /^(, and |, | and )[0-9]/))
            return
          rest = substr (rest, RLENGTH)
        }
    }
    function take_names(   name)
    {
      while (match (rest, /^(,|,? and)? *"[^"]*"/))
        {
          name = substr (rest, 1, RLENGTH)
          rest = substr (rest, RLENGTH + 1)
          sub (/^[^"]*"/, "", name)
          sub (/"$/, "", name)
          cited++
          if ((last in text) && !((last, name_of(name)) in names))
            offend("spec section " last ", \"" name "\": there is no such name")
        }
      # A finding, a table or an option: the section must speak of it.
      if (match (rest, /^, (ACO[0-9][0-9][0-9]|`[^`]+`|--[a-z-]+)/))
        {
          name = substr (rest, 3, RLENGTH - 2)
          gsub (/`/, "", name)
          if ((last in text) && index (text[last], name) == 0)
            offend("spec section " last ", " name ": it is not there")
        }
    }
    function take_citation()
    {
      take_sections()
      take_names()
      while (match (rest, /^[,;]?( and)? sections? [0-9]/))
        {
          rest = substr (rest, RLENGTH)
          take_sections()
          take_names()
        }
    }

    # The contract.
    FNR == NR {
      if (match ($0, /^### [0-9]+\.[0-9]+ /))
        {
          section = substr ($0, 5, RLENGTH - 5)
          add_name(substr ($0, RLENGTH + 1))
        }
      else if (match ($0, /^## [0-9]+\. /))
        {
          section = chapter = substr ($0, 4, RLENGTH - 5)
          add_name(substr ($0, RLENGTH + 1))
        }
      else if (match ($0, /^#+ /))
        add_name(substr ($0, RLENGTH + 1))
      else if (match ($0, /^\*\*[^*]+\*\*/))
        add_name(substr ($0, 3, RLENGTH - 4))
      text[section] = text[section] $0 "\n"
      if (section != chapter)
        text[chapter] = text[chapter] $0 "\n"
      next
    }

    # What cites it.
    {
      file = $1
      rest = $2
      if (match (rest, /[Dd]omain (sheet|\.md)|domain\.md/))
        offend("a citation of a paper that the project does not hold")
      while (match (rest, /[Ss]pec sections? [0-9]/))
        {
          rest = substr (rest, RSTART + RLENGTH - 1)
          take_citation()
        }
    }
    END { print "cited " cited + 0 }' "$spec" "$work/joined"
}

number=0
failed=0

# verdict NAME OFFENCES: one test; it passes when nothing offends.
verdict ()
{
  number=$((number + 1))
  if [ -z "$2" ]; then
    echo "ok $number - $1"
  else
    printf '%s\n' "$2" | sed 's/^/# /'
    echo "not ok $number - $1"
    failed=1
  fi
}

# planted NAME OFFENCE TEXT: a file with TEXT must give this OFFENCE, and "" none at all.
planted ()
{
  printf '%s\n' "$3" >"$work/planted.h"
  found=$(check "$work/planted.h" | sed -n "s|^$work/planted.h: ||p")
  verdict "$1" "$([ "$found" = "$2" ] || printf 'found "%s", expected "%s"' "$found" "$2")"
}

echo "1..10"

find "$srcdir/src" "$srcdir/tests" -type f \
  \( -name '*.[ch]' -o -name '*.sh' -o -name '*.py' -o -name '*.md' \) \
  ! -name spec-references.sh | LC_ALL=C sort >"$work/files"
# No file of the project has a blank in its name.
# shellcheck disable=SC2046
check /dev/null $(cat "$work/files") >"$work/found"
verdict "every citation of docs/spec.md leads somewhere" \
  "$(sed '$d' "$work/found" | sed "s|^$srcdir/||")"
verdict "there are citations" "$(grep -qE '^cited [1-9]' "$work/found" || echo "none was looked at")"

# The check itself.
planted "what is there is found" "" \
  '/* (spec section 3, "Tie-out"), of spec sections 4 and 5; spec section 2, "Folders" and
    * "Compressed files"; spec section 4, ACO118; spec section 3, "State", and section 7.2. */'
planted "an unknown section" "spec section 9: there is no such section" '/* see spec section 9. */'
planted "an unknown subsection" "spec section 7.99: there is no such section" \
  '/* spec sections 1, 7.99 and 2 */'
planted "an unknown name, on the next line" \
  'spec section 3, "Tie-in and out": there is no such name' \
  '/**
 * (spec section 3, "Tie-in
 * and out")
 */'
planted "a name of another section" 'spec section 2, "Tie-out": there is no such name' \
  '# Spec section 2, "Numbers" and "Tie-out".'
planted "an unknown finding" "spec section 4, ACO999: it is not there" '/* spec section 4, ACO999 */'
planted "an unknown option" "spec section 1, --to-morrow: it is not there" \
  '/* Spec section 1, --to-morrow: never. */'
planted "a paper that is not here" "a citation of a paper that the project does not hold" \
  '/* the domain
    * sheet says so */'

exit $failed

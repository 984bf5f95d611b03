#!/bin/sh
# The bill of materials of the program that was built, as SPDX 2.3 in JSON, on stdout:
#
#   sh build-aux/sbom.sh ACORECON [LIBRARIES]
#
# Libraries and their versions are those that the program says it runs with; what else is told of them
# stands in sbom-libraries, and a library that does not stand there ends this with 1. Its time is that of
# the sources ($SOURCE_DATE_EPOCH, the commit, else the file of a tarball), so that these give one bill.
set -eu
program=$1
here=$(cd "$(dirname "$0")" && pwd)
table=${2:-$here/sbom-libraries}
LC_ALL=C
export LC_ALL

# "NAME VERSION" a line; isa-l can be left out of the program.
libraries ()
{
  "$program" version | sed '1d; /^commit /d; /^licence /d; /^sandbox /d; / built without$/d; s/ (compiled with)$//'
  echo "glibc $(getconf GNU_LIBC_VERSION | sed 's/^glibc //')"
}

time=${SOURCE_DATE_EPOCH:-}
[ -n "$time" ] || [ ! -e "$here/../.git" ] || time=$(git -C "$here" log -1 --format=%ct 2>/dev/null) || :
[ -n "$time" ] || time=$(stat -c %Y "$here/../configure.ac")
version=$("$program" version | sed -n '1s/^acorecon //p')
commit=$("$program" version | sed -n 's/^commit //p')
# What the bill is of, as a name that no other bill has.
digest=$( (echo "$version $commit $time"; libraries; cat "$table") | sha256sum | cut -c 1-32)

libraries | awk -v table="$table" -v version="$version" -v commit="$commit" -v digest="$digest" \
  -v created="$(date -u -d "@$time" +%Y-%m-%dT%H:%M:%SZ)" '
  function member(name, value, last)
  {
    printf "      \"%s\": \"%s\"%s\n", name, value, last ? "" : ","
  }

  function package(id, name, version, licence)
  {
    printf "    {\n"
    member("SPDXID", id)
    member("name", name)
    member("versionInfo", version)
    member("downloadLocation", "NOASSERTION")
    printf "      \"filesAnalyzed\": false,\n"
    member("licenseConcluded", licence)
    member("licenseDeclared", licence)
  }

  function relation(from, type, to, last)
  {
    printf "    {\"spdxElementId\": \"%s\", \"relationshipType\": \"%s\", \"relatedSpdxElement\": \"%s\"}%s\n", \
      from, type, to, last ? "" : ","
  }

  BEGIN {
    while ((getline line < table) > 0) {
      if (line ~ /^#/ || split(line, field, " ") < 4)
        continue
      loader[field[1]] = field[2]
      package_of[field[1]] = field[3]
      licence_of[field[1]] = line
      sub(/^[^ ]+ +[^ ]+ +[^ ]+ +/, "", licence_of[field[1]])
    }
  }

  !($1 in loader) || NF != 2 || $2 !~ /^[0-9][0-9A-Za-z.+-]*$/ {
    print "sbom.sh: \"" $0 "\": expected a library of build-aux/sbom-libraries and its version" >"/dev/stderr"
    failed = 1
    exit
  }

  {
    name[++count] = $1
    version_of[count] = $2
  }

  END {
    if (failed || count == 0)
      exit 1
    print "{"
    print "  \"spdxVersion\": \"SPDX-2.3\","
    print "  \"dataLicense\": \"CC0-1.0\","
    print "  \"SPDXID\": \"SPDXRef-DOCUMENT\","
    print "  \"name\": \"acorecon-" version "\","
    print "  \"documentNamespace\": \"https://spdx.org/spdxdocs/acorecon-" version "-" digest "\","
    print "  \"creationInfo\": {"
    print "    \"created\": \"" created "\","
    print "    \"creators\": [\"Tool: acorecon-sbom\"]"
    print "  },"
    print "  \"packages\": ["
    package("SPDXRef-acorecon", "acorecon", version, "MIT")
    member("copyrightText", "Copyright (c) 2026 the acorecon authors")
    if (commit != "")
      member("sourceInfo", "commit " commit)
    member("primaryPackagePurpose", "APPLICATION", 1)
    printf "    }"
    for (i = 1; i <= count; i++) {
      print ","
      package("SPDXRef-" name[i], name[i], version_of[i], licence_of[name[i]])
      member("copyrightText", "NOASSERTION")
      member("comment", "asked for as " loader[name[i]] ".so")
      print "      \"externalRefs\": [{"
      print "        \"referenceCategory\": \"PACKAGE-MANAGER\","
      print "        \"referenceType\": \"purl\","
      print "        \"referenceLocator\": \"pkg:deb/debian/" package_of[name[i]] "\""
      print "      }],"
      member("primaryPackagePurpose", "LIBRARY", 1)
      printf "    }"
    }
    print "\n  ],"
    print "  \"relationships\": ["
    relation("SPDXRef-DOCUMENT", "DESCRIBES", "SPDXRef-acorecon")
    for (i = 1; i <= count; i++)
      relation("SPDXRef-acorecon", "DYNAMIC_LINK", "SPDXRef-" name[i], i == count)
    print "  ]"
    print "}"
  }'

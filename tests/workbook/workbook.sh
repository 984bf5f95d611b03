#!/bin/sh
# The workbook in LibreOffice, as a TAP test: every cell is what the report's JSON says; LibreOffice
# opens it, forgets the results of all formulas, reckons them again and comes to the same figures,
# without one error; what customers are called stays text.
#
# WORKBOOK_KEEP=FOLDER keeps the workbooks, and pages of them as PDF, there for people to look at.
set -u

# CI sets it where the same program was tested so already.
if [ "${QUICK_CHECK:-no}" = yes ]; then
  echo '1..0 # SKIP QUICK_CHECK is set'
  exit 0
fi

here=$(cd "$(dirname "$0")" && pwd)
writer=${WRITE_WORKBOOK:-$here/write-workbook}
python=${PYTHON:-python3}
demo=${TESTDATA:-$here/../../testdata}/demo/in

for tool in soffice "$python"; do
  if ! command -v "$tool" >/dev/null; then
    echo "1..0 # SKIP $tool is not installed"
    exit 0
  fi
done

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
number=0
failed=0

# result STATUS NAME
result ()
{
  number=$((number + 1))
  if [ "$1" -eq 0 ]; then
    echo "ok $number - $2"
  else
    failed=1
    echo "not ok $number - $2"
  fi
}

# Recalculates every workbook that it opens; without this it trusts what is in the file.
mkdir -p "$work/profile/user"
cat >"$work/profile/user/registrymodifications.xcu" <<'XCU'
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
XCU

# convert FORMAT FILE FOLDER
convert ()
{
  mkdir -p "$3" &&
    timeout 120 soffice "-env:UserInstallation=file://$work/profile" --headless --norestore \
      --convert-to "$1" --outdir "$3" "$2" >"$work/soffice.log" 2>&1 &&
    [ -s "$3/$(basename "$2" .xlsx).$1" ]
}

# look NAME ROWS [PATH...]: one report; ROWS as write-workbook takes it.
look ()
{
  name=$1
  folder=$work/$name
  shift
  mkdir "$folder"
  "$writer" "$folder" "$@"
  result $? "$name: is written"
  "$python" "$here/workbook.py" compare "$folder/report.json" "$folder/report.xlsx"
  result $? "$name: holds what the JSON holds"
  "$python" "$here/workbook.py" forget "$folder/report.xlsx" "$folder/forgotten.xlsx" &&
    convert xlsx "$folder/forgotten.xlsx" "$folder/again" ||
    sed 's/^/# /' "$work/soffice.log"
  "$python" "$here/workbook.py" recalculated "$folder/report.xlsx" "$folder/again/forgotten.xlsx"
  result $? "$name: LibreOffice reckons the same figures"
  [ -z "${WORKBOOK_KEEP-}" ] || {
    convert pdf "$folder/report.xlsx" "$folder"
    mkdir -p "$WORKBOOK_KEEP/$name" && cp "$folder"/report.* "$WORKBOOK_KEEP/$name"
  }
}

look demonstration 0 "$demo"
look split 5 "$demo"
look odd 0
look odd-and-split 4

echo "1..$number"
exit $failed

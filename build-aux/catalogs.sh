#!/bin/sh
# catalogs.sh CODE.mo...: prints each as a C string, as initializer CATALOG_CODE of a Catalog
# (src/base/language/catalog).
set -eu
LC_ALL=C
export LC_ALL
for catalog; do
  code=$(basename "$catalog" .mo)
  echo "static const char catalog_$code[] ="
  od -An -v -tx1 "$catalog" | sed 's/ /\\x/g; s/.*/  "&"/'
  echo ';'
  echo "#define CATALOG_$(echo "$code" | tr '[:lower:]' '[:upper:]') \\"
  echo "  { catalog_$code, sizeof catalog_$code - 1 }"
done

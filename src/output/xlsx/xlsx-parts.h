/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_XLSX_XLSX_PARTS_H
#define OUTPUT_XLSX_XLSX_PARTS_H

#include <glib.h>

#include "output/xlsx/xlsx-layout.h"
#include "output/xlsx/xlsx-zip.h"

/**
 * The parts of a workbook beside its sheets and styles: what sheets there are, what is printed on
 * each page of them, what the file says of itself, and how its parts belong together.
 */
typedef struct
{
  gint64 created;           /* seconds since 1970 that the file tells as its time */
  const GPtrArray *names;   /* of the sheets, in their order; of char */
  const GPtrArray *layouts; /* of XlsxLayout */
} XlsxParts;

void xlsx_parts_write (const XlsxParts *self, XlsxZip *zip);

#endif

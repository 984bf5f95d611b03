/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_HEADER_H
#define SAMPLE_HEADER_H

#include <check.h>
#include <string.h>

#include "base/recon-error.h"
#include "input/billing/header.h"
#include "input/rows/csv-reader.h"
#include "sample-csv.h"

/* The header of a line of text; @maps: "ROLE=HEADER" one after the other, NULL at the end. */
static inline Header *
header_of (const char *line, const char *const *maps, GError **error)
{
  SampleFile file = { .at = line, .left = strlen (line) };
  g_autoptr (ColumnMap) map = column_map_new ();
  g_autoptr (CsvReader) csv = csv_reader_new ("f.csv", ',', sample_file_read, &file);
  const Row *row;

  for (; maps != NULL && *maps != NULL; maps++)
    ck_assert (column_map_add (map, *maps, NULL));
  ck_assert_int_eq (csv_reader_next (csv, &row, NULL), CSV_ROW);
  return header_new (row, map, "f.csv", error);
}

static inline Header *
good_header (const char *line, const char *const *maps)
{
  g_autoptr (GError) error = NULL;
  Header *header = header_of (line, maps, &error);

  ck_assert_msg (header != NULL, "%s", error == NULL ? "" : error->message);
  return header;
}

static inline void
assert_refused (const char *line, const char *const *maps, const char *message)
{
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (header_of (line, maps, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
  ck_assert_str_eq (error->message, message);
}

#define MAPS(...) ((const char *const[]){ __VA_ARGS__, NULL })

#endif

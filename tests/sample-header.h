/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_HEADER_H
#define SAMPLE_HEADER_H

#include <check.h>
#include <string.h>

#include "base/recon-error.h"
#include "input/billing/header-kind.h"
#include "input/rows/csv-reader.h"
#include "sample-csv.h"

/* @maps: "ROLE=HEADER" one after the other, NULL at the end, or NULL. */
#define MAPS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static inline ColumnMap *
map_of (const char *const *maps)
{
  ColumnMap *map = column_map_new ();

  for (; maps != NULL && *maps != NULL; maps++)
    ck_assert (column_map_add (map, *maps, NULL));
  return map;
}

/* The header of a line of text. */
static inline Header *
header_of (const char *line, const char *const *maps, GError **error)
{
  SampleFile file = { .at = line, .left = strlen (line) };
  g_autoptr (ColumnMap) map = map_of (maps);
  g_autoptr (CsvReader) csv = csv_reader_new ("f.csv", ',', sample_file_read, &file);
  const Row *row;

  ck_assert_int_eq (csv_reader_next (csv, &row, NULL), CSV_ROW);
  return header_new (row, map, "f.csv", error);
}

/* The header of the keys of an object, each a column. */
static inline Header *
growing_header (const char *line, const char *const *maps, GError **error)
{
  SampleFile file = { .at = line, .left = strlen (line) };
  g_autoptr (ColumnMap) map = map_of (maps);
  g_autoptr (CsvReader) csv = csv_reader_new ("f.json", ',', sample_file_read, &file);
  const Row *row;

  ck_assert_int_eq (csv_reader_next (csv, &row, NULL), CSV_ROW);
  return header_new_growing (row, map, "f.json", error);
}

static inline Header *
good_header (const char *line, const char *const *maps)
{
  g_autoptr (GError) error = NULL;
  Header *header = header_of (line, maps, &error);

  ck_assert_msg (header != NULL, "%s", error == NULL ? "" : error->message);
  return header;
}

static inline const KindReader *
kind_of (const Header *header, const char *const *maps, GError **error)
{
  g_autoptr (ColumnMap) map = map_of (maps);

  return header_kind_find (header, header_grows (header) ? "f.json" : "f.csv", 1, map, error);
}

static inline const KindReader *
good_kind (const Header *header)
{
  g_autoptr (GError) error = NULL;
  const KindReader *kind = kind_of (header, NULL, &error);

  ck_assert_msg (kind != NULL, "%s", error == NULL ? "" : error->message);
  return kind;
}

#endif

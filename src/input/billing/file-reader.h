/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BILLING_FILE_READER_H
#define INPUT_BILLING_FILE_READER_H

#include "core/record/record-visitor.h"
#include "input/billing/kind-reader.h"
#include "input/billing/read-plan.h"
#include "input/bytes/read-func.h"

/**
 * FileReader: one stream of bytes into the records of its kind, one at a time. Knows columns and
 * cells, none of the rules, and keeps nothing of the records.
 */

/** A row that is not as it must be. Borrowed, for the time of the call. */
typedef struct
{
  guint64 line;
  const char *column;   /* the header name, or NULL when the row as a whole is bad */
  const char *reason;   /* "column "Subtotal": found "1,2x", expected a number like 1234.56" */
  Slice raw;            /* the record as it stands in the file */
  gboolean lacks_cells; /* it has fewer cells than the header */
} BadRow;

/** Who takes what is in a file, all borrowed for the time of the call; NULL asks for nothing. */
typedef struct
{
  RecordVisitor records;
  /** First of all, and in JSON again when there are further columns; the kind stays. */
  void (*header) (gpointer data, const Header *header, const KindReader *kind);
  void (*legacy) (gpointer data);
  /** Of each ACO credit line, before the line itself. */
  void (*credit_reason) (gpointer data, Slice reason);
  /** FALSE: stop reading, which is no failure. NULL: bad rows do not stop it. */
  gboolean (*bad_row) (gpointer data, const BadRow *row);
} FileVisitor;

/** Bytes to be read as one file. */
typedef struct
{
  const char *name; /* for messages; borrowed */
  guint32 index;    /* its place in the order of reading */
  ReadFunc read;
  void *stream;         /* for read */
  guint64 lines_before; /* of a part of a file: what its line numbers lack */
} Content;

/**
 * CSV or JSON, as row-reader tells; the numbers of JSON are written with a point in any case.
 * FALSE with RECON_ERROR_INPUT when the file as a whole is refused.
 */
gboolean file_reader_read (const Content *content, const ReadPlan *plan, const FileVisitor *visitor,
                           gpointer data, GError **error);

#endif

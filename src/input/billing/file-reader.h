/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BILLING_FILE_READER_H
#define INPUT_BILLING_FILE_READER_H

#include "core/record/record-visitor.h"
#include "input/billing/kind-reader.h"
#include "input/bytes/container.h"

/**
 * FileReader: one stream of bytes into the records of its kind, one at a time. Knows columns and
 * cells, none of the rules, and keeps nothing of the records.
 */

/** Told after every few MiB and at the end of every file; @done of @total bytes are read. */
typedef void (*ReadProgressFunc) (guint64 done, guint64 total, gpointer user_data);

/** What the person who runs the program decided about reading; all borrowed. */
typedef struct
{
  CellFormat format;
  char separator;       /* between cells, unless the header fits another one only */
  const char *encoding; /* of all files; NULL: UTF-8, or UTF-16 with a mark */
  const ColumnMap *map;
  const char *const *aco_reasons; /* NULL-terminated, trimmed, in lower case; may be NULL */
  ReadMatches *matches;           /* notes which of both stand in the files; NULL: nobody asks */
  gboolean keep_going;            /* set bad rows aside */
  guint max_rejects;              /* of one file */
  gboolean wants_reasons;         /* fill UsageTexts */
  ReadBudget *budget;             /* --max-input; NULL: not limited */
  gboolean wants_digests;         /* the SHA-256 of every input will be shown */
  guint jobs;                     /* threads at most; 0 and 1: the caller's alone */
  guint64 part_bytes_min;         /* no file is cut into smaller parts */
  ReadProgressFunc progress;      /* may be NULL */
  gpointer progress_data;
} ReadPlan;

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

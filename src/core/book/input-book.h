/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_INPUT_BOOK_H
#define CORE_BOOK_INPUT_BOOK_H

#include "base/calendar.h"
#include "base/decimal.h"
#include "base/slice.h"
#include "core/record/file-kind.h"
#include "core/record/position.h"

/**
 * InputBook: what was read from each file, and what was only counted: estimates, rows set aside,
 * unknown columns. Knows no rules. Memory follows files x invoices. Books merge.
 */
typedef struct InputBook InputBook;

/** Rows without an invoice number, of one currency (ACO208). */
typedef struct
{
  char *currency; /* in upper case */
  guint64 rows;
  Decimal sum; /* of Subtotal or BillingPreTaxTotal */
  Position first;
} UnbilledTally;

/** An invoice that a file has rows of; @months: MonthCount of UsageDate (daily usage only). */
typedef struct
{
  char *invoice; /* in lower case */
  guint64 rows;
  GArray *months;
} InputInvoice;

/** A row set aside (ACO901). */
typedef struct
{
  Position at;
  char *reason;
} RejectedRow;

typedef struct
{
  char *file; /* the name that reports show */
  guint32 index;
  FileKind kind;
  gboolean is_duplicate; /* ACO904: its content was read before */
  char *duplicate_of;    /* the name of that file, or NULL */
  char *sha256;          /* or NULL where nobody asked for it */
  char *damage;          /* signs that a spreadsheet re-saved it, for ACO905; NULL: none */
  char *unknown_columns; /* their names, for ACO902; NULL: none */
  const char *version;   /* which published header it has; static, or NULL */
  guint columns;         /* of the header */
  guint64 byte_count;    /* of the content, unpacked */
  guint64 rows;
  GArray *months;   /* MonthCount of balance rows */
  GTree *invoices;  /* InputInvoice * -> itself */
  GArray *unbilled; /* of UnbilledTally, ascending by currency */
  GArray *rejected; /* of RejectedRow, in reading order */
  InputInvoice *last_invoice;
  char last_written[32]; /* as the row before named it; files are mostly of one invoice */
  gsize last_length;     /* 0: not kept */
} InputTally;

InputBook *input_book_new (void);
void input_book_free (InputBook *self); /* NULL is fine */

/** The tally of the file at @index, made at the first call. (transfer none) */
InputTally *input_book_file (InputBook *self, guint32 index, const char *file, FileKind kind);
/** A file that a folder held but that was not read (ACO906), for its name or as it is of a report
    pack; @file is copied. */
void input_book_ignore (InputBook *self, const char *file, gboolean is_of_pack);

/** @later was read after @self; it is left empty. */
void input_book_merge (InputBook *self, InputBook *later);

/** In reading order; of InputTally *. (transfer container) */
GPtrArray *input_book_list (const InputBook *self);
const GPtrArray *input_book_ignored (const InputBook *self); /* of char * */
/** Whether that at @index of them was left out as it is of a report pack; else for its name. */
gboolean input_book_is_of_pack (const InputBook *self, guint index);
/** The tally of the file at @index; it must exist. */
const InputTally *input_book_lookup (const InputBook *self, guint32 index);

void input_book_tally_add_invoice (InputTally *self, Slice invoice, Month usage_month);
/** NULL when the file has no row of it. */
const InputInvoice *input_book_tally_find_invoice (const InputTally *self, Slice invoice);
void input_book_tally_add_unbilled (InputTally *self, Slice currency, Decimal amount, Position at);
void input_book_tally_add_rejected (InputTally *self, Position at, const char *reason);
/* What was folded elsewhere; the texts are copied. */
void input_book_tally_join_invoice (InputTally *self, Slice invoice, guint64 rows,
                                    const GArray *months);
void input_book_tally_join_unbilled (InputTally *self, const UnbilledTally *later);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InputBook, input_book_free)

#endif

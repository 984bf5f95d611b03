/* SPDX-License-Identifier: MIT */
#ifndef CORE_RECORD_FILE_KIND_H
#define CORE_RECORD_FILE_KIND_H

#include "base/decimal.h"

/** FileKind: what a file is, by its header names if it was read (spec section 1). */
typedef enum
{
  KIND_ACO_BALANCE,
  KIND_INVOICE,
  KIND_DAILY_USAGE,
  KIND_LEGACY,  /* recognised, and its rows are counted: they hold no Azure Credit Offer */
  KIND_SKIPPED, /* not opened (--skip) */
  FILE_KIND_COUNT
} FileKind;

/**
 * What must be known of a kind to treat all kinds alike. How its files are recognised and read is
 * not known here.
 */
typedef struct
{
  const char *name; /* in reports: "aco-balance" */
  const char
      *source; /* where it is downloaded, and what it is good for; NULL: it is not asked for */
  const char *title;     /* in sentences: "a daily rated usage file"; NULL: it is not asked for */
  const char *amount;    /* the column that holds the amount of a row; NULL: rows are not read */
  gboolean has_invoices; /* a row names the invoice that it is of */
  gboolean is_unrounded; /* amounts have more decimals than the currency */
} FileKindInfo;

/** Static. */
const FileKindInfo *file_kind_info (FileKind kind);

/** "aco-balance", "invoice", "daily-usage", "legacy", "skipped". */
const char *file_kind_name (FileKind kind);

/** Rows of such a file become records; FALSE: they are at most counted. */
gboolean file_kind_is_read (FileKind kind);

/**
 * A sum of amounts of such a file, as money: to cents, half away from zero, where its rows have
 * more decimals than the currency, and else as it is.
 */
Decimal file_kind_money (FileKind kind, Decimal sum);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef CORE_RECORD_RECORD_VISITOR_H
#define CORE_RECORD_RECORD_VISITOR_H

#include "core/record/balance-row.h"
#include "core/record/invoice-line.h"
#include "core/record/usage-row.h"

/**
 * RecordVisitor: who takes the records of a reading, whatever files they come from.
 */

/** What the dates like 10/31/2026 of one column are; see input/billing/slash-dates. */
typedef struct
{
  const char *column; /* the header name */
  Day first;
  Day last;
  gboolean is_proven; /* by a value above 12: the order of day and month */
} DateColumn;

/**
 * Records are classified and borrowed for the time of the call. A function that is NULL asks for
 * nothing: what it would be told is read and passed over.
 */
typedef struct
{
  /** Whether the file at @index of the inputs is to be read again; NULL: every file. */
  gboolean (*wants) (gpointer data, guint32 index);
  void (*balance) (gpointer data, const BalanceRow *row);
  void (*invoice) (gpointer data, const InvoiceLine *line);
  void (*usage) (gpointer data, const UsageRow *row);
  gboolean wants_usage_texts; /* UsageRow.texts are filled, which takes time */
  /** Last of all, of the file at @index: its columns with dates with slashes, in their order. */
  void (*dates) (gpointer data, guint32 index, const DateColumn *columns, guint count);
} RecordVisitor;

#endif

/* SPDX-License-Identifier: MIT */
#ifndef INPUT_DECISION_FILE_H
#define INPUT_DECISION_FILE_H

#include "base/calendar.h"
#include "input/table/table-reader.h"

/**
 * A findings.csv in which somebody has filled in `resolution` and `note`, or the same columns as a
 * spreadsheet saves them. Rows without a resolution are passed over. Knows nothing of what was
 * found before: who reads it judges each row.
 */

/** Borrowed for the call; "" where the row has nothing. */
typedef struct
{
  guint64 line;
  const char *id;
  const char *code;
  const char *customer_id;
  const char *agreement_id;
  const char *currency;
  Month month; /* MONTH_NONE: none, or none that can be read */
  const char *subject;
  Decimal amount;
  const char *resolution; /* one of the four words */
  const char *note;
} Decision;

typedef enum
{
  DECISION_TAKEN,
  DECISION_UNKNOWN_ID,
  DECISION_OTHER_AMOUNT
} DecisionVerdict;

typedef DecisionVerdict (*DecisionFunc) (const Decision *decision, gpointer data);

/**
 * @func is called for each row that has a resolution, in their order; what it does not take refuses
 * the file with its line. @format: its map is not asked for. FALSE with RECON_ERROR_INPUT.
 */
gboolean decision_file_read (const char *path, const TableFormat *format, DecisionFunc func,
                             gpointer data, GError **error);

#endif

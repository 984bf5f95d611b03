/* SPDX-License-Identifier: MIT */
#ifndef CORE_MCA_APPLY_ROWS_H
#define CORE_MCA_APPLY_ROWS_H

#include "core/report/report-layout.h"

/**
 * The tables of `acorecon mca apply` (credits contract 2, schema acorecon.mca-apply/1): what a row
 * of each says. Texts are borrowed from the book; NULL is null. Amounts are in the row's currency
 * and exact. Findings are McaFindingRow (core/mca/mca-rows).
 */

typedef enum
{
  APPLY_TABLE_INPUTS,
  APPLY_TABLE_CHARGES,
  APPLY_TABLE_LOTS,
  APPLY_TABLE_SUMMARY,
  APPLY_TABLE_FINDINGS,
  APPLY_TABLE_COUNT
} ApplyTable;

typedef struct
{
  Day as_of; /* DAY_NONE: nothing gives one */
} ApplyHead;

typedef struct
{
  const char *file;
  const char *kind; /* "lots", "empty", "charges" */
  guint64 rows;
  const char *sha256;
} ApplyInputRow;

/** What a lot paid of a charge. */
typedef struct
{
  const char *lot_id;
  Decimal amount; /* > 0 */
} ApplyPayment;

/** A charge: amount = credit + due. */
typedef struct
{
  Day date;
  const char *profile_id;
  const char *invoice;
  const char *product;
  const char *publisher;
  const char *kind;
  const char *currency;
  Decimal amount; /* < 0: a refund */
  const char *rule;
  const char *sponsorship_rule;
  Decimal credit; /* what lots paid; >= 0 */
  Decimal due;
  const char *due_reason; /* NULL: nothing is due */
  ReportSpan paid_by;     /* of ApplyPayment, in the order of paying */
  const char *file;
  guint64 line;
} ApplyChargeRow;

/** A credit: opening - used - lapsed = closing. */
typedef struct
{
  const char *account_id;
  const char *profile_id;
  const char *lot_id;
  const char *source;
  gboolean sponsorship;
  gboolean can_pay;
  const char *currency;
  Day start_date;
  Day expiration_date;
  Amount opening; /* what was left of it before all charges */
  Decimal used;
  Decimal lapsed; /* what was left on the as-of day, if it had expired by then */
  Amount closing;
  Day first_use; /* DAY_NONE: it paid nothing */
  Day last_use;
  const char *file;
  guint64 line;
} ApplyLotRow;

/**
 * A currency: charges = refunds + not_covered + eligible = credit + due; over the lots that can
 * pay, opening - credit - lapsed = closing.
 */
typedef struct
{
  const char *currency;
  Decimal charges;
  Decimal refunds; /* <= 0 */
  Decimal not_covered;
  Decimal eligible;
  Decimal credit;
  Decimal due;
  Decimal opening;
  Decimal lapsed;
  Decimal closing;
  Day zero_on; /* the first day of a charge after which nothing is left; DAY_NONE: none */
} ApplySummaryRow;

/** "acorecon.mca-apply/1". */
const ReportSchema *apply_rows_schema (void);

#endif

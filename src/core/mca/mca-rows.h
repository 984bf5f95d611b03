/* SPDX-License-Identifier: MIT */
#ifndef CORE_MCA_MCA_ROWS_H
#define CORE_MCA_MCA_ROWS_H

#include "core/report/report-layout.h"

/**
 * The tables of `acorecon mca` (credits contract, section 1.4, schema acorecon.mca/1): what a row
 * of each says. Texts are borrowed from the book; NULL is null. Amounts are in the row's currency
 * and exact; the members stand in the order of the schema, and what has no column behind them.
 */

typedef enum
{
  MCA_TABLE_INPUTS,
  MCA_TABLE_PROFILES,
  MCA_TABLE_LOTS,
  MCA_TABLE_EVENTS,
  MCA_TABLE_FINDINGS,
  MCA_TABLE_TOTALS,
  MCA_TABLE_COUNT
} McaTable;

typedef struct
{
  Day as_of; /* DAY_NONE: nothing gives one, and no date limits */
  gboolean same_snapshot;
} McaHead;

typedef struct
{
  const char *file;
  const char *kind;
  const char *api;
  guint64 rows; /* resources; 0 of a duplicate */
  gboolean next_link;
  const char *sha256;
} McaInputRow;

/** A billing profile and its balance; unknown without one. */
typedef struct
{
  const char *account_id;
  const char *account_name;
  const char *profile_id;
  const char *profile_name;
  const char *currency;
  Amount estimated;
  Amount current;
  Amount available; /* sum of what is left of live lots; unknown: there is no credit */
  Amount pending_adjustments;
  Amount pending_charges; /* < 0: used */
  Amount expired;
  const char *expired_sign;  /* "minus", "plus" */
  Amount expected_estimated; /* current + adjustments + charges -/+ expired; unknown: not tested */
  guint64 lots;              /* credits alone */
  guint64 live_lots;
  guint64 events;
  Day first_event;
  Day last_event;
  Amount last_balance; /* of the last event in the profile's currency */
} McaProfileRow;

typedef enum
{
  MCA_LOT_CANCELED,
  MCA_LOT_NOT_STARTED,
  MCA_LOT_EXPIRED,
  MCA_LOT_USED,
  MCA_LOT_EXPIRING,
  MCA_LOT_ACTIVE
} McaLotStatus;

typedef struct
{
  const char *account_id;
  const char *profile_id;
  const char *profile_name;
  const char *lot_id;
  const char *kind; /* "credit", "commitment" */
  const char *source;
  Day start_date;
  Day expiration_date;
  const char *currency;
  Amount original;
  Amount remaining;
  Amount used; /* original - remaining */
  const char *status;
  const char *reported_status;
  gboolean days_left_known;
  gint64 days_left; /* expiration - as-of; < 0: past */
  const char *po_number;
  const char *billing_currency;
  ReportTruth estimated;
  gboolean mixed; /* its amounts name several currencies */
  const char *file;
  guint64 line;
  McaLotStatus state; /* as status says */
} McaLotRow;

/** A transaction, in the chain of its profile and currency. */
typedef struct
{
  const char *account_id;
  const char *profile_id;
  const char *profile_name;
  const char *event_id;
  Day date;
  const char *type;
  gboolean pending;
  const char *description;
  const char *invoice;
  const char *currency;
  Amount opening; /* closing of the one before */
  Amount new_credit;
  Amount adjustments;
  Amount charges;
  Amount expired;
  Amount canceled; /* in no sum */
  Amount closing;
  Amount running;    /* opening of the first + all movements so far */
  Amount difference; /* closing - opening - movement */
  const char *file;
  guint64 line;
  guint64 place; /* in its chain */
} McaEventRow;

/** Also of `mca apply`. */
typedef struct
{
  FindingCode code;
  Severity severity;
  const char *said; /* as in FindingHead */
  const char *account_id;
  const char *account_name;
  const char *profile_id;
  const char *profile_name;
  const char *resource;
  const char *currency;
  Decimal amount; /* at stake; sign and formula are those of the code, 0 where none is known */
  const char *file;
  guint64 line;
  const char *message;
} McaFindingRow;

/** Sums over the profiles of a currency in which a figure is known. */
typedef struct
{
  const char *currency;
  Amount estimated;
  Amount current;
  Amount available;
  Amount pending_charges;
} McaTotalsRow;

/** "acorecon.mca/1". */
const ReportSchema *mca_rows_schema (void);
/** Of the table of findings, here and in other schemas. */
const TableLayout *mca_rows_findings (void);

/** "balance", "events", ... */
const char *mca_rows_kind_name (guint kind);
/** "active", ... */
const char *mca_rows_status_name (McaLotStatus status);

#endif

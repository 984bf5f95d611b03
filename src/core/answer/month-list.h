/* SPDX-License-Identifier: MIT */
#ifndef CORE_ANSWER_MONTH_LIST_H
#define CORE_ANSWER_MONTH_LIST_H

#include "core/report/report.h"

/**
 * MonthList: what a history holds, as a report of the schema acorecon.history/1 (docs/history.md,
 * "Looking into it"): versions of months with their figures, events, resolutions, and files.
 */

typedef enum
{
  LIST_MONTHS,
  LIST_EVENTS,
  LIST_RESOLUTIONS,
  LIST_INPUTS, /* of one month alone */
  LIST_TABLE_COUNT
} ListTable;

/** Before the tables. */
typedef struct
{
  Month month; /* MONTH_NONE: all */
} ListHead;

/** Sums over all customers of what is known; unknown: of none it is. */
typedef struct
{
  const char *currency;
  Amount balance_used;
  Amount invoice_credit;
  Amount usage_credit;
  Amount charges;
  Amount other_credits;
  Amount net;
  Amount pec_earned;
  Amount forfeited;
} ListFigures;

/** A row of the table `seal`. */
typedef struct
{
  Month month;
  guint64 version;
  const char *state;
  const char *sealed_at;
  const char *preparer;
  const char *approver;
  const char *reason;
  const char *program;
  const char *options; /* a JSON list */
  const char *as_of;
  const char *content_sha256;
  const char *pack;
  const char *pack_sha256;
  const char *pack_state;
  ReportSpan figures; /* of ListFigures, by currency */
  guint64 findings_open;
  guint64 findings_resolved;
} ListMonth;

typedef struct
{
  guint64 n;
  const char *at;
  const char *what;
  Month month;
  guint64 version; /* 0: null */
  const char *by;
  const char *reason;
  const char *hash;
} ListEvent;

typedef struct
{
  guint64 n;
  const char *finding_id;
  const char *finding_key;
  Amount amount;
  const char *resolution;
  const char *note;
  const char *by;
  const char *at;
} ListResolution;

typedef struct
{
  Month month;
  guint64 version;
  guint64 position; /* from 0 */
  const char *file;
  const char *kind;
  guint64 rows;
  guint64 bytes;
  const char *sha256; /* NULL: it was not read */
} ListInput;

/** Static. */
const ReportSchema *month_list_schema (void);

#endif

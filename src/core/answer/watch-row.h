/* SPDX-License-Identifier: MIT */
#ifndef CORE_ANSWER_WATCH_ROW_H
#define CORE_ANSWER_WATCH_ROW_H

#include "core/report/report.h"

/**
 * WatchRow: an agreement that needs a person, and why: a row of the schema acorecon.watch/1
 * (docs/spec.md, "What watch says").
 */

/** In this order they stand in a row. */
typedef enum
{
  WATCH_LOST,         /* it expired in the as-of month with credit left (ACO110) */
  WATCH_EXPIRING,     /* ACO111 */
  WATCH_WILL_FORFEIT, /* ACO501 */
  WATCH_WILL_RUN_OUT, /* ACO502 */
  WATCH_GRANTED,      /* its first row is of the as-of month */
  WATCH_VANISHED,     /* ACO115 in the as-of month */
  WATCH_UNREPORTED,   /* ACO119 */
  WATCH_DISPUTED,     /* somebody disputes a finding on it */
  WATCH_REASON_COUNT
} WatchReason;

/** "lost", "will-forfeit", ... */
const char *watch_row_reason_name (WatchReason reason);

typedef struct
{
  Day as_of;
} WatchHead;

typedef struct
{
  const char *customer_id;
  const char *customer_name;
  const char *agreement_id; /* NULL: a disputed finding that is about none */
  const char *credit_name;
  const char *currency;
  Amount balance;    /* unknown: no such agreement was read */
  Decimal amount;    /* the largest of the reasons' findings; without any the balance */
  const char *state; /* NULL like an unknown balance */
  Day expiry_date;
  gboolean days_left_known;
  gint64 days_left;
  Amount burn;
  Day run_out_date;
  Amount forecast_forfeit;
  ReportSpan reasons; /* of const char *, their names */
  Month last_month;   /* this and the next for texts alone */
  ReportSpan marks;   /* of const char *: what tells each reason of each agreement in any run */
} WatchRow;

/** Static; its one table is 0. */
const ReportSchema *watch_row_schema (void);

#endif

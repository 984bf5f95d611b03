/* SPDX-License-Identifier: MIT */
#ifndef CORE_RECORD_BALANCE_ROW_H
#define CORE_RECORD_BALANCE_ROW_H

#include "base/calendar.h"
#include "base/decimal.h"
#include "base/slice.h"
#include "core/record/position.h"

/** What a balance report says of an agreement (spec section 4, ACO118). */
typedef enum
{
  STATUS_ACTIVE,
  STATUS_EXPIRED,
  STATUS_UNKNOWN, /* another text, or an empty cell */
  STATUS_ABSENT   /* the file has no such column */
} BalanceStatus;

/**
 * BalanceRow: one valid row of an Azure Credit Offer balance report (spec section 7.1). Amounts
 * are in the currency of the row. Texts are borrowed, without outer blanks (the credit name: as
 * given), and have the case they were written in.
 */
typedef struct
{
  Position at;
  Slice customer;
  Slice customer_name; /* as given; empty in every report seen so far */
  Slice partner;       /* empty: not given */
  Slice agreement;
  Slice credit_name;
  Slice currency;
  Month month;
  Decimal credit_amount;  /* C: used since the grant, cumulative */
  Decimal balance_amount; /* B: left at the end of the month */
  BalanceStatus status;
  Slice status_text; /* empty when absent or empty */
  Day effective;     /* DAY_NONE: not given, does not limit */
  Day expiry;        /* DAY_NONE: not given, does not limit */
} BalanceRow;

/** @present: the file has a Status column. */
BalanceStatus balance_row_status_from_text (Slice text, gboolean present);

#endif

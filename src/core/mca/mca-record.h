/* SPDX-License-Identifier: MIT */
#ifndef CORE_MCA_MCA_RECORD_H
#define CORE_MCA_MCA_RECORD_H

#include "base/amount.h"
#include "base/calendar.h"
#include "core/report/report-rows.h"

/**
 * What the REST responses of a Microsoft Customer Agreement say (credits contract, section 1.1):
 * balances, lots and events of credits, accounts and billing profiles. Plain values; texts belong
 * to the book, without outer blanks; NULL: none. Ids are in lower case, currencies in upper case.
 */

typedef enum
{
  MCA_BALANCE,
  MCA_EVENTS,
  MCA_LOTS,
  MCA_PROFILES,
  MCA_ACCOUNTS,
  MCA_EMPTY, /* a page without resources */
  MCA_KIND_COUNT
} McaKind;

/** Amounts are signed as the service gives them: what is granted or left > 0, charges < 0. */
typedef struct
{
  Amount amount;
  const char *currency;
} McaAmount;

/** Whose a resource is, and where it stands. */
typedef struct
{
  const char *id;     /* the whole of it, by which it comes again */
  const char *own_id; /* its last segment, else the name */
  const char *account_id;
  const char *profile_id;
  const char *file;
  guint64 line;  /* of its brace */
  guint64 place; /* among all resources, in the order of reading */
} McaOrigin;

typedef struct
{
  McaOrigin origin;
  McaAmount estimated;
  McaAmount current;
  McaAmount adjustments;
  McaAmount expired; /* which sign it has is not documented */
  McaAmount charges; /* pending; < 0 */
  const char *credit_currency;
  ReportTruth is_estimated;
} McaBalance;

/** A credit, or a commitment to consume. */
typedef struct
{
  McaOrigin origin;
  McaAmount original;
  McaAmount remaining; /* closedBalance: after the last invoice */
  const char *source;
  Day start;
  Day expiration; /* the last day */
  const char *po_number;
  const char *status;
  const char *credit_currency;
  const char *billing_currency;
  ReportTruth is_estimated;
} McaLot;

/** A transaction: closing = closing of the one before + new credit + adjustments + charges -
    expired. */
typedef struct
{
  McaOrigin origin;
  Day date;
  const char *description;
  McaAmount new_credit;
  McaAmount adjustments;
  McaAmount expired; /* > 0: lost */
  McaAmount charges; /* < 0: used */
  McaAmount canceled;
  McaAmount closing;
  const char *type;
  const char *invoice;
  const char *billing_profile; /* as read */
  const char *credit_currency;
  ReportTruth is_estimated;
} McaEvent;

/** A billing profile, on its own or within its account. */
typedef struct
{
  McaOrigin origin;
  const char *name;
  const char *currency;
} McaProfile;

typedef struct
{
  McaOrigin origin;
  const char *name;
  ReportTruth has_more; /* profiles than those that were listed */
} McaAccount;

/** One file: a page of resources of one kind. */
typedef struct
{
  const char *file;
  const char *sha256; /* NULL: nobody asked for it */
  McaKind kind;
  McaKind list;    /* of an empty page that goes on with a list the kind of that; else its own */
  const char *api; /* "2023-03-01"; static */
  guint64 rows;
  guint first;  /* of its resources among those of its kind */
  guint64 line; /* of its value */
  gboolean has_next;
  const char *duplicate_of; /* the file with the same content, which counts; NULL: none */
  const char *account_id;   /* of its first resource that names a profile, else of its first */
  const char *profile_id;   /* NULL also when they name several */
} McaPage;

#endif

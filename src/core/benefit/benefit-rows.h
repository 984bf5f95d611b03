/* SPDX-License-Identifier: MIT */
#ifndef CORE_BENEFIT_BENEFIT_ROWS_H
#define CORE_BENEFIT_BENEFIT_ROWS_H

#include "core/benefit/benefit-record.h"
#include "core/report/report-layout.h"

/**
 * The tables of `acorecon benefits` (credits contract, sections 3 and 4): what a row of each says.
 * Texts are borrowed from the book, or belong to the report; NULL is null. Amounts are in the row's
 * currency and exact; the members stand in the order of the schema, and what has no column behind
 * them.
 */

typedef enum
{
  BENEFIT_TABLE_INPUTS,
  BENEFIT_TABLE_BENEFITS,
  BENEFIT_TABLE_MONTHS,
  BENEFIT_TABLE_FINDINGS,
  BENEFIT_TABLE_TOTALS,
  BENEFIT_TABLE_COUNT
} BenefitTable;

typedef struct
{
  Day as_of;
} BenefitHead;

typedef struct
{
  const char *file;
  const char *kind; /* "benefits", "use", "profiles" */
  guint64 rows;
  const char *sha256;
} BenefitInputRow;

typedef enum
{
  BENEFIT_REVOKED,
  BENEFIT_EXPIRED,
  BENEFIT_NOT_ACTIVATED,
  BENEFIT_NOT_STARTED,
  BENEFIT_SUSPENDED,
  BENEFIT_PENDING,
  BENEFIT_USED,
  BENEFIT_EXPIRING,
  BENEFIT_ACTIVE
} BenefitState;

/** A benefit; the sums are over its months. */
typedef struct
{
  const char *benefit_id;
  const char *benefit;
  const char *source;
  const char *kind;
  const char *experience;
  const char *quantity;
  const char *status;
  const char *currency;
  Decimal amount;
  Day activate_by;
  Day activated;
  Day begin_date;
  Day end_date;
  Day revoked_on;
  const char *state;
  gboolean days_left_known;
  gint64 days_left; /* end - as-of */
  Decimal granted;
  Decimal used;
  Decimal lapsed;
  Decimal revoked;
  Decimal left;
  const char *user;
  guint64 reassignments;
  gboolean reassignments_left_known;
  gint64 reassignments_left;
  const char *file;
  guint64 line;
  /* not shown */
  BenefitState state_code;
} BenefitRow;

/** A month of a benefit: opening + granted - used + over - lapsed - revoked = closing. */
typedef struct
{
  const char *benefit_id;
  Month month;
  const char *currency;
  Decimal opening;
  Decimal granted;
  Decimal used;
  Decimal over; /* used more than there was */
  Decimal lapsed;
  Decimal revoked;
  Decimal closing;
  /* not shown */
  const char *benefit; /* its name */
  gboolean is_inside;  /* between begin and end */
} BenefitMonthRow;

typedef struct
{
  FindingCode code;
  Severity severity;
  const char *said; /* as in FindingHead */
  const char *benefit_id;
  const char *benefit;
  Month month;
  const char *currency;
  Decimal amount;
  const char *file;
  guint64 line;
  const char *message;
} BenefitFindingRow;

typedef struct
{
  const char *currency;
  Decimal granted;
  Decimal used;
  Decimal lapsed;
  Decimal revoked;
  Decimal left;
} BenefitTotalsRow;

/* Of section 4. */

typedef enum
{
  BENEFIT_PROFILE_TABLE_INPUTS,
  BENEFIT_PROFILE_TABLE_PROFILES,
  BENEFIT_PROFILE_TABLE_FINDINGS,
  BENEFIT_PROFILE_TABLE_COUNT
} BenefitProfileTable;

typedef struct
{
  const char *account_id;
  const char *offer;
  guint64 eligible;
} BenefitProfileHead;

typedef struct
{
  const char *profile;
  const char *profile_id;
  const char *type;
  const char *account_id;
  const char *verdict;
  ReportSpan reasons; /* const char * */
  const char *file;
  guint64 line;
} BenefitProfileRow;

/** "acorecon.benefits/1" and "acorecon.benefit-profiles/1". */
const ReportSchema *benefit_rows_schema (void);
const ReportSchema *benefit_rows_profile_schema (void);

/** As the tables have it; static. */
const char *benefit_rows_file_kind (BenefitFileKind kind);
const char *benefit_rows_kind (BenefitKind kind);
const char *benefit_rows_experience (BenefitExperience experience);
const char *benefit_rows_state (BenefitState state);

#endif

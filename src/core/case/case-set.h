/* SPDX-License-Identifier: MIT */
#ifndef CORE_CASE_CASE_SET_H
#define CORE_CASE_CASE_SET_H

#include "core/case/case-invoices.h"
#include "core/report/report.h"

/**
 * CaseSet: the findings of a sorted main report in an order of their own, by code and content, and
 * which of them were claimed. So what is found first does not depend on the names of files, nor on
 * ids, which not every report has. A finding is its number in that order. Borrows the report.
 */
typedef struct CaseSet CaseSet;

/** Of the findings whose code is @wanted, one of FINDING_CODE_COUNT. */
CaseSet *case_set_new (const Report *report, const gboolean *wanted);
void case_set_free (CaseSet *self); /* NULL is fine */

const Report *case_set_report (const CaseSet *self);
const CaseInvoices *case_set_invoices (const CaseSet *self); /* of its report */
guint case_set_count (const CaseSet *self);
const FindingRow *case_set_finding (const CaseSet *self, guint number);
/** Where it stands in the report's table of findings. */
guint case_set_index (const CaseSet *self, guint number);

/** The number at which those of @code begin, which end where those of the next begin;
   FINDING_CODE_COUNT is the end. */
guint case_set_first_of (const CaseSet *self, guint code);

gboolean case_set_is_free (const CaseSet *self, guint number);
/** It must be free. */
void case_set_claim (CaseSet *self, guint number);

/** <0, 0 or >0: findings of one code by their content, whatever file they stand in. */
int case_set_compare (const FindingRow *a, const FindingRow *b);

/** What is looked for; NULL and MONTH_NONE: any. A customer is always asked for. */
typedef struct
{
  FindingCode code;
  const char *customer_id;
  const char *agreement_id;
  const char *credit_name; /* of the agreement, which can have several */
  const char *currency;
  Month first;
  Month last;
} CaseScope;

/** The numbers (guint) of free findings that fit, ascending; the caller owns it. */
GArray *case_set_find (const CaseSet *self, const CaseScope *scope);

/** The sum of their amounts without signs. */
Decimal case_set_sum (const CaseSet *self, const GArray *numbers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CaseSet, case_set_free)

#endif

/* SPDX-License-Identifier: MIT */
#ifndef CORE_CASE_CASE_LIST_H
#define CORE_CASE_CASE_LIST_H

#include "core/case/case-invoices.h"
#include "core/case/case-rule.h"
#include "core/report/report.h"

/**
 * CaseList: the cases of a sorted main report, each finding in exactly one (docs/cases.md): what is
 * to be settled, an error or a warning about which something is open, then what is only to be
 * known, then what is decided; of each, the largest amount first. Borrows the report. Knows nothing
 * of how cases look.
 */
typedef struct CaseList CaseList;

typedef struct
{
  CaseRule rule;
  const FindingRow *head; /* the finding it begins with: customer and currency are its */
  Decimal amount;         /* at stake, in the currency of head; never < 0 */
  Month first, last;      /* of its findings; MONTH_NONE: none has one */
  Severity severity;      /* the worst of its findings */
  gboolean is_of_many;    /* its findings are of several customers */
  guint open;             /* of its findings: nothing is decided, or they are disputed */
  GArray *findings;       /* of guint, rows of the report's table of findings, head's first */
} Case;

CaseList *case_list_new (const Report *report);
/** Of cases of one finding, only as many as a person reads: see case-singles. */
CaseList *case_list_new_of_most (const Report *report, gsize most);
void case_list_free (CaseList *self); /* NULL is fine */

guint case_list_count (const CaseList *self);
/** The finding of @c at @place, that which it begins with at 0. */
const FindingRow *case_list_finding (const CaseList *self, const Case *c, guint place);
/** Of the report. */
const CaseInvoices *case_list_invoices (const CaseList *self);
/** What is left out comes to this, an array of CaseRest; NULL: nothing is. Once. (transfer full) */
GArray *case_list_steal_rest (CaseList *self);
const Case *case_list_case (const CaseList *self, guint index);

/** "missing-row"; of a single finding its own name. Static. */
const char *case_list_name (const Case *c);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CaseList, case_list_free)

#endif

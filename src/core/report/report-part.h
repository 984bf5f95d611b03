/* SPDX-License-Identifier: MIT */
#ifndef CORE_REPORT_REPORT_PART_H
#define CORE_REPORT_REPORT_PART_H

#include "base/amount.h"
#include "base/language/language.h"
#include "core/report/report-rows.h"

/**
 * ReportPart: which rows of the main report are shown: those of some customers, and of findings
 * those with some codes and of an amount. Narrows nothing that is reckoned: figures, totals, the
 * verdict and the exit status are those of the whole report.
 */
typedef struct
{
  GPtrArray *ids;    /* of char *: customers, in lower case; none: of all */
  GPtrArray *names;  /* of char *: the name of each; NULL where it has none */
  gboolean has_code; /* FALSE: findings of all codes */
  gboolean codes[FINDING_CODE_COUNT];
  Amount min; /* >= 0: what a finding is about, without its sign, is at least that, in whatever
                 currency; unknown: of any amount */
} ReportPart;

/** Of which all is shown. */
ReportPart *report_part_new (void);
void report_part_free (ReportPart *self); /* NULL is fine */

/** One more customer, each once. @name: NULL where none is known. */
void report_part_add_customer (ReportPart *self, const char *id, const char *name);
void report_part_add_code (ReportPart *self, FindingCode code);
void report_part_set_min (ReportPart *self, Decimal min);

/** FALSE: it leaves nothing out. */
gboolean report_part_narrows (const ReportPart *self);
gboolean report_part_narrows_findings (const ReportPart *self); /* beyond those of its customers */

/**
 * @row: of the table of @info. Rows of tables without customers (inputs, invoices, totals) are
 * always shown; a finding without one only where no customer is asked for.
 */
gboolean report_part_shows (const ReportPart *self, const ReportTableInfo *info, gconstpointer row);

/**
 * "PART: only rows of Contoso (1f0e3dad…); of findings only ACO401 of at least 10.00; figures are
 * those of all. ", printable; "" where @self is NULL or leaves nothing out. @plain: for a program,
 * numbers are not grouped. (transfer full)
 */
char *report_part_words (const ReportPart *self, gboolean plain, const Language *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReportPart, report_part_free)

#endif

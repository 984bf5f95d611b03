/* SPDX-License-Identifier: MIT */
#ifndef CORE_ANSWER_STATEMENT_REPORT_H
#define CORE_ANSWER_STATEMENT_REPORT_H

#include "core/answer/statement-book.h"
#include "core/answer/statement.h"
#include "core/month/reckon-plan.h"

/**
 * StatementReport: a statement for every customer of a report. Each row of the report goes to the
 * statement of the customer it names, and to no other.
 */
typedef struct StatementReport StatementReport;

/**
 * @report: sorted. @book: the products of the same invoices. @plan: that of the report; months
 * that it does not report are left out of @book too. @with_pec: Partner Earned Credit as well.
 * Nothing is borrowed.
 */
StatementReport *statement_report_new (const Report *report, const StatementBook *book,
                                       const ReckonPlan *plan, gboolean with_pec);
void statement_report_free (StatementReport *self); /* NULL is fine */

/** The statement of a customer id in lower case, or NULL when it has none with a credit. */
const Statement *statement_report_lookup (const StatementReport *self, const char *customer);

/** All with a credit, by customer id. (transfer container) */
GPtrArray *statement_report_list (const StatementReport *self); /* of const Statement * */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StatementReport, statement_report_free)

#endif

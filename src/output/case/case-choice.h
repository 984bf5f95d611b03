/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_CASE_CASE_CHOICE_H
#define OUTPUT_CASE_CASE_CHOICE_H

#include "core/report/report.h"
#include "output/money-tally.h"

/**
 * Case choice: how far cases are from being settled, what they come to, and which of them are shown
 * where there is not room for all. Amounts of different currencies are never compared.
 */

typedef enum
{
  CASES_TO_SETTLE, /* an error or a warning, and something is open */
  CASES_TO_KNOW,   /* notices alone */
  CASES_DECIDED,
  CASES_KIND_COUNT
} CasesKind;

CasesKind case_choice_kind (const CaseRow *row);

/** Those of @kind: how many, and the money at stake in them. */
typedef struct
{
  guint count;
  MoneyTally *money;
} CasesSum;

CasesSum case_choice_sum (const Report *report, CasesKind kind);
void case_choice_clear (CasesSum *sum);

/**
 * Those of @kind, or of all kinds with CASES_KIND_COUNT: the largest of every currency first, then
 * the second of each, and so on. (transfer container)
 */
GPtrArray *case_choice_in_turn (const Report *report, CasesKind kind); /* of const CaseRow * */

/** Rows of one report in the order of that. */
void case_choice_sort (GPtrArray *rows);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CasesSum, case_choice_clear)

#endif

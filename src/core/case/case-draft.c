/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/case/case-draft.h"

const FindingRow *
case_draft_head (const CaseDraft *draft)
{
  return case_set_finding (draft->set, draft->anchor);
}

CaseScope
case_draft_scope (const CaseDraft *draft, FindingCode code)
{
  const FindingRow *head = case_draft_head (draft);

  return (CaseScope){ .code = code,
                      .customer_id = head->customer_id,
                      .currency = head->currency,
                      .first = head->month,
                      .last = head->month };
}

gboolean
case_draft_holds (const CaseDraft *draft, guint number)
{
  for (guint i = 0; i < draft->findings->len; i++)
    if (g_array_index (draft->findings, guint, i) == number)
      return TRUE;
  return FALSE;
}

void
case_draft_take (CaseDraft *draft, const GArray *numbers)
{
  for (guint i = 0; i < numbers->len; i++)
    if (!case_draft_holds (draft, g_array_index (numbers, guint, i)))
      g_array_append_val (draft->findings, g_array_index (numbers, guint, i));
}

Decimal
case_draft_take_all (CaseDraft *draft, const CaseScope *scope)
{
  g_autoptr (GArray) found = case_set_find (draft->set, scope);

  case_draft_take (draft, found);
  return case_set_sum (draft->set, found);
}

Decimal
case_draft_take_up_to (CaseDraft *draft, const CaseScope *scope, Decimal most)
{
  g_autoptr (GArray) found = case_set_find (draft->set, scope);

  if (decimal_compare (case_set_sum (draft->set, found), most) > 0)
    return decimal_from_int (0);
  case_draft_take (draft, found);
  return case_set_sum (draft->set, found);
}

gboolean
case_draft_find_one (const CaseDraft *draft, const CaseScope *scope, guint *number)
{
  g_autoptr (GArray) found = case_set_find (draft->set, scope);

  if (found->len != 1)
    return FALSE;
  *number = g_array_index (found, guint, 0);
  return TRUE;
}

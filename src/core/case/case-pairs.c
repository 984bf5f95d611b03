/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/case/case-pairs.h"

/* The one finding of @code about the anchor's credit, from @first on; any month: MONTH_NONE. */
static const FindingRow *
take_of_credit (CaseDraft *draft, FindingCode code, Month first)
{
  const FindingRow *head = case_draft_head (draft);
  CaseScope scope = case_draft_scope (draft, code);
  guint number;

  scope.agreement_id = head->agreement_id;
  scope.credit_name = head->credit_name;
  scope.first = first;
  scope.last = MONTH_NONE;
  if (!case_draft_find_one (draft, &scope, &number))
    return NULL;
  g_array_append_val (draft->findings, number);
  return case_set_finding (draft->set, number);
}

/* The one of @code in the anchor's row, if @fits says so. */
static const FindingRow *
take_of_row (CaseDraft *draft, FindingCode code, gboolean (*fits) (Decimal head, Decimal other))
{
  const CaseScope scope = case_draft_scope (draft, code);
  const FindingRow *other;
  guint number;

  if (!case_draft_find_one (draft, &scope, &number))
    return NULL;
  other = case_set_finding (draft->set, number);
  if (!fits (case_draft_head (draft)->amount, other->amount))
    return NULL;
  g_array_append_val (draft->findings, number);
  return other;
}

/* Both speak of the same money: the larger is all of it. */
static gboolean
count_once (CaseDraft *draft, const FindingRow *other)
{
  if (other != NULL)
    draft->amount = decimal_max (decimal_absolute (case_draft_head (draft)->amount),
                                 decimal_absolute (other->amount));
  return other != NULL;
}

static gboolean
cancels (Decimal head, Decimal other)
{
  return decimal_equal (head, decimal_negate (other));
}

static gboolean
is_below_zero (Decimal head G_GNUC_UNUSED, Decimal other)
{
  return decimal_sign (other) < 0;
}

gboolean
case_pairs_status_conflict (CaseDraft *draft)
{
  return count_once (draft, take_of_credit (draft, FINDING_AGREEMENT_EXPIRED, MONTH_NONE));
}

gboolean
case_pairs_take_unreported (CaseDraft *draft)
{
  return count_once (
      draft, take_of_credit (draft, FINDING_AGREEMENT_UNREPORTED, case_draft_head (draft)->month));
}

gboolean
case_pairs_no_balance_row (CaseDraft *draft)
{
  return count_once (draft, take_of_row (draft, FINDING_BALANCE_INVOICE_DIFFERENCE, cancels));
}

gboolean
case_pairs_over_credited (CaseDraft *draft)
{
  return count_once (draft, take_of_row (draft, FINDING_BALANCE_INVOICE_DIFFERENCE, is_below_zero));
}

/* What was used and not credited stands on the invoice as uncovered. */
static void
take_uncovered (CaseDraft *draft)
{
  const CaseScope scope = case_draft_scope (draft, FINDING_UNCOVERED_WHILE_ACO_REMAINED);
  const Decimal difference = case_draft_head (draft)->amount;

  if (decimal_sign (difference) > 0)
    case_draft_take_up_to (draft, &scope, difference);
}

gboolean
case_pairs_invoice_alone (CaseDraft *draft)
{
  if (!count_once (draft, take_of_row (draft, FINDING_INVOICE_USAGE_DIFFERENCE, cancels)))
    return FALSE;
  take_uncovered (draft);
  return TRUE;
}

gboolean
case_pairs_not_credited (CaseDraft *draft)
{
  take_uncovered (draft);
  return draft->findings->len > 1;
}

gboolean
case_pairs_pec_first (CaseDraft *draft)
{
  const CaseScope scope = case_draft_scope (draft, FINDING_ACO_AFTER_PEC);
  const Decimal before = case_draft_take_all (draft, &scope);

  draft->amount = decimal_max (decimal_absolute (case_draft_head (draft)->amount), before);
  return draft->findings->len > 1;
}

/* By the forecast a part of the balance is lost, or nothing at all. */
gboolean
case_pairs_expiring (CaseDraft *draft)
{
  const FindingRow *forfeit = take_of_credit (draft, FINDING_WILL_FORFEIT, MONTH_NONE);

  if (forfeit != NULL)
    draft->amount = decimal_absolute (forfeit->amount);
  else if (take_of_credit (draft, FINDING_WILL_RUN_OUT, MONTH_NONE) != NULL)
    draft->amount = decimal_from_int (0);
  return draft->findings->len > 1;
}

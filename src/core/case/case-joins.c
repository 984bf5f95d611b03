/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/case/case-joins.h"

#include "core/case/case-doubled.h"
#include "core/case/case-gap.h"
#include "core/case/case-pairs.h"

/* Gaps of other agreements that overlap with the months are one case with them. */
static void
widen_gap (CaseDraft *draft, Month *first, Month *last)
{
  const Report *report = case_set_report (draft->set);
  CaseScope scope = case_draft_scope (draft, FINDING_MONTH_MISSING);
  g_autoptr (GArray) others = NULL;
  gboolean wider = TRUE;

  scope.first = scope.last = MONTH_NONE;
  others = case_set_find (draft->set, &scope);
  while (wider)
    {
      wider = FALSE;
      for (guint i = 0; i < others->len; i++)
        {
          const guint number = g_array_index (others, guint, i);
          const FindingRow *other = case_set_finding (draft->set, number);
          const Month from = case_gap_first (report, other);

          if (case_draft_holds (draft, number) || from > *last || other->month < *first)
            continue;
          g_array_append_val (draft->findings, number);
          *first = MIN (*first, from);
          *last = MAX (*last, other->month);
          wider = TRUE;
        }
    }
}

/* Of each agreement whose row is missing. */
static void
take_vanished (CaseDraft *draft, Month first, Month last)
{
  const guint gaps = draft->findings->len;

  for (guint i = 0; i < gaps; i++)
    {
      const guint number = g_array_index (draft->findings, guint, i);
      CaseScope scope = case_draft_scope (draft, FINDING_AGREEMENT_VANISHED);

      scope.agreement_id = case_set_finding (draft->set, number)->agreement_id;
      scope.first = first;
      scope.last = last;
      case_draft_take_all (draft, &scope);
    }
}

static gboolean
join_missing_row (CaseDraft *draft)
{
  static const FindingCode explained[]
      = { FINDING_CREDIT_WITHOUT_AGREEMENT, FINDING_BALANCE_INVOICE_DIFFERENCE };
  const FindingRow *head = case_draft_head (draft);
  const Report *report = case_set_report (draft->set);
  Month first = case_gap_first (report, head), last = head->month;
  Amount rest;

  widen_gap (draft, &first, &last);
  rest = case_gap_difference (report, head, first, last);
  draft->amount = decimal_absolute (rest.known ? rest.value : head->amount);
  take_vanished (draft, first, last);
  for (gsize i = 0; i < G_N_ELEMENTS (explained); i++)
    {
      CaseScope scope = case_draft_scope (draft, explained[i]);

      scope.first = first;
      scope.last = last;
      case_draft_take_all (draft, &scope);
    }
  return TRUE;
}

static gboolean
join_renewal (CaseDraft *draft)
{
  const CaseScope scope = case_draft_scope (draft, FINDING_BASELINE_UNKNOWN);
  g_autoptr (GArray) found = case_set_find (draft->set, &scope);
  const FindingRow *other;

  if (found->len != 1)
    return FALSE;
  other = case_set_finding (draft->set, g_array_index (found, guint, 0));
  if (g_strcmp0 (other->agreement_id, case_draft_head (draft)->agreement_id) == 0)
    return FALSE;
  case_draft_take (draft, found);
  case_pairs_take_unreported (draft);
  draft->amount = decimal_absolute (case_draft_head (draft)->amount);
  return TRUE;
}

/* A fall makes the balance report use less; a difference the other way has another cause. */
static gboolean
join_decrease (CaseDraft *draft)
{
  const CaseScope scope = case_draft_scope (draft, FINDING_BALANCE_INVOICE_DIFFERENCE);
  g_autoptr (GArray) found = case_set_find (draft->set, &scope);
  const FindingRow *difference;

  if (found->len != 1)
    return FALSE;
  difference = case_set_finding (draft->set, g_array_index (found, guint, 0));
  if (decimal_sign (difference->amount) >= 0)
    return FALSE;
  case_draft_take (draft, found);
  draft->amount = decimal_absolute (difference->amount);
  return TRUE;
}

static gboolean
join_next_invoice (CaseDraft *draft)
{
  const FindingRow *head = case_draft_head (draft);
  CaseScope scope = case_draft_scope (draft, FINDING_BALANCE_INVOICE_DIFFERENCE);
  g_autoptr (GArray) found = NULL;
  const FindingRow *next;

  if (decimal_sign (head->amount) <= 0)
    return FALSE;
  scope.first = scope.last = head->month + 1;
  found = case_set_find (draft->set, &scope);
  if (found->len != 1)
    return FALSE;
  next = case_set_finding (draft->set, g_array_index (found, guint, 0));
  if (!decimal_equal (head->amount, decimal_negate (next->amount)))
    return FALSE;
  case_draft_take (draft, found);
  scope.code = FINDING_ACO_OVER_AVAILABLE;
  case_draft_take_up_to (draft, &scope, head->amount);
  scope.code = FINDING_CREDIT_UNPAIRED;
  case_draft_take_up_to (draft, &scope, head->amount);
  scope = case_draft_scope (draft, FINDING_UNCOVERED_WHILE_ACO_REMAINED);
  case_draft_take_up_to (draft, &scope, head->amount);
  draft->amount = head->amount;
  return TRUE;
}

/* What was taken back on the invoice is all that it credits less than was used. */
static gboolean
join_void (CaseDraft *draft)
{
  const CaseScope signs = case_draft_scope (draft, FINDING_CREDIT_SIGN);
  CaseScope scope = case_draft_scope (draft, FINDING_BALANCE_INVOICE_DIFFERENCE);
  g_autoptr (GArray) taken_back = case_set_find (draft->set, &signs);
  g_autoptr (GArray) found = case_set_find (draft->set, &scope);
  const Decimal sum = case_set_sum (draft->set, taken_back);

  if (found->len != 1
      || !decimal_equal (case_set_finding (draft->set, g_array_index (found, guint, 0))->amount,
                         sum))
    return FALSE;
  case_draft_take (draft, taken_back);
  case_draft_take (draft, found);
  scope.code = FINDING_CREDIT_UNPAIRED;
  case_draft_take_up_to (draft, &scope, sum);
  draft->amount = sum;
  return TRUE;
}

/* Of a difference in another currency only one without any credit is the same money. */
static gboolean
join_currency (CaseDraft *draft)
{
  CaseScope scope = case_draft_scope (draft, FINDING_NO_INVOICE);
  g_autoptr (GArray) differences = NULL;

  scope.currency = NULL;
  case_draft_take_all (draft, &scope);
  scope.code = FINDING_BALANCE_INVOICE_DIFFERENCE;
  differences = case_set_find (draft->set, &scope);
  for (guint i = 0; i < differences->len; i++)
    {
      const guint number = g_array_index (differences, guint, i);
      TieOutRow row;

      if (case_gap_tie_out (case_set_report (draft->set), case_set_finding (draft->set, number),
                            &row)
          && row.invoice_credit.known && decimal_is_zero (row.invoice_credit.value))
        g_array_append_val (draft->findings, number);
    }
  draft->amount = decimal_absolute (case_draft_head (draft)->amount);
  return draft->findings->len > 1;
}

/* Where there are several invoices, a difference of a month is that of nobody knows which. */
static gboolean
has_one_invoice (const CaseSet *set, const FindingRow *head)
{
  g_autoptr (GPtrArray) invoices
      = case_invoices_find (case_set_invoices (set), head->currency, head->month, head->month);

  return invoices->len == 1;
}

/* All that rounding of one invoice explains, whoever the customers are. */
static gboolean
join_rounding (CaseDraft *draft)
{
  const FindingRow *head = case_draft_head (draft);
  const guint end = case_set_first_of (draft->set, FINDING_ROUNDING_DIFFERENCE + 1);

  draft->amount = decimal_absolute (head->amount);
  if (!has_one_invoice (draft->set, head))
    return FALSE;
  for (guint i = draft->anchor + 1; i < end; i++)
    {
      const FindingRow *row = case_set_finding (draft->set, i);
      const Decimal amount = decimal_absolute (row->amount);

      if (!case_set_is_free (draft->set, i) || row->month != head->month
          || g_strcmp0 (row->currency, head->currency) != 0)
        continue;
      g_array_append_val (draft->findings, i);
      decimal_accumulate (&draft->amount, &amount);
    }
  return draft->findings->len > 1;
}

/* The same usage before credit that came later, and the same balance in doubt. */
static void
take_what_lapsed_says_too (CaseDraft *draft, Decimal lost)
{
  const guint count = draft->findings->len;
  CaseScope scope = case_draft_scope (draft, FINDING_STATUS_DATE_CONFLICT);

  scope.agreement_id = case_draft_head (draft)->agreement_id;
  scope.credit_name = case_draft_head (draft)->credit_name;
  scope.first = MONTH_NONE;
  for (guint i = 1; i < count; i++)
    {
      const guint number = g_array_index (draft->findings, guint, i);
      const FindingRow *idle = case_set_finding (draft->set, number);
      CaseScope before = case_draft_scope (draft, FINDING_ACO_AFTER_PEC);

      before.first = before.last = idle->month;
      if (idle->code == FINDING_PEC_WHILE_ACO_REMAINED)
        case_draft_take_all (draft, &before);
    }
  if (count > 1)
    case_draft_take_up_to (draft, &scope, lost);
}

/* Idle credit is what lapsed later as far as it is not more than that; what was used after the
   expiry comes on top. */
static gboolean
join_expiry (CaseDraft *draft)
{
  static const FindingCode idle[]
      = { FINDING_PEC_WHILE_ACO_REMAINED, FINDING_UNCOVERED_WHILE_ACO_REMAINED };
  const Decimal lost = decimal_absolute (case_draft_head (draft)->amount);
  Decimal rest = lost;
  CaseScope scope = case_draft_scope (draft, FINDING_USED_AFTER_EXPIRY);

  if (decimal_is_zero (lost))
    return FALSE;
  scope.first = MONTH_NONE;
  scope.agreement_id = case_draft_head (draft)->agreement_id;
  draft->amount = decimal_add (lost, case_draft_take_all (draft, &scope));
  scope.agreement_id = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (idle); i++)
    {
      scope.code = idle[i];
      rest = decimal_subtract (rest, case_draft_take_up_to (draft, &scope, rest));
    }
  take_what_lapsed_says_too (draft, lost);
  return draft->findings->len > 1;
}

#define JOINED_MAX 5

/* In the order in which they claim; each joins others of its anchor's code and the codes behind. */
static const struct
{
  FindingCode anchor;
  gboolean (*join) (CaseDraft *draft);
  guint joined_count;
  FindingCode joined[JOINED_MAX];
} joins[CASE_SINGLE] = {
  [CASE_DOUBLED_INVOICE] = { FINDING_ROWS_READ_TWICE,
                             case_doubled_join,
                             3,
                             { FINDING_CREDIT_UNPAIRED, FINDING_BALANCE_INVOICE_DIFFERENCE,
                               FINDING_INVOICE_USAGE_DIFFERENCE } },
  [CASE_MISSING_ROW] = { FINDING_MONTH_MISSING,
                         join_missing_row,
                         3,
                         { FINDING_AGREEMENT_VANISHED, FINDING_CREDIT_WITHOUT_AGREEMENT,
                           FINDING_BALANCE_INVOICE_DIFFERENCE } },
  [CASE_RENEWAL] = { FINDING_AGREEMENT_VANISHED,
                     join_renewal,
                     2,
                     { FINDING_BASELINE_UNKNOWN, FINDING_AGREEMENT_UNREPORTED } },
  [CASE_DECREASE]
  = { FINDING_CREDIT_DECREASED, join_decrease, 1, { FINDING_BALANCE_INVOICE_DIFFERENCE } },
  [CASE_NEXT_INVOICE] = { FINDING_BALANCE_INVOICE_DIFFERENCE,
                          join_next_invoice,
                          3,
                          { FINDING_ACO_OVER_AVAILABLE, FINDING_CREDIT_UNPAIRED,
                            FINDING_UNCOVERED_WHILE_ACO_REMAINED } },
  [CASE_VOID] = { FINDING_CREDIT_SIGN,
                  join_void,
                  2,
                  { FINDING_BALANCE_INVOICE_DIFFERENCE, FINDING_CREDIT_UNPAIRED } },
  [CASE_CURRENCY] = { FINDING_CURRENCY_NOT_COMPARABLE,
                      join_currency,
                      2,
                      { FINDING_NO_INVOICE, FINDING_BALANCE_INVOICE_DIFFERENCE } },
  [CASE_ROUNDING] = { FINDING_ROUNDING_DIFFERENCE, join_rounding, 0, { 0 } },
  [CASE_EXPIRY] = { FINDING_AGREEMENT_EXPIRED,
                    join_expiry,
                    5,
                    { FINDING_USED_AFTER_EXPIRY, FINDING_PEC_WHILE_ACO_REMAINED,
                      FINDING_UNCOVERED_WHILE_ACO_REMAINED, FINDING_ACO_AFTER_PEC,
                      FINDING_STATUS_DATE_CONFLICT } },
  [CASE_STATUS_CONFLICT]
  = { FINDING_STATUS_DATE_CONFLICT, case_pairs_status_conflict, 1, { FINDING_AGREEMENT_EXPIRED } },
  [CASE_VANISHED]
  = { FINDING_AGREEMENT_VANISHED, case_pairs_take_unreported, 1, { FINDING_AGREEMENT_UNREPORTED } },
  [CASE_NO_BALANCE_ROW] = { FINDING_CREDIT_WITHOUT_AGREEMENT,
                            case_pairs_no_balance_row,
                            1,
                            { FINDING_BALANCE_INVOICE_DIFFERENCE } },
  [CASE_OVER_CREDITED] = { FINDING_ACO_OVER_AVAILABLE,
                           case_pairs_over_credited,
                           1,
                           { FINDING_BALANCE_INVOICE_DIFFERENCE } },
  [CASE_INVOICE_ALONE]
  = { FINDING_BALANCE_INVOICE_DIFFERENCE,
      case_pairs_invoice_alone,
      2,
      { FINDING_INVOICE_USAGE_DIFFERENCE, FINDING_UNCOVERED_WHILE_ACO_REMAINED } },
  [CASE_NOT_CREDITED] = { FINDING_BALANCE_INVOICE_DIFFERENCE,
                          case_pairs_not_credited,
                          1,
                          { FINDING_UNCOVERED_WHILE_ACO_REMAINED } },
  [CASE_PEC_FIRST]
  = { FINDING_PEC_WHILE_ACO_REMAINED, case_pairs_pec_first, 1, { FINDING_ACO_AFTER_PEC } },
  [CASE_EXPIRING] = { FINDING_AGREEMENT_EXPIRING,
                      case_pairs_expiring,
                      2,
                      { FINDING_WILL_FORFEIT, FINDING_WILL_RUN_OUT } },
};

void
case_joins_wanted (const gboolean *present, gboolean *wanted)
{
  for (guint code = 0; code < FINDING_CODE_COUNT; code++)
    wanted[code] = FALSE;
  for (CaseRule rule = 0; rule < CASE_SINGLE; rule++)
    if (present[joins[rule].anchor])
      {
        wanted[joins[rule].anchor] = TRUE;
        for (guint i = 0; i < joins[rule].joined_count; i++)
          wanted[joins[rule].joined[i]] = TRUE;
      }
}

FindingCode
case_joins_anchor (CaseRule rule)
{
  g_assert (rule < CASE_SINGLE);
  return joins[rule].anchor;
}

gboolean
case_joins_apply (CaseRule rule, CaseDraft *draft)
{
  const Decimal amount = draft->amount;

  g_assert (rule < CASE_SINGLE);
  if (joins[rule].join (draft))
    return TRUE;
  g_array_set_size (draft->findings, 1);
  draft->amount = amount;
  return FALSE;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/report-verdict.h"

#include "core/report/grouped-number.h"
#include "core/report/report-counts.h"
#include "output/money-tally.h"
#include "output/text/reliability-words.h"

/* The tie-out rows by result, with their money. */
typedef struct
{
  gboolean plain; /* numbers as a program reads them, not grouped */
  gsize rows, agrees, rounding, differs, not_comparable;
  gsize tolerated;        /* agree, but not to the cent */
  MoneyTally *widest;     /* the largest |difference| among these, per currency */
  MoneyTally *agreed;     /* invoice credit of the rows that agree */
  MoneyTally *difference; /* |difference| of those that differ */
  MoneyTally *balance;    /* of those that cannot be compared: known balance_used */
  MoneyTally *invoice;    /* and known invoice_credit */
} TieOut;

static void
add_known (MoneyTally *tally, const char *currency, const Amount *amount)
{
  if (amount->known)
    money_tally_add (tally, currency, amount->value);
}

static void
count_agreeing (TieOut *tie, const TieOutRow *row)
{
  tie->agrees++;
  tie->rounding += row->result == TIE_OUT_ROUNDING;
  if (row->result == TIE_OUT_AGREES && !decimal_is_zero (row->difference.value))
    {
      tie->tolerated++;
      money_tally_raise (tie->widest, row->currency, decimal_absolute (row->difference.value));
    }
  add_known (tie->agreed, row->currency, &row->invoice_credit);
}

static void
count_row (TieOut *tie, const TieOutRow *row)
{
  tie->rows++;
  switch (row->result)
    {
    case TIE_OUT_AGREES:
    case TIE_OUT_ROUNDING:
      count_agreeing (tie, row);
      break;
    case TIE_OUT_DIFFERS:
      tie->differs++;
      money_tally_add (tie->difference, row->currency, decimal_absolute (row->difference.value));
      break;
    case TIE_OUT_NOT_COMPARABLE:
    default:
      tie->not_comparable++;
      add_known (tie->balance, row->currency, &row->balance_used);
      add_known (tie->invoice, row->currency, &row->invoice_credit);
    }
}

static TieOut
count_tie_out (const Report *report, gboolean plain)
{
  TieOut tie = { .plain = plain,
                 .agreed = money_tally_new (),
                 .difference = money_tally_new (),
                 .widest = money_tally_new (),
                 .balance = money_tally_new (),
                 .invoice = money_tally_new () };

  ReportBuffer buffer = { 0 };

  for (gsize i = 0; i < report_row_count (report, REPORT_TIE_OUT); i++)
    count_row (&tie, report_read (report, REPORT_TIE_OUT, i, &buffer));
  return tie;
}

static void
clear_tie_out (TieOut *tie)
{
  money_tally_free (tie->agreed);
  money_tally_free (tie->difference);
  money_tally_free (tie->widest);
  money_tally_free (tie->balance);
  money_tally_free (tie->invoice);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TieOut, clear_tie_out)

static gboolean
has_input (const Report *report, FileKind kind)
{
  for (gsize i = 0; i < report_row_count (report, REPORT_INPUTS); i++)
    {
      const InputRow *row = report_row (report, REPORT_INPUTS, i);

      if (row->kind == kind)
        return TRUE;
    }
  return FALSE;
}

static char *
money_text (const TieOut *self, const MoneyTally *tally)
{
  return self->plain ? money_tally_to_plain (tally) : money_tally_to_string (tally);
}

/* Appends "@before 12.00 USD@after", or nothing where there is no money. */
static void
append_money (GString *out, const TieOut *self, const char *before, const MoneyTally *tally,
              const char *after)
{
  g_autofree char *money = money_text (self, tally);

  if (*money != '\0')
    g_string_append_printf (out, "%s%s%s", before, money, after);
}

/* Appends "@before12@after". */
static void
append_count (GString *out, const TieOut *self, const char *before, gsize count, const char *after)
{
  g_autofree char *text
      = self->plain ? g_strdup_printf ("%" G_GSIZE_FORMAT, count) : grouped_number_of_count (count);

  g_string_append_printf (out, "%s%s%s", before, text, after);
}

/* Which side of the comparison was not given at all; NULL when both were. */
static const char *
missing_side (const Report *report)
{
  gboolean balance = has_input (report, KIND_ACO_BALANCE);
  gboolean invoice = has_input (report, KIND_INVOICE);

  if (balance && invoice)
    return NULL;
  if (balance)
    return "no invoice file was read";
  return invoice ? "no balance report was read"
                 : "neither a balance report nor an invoice was read";
}

/* ACO408 */
static gboolean
has_nothing_compared (const Report *report)
{
  for (guint severity = 0; severity <= SEVERITY_ERROR; severity++)
    if (report_finding_count (report, FINDING_NOTHING_COMPARED, severity) > 0)
      return TRUE;
  return FALSE;
}

static void
append_nothing (GString *out, const Report *report)
{
  const char *missing = missing_side (report);

  if (!has_nothing_compared (report))
    g_string_append (out, "nothing to tie out, no ACO credit was used or invoiced");
  else if (missing != NULL)
    g_string_append_printf (out, "nothing was compared, %s", missing);
  else
    g_string_append (out,
                     "nothing was compared, no month has both a balance report and an invoice");
}

/* No row can be compared: say what is there and why it stands alone. */
static void
append_incomparable (GString *out, const Report *report, const TieOut *tie)
{
  const char *missing = missing_side (report);

  if (tie->rows == 1)
    g_string_append (out, "the only customer-month cannot be compared");
  else
    append_count (out, tie, "none of ", tie->rows, " customer-months can be compared");
  if (missing != NULL)
    g_string_append_printf (out, ", %s", missing);
  append_money (out, tie, "; used per the balance reports: ", tie->balance, "");
  append_money (out, tie, "; credited on the invoices: ", tie->invoice, "");
}

/* What agrees, but not to the cent: " (2 of them within 0.01 USD, 1 within rounding)". */
static void
append_nearly (GString *out, const TieOut *tie)
{
  g_autofree char *widest = money_text (tie, tie->widest);

  if (tie->tolerated + tie->rounding == 0)
    return;
  g_string_append (out, " (");
  if (tie->tolerated > 0 && tie->rows == 1)
    g_string_append (out, "within ");
  else if (tie->tolerated > 0)
    append_count (out, tie, "", tie->tolerated, " of them within ");
  if (tie->tolerated > 0)
    g_string_append (out, widest);
  if (tie->rounding > 0 && tie->rows == 1)
    g_string_append (out, "within rounding");
  else if (tie->rounding > 0)
    append_count (out, tie, tie->tolerated > 0 ? ", " : "", tie->rounding, " within rounding");
  g_string_append_c (out, ')');
}

static void
append_agreeing (GString *out, const TieOut *tie, gboolean reliable)
{
  const char *agrees = reliable ? "agrees" : "seems to agree";
  const char *agree = reliable ? "agree" : "seem to agree";

  if (tie->rows == 1)
    g_string_append_printf (out, "the only customer-month %s", tie->agrees ? agrees : "differs");
  else if (tie->agrees == 0)
    append_count (out, tie, "none of ", tie->rows, " customer-months agrees");
  else
    {
      const gboolean is_all = tie->agrees == tie->rows;

      append_count (out, tie, is_all ? "all " : "", tie->agrees, is_all ? "" : " of ");
      if (!is_all)
        append_count (out, tie, "", tie->rows, "");
      g_string_append_printf (out, " customer-months %s", tie->agrees == 1 ? agrees : agree);
    }

  append_money (out, tie, " on ", tie->agreed, "");
  append_nearly (out, tie);
}

static void
append_disagreeing (GString *out, const TieOut *tie)
{
  if (tie->rows == 1 && tie->differs == 1)
    append_money (out, tie, " by ", tie->difference, "");
  else if (tie->differs > 0)
    {
      append_count (out, tie, "; ", tie->differs, tie->differs == 1 ? " differs" : " differ");
      append_money (out, tie, " by ", tie->difference, tie->differs == 1 ? "" : " in all");
    }
  if (tie->not_comparable > 0)
    append_count (out, tie, "; ", tie->not_comparable, " cannot be compared");
}

static void
append_findings (GString *out, const Report *report, const TieOut *tie)
{
  const char *before = "; ";

  for (int severity = SEVERITY_ERROR; severity >= SEVERITY_NOTICE; severity--)
    {
      gsize count = report_counts_findings (report, (Severity) severity);

      if (count == 0)
        continue;
      append_count (out, tie, before, count, " ");
      g_string_append_printf (out, "%s%s", finding_severity_name ((Severity) severity),
                              count == 1 ? "" : "s");
      before = ", ";
    }
  g_string_append (out, *before == ';' ? "; no findings." : ".");
}

/* A reader who stops after the first words must not take doubled figures for good. */
static void
append_reliability (GString *out, const Report *report)
{
  g_autofree char *words = reliability_words_of_report (report);

  g_string_append (out, words);
}

static void
append_later (GString *out, const Report *report)
{
  const guint later = report_origin (report)->later_months;

  if (later > 0)
    g_string_append_printf (out, "; %u later month%s left out", later,
                            later == 1 ? " is" : "s are");
}

/* Where no row could be compared nothing was reconciled, whatever the reason. */
static VerdictKind
verdict_kind (const Report *report, const TieOut *tie)
{
  if (!report_is_reliable (report) || !report_is_complete (report))
    return VERDICT_NOT_RELIABLE;
  return has_nothing_compared (report) || (tie->rows > 0 && tie->not_comparable == tie->rows)
             ? VERDICT_NOT_RECONCILED
             : VERDICT_RECONCILED;
}

VerdictKind
report_verdict_kind (const Report *report)
{
  const Report *whole = report_whole (report);
  const TieOut tie = { .rows = report_row_count (whole, REPORT_TIE_OUT),
                       .not_comparable = report_counts_result (whole, TIE_OUT_NOT_COMPARABLE) };

  return verdict_kind (whole, &tie);
}

static const char *
beginning (VerdictKind kind)
{
  switch (kind)
    {
    case VERDICT_NOT_RELIABLE:
      return "As read, ACO";
    case VERDICT_NOT_RECONCILED:
      return "ACO not reconciled";
    case VERDICT_RECONCILED:
      return "ACO reconciled";
    default:
      g_assert_not_reached ();
    }
}

/* What follows is said of all that was reckoned. */
static void
append_whole (GString *out, const Report *report, gboolean plain)
{
  g_auto (TieOut) tie = count_tie_out (report, plain);
  const VerdictKind kind = verdict_kind (report, &tie);
  char day[DAY_TEXT_SIZE];

  g_string_append (out, beginning (kind));
  if (report_as_of (report) != DAY_NONE)
    {
      calendar_print_day (report_as_of (report), day);
      g_string_append_printf (out, " to %s", day);
    }
  g_string_append (out, ": ");
  if (tie.rows == 0)
    append_nothing (out, report);
  else if (tie.not_comparable == tie.rows)
    append_incomparable (out, report, &tie);
  else
    {
      append_agreeing (out, &tie, kind != VERDICT_NOT_RELIABLE);
      append_disagreeing (out, &tie);
    }
  append_later (out, report);
  append_findings (out, report, &tie);
}

static char *
verdict (const Report *report, gboolean plain)
{
  g_autofree char *part = report_part_words (report_part (report), plain);
  GString *out = g_string_new (NULL);

  append_reliability (out, report);
  g_string_append (out, part);
  append_whole (out, report_whole (report), plain);
  return g_string_free (out, FALSE);
}

char *
report_verdict (const Report *report)
{
  return verdict (report, FALSE);
}

char *
report_verdict_plain (const Report *report)
{
  return verdict (report, TRUE);
}

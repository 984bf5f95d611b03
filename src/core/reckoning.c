/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/reckoning.h"

#include "core/agreement-rows.h"
#include "core/balance-findings.h"
#include "core/credit-days.h"
#include "core/credit-order.h"
#include "core/customer-parts.h"
#include "core/daily-order.h"
#include "core/input-rows.h"
#include "core/line-findings.h"
#include "core/month-count.h"
#include "core/nothing-compared.h"
#include "core/rows-read-twice.h"
#include "core/tie-out.h"
#include "core/totals.h"
#include "core/usage-tie-out.h"
#include "core/waterfall.h"

const char *
reckoning_name (const Reckoning *self, const char *customer)
{
  return customer != NULL ? name_book_lookup (self->books->names, customer) : NULL;
}

const char *
reckoning_file (const Reckoning *self, Position at)
{
  return input_book_lookup (self->books->inputs, at.file)->file;
}

/* At most so many partners are named. */
#define PARTNERS_NAMED 4

char *
reckoning_partner_note (const Reckoning *self, const char *customer)
{
  g_autoptr (GPtrArray) partners = partner_book_list (self->books->partners, customer);

  if (partners == NULL)
    return g_strdup ("");
  GString *note = g_string_new (NULL);
  g_string_printf (note, "; rows of %u partners were read for this customer: ", partners->len);
  for (guint i = 0; i < MIN (partners->len, PARTNERS_NAMED); i++)
    g_string_append_printf (note, "%s%s", i > 0 ? ", " : "",
                            (const char *) g_ptr_array_index (partners, i));
  if (partners->len > PARTNERS_NAMED)
    g_string_append_printf (note, " and %u more", partners->len - PARTNERS_NAMED);
  return g_string_free (note, FALSE);
}

gboolean
reckoning_reports (const Reckoning *self, Month month)
{
  return rules_report_month (self->rules, month);
}

void
reckoning_find (const Reckoning *self, const FindingFacts *facts, const char *format, ...)
{
  const gboolean has_file = facts->on_file || position_is_set (facts->at);
  va_list arguments;

  if (!facts->always && !reckoning_reports (self, facts->month))
    return;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  const FindingRow row = {
    .code = facts->code,
    .severity = facts->has_severity ? facts->severity : finding_info (facts->code)->severity,
    .customer_id = report_text (self->report, facts->customer),
    .customer_name = report_text (self->report, reckoning_name (self, facts->customer)),
    .agreement_id = report_text (self->report, facts->agreement),
    .month = facts->month,
    .currency = report_text (self->report, facts->currency),
    .amount = facts->amount,
    .file = has_file ? report_text (self->report, reckoning_file (self, facts->at)) : NULL,
    .line = facts->at.line,
    .message = report_text (self->report, message),
  };
  report_append (self->report, REPORT_FINDINGS, &row);
}

static Month
latest_balance_month (const GPtrArray *credits)
{
  Month latest = MONTH_NONE;

  for (guint i = 0; i < credits->len; i++)
    {
      const Credit *credit = g_ptr_array_index (credits, i);
      const CreditMonth *last = g_ptr_array_index (credit->months, credit->months->len - 1);
      latest = MAX (latest, last->month);
    }
  return latest;
}

static Month
latest_invoice_month (const GPtrArray *invoices, const InvoiceMonths *months)
{
  Month latest = MONTH_NONE;

  for (guint i = 0; i < invoices->len; i++)
    {
      const InvoiceTally *invoice = g_ptr_array_index (invoices, i);
      latest = MAX (latest, invoice_months_lookup (months, invoice->invoice)->month);
    }
  return latest;
}

static Month
latest_usage_month (const GPtrArray *tallies, const InvoiceMonths *months)
{
  Month latest = MONTH_NONE;

  for (guint i = 0; i < tallies->len; i++)
    latest = MAX (latest, usage_tally_month (g_ptr_array_index (tallies, i), months));
  return latest;
}

/* Spec section 1, --as-of: never the clock. */
static Day
as_of_day (const GPtrArray *credits, const GPtrArray *invoices, const GPtrArray *usage,
           const InvoiceMonths *months, const Rules *rules)
{
  Month latest;

  if (rules->as_of != DAY_NONE)
    return rules->as_of;
  if (rules->month != MONTH_NONE)
    return month_last_day (rules->month);
  latest = latest_balance_month (credits);
  if (latest == MONTH_NONE)
    latest = latest_invoice_month (invoices, months);
  if (latest == MONTH_NONE)
    latest = latest_usage_month (usage, months);
  return latest != MONTH_NONE ? month_last_day (latest) : DAY_NONE;
}

/* Of the months that anything was read of, those that --as-of leaves out. */
static void
set_origin (const Reckoning *reckoning)
{
  const Rules *rules = reckoning->rules;
  const gboolean leaves_out = rules->month == MONTH_NONE && rules->as_of != DAY_NONE;
  const ReportOrigin origin = { .month = rules->month,
                                .options = rules->options,
                                .config_file = rules->config_file,
                                .later_months = leaves_out ? month_activity_count_after (
                                                    reckoning->activity, day_month (rules->as_of))
                                                           : 0 };

  report_set_origin (reckoning->report, &origin);
}

static gboolean
is_complete (const Books *books)
{
  g_autoptr (GPtrArray) inputs = input_book_list (books->inputs);

  for (guint i = 0; i < inputs->len; i++)
    if (((const InputTally *) g_ptr_array_index (inputs, i))->rejected->len > 0)
      return FALSE;
  return TRUE;
}

/* One rule after the other; none looks at what another has found. */
static void
apply_to_customer (const Reckoning *base, const CustomerPart *part, MissingReports *missing)
{
  g_autoptr (GArray) rows = roll_forward_build (part->credits);
  g_autoptr (Renewals) renewals = renewals_new (rows);
  g_autoptr (MonthLedger) ledger
      = month_ledger_new (rows, part->charges, part->usage,
                          usage_book_is_gross (base->books->usage), base->invoice_months);
  Reckoning reckoning = *base;

  reckoning.rows = rows;
  reckoning.renewals = renewals;
  reckoning.usage = part->usage;
  reckoning.ledger = ledger;
  balance_rows_report (&reckoning);
  agreement_rows_report (&reckoning);
  tie_out_report (&reckoning, missing);
  waterfall_report (&reckoning);
  credit_order_report (&reckoning);
  credit_days_report (&reckoning);
}

static void
apply_to_all (const Reckoning *reckoning, const GPtrArray *invoices, const MissingReports *missing)
{
  input_rows_report (reckoning);
  invoice_rows_report (reckoning, invoices);
  balance_repeats_report (reckoning);
  line_findings_report (reckoning);
  missing_reports_report (reckoning, missing);
  double_credits_report (reckoning);
  usage_tie_out_report (reckoning);
  rows_read_twice_report (reckoning);
  nothing_compared_report (reckoning);
  totals_report (reckoning);
}

Report *
reckon (const Books *books, const Rules *rules, GError **error)
{
  g_autoptr (GPtrArray) credits = credit_book_list (books->credits);
  g_autoptr (GPtrArray) charges = charge_book_list (books->charges);
  g_autoptr (GPtrArray) usage = usage_book_list (books->usage);
  g_autoptr (GPtrArray) invoices = charge_book_invoices (books->charges);
  g_autoptr (InvoiceMonths) months = invoice_months_decide (invoices, books->inputs, rules, error);

  if (months == NULL)
    return NULL;
  g_autoptr (MonthActivity) activity = month_activity_new (credits, charges, usage, months);
  g_autoptr (MissingReports) missing = missing_reports_new ();
  g_autoptr (CustomerParts) parts = customer_parts_new (credits, charges, usage);
  const Day as_of = as_of_day (credits, invoices, usage, months, rules);
  const Reckoning reckoning = { .books = books,
                                .rules = rules,
                                .invoice_months = months,
                                .activity = activity,
                                .as_of = as_of,
                                .report = report_new (as_of, is_complete (books)) };
  const CustomerPart *part;

  set_origin (&reckoning);
  while ((part = customer_parts_next (parts)) != NULL)
    apply_to_customer (&reckoning, part, missing);
  apply_to_all (&reckoning, invoices, missing);
  report_sort (reckoning.report);
  return reckoning.report;
}

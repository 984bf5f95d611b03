/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/rule/reckon.h"

#include "base/worker.h"
#include "core/month/customer-parts.h"
#include "core/rule/agreement-rows.h"
#include "core/rule/balance-findings.h"
#include "core/rule/credit-days.h"
#include "core/rule/credit-order.h"
#include "core/rule/daily-order.h"
#include "core/rule/history-findings.h"
#include "core/rule/input-rows.h"
#include "core/rule/line-findings.h"
#include "core/rule/nothing-compared.h"
#include "core/rule/rows-read-twice.h"
#include "core/rule/tie-out.h"
#include "core/rule/totals.h"
#include "core/rule/unreported-credits.h"
#include "core/rule/usage-tie-out.h"
#include "core/rule/waterfall.h"

#define SHARE_LENGTH_MIN 64 /* credits, or tallies of charges or usage */
#define SHARES_PER_JOB 4

static Month
latest_balance_month (const GPtrArray *credits)
{
  Month latest = MONTH_NONE;

  for (guint i = 0; i < credits->len; i++)
    {
      const Credit *credit = g_ptr_array_index (credits, i);
      const CreditMonth *last = credit_book_month (credit, credit->month_count - 1);
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
    latest = MAX (latest, month_activity_of_usage (g_ptr_array_index (tallies, i), months));
  return latest;
}

/* Spec section 1, --as-of: never the clock. */
static Day
as_of_day (const GPtrArray *credits, const GPtrArray *invoices, const GPtrArray *usage,
           const InvoiceMonths *months, const ReckonPlan *plan)
{
  Month latest;

  if (plan->as_of != DAY_NONE)
    return plan->as_of;
  if (plan->month != MONTH_NONE)
    return calendar_last_day (plan->month);
  latest = latest_balance_month (credits);
  if (latest == MONTH_NONE)
    latest = latest_invoice_month (invoices, months);
  if (latest == MONTH_NONE)
    latest = latest_usage_month (usage, months);
  return latest != MONTH_NONE ? calendar_last_day (latest) : DAY_NONE;
}

/* Of the months that anything was read of, those that --as-of leaves out. */
static void
set_origin (const Reckoning *reckoning)
{
  const ReckonPlan *plan = reckoning->plan;
  const Books *books = reckoning->books;
  const gboolean leaves_out = plan->month == MONTH_NONE && plan->as_of != DAY_NONE;
  const ReportOrigin origin
      = { .month = plan->month,
          .options = plan->options,
          .config_file = plan->config_file,
          .baseline = books->baseline != NULL ? baseline_months (books->baseline) : NULL,
          .later_months = leaves_out ? month_activity_count_after (reckoning->activity,
                                                                   calendar_month_of (plan->as_of))
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
apply_rules (const Reckoning *reckoning, MissingReports *missing)
{
  balance_findings_report_rows (reckoning);
  history_findings_report_rows (reckoning);
  agreement_rows_report (reckoning);
  tie_out_report (reckoning, missing);
  waterfall_report (reckoning);
  credit_order_report (reckoning);
  daily_order_report (reckoning);
  credit_days_report (reckoning);
}

/* What rules only say goes into a report that nobody reads (core/report/said-messages). */
static Reckoning
begin_saying (const Reckoning *reckoning)
{
  Reckoning saying = *reckoning;

  said_messages_collect (reckoning->said);
  saying.language = reckoning->plan->language;
  saying.report = report_new (reckoning->as_of, TRUE);
  return saying;
}

static void
end_saying (Reckoning *saying)
{
  report_free (saying->report);
  said_messages_begin (saying->said);
}

static void
say_of_customer (const Reckoning *reckoning)
{
  Reckoning saying = begin_saying (reckoning);
  g_autoptr (MissingReports) missing = missing_reports_new ();

  apply_rules (&saying, missing);
  end_saying (&saying);
}

static void
apply_to_customer (const Reckoning *base, const CustomerPart *part, MissingReports *missing)
{
  g_autoptr (GArray) rows = roll_forward_build (part->credits);
  g_autoptr (Renewals) renewals = renewals_new (rows);
  g_autoptr (MonthLedger) ledger
      = month_ledger_new (rows, part->charges, part->usage,
                          usage_book_is_gross (base->books->usage), base->invoice_months);
  g_autoptr (UsageDays) days = usage_days_new (part->usage, rows, base->invoice_months);
  Reckoning reckoning = *base;

  reckoning.customer = part->customer;
  reckoning.name = reckoning_name (base, part->customer);
  reckoning.rows = rows;
  reckoning.renewals = renewals;
  reckoning.usage = part->usage;
  reckoning.ledger = ledger;
  reckoning.days = days;
  if (reckoning.said != NULL)
    say_of_customer (&reckoning);
  apply_rules (&reckoning, missing);
  g_assert (reckoning.said == NULL || said_messages_are_taken (reckoning.said));
}

/* Customers are reckoned in shares, several at the same time, each into a report of its own. */
typedef struct
{
  Report *report;
  MissingReports *missing;
} Share;

typedef struct
{
  const Reckoning *base;
  const GPtrArray *credits, *charges, *usage; /* sorted by customer */
  guint share_count;
  Share *shares;
  GThread *teller; /* it alone tells how far all of them are */
  gint done;       /* of the credits, charges and usage, by any thread */
} Sharing;

static guint
count_all (const GPtrArray *credits, const GPtrArray *charges, const GPtrArray *usage)
{
  return credits->len + charges->len + usage->len;
}

static void
tell_progress (const Sharing *self, guint done)
{
  const ReckonPlan *plan = self->base->plan;

  if (plan->progress != NULL)
    plan->progress (done, count_all (self->credits, self->charges, self->usage),
                    plan->progress_data);
}

static void
note_part (Sharing *self, const CustomerPart *part)
{
  const guint own = count_all (part->credits, part->charges, part->usage);
  const guint before = (guint) g_atomic_int_add (&self->done, (gint) own);

  if (g_thread_self () == self->teller)
    tell_progress (self, before + own);
}

/* NULL: nobody asks for another language. */
static SaidMessages *
new_said_messages (const ReckonPlan *plan)
{
  return plan->language != NULL ? said_messages_new () : NULL;
}

static void
apply_to_share (gpointer data, guint index)
{
  Sharing *self = data;
  const Share *share = &self->shares[index];
  g_autoptr (CustomerParts) parts = customer_parts_new_share (
      self->credits, self->charges, self->usage, index, self->share_count);
  Reckoning reckoning = *self->base;
  g_autoptr (SaidMessages) said = new_said_messages (reckoning.plan);
  const CustomerPart *part;

  reckoning.report = share->report;
  reckoning.said = said;
  while ((part = customer_parts_next (parts)) != NULL)
    {
      apply_to_customer (&reckoning, part, share->missing);
      note_part (self, part);
    }
}

/* A thread must be worth its while; more shares than threads, for some are done sooner. */
static guint
count_shares (const Sharing *self, guint jobs)
{
  const guint most = MAX (MAX (self->credits->len, self->charges->len), self->usage->len);

  return jobs < 2 ? 1 : MIN (most / SHARE_LENGTH_MIN + 1, jobs * SHARES_PER_JOB);
}

static void
reckon_in_shares (Sharing *self, guint jobs, MissingReports *missing)
{
  const guint count = self->share_count;
  g_autofree Share *shares = self->shares = g_new (Share, count);

  for (guint i = 0; i < count; i++)
    shares[i] = (Share){ report_new (self->base->as_of, TRUE), missing_reports_new () };
  worker_share ("reckon", jobs, count, apply_to_share, self);
  for (guint i = 0; i < count; i++)
    {
      report_take (self->base->report, shares[i].report);
      missing_reports_merge (missing, shares[i].missing);
      missing_reports_free (shares[i].missing);
    }
}

/* What was reckoned in shares is put together in the order of the customers, so that nobody can
   tell how many there were. */
static void
apply_to_customers (Sharing *self, MissingReports *missing)
{
  const guint jobs = self->base->plan->jobs;
  Share whole = { self->base->report, missing };

  self->teller = g_thread_self ();
  self->share_count = count_shares (self, jobs);
  self->shares = &whole;
  if (self->share_count == 1)
    apply_to_share (self, 0);
  else
    reckon_in_shares (self, jobs, missing);
  tell_progress (self, count_all (self->credits, self->charges, self->usage));
}

/* What is about all of them. */
typedef struct
{
  const GPtrArray *invoices;
  const GPtrArray *charges;
  const MissingReports *missing;
} Whole;

static void
apply_rules_to_all (const Reckoning *reckoning, const Whole *whole)
{
  input_rows_report (reckoning);
  input_rows_report_invoices (reckoning, whole->invoices);
  balance_findings_report_repeats (reckoning);
  line_findings_report (reckoning);
  unreported_credits_report (reckoning, whole->missing);
  daily_order_report_double_credits (reckoning);
  usage_tie_out_report (reckoning);
  rows_read_twice_report (reckoning);
  nothing_compared_report (reckoning);
  totals_report (reckoning);
  history_findings_report_invoices (reckoning, whole->charges);
}

static void
apply_to_all (const Reckoning *base, const Whole *whole)
{
  g_autoptr (SaidMessages) said = new_said_messages (base->plan);
  Reckoning reckoning = *base;

  reckoning.said = said;
  if (said != NULL)
    {
      Reckoning saying = begin_saying (&reckoning);

      apply_rules_to_all (&saying, whole);
      end_saying (&saying);
    }
  apply_rules_to_all (&reckoning, whole);
}

Report *
reckon (const Books *books, const ReckonPlan *plan, GError **error)
{
  g_autoptr (GPtrArray) credits = credit_book_list (books->credits);
  g_autoptr (GPtrArray) charges = charge_book_list (books->charges);
  g_autoptr (GPtrArray) usage = usage_book_list (books->usage);
  g_autoptr (GPtrArray) invoices = charge_book_invoices (books->charges);
  g_autoptr (InvoiceMonths) months = invoice_months_decide (invoices, books->inputs, plan, error);

  if (months == NULL)
    return NULL;
  g_autoptr (MonthActivity) activity = month_activity_new (credits, charges, usage, months);
  g_autoptr (MissingReports) missing = missing_reports_new ();
  const Day as_of = as_of_day (credits, invoices, usage, months, plan);
  const Reckoning reckoning = { .books = books,
                                .plan = plan,
                                .invoice_months = months,
                                .activity = activity,
                                .as_of = as_of,
                                .report = report_new (as_of, is_complete (books)) };
  Sharing sharing = { .base = &reckoning, .credits = credits, .charges = charges, .usage = usage };

  set_origin (&reckoning);
  if (plan->leaves_unnamed)
    report_leave_unnamed (reckoning.report);
  apply_to_customers (&sharing, missing);
  apply_to_all (&reckoning, &(Whole){ invoices, charges, missing });
  report_sort (reckoning.report);
  return reckoning.report;
}

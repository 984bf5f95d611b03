/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/mca/apply-reckon.h"

#include "core/mca/apply-findings.h"
#include "core/mca/mca-amount.h"
#include "core/mca/mca-lots.h"
#include "core/mca/mca-pages.h"
#include "core/mca/mca-reckon.h"

typedef struct
{
  McaReckoning reckoning;
  const ApplyCharges *charges;
  ApplyPayments *payments;
  ApplyTallies *tallies;
} Applying;

/* Inputs */

static void
add_input (const Applying *self, const ApplyInputRow *row)
{
  report_append (self->reckoning.report, APPLY_TABLE_INPUTS, row);
}

static void
add_inputs (const Applying *self)
{
  const McaBook *book = self->reckoning.book;
  const GArray *files = self->charges->files;

  for (guint i = 0; i < book->pages->len; i++)
    {
      const McaInputRow page = mca_reckon_input (&g_array_index (book->pages, McaPage, i));
      add_input (self, &(ApplyInputRow){ page.file, page.kind, page.rows, page.sha256 });
    }
  for (guint i = 0; i < files->len; i++)
    {
      const ApplyFile *file = &g_array_index (files, ApplyFile, i);
      const McaFindingFacts facts = { .code = FINDING_DUPLICATE_FILE, .file = file->file };

      add_input (self, &(ApplyInputRow){ file->file, "charges", file->rows, file->sha256 });
      if (file->duplicate_of != NULL)
        mca_reckoning_find (&self->reckoning, &facts,
                            &LANGUAGE_SENTENCE (N_ ("the same content as %s; it was read once"),
                                                language_sentence_name (file->duplicate_of)));
    }
}

/* Charges */

static void
check_eligibility (const Applying *self, const ApplyCharge *charge)
{
  const gboolean is_listed = charge->listed != EXCLUSION_NONE;
  const McaFindingFacts facts = { .code = FINDING_MCA_ELIGIBILITY_DIFFERS,
                                  .profile_id = charge->profile_id,
                                  .resource = credit_exclusions_name (charge->listed),
                                  .currency = charge->currency,
                                  .amount = charge->amount,
                                  .file = charge->file,
                                  .line = charge->line };

  if (charge->eligible == TRUTH_UNKNOWN || (charge->eligible == TRUTH_TRUE) != is_listed)
    return;
  mca_reckoning_find (
      &self->reckoning, &facts,
      &LANGUAGE_SENTENCE (
          is_listed
              ? N_ ("called eligible, though the list of what credits do not pay has it")
              : N_ ("called not eligible, though the list of what credits do not pay has it not")));
}

static void
apply_charge (const Applying *self, guint place)
{
  const ApplyCharge *charge = &g_array_index (self->charges->charges, ApplyCharge, place);

  apply_findings_begin_charge (self->tallies, charge);
  const ApplyPaid paid = apply_payment_pay (self->payments, charge);
  const ApplyChargeRow row
      = { .date = charge->date,
          .profile_id = charge->profile_id,
          .invoice = charge->invoice,
          .product = charge->product,
          .publisher = charge->publisher,
          .kind = charge->kind,
          .currency = charge->currency,
          .amount = charge->amount,
          .rule = credit_exclusions_name (charge->rule),
          .sponsorship_rule = credit_exclusions_sponsorship_name (charge->sponsorship),
          .credit = paid.credit,
          .due = paid.due,
          .due_reason = apply_payment_word (paid.reason),
          .paid_by = paid.paid_by,
          .file = charge->file,
          .line = charge->line };

  apply_findings_count (self->tallies, charge, &paid, place);
  check_eligibility (self, charge);
  report_append (self->reckoning.report, APPLY_TABLE_CHARGES, &row);
}

/* When a charge has its turn: by day, then as they were read. The day stands here again, for most
   of a sort is looking at it. */
typedef struct
{
  Day date;
  guint place;
} Turn;

static int
compare_turns (gconstpointer a, gconstpointer b, gpointer data G_GNUC_UNUSED)
{
  const Turn *x = a, *y = b;

  if (x->date != y->date)
    return (x->date > y->date) - (x->date < y->date);
  return (x->place > y->place) - (x->place < y->place);
}

/* Charges lie far from each other in the order of their days: those that come soon are fetched
   into the processor while others are paid. */
#define TURNS_AHEAD 8

static void
fetch_ahead (const ApplyCharge *charge)
{
  __builtin_prefetch (charge);
  __builtin_prefetch ((const char *) (charge + 1) - 1);
}

static void
apply_charges (const Applying *self)
{
  const GArray *charges = self->charges->charges;
  g_autofree Turn *turns = g_new (Turn, charges->len);
  gboolean is_sorted = TRUE;

  for (guint i = 0; i < charges->len; i++)
    {
      turns[i] = (Turn){ g_array_index (charges, ApplyCharge, i).date, i };
      is_sorted &= i == 0 || turns[i - 1].date <= turns[i].date;
    }
  if (!is_sorted)
    g_qsort_with_data (turns, (gint) charges->len, sizeof *turns, compare_turns, NULL);
  for (guint i = 0; i < charges->len; i++)
    {
      if (charges->len - i > TURNS_AHEAD)
        fetch_ahead (&g_array_index (charges, ApplyCharge, turns[i + TURNS_AHEAD].place));
      apply_charge (self, turns[i].place);
    }
}

/* Lots */

static Decimal
lapsed_of (const Applying *self, const ApplyLot *lot)
{
  const Day as_of = self->reckoning.as_of, end = lot->lot->expiration;

  return lot->can_pay && as_of != DAY_NONE && end != DAY_NONE && end < as_of ? lot->left
                                                                             : decimal_from_int (0);
}

static void
find_lapse (const Applying *self, const ApplyLot *lot, const ApplyLotRow *row)
{
  const McaFindingFacts facts
      = mca_reckoning_on (FINDING_MCA_CREDIT_LAPSES, &lot->lot->origin, row->currency, row->lapsed);

  if (decimal_sign (row->lapsed) <= 0)
    return;
  mca_reckoning_find (
      &self->reckoning, &facts,
      &LANGUAGE_SENTENCE (N_ ("the lot expired on %s with %s left after all charges"),
                          language_sentence_day (row->expiration_date),
                          language_sentence_amount (amount_known (row->lapsed), row->currency)));
}

static void
add_lot (const Applying *self, const ApplyLot *lot)
{
  const McaLot *read = lot->lot;
  ApplyLotRow row = { .account_id = read->origin.account_id,
                      .profile_id = read->origin.profile_id,
                      .lot_id = read->origin.own_id,
                      .source = read->source,
                      .sponsorship = lot->is_sponsorship,
                      .can_pay = lot->can_pay,
                      .currency = lot->currency,
                      .start_date = read->start,
                      .expiration_date = read->expiration,
                      .opening = read->remaining.amount,
                      .used = lot->used,
                      .lapsed = lapsed_of (self, lot),
                      .first_use = lot->first_use,
                      .last_use = lot->last_use,
                      .file = read->origin.file,
                      .line = read->origin.line };

  row.closing
      = mca_amount_subtract (row.opening, amount_known (decimal_add (row.used, row.lapsed)));
  if (lot->can_pay)
    apply_findings_count_lot (self->tallies, &row);
  find_lapse (self, lot, &row);
  report_append (self->reckoning.report, APPLY_TABLE_LOTS, &row);
}

/* Credits alone; what is wrong with a lot is told of commitments, too. */
static GPtrArray *
check_lots (const McaReckoning *reckoning)
{
  const GArray *lots = reckoning->book->lots;
  GPtrArray *credits = g_ptr_array_new ();

  for (guint i = 0; i < lots->len; i++)
    {
      McaLot *lot = &g_array_index (lots, McaLot, i);
      mca_lots_check (reckoning, lot);
      if (mca_reckoning_is_credit (lot))
        g_ptr_array_add (credits, lot);
    }
  return credits;
}

static Day
day_of (const ApplyCharges *charges, const McaPlan *plan)
{
  const Day latest = apply_charges_latest (charges);

  if (plan->as_of != DAY_NONE)
    return plan->as_of;
  return latest != DAY_NONE ? latest : mca_reckon_day (charges->book);
}

Report *
apply_reckon (ApplyCharges *charges, const McaPlan *plan, gboolean all_sponsorship,
              ApplyPayments **payments)
{
  McaBook *book = charges->book;
  const ApplyHead head = { .as_of = day_of (charges, plan) };
  Report *report = report_new_of (apply_rows_schema ());

  if (plan->is_one_profile)
    mca_reckon_unite (book);
  g_autoptr (GPtrArray) waiting = mca_pages_waiting (book);
  g_autoptr (GArray) repeats = mca_repeats_take_out (book);
  g_autoptr (McaProfiles) profiles = mca_profiles_new (book);
  Applying self = { .reckoning = { .plan = plan,
                                   .book = book,
                                   .profiles = profiles,
                                   .as_of = head.as_of,
                                   .report = report,
                                   .findings = APPLY_TABLE_FINDINGS },
                    .charges = charges };
  g_autoptr (GPtrArray) credits = check_lots (&self.reckoning);
  self.payments = *payments = apply_payment_new (credits, all_sponsorship);
  g_autoptr (ApplyTallies) tallies = self.tallies = apply_findings_new (self.payments);

  report_pack (report, APPLY_TABLE_CHARGES);
  report_set_head (report, &head);
  add_inputs (&self);
  apply_charges (&self);
  for (guint i = 0; i < apply_payment_lot_count (self.payments); i++)
    add_lot (&self, apply_payment_lot (self.payments, i));
  apply_findings_add (tallies, &self.reckoning, charges);
  mca_reckon_find_pages (&self.reckoning, waiting, repeats);
  report_sort (report);
  return report;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/mca/apply-reckon.h"
#include "sample-mca.h"
#include "test-main.h"

#include "core/report/report-cell.h"
#include <check.h>

#define LOT(id, left, end) \
  "{" MCA_PROFILE_ID ("lots", id) ",'properties':{'closedBalance':" MCA_USD ( \
      left) ",'startDate':'2026-01-01','expirationDate':'" end "'}}"

typedef struct
{
  McaBook *book;
  ApplyCharges *charges;
  ApplyPayments *payments;
  Report *report;
} World;

static void
add_charge (World *self, Day day, const char *currency, int amount, const char *product,
            ReportTruth eligible)
{
  const ApplyCharge charge = { .date = day,
                               .currency = currency,
                               .amount = decimal_from_int (amount),
                               .product = product,
                               .eligible = eligible,
                               .file = "c.csv",
                               .line = self->charges->charges->len + 2 };
  const CreditProduct what = { .product = slice_of (product) };

  apply_charges_add (self->charges, &charge, &what);
}

static World
begin (const char *lots)
{
  World self = { .book = MCA_BOOK (lots) };

  self.charges = apply_charges_new (self.book);
  return self;
}

static void
reckon_all (World *self)
{
  const McaPlan plan = sample_mca_plan ();

  self->report = apply_reckon (self->charges, &plan, FALSE, &self->payments);
}

static void
end (World *self)
{
  report_free (self->report);
  apply_payment_free (self->payments);
  apply_charges_free (self->charges);
  mca_book_free (self->book);
}

START_TEST (charges_are_paid_by_day_and_lots_lapse)
{
  World world = begin (
      "[" LOT ("L2", "10", "2026-02-10") "," LOT ("L1", "10", "2026-12-31") ",{" MCA_PROFILE_ID (
          "lots", "C") ",'properties':{'source':'ConsumptionCommitment','"
                       "closedBalance':" MCA_USD ("-4") "}}]");
  const Day day = calendar_day (2026, 2, 1);

  add_charge (&world, day + 60, "USD", 3, "VM", TRUTH_UNKNOWN);
  add_charge (&world, day, "USD", 4, "VM", TRUTH_UNKNOWN);
  add_charge (&world, day, "USD", 1, "VM", TRUTH_UNKNOWN);
  reckon_all (&world);
  assert_mca_cells (world.report, APPLY_TABLE_CHARGES,
                    "date amount credit due due_reason paid_by line",
                    "2026-02-01 4.00 4.00 0.00 - l2=4.00 3\n"
                    "2026-02-01 1.00 1.00 0.00 - l2=1.00 4\n"
                    "2026-04-02 3.00 3.00 0.00 - l1=3.00 2\n");
  assert_mca_cells (world.report, APPLY_TABLE_LOTS,
                    "lot_id can_pay opening used lapsed closing first_use last_use",
                    "l2 true 10.00 5.00 5.00 0.00 2026-02-01 2026-02-01\n"
                    "l1 true 10.00 3.00 0.00 7.00 2026-04-02 2026-04-02\n");
  assert_mca_cells (world.report, APPLY_TABLE_SUMMARY, "credit due opening lapsed closing zero_on",
                    "8.00 0.00 20.00 5.00 7.00 -\n");
  assert_mca_cells (world.report, APPLY_TABLE_FINDINGS, "code resource amount line",
                    "MCA104 c -4.00 1\nMCA203 l2 5.00 1\n");
  ck_assert_int_eq (((const ApplyHead *) report_head (world.report))->as_of, day + 60);
  end (&world);
}
END_TEST

/* A generator of its own, so that the same worlds come every time. */
static guint
draw (guint64 *state, guint limit)
{
  *state = *state * G_GUINT64_CONSTANT (6364136223846793005) + 1442695040888963407;
  return (guint) (*state >> 33) % limit;
}

static Decimal
sum_of (const Report *report, guint table, const char *column)
{
  const ReportTableInfo *info = &report_schema (report)->tables[table].info;
  Decimal sum = decimal_from_int (0);

  for (gsize i = 0; i < report_row_count (report, table); i++)
    {
      const ReportCell cell
          = report_cell (report_cell_column (info, column), report_row (report, table, i));
      if (cell.type == CELL_DECIMAL)
        decimal_accumulate (&sum, cell.decimal);
    }
  return sum;
}

/* What lot after lot was paid with is what charge after charge was paid. */
static void
assert_conserved (const Report *report)
{
  const gsize lots = report_row_count (report, APPLY_TABLE_LOTS);

  for (gsize i = 0; i < report_row_count (report, APPLY_TABLE_CHARGES); i++)
    {
      const ApplyChargeRow *row = report_row (report, APPLY_TABLE_CHARGES, i);
      ck_assert (decimal_equal (decimal_add (row->credit, row->due), row->amount));
      ck_assert_int_ge (decimal_sign (row->credit), 0);
    }
  for (gsize i = 0; i < lots; i++)
    {
      const ApplyLotRow *lot = report_row (report, APPLY_TABLE_LOTS, i);
      Decimal used = decimal_from_int (0);

      for (gsize k = 0; k < report_row_count (report, APPLY_TABLE_CHARGES); k++)
        {
          const ApplyChargeRow *row = report_row (report, APPLY_TABLE_CHARGES, k);
          for (gsize p = 0; p < row->paid_by.count; p++)
            {
              const ApplyPayment *payment = (const ApplyPayment *) row->paid_by.elements + p;
              if (strcmp (payment->lot_id, lot->lot_id) == 0)
                used = decimal_add (used, payment->amount);
            }
        }
      ck_assert (decimal_equal (used, lot->used));
      ck_assert (
          decimal_equal (decimal_add (decimal_add (lot->used, lot->lapsed), lot->closing.value),
                         lot->opening.value));
      ck_assert_int_ge (decimal_sign (lot->closing.value), 0);
    }
  ck_assert (decimal_equal (sum_of (report, APPLY_TABLE_CHARGES, "credit"),
                            sum_of (report, APPLY_TABLE_LOTS, "used")));
  ck_assert (decimal_equal (sum_of (report, APPLY_TABLE_SUMMARY, "charges"),
                            decimal_add (sum_of (report, APPLY_TABLE_SUMMARY, "credit"),
                                         sum_of (report, APPLY_TABLE_SUMMARY, "due"))));
}

START_TEST (no_money_is_made_or_lost)
{
  static const char *const products[] = { "VM", "VM", "support", "reserved VM" };
  guint64 state = (guint64) _i + 1;
  g_autoptr (GString) lots = g_string_new ("[");

  for (guint i = 0; i < 6; i++)
    g_string_append_printf (
        lots,
        "%s{" MCA_PROFILE_ID ("lots", "L%u") ",'properties':{'closedBalance':" MCA_USD (
            "%u.%02u") ",'source':'%s','startDate':'2026-01-%02u',"
                       "'expirationDate':'2026-02-%02u'}}",
        i > 0 ? "," : "", i, draw (&state, 50), draw (&state, 100),
        draw (&state, 3) == 0 ? "Sponsorship" : "", 1 + draw (&state, 28), 1 + draw (&state, 28));
  g_string_append_c (lots, ']');
  World world = begin (lots->str);
  for (guint i = 0; i < 40; i++)
    add_charge (&world, calendar_day (2026, 1, 1) + (Day) draw (&state, 70), "USD",
                (int) draw (&state, 30) - 5, products[draw (&state, 4)], TRUTH_UNKNOWN);
  reckon_all (&world);
  assert_conserved (world.report);
  end (&world);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("apply-reckon");
  TCase *tests = tcase_create ("apply-reckon");

  tcase_add_test (tests, charges_are_paid_by_day_and_lots_lapse);
  tcase_add_loop_test (tests, no_money_is_made_or_lost, 0, 50);
  suite_add_tcase (suite, tests);
  return suite;
}

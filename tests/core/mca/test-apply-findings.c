/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/mca/apply-findings.h"
#include "sample-mca.h"
#include "test-main.h"

#include "core/mca/apply-reckon.h"
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

START_TEST (findings_stand_on_the_first_charge_that_was_read)
{
  World world = begin ("[" LOT ("L1", "5", "2026-02-10") "]");
  const Day day = calendar_day (2026, 2, 1);

  add_charge (&world, day + 1, "USD", 4, "support", TRUTH_UNKNOWN);
  add_charge (&world, day, "USD", 2, "support", TRUTH_UNKNOWN);
  add_charge (&world, day + 2, "USD", 9, "VM", TRUTH_UNKNOWN);
  add_charge (&world, day + 1, "USD", 1, "VM", TRUTH_UNKNOWN);
  add_charge (&world, day + 30, "USD", 7, "VM", TRUTH_UNKNOWN);
  add_charge (&world, day, "EUR", 3, "VM", TRUTH_FALSE);
  add_charge (&world, day, "EUR", -3, "support", TRUTH_TRUE);
  add_charge (&world, day, "EUR", 8, "VM", TRUTH_UNKNOWN);
  reckon_all (&world);
  assert_mca_cells (world.report, APPLY_TABLE_FINDINGS, "code currency resource amount line",
                    "MCA201 EUR column 3.00 7\n"
                    "MCA201 USD support-plan 6.00 2\n"
                    "MCA202 USD - 5.00 4\n"
                    "MCA204 USD - 7.00 6\n"
                    "MCA205 EUR - 3.00 7\n"
                    "MCA205 EUR support-plan -3.00 8\n"
                    "MCA206 EUR - -3.00 8\n"
                    "MCA207 EUR - 8.00 9\n");
  assert_mca_cells (world.report, APPLY_TABLE_SUMMARY,
                    "currency charges refunds not_covered eligible credit due opening lapsed "
                    "closing zero_on",
                    "EUR 8.00 -3.00 3.00 8.00 0.00 8.00 0.00 0.00 0.00 -\n"
                    "USD 23.00 0.00 6.00 17.00 5.00 18.00 5.00 0.00 0.00 2026-02-03\n");
  end (&world);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("apply-findings");
  TCase *tests = tcase_create ("apply-findings");

  tcase_add_test (tests, findings_stand_on_the_first_charge_that_was_read);
  suite_add_tcase (suite, tests);
  return suite;
}

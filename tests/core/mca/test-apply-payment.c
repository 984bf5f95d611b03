/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/mca/apply-payment.h"
#include "test-main.h"

#include <check.h>

static McaLot
lot (const char *id, Day start, Day end, int left)
{
  return (McaLot){ .origin = { .own_id = id, .profile_id = "p" },
                   .start = start,
                   .expiration = end,
                   .remaining = { amount_known (decimal_from_int (left)), "USD" } };
}

static ApplyCharge
charge (Day day, int amount)
{
  return (ApplyCharge){ .date = day, .currency = "USD", .amount = decimal_from_int (amount) };
}

/* "a=5 b=2 due 3 exhausted" */
static void
assert_paid (ApplyPayments *payments, const ApplyCharge *charge, const char *expected)
{
  const ApplyPaid paid = apply_payment_pay (payments, charge);
  const ApplyPayment *parts = paid.paid_by.elements;
  g_autoptr (GString) found = g_string_new (NULL);
  Decimal sum = decimal_from_int (0);

  for (gsize i = 0; i < paid.paid_by.count; i++)
    {
      g_string_append_printf (found, "%s=%d ", parts[i].lot_id,
                              (int) decimal_to_int (parts[i].amount));
      sum = decimal_add (sum, parts[i].amount);
    }
  g_string_append_printf (found, "due %d %s", (int) decimal_to_int (paid.due),
                          paid.reason != DUE_NOTHING ? apply_payment_word (paid.reason) : "-");
  ck_assert_str_eq (found->str, expected);
  ck_assert (decimal_equal (sum, paid.credit));
  ck_assert (decimal_equal (decimal_add (paid.credit, paid.due), charge->amount));
}

static ApplyPayments *
payments_of (const McaLot *lots, guint count, gboolean all_sponsorship)
{
  g_autoptr (GPtrArray) pointers = g_ptr_array_new ();

  for (guint i = 0; i < count; i++)
    g_ptr_array_add (pointers, (gpointer) (guintptr) &lots[i]);
  return apply_payment_new (pointers, all_sponsorship);
}

START_TEST (the_lot_that_ends_soonest_pays_first)
{
  const McaLot lots[] = { lot ("z", DAY_NONE, DAY_NONE, 9), lot ("d", 10, 30, 4),
                          lot ("c", 10, 30, 4), lot ("b", 5, 30, 4), lot ("a", 1, 20, 4) };
  g_autoptr (ApplyPayments) payments = payments_of (lots, 5, FALSE);
  ApplyCharge own = charge (10, 18);

  assert_paid (payments, &own, "a=4 b=4 c=4 d=4 z=2 due 0 -");
  own = charge (21, 9);
  assert_paid (payments, &own, "z=7 due 2 exhausted");
  ck_assert_int_eq (apply_payment_lot (payments, 0)->first_use, 10);
  ck_assert_int_eq (apply_payment_lot (payments, 0)->last_use, 21);
  ck_assert (apply_payment_is_zero (payments, "USD", 21));
}
END_TEST

START_TEST (what_is_due_has_the_first_reason_that_fits)
{
  McaLot lots[] = { lot ("a", 10, 20, 5), lot ("s", 1, 30, 5) };
  ApplyCharge own = charge (10, 0);
  lots[1].source = "Azure Sponsorship";
  g_autoptr (ApplyPayments) payments = payments_of (lots, 2, FALSE);

  own.rule = EXCLUSION_COLUMN;
  assert_paid (payments, &own, "due 0 -");
  own.amount = decimal_from_int (-2);
  assert_paid (payments, &own, "due -2 refund");
  own.amount = decimal_from_int (2);
  assert_paid (payments, &own, "due 2 not-covered");
  own.rule = EXCLUSION_NONE;
  own.currency = "EUR";
  assert_paid (payments, &own, "due 2 no-lot");
  own.currency = "USD";
  own.profile_id = "q";
  assert_paid (payments, &own, "due 2 no-lot");
  own.profile_id = "p";
  own.sponsorship = SPONSORSHIP_RESERVATION;
  own.amount = decimal_from_int (7);
  assert_paid (payments, &own, "a=5 due 2 sponsorship");
  own.sponsorship = SPONSORSHIP_PAYS;
  assert_paid (payments, &own, "s=5 due 2 exhausted");
  own.sponsorship = SPONSORSHIP_RESERVATION;
  assert_paid (payments, &own, "due 7 exhausted");
  own.date = 21;
  assert_paid (payments, &own, "due 7 outside-dates");
  own.date = 31;
  assert_paid (payments, &own, "due 7 outside-dates");
}
END_TEST

/* Lots in which nothing is left are passed over, but still say why something is due. */
START_TEST (empty_lots_say_why_something_is_due)
{
  McaLot lots[] = { lot ("a", 1, 10, 5), lot ("b", 1, 12, 5), lot ("c", 20, 30, 5) };
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  ApplyCharge of_another = charge (3, 4);

  for (guint i = 0; i < G_N_ELEMENTS (lots); i++)
    g_ptr_array_add (all, &lots[i]);
  g_autoptr (ApplyPayments) payments = apply_payment_new (all, FALSE);
  const ApplyCharge charges[]
      = { charge (2, 10), charge (3, 4), charge (11, 4), charge (15, 4), charge (20, 6) };
  of_another.profile_id = "q";
  assert_paid (payments, &charges[0], "a=5 b=5 due 0 -");
  assert_paid (payments, &charges[1], "due 4 exhausted");
  assert_paid (payments, &of_another, "due 4 no-lot");
  assert_paid (payments, &charges[2], "due 4 exhausted");
  assert_paid (payments, &charges[3], "due 4 outside-dates");
  assert_paid (payments, &charges[4], "c=5 due 1 exhausted");
}
END_TEST

START_TEST (only_sound_credits_can_pay)
{
  McaLot lots[] = { lot ("a", 1, 9, 0), lot ("b", 1, 9, -1), lot ("c", 1, 9, 1),
                    lot ("d", 1, 9, 1), lot ("e", 1, 9, 1),  lot ("f", 1, 9, 1) };

  lots[2].status = "Cancelled";
  lots[3].credit_currency = "EUR";
  lots[4].remaining.currency = NULL;
  g_autoptr (ApplyPayments) payments = payments_of (lots, 6, TRUE);
  for (guint i = 0; i < 6; i++)
    {
      ck_assert_int_eq (apply_payment_lot (payments, i)->can_pay, i == 5);
      ck_assert (apply_payment_lot (payments, i)->is_sponsorship);
    }
}
END_TEST

START_TEST (zero_is_when_what_runs_is_empty)
{
  const McaLot lots[] = { lot ("a", 10, 20, 5), lot ("b", 30, 40, 5) };
  g_autoptr (ApplyPayments) payments = payments_of (lots, 2, FALSE);

  ck_assert (!apply_payment_is_zero (payments, "USD", 9));
  ck_assert (!apply_payment_is_zero (payments, "USD", 20));
  ck_assert (apply_payment_is_zero (payments, "USD", 21));
  ck_assert (!apply_payment_is_zero (payments, "USD", 30));
  ck_assert (!apply_payment_is_zero (payments, "EUR", 21));
}
END_TEST

START_TEST (a_charge_may_be_paid_by_any_number_of_lots)
{
  g_autofree McaLot *lots = g_new0 (McaLot, 10000);
  ApplyCharge own = charge (5, 3);

  for (guint i = 0; i < 10000; i++)
    lots[i] = lot ("a", 1, 9, 1);
  g_autoptr (ApplyPayments) payments = payments_of (lots, 10000, FALSE);
  assert_paid (payments, &own, "a=1 a=1 a=1 due 0 -");
  own = charge (5, 9998);
  const ApplyPaid paid = apply_payment_pay (payments, &own);
  ck_assert_uint_eq (paid.paid_by.count, 9997);
  ck_assert (decimal_equal (paid.due, decimal_from_int (1)));
  for (gsize i = 0; i < paid.paid_by.count; i++)
    ck_assert_str_eq (((const ApplyPayment *) paid.paid_by.elements)[i].lot_id, "a");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("apply-payment");
  TCase *tests = tcase_create ("apply-payment");

  tcase_add_test (tests, the_lot_that_ends_soonest_pays_first);
  tcase_add_test (tests, what_is_due_has_the_first_reason_that_fits);
  tcase_add_test (tests, empty_lots_say_why_something_is_due);
  tcase_add_test (tests, only_sound_credits_can_pay);
  tcase_add_test (tests, zero_is_when_what_runs_is_empty);
  tcase_add_test (tests, a_charge_may_be_paid_by_any_number_of_lots);
  suite_add_tcase (suite, tests);
  return suite;
}

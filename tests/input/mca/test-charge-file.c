/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/mca/charge-file.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static gssize
read_text (void *data, char *buffer, gsize size, GError **error G_GNUC_UNUSED)
{
  const char **text = data;
  const gsize count = MIN (size, strlen (*text));

  memcpy (buffer, *text, count);
  *text += count;
  return (gssize) count;
}

/* What was refused, or NULL. (transfer full) */
static char *
read_charges (ApplyCharges *charges, const char *text)
{
  g_autoptr (TableMap) map = table_form_map_new ();
  const TableFormat format = { .separator = ',', .map = map };
  const TableContent content = { "f", read_text, &text };
  g_autoptr (GError) error = NULL;
  guint64 count;

  if (charge_file_read (&content, &format, charges, &count, &error))
    {
      ck_assert_uint_eq (count, charges->charges->len);
      return NULL;
    }
  return g_strdup (error->message);
}

START_TEST (a_charge_is_what_its_columns_say)
{
  g_autoptr (McaBook) book = mca_book_new ();
  g_autoptr (ApplyCharges) charges = apply_charges_new (book);
  const ApplyCharge *charge;

  ck_assert_ptr_null (read_charges (
      charges,
      "UsageDate;Subtotal;Cost;CurrencyCode;ProductName;Product;PublisherName;ChargeType;"
      "PricingModel;BillingProfileId;InvoiceId;CreditEligible;x y\n"
      "10/31/2026;9;-1.50;usd;b;VM;N/A;Usage;Reservation;/x/billingProfiles/PQ;G1;Yes;\n"));
  charge = &g_array_index (charges->charges, ApplyCharge, 0);
  ck_assert_int_eq (charge->date, calendar_day (2026, 10, 31));
  ck_assert (decimal_equal (charge->amount, decimal_from_scaled (-15, 1)));
  ck_assert_str_eq (charge->currency, "USD");
  ck_assert_str_eq (charge->product, "VM");
  ck_assert_ptr_null (charge->publisher);
  ck_assert_str_eq (charge->kind, "Usage");
  ck_assert_str_eq (charge->profile_id, "pq");
  ck_assert_str_eq (charge->invoice, "G1");
  ck_assert_int_eq (charge->eligible, TRUTH_TRUE);
  ck_assert_int_eq (charge->sponsorship, SPONSORSHIP_RESERVATION);
  ck_assert_uint_eq (charge->line, 2);
}
END_TEST

static const struct
{
  const char *text;
  const char *message; /* NULL: it is read */
} cases[] = {
  { "Date,Amount,Currency,Product\n2026-01-01,1,USD,\n", NULL },
  { "Date,Amount,Currency\n", "f:1: found no column for product" },
  { "Date,Amount,Currency,Product\n,1,USD,x\n",
    "f:2: column \"Date\": found \"\", expected a date" },
  { "Date,Amount,Currency,Product\n2026-01-01,1x,USD,x\n", "f:2: column \"Amount\": found \"1x\"" },
  { "Date,Amount,Currency,Product\n2026-01-01,1,,x\n", "f:2: column \"Currency\": found \"\"" },
  { "Date,Amount,Currency,Product,CreditEligible\n2026-01-01,1,USD,x,maybe\n",
    "f:2: column \"CreditEligible\": found \"maybe\"" },
  { "Date,Amount,Currency,Product,CreditEligible\n2026-01-01,1,USD,x,\n", NULL },
};

START_TEST (a_bad_row_refuses_the_file)
{
  g_autoptr (McaBook) book = mca_book_new ();
  g_autoptr (ApplyCharges) charges = apply_charges_new (book);
  g_autofree char *message = read_charges (charges, cases[_i].text);

  if (cases[_i].message == NULL)
    ck_assert_msg (message == NULL, "%s", message);
  else
    ck_assert_msg (message != NULL && g_str_has_prefix (message, cases[_i].message), "%s",
                   message != NULL ? message : "read");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("charge-file");
  TCase *tests = tcase_create ("charge-file");

  tcase_add_test (tests, a_charge_is_what_its_columns_say);
  tcase_add_loop_test (tests, a_bad_row_refuses_the_file, 0, G_N_ELEMENTS (cases));
  suite_add_tcase (suite, tests);
  return suite;
}

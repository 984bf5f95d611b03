/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/free-charges.h"
#include "test-main.h"

#include <check.h>

static const Hash128 rest = { 0x1230, 0x4560 };
static const Hash128 other_rest = { 0x9990, 0x8880 };

/* The hashes of @count invoices; that of the one at @place is hash_of_place (place). */
static Hash128
hash_of_place (guint place)
{
  return (Hash128){ .low = (place + 1) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c14), .high = place };
}

static GArray *
make_invoices (guint count)
{
  GArray *invoices = g_array_new (FALSE, FALSE, sizeof (Hash128));

  for (guint i = 0; i < count; i++)
    {
      const Hash128 hash = hash_of_place (i);
      g_array_append_val (invoices, hash);
    }
  return invoices;
}

static Hash128
charge_on (guint place, Hash128 key)
{
  return key_bytes_hash_xor (hash_of_place (place), key);
}

START_TEST (the_first_invoice_with_a_free_charge_is_told)
{
  g_autoptr (GArray) invoices = make_invoices (4);
  g_autoptr (FreeCharges) charges = free_charges_new (invoices);

  free_charges_want (charges, rest);
  free_charges_want (charges, rest); /* another credit of the same key */
  free_charges_add (charges, charge_on (3, rest), 1);
  free_charges_add (charges, charge_on (2, rest), 1);
  free_charges_add (charges, charge_on (1, other_rest), 1);
  ck_assert_uint_eq (free_charges_invoice (charges, rest), 2);
  ck_assert_uint_eq (free_charges_invoice (charges, rest), 2);
  ck_assert_uint_eq (free_charges_invoice (charges, other_rest), FREE_CHARGES_NOWHERE);
  free_charges_free (NULL);
}
END_TEST

START_TEST (a_charge_that_is_taken_is_not_free)
{
  g_autoptr (GArray) invoices = make_invoices (3);
  g_autoptr (FreeCharges) charges = free_charges_new (invoices);

  free_charges_want (charges, rest);
  free_charges_want (charges, other_rest);
  for (guint i = 0; i < 2; i++)
    free_charges_add (charges, charge_on (0, rest), 1);
  for (guint i = 0; i < 3; i++)
    free_charges_add (charges, charge_on (1, rest), 1);
  free_charges_add (charges, charge_on (2, other_rest), 1);
  free_charges_take (charges, charge_on (0, rest), 2);
  free_charges_take (charges, charge_on (1, rest), 2);
  free_charges_take (charges, charge_on (2, other_rest), 1);
  free_charges_take (charges, charge_on (2, rest), 0);
  ck_assert_uint_eq (free_charges_invoice (charges, rest), 1);
  ck_assert_uint_eq (free_charges_invoice (charges, other_rest), FREE_CHARGES_NOWHERE);
}
END_TEST

START_TEST (without_invoices_there_is_nothing_to_find)
{
  g_autoptr (GArray) invoices = make_invoices (0);
  g_autoptr (FreeCharges) charges = free_charges_new (invoices);

  free_charges_want (charges, rest);
  free_charges_add (charges, rest, 1);
  ck_assert_uint_eq (free_charges_invoice (charges, rest), FREE_CHARGES_NOWHERE);
}
END_TEST

/* The keys that come first use up what may be looked for; the last one just fits or does not. */
START_TEST (keys_beyond_the_bound_are_not_looked_for)
{
  const guint count = FREE_CHARGES_LOOKUPS_MAX / 4;
  g_autoptr (GArray) invoices = make_invoices (count);
  g_autoptr (FreeCharges) charges = free_charges_new (invoices);

  for (guint64 key = 0; key < 5; key++)
    free_charges_want (charges, (Hash128){ .low = key * 2, .high = G_MAXUINT64 - key });
  for (guint64 key = 0; key < 5; key++)
    {
      const Hash128 wanted = { .low = key * 2, .high = G_MAXUINT64 - key };

      free_charges_add (charges, charge_on (count - 1, wanted), 1);
      ck_assert_uint_eq (free_charges_invoice (charges, wanted),
                         key < 4 ? count - 1 : FREE_CHARGES_NOWHERE);
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("free-charges");
  TCase *found = tcase_create ("found");

  tcase_add_test (found, the_first_invoice_with_a_free_charge_is_told);
  tcase_add_test (found, a_charge_that_is_taken_is_not_free);
  tcase_add_test (found, without_invoices_there_is_nothing_to_find);
  tcase_add_test (found, keys_beyond_the_bound_are_not_looked_for);
  suite_add_tcase (suite, found);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/pair-hash.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>

#define LINE \
  "invoice=G1|customer=c1|product=p1|sku=s1|availability=v1|order=2026-10-05|price=1.25|quantity=" \
  "4"

/* 39 digits: more than a word holds. */
#define LONG "123456789012345678901234567890.12345678"

static gboolean
is_same (Hash128 a, Hash128 b)
{
  return a.low == b.low && a.high == b.high;
}

static Hash128
hash_of (PairHash *hash, const char *fields)
{
  const InvoiceLine line = build_invoice_line (fields);
  const RowNumbers numbers = pair_hash_number_line (hash, &line);

  return pair_hash_of_rest (hash, &line, &numbers);
}

static const struct
{
  const char *first;
  const char *second;
  gboolean same;
} pairs[] = {
  { "", "", TRUE },
  { "", "customer=C1|product=P1|sku=S1|availability=V1", TRUE },
  { "", "price=1.2500|quantity=04.0", TRUE },
  { "", "price=-1.25|quantity=-4", TRUE },
  { "price=100", "price=1e2", TRUE },
  { "price=1", "price=100e-2", TRUE },
  { "", "invoice=G2", TRUE }, /* the rest of the line */
  { "", "customer=c2", FALSE },
  { "", "product=s1|sku=p1", FALSE },
  { "", "product=p1s|sku=1", FALSE },
  { "", "order=2026-10-06", FALSE },
  { "", "price=4|quantity=1.25", FALSE },
  { "", "price=12.5", FALSE }, /* the digits alone */
  { "price=1.25|quantity=40", "price=12.5|quantity=4", FALSE },
  { "price=" LONG, "price=" LONG, TRUE },
  { "price=" LONG, "price=" LONG "|quantity=4.0", TRUE },
  { "price=" LONG, "price=" LONG "|quantity=5", FALSE },
  { "price=" LONG, "quantity=" LONG, FALSE },
  { "price=" LONG, "price=" LONG "|order=2026-10-06", FALSE },
};

START_TEST (lines_are_told_apart_by_what_a_pair_must_share)
{
  g_autofree char *first = g_strdup_printf (LINE "|%s", pairs[_i].first);
  g_autofree char *second = g_strdup_printf (LINE "|%s", pairs[_i].second);
  PairHash *hash = pair_hash_new (build_ids ());
  const Hash128 a = hash_of (hash, first), b = hash_of (hash, second);

  ck_assert_int_eq (is_same (a, b), pairs[_i].same);
  ck_assert_int_eq (a.low == b.low, pairs[_i].same); /* each half tells */
  ck_assert_int_eq (a.high == b.high, pairs[_i].same);
  pair_hash_free (hash);
}
END_TEST

START_TEST (other_books_number_ids_otherwise_and_hash_them_alike)
{
  PairHash *hash = pair_hash_new (build_ids ());
  PairHash *other = pair_hash_new (build_ids ());

  (void) hash_of (other, LINE "|customer=c7|product=p7|sku=s7|availability=v7");
  ck_assert (is_same (hash_of (hash, LINE), hash_of (other, LINE)));
  ck_assert (is_same (hash_of (hash, LINE), hash_of (hash, LINE))); /* and again */
  pair_hash_free (hash);
  pair_hash_free (other);
}
END_TEST

START_TEST (an_invoice_has_one_hash_by_number_and_by_name)
{
  RowIds *ids = build_ids ();
  PairHash *hash = pair_hash_new (row_ids_ref (ids));
  const guint first = row_ids_add (ids, ROW_ID_INVOICE, slice_of ("G1"));
  const guint second = row_ids_add (ids, ROW_ID_INVOICE, slice_of ("G2"));

  ck_assert (is_same (pair_hash_of_invoice (hash, second), pair_hash_of_invoice_name (hash, "G2")));
  ck_assert (is_same (pair_hash_of_invoice (hash, first), pair_hash_of_invoice_name (hash, "g1")));
  ck_assert (!is_same (pair_hash_of_invoice (hash, first), pair_hash_of_invoice (hash, second)));
  pair_hash_free (hash);
  row_ids_unref (ids);
}
END_TEST

START_TEST (another_key_gives_other_hashes)
{
  static const HashKey key = { 77, 78 };
  PairHash *hash = pair_hash_new (build_ids ());
  PairHash *other = pair_hash_new (row_ids_new (&key));

  ck_assert (!is_same (hash_of (hash, LINE), hash_of (other, LINE)));
  pair_hash_free (hash);
  pair_hash_free (other);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("pair-hash");
  TCase *tcase = tcase_create ("pair-hash");

  tcase_add_loop_test (tcase, lines_are_told_apart_by_what_a_pair_must_share, 0,
                       G_N_ELEMENTS (pairs));
  tcase_add_test (tcase, other_books_number_ids_otherwise_and_hash_them_alike);
  tcase_add_test (tcase, an_invoice_has_one_hash_by_number_and_by_name);
  tcase_add_test (tcase, another_key_gives_other_hashes);
  suite_add_tcase (suite, tcase);
  return suite;
}

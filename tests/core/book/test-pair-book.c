/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/pair-book.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>

static void
add_charge (PairBook *book, const char *fields)
{
  const InvoiceLine line = build_invoice_line (fields);
  const RowNumbers numbers = pair_book_number_line (book, &line);

  pair_book_add_charge (book, &line, &numbers);
}

static void
add_credit (PairBook *book, const char *fields, guint tag)
{
  const InvoiceLine line = build_invoice_line (fields);
  const RowNumbers numbers = pair_book_number_line (book, &line);

  pair_book_add_credit (book, &line, &numbers, tag);
}

static void
note_result (guint tag, PairResult result, guint elsewhere, gpointer user_data)
{
  static const char *const names[] = { "none", "plain", "pec" };

  g_string_append_printf (user_data, "%u:%s", tag, names[result]);
  if (elsewhere != PAIR_NOWHERE)
    g_string_append_printf (user_data, "@%u", elsewhere);
  g_string_append_c (user_data, ' ');
}

/*
 * @expected: "TAG:RESULT " of each credit, in the order they come in, with "@PLACE" where another
 * invoice has a free charge; the invoices are g3, g2 and g1.
 */
static void
assert_pairs (PairBook *book, const char *expected)
{
  static char names[][3] = { "g3", "g2", "g1" };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) invoices = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_ptr_array_add (invoices, names[i]);
  pair_book_resolve (book, invoices, note_result, text);
  ck_assert_str_eq (text->str, expected);
}

/* What a pair must share */

#define CHARGE \
  "invoice=G1|customer=c1|product=p1|sku=s1|availability=v1|order=2026-10-05|price=1.25|quantity=" \
  "4"

static const struct
{
  const char *credit; /* what it has otherwise than the charge */
  const char *expected;
} likenesses[] = {
  { "", "7:plain " },
  /* all of these count */
  { "invoice=G2", "7:none@2 " },
  { "invoice=G2|product=p2", "7:none " },
  { "customer=c2", "7:none " },
  { "product=p2", "7:none " },
  { "product=", "7:none " },
  { "sku=s2", "7:none " },
  { "availability=v2", "7:none " },
  { "order=2026-10-06", "7:none " },
  { "price=1.26", "7:none " },
  { "quantity=5", "7:none " },
  { "price=4|quantity=1.25", "7:none " },
  { "product=p1s|sku=1", "7:none " }, /* the same letters in a row */
  { "product=p|sku=1s1", "7:none " },
  { "invoice=G1c1|customer=", "7:none " },
  /* case, signs and the way a number is written do not */
  { "invoice=g1|customer=C1|product=P1|sku=S1|availability=V1", "7:plain " },
  { "price=-1.25", "7:plain " },
  { "quantity=-4", "7:plain " },
  { "price=-1.2500|quantity=-04.0", "7:plain " },
  /* nor does anything else of the line */
  { "subtotal=-5|tax=1|total=9|currency=EUR|pricing-currency=GBP|rate=2", "7:plain " },
  { "name=Contoso|start=2026-09-01|end=2026-11-30", "7:plain " },
  { "type=customerCredit|reason=Azure Credit|publisher=Red Hat|line=9", "7:plain " },
  { "adjustment=15% Partner earned credit", "7:plain " }, /* of a credit, that does not count */
};

START_TEST (a_pair_shares_ids_order_day_price_and_quantity)
{
  g_autofree char *credit = g_strdup_printf (CHARGE "|%s", likenesses[_i].credit);
  g_autoptr (PairBook) book = pair_book_new (build_ids ());

  add_charge (book, CHARGE);
  add_credit (book, credit, 7);
  assert_pairs (book, likenesses[_i].expected);
}
END_TEST

START_TEST (what_is_added_later_pairs_too)
{
  g_autoptr (PairBook) book = pair_book_new (build_ids ());

  add_credit (book, CHARGE, 7);
  assert_pairs (book, "7:none ");
  add_charge (book, CHARGE);
  assert_pairs (book, "7:plain ");
  assert_pairs (book, "7:plain "); /* a charge that was taken is free the next time */
  add_credit (book, CHARGE, 8);
  assert_pairs (book, "7:plain 8:none ");
}
END_TEST

START_TEST (empty_ids_equal_empty_ids)
{
  g_autoptr (PairBook) book = pair_book_new (build_ids ());

  add_charge (book, "invoice=G1|customer=c1|price=1|quantity=1");
  add_credit (book, "invoice=G1|customer=c1|price=1|quantity=1", 0);
  assert_pairs (book, "0:plain ");
}
END_TEST

static const char *const incomparable[] = { "", "price=1", "quantity=1" };

START_TEST (without_price_or_quantity_nothing_pairs)
{
  g_autoptr (PairBook) book = pair_book_new (build_ids ());

  add_charge (book, incomparable[_i]);
  add_charge (book, "price=0|quantity=0");
  add_charge (book, "price=1|quantity=1");
  add_credit (book, incomparable[_i], 3);
  assert_pairs (book, "3:none ");
}
END_TEST

START_TEST (zero_is_a_price_like_any_other)
{
  g_autoptr (PairBook) book = pair_book_new (build_ids ());

  add_charge (book, "price=0|quantity=1");
  add_credit (book, "price=0.00|quantity=-1", 0);
  assert_pairs (book, "0:plain ");
}
END_TEST

/* Who takes what */

#define SAME "price=1|quantity=1"
#define SAME_WITH_PEC SAME "|adjustment=15% Partner earned credit"

START_TEST (a_charge_pairs_once)
{
  g_autoptr (PairBook) book = pair_book_new (build_ids ());

  add_charge (book, SAME);
  add_charge (book, SAME);
  for (guint tag = 10; tag < 13; tag++)
    add_credit (book, SAME, tag);
  assert_pairs (book, "10:plain 11:plain 12:none ");
  assert_pairs (book, "10:plain 11:plain 12:none "); /* resolving changes nothing */
}
END_TEST

START_TEST (charges_without_pec_go_first_wherever_they_stand)
{
  g_autoptr (PairBook) book = pair_book_new (build_ids ());

  add_charge (book, SAME_WITH_PEC);
  add_credit (book, SAME, 0);
  add_charge (book, SAME);
  add_credit (book, SAME, 1);
  add_credit (book, SAME, 2);
  add_charge (book, SAME_WITH_PEC);
  add_credit (book, SAME, 3);
  assert_pairs (book, "0:plain 1:pec 2:pec 3:none ");
}
END_TEST

START_TEST (credits_come_in_reading_order_whatever_they_pair_with)
{
  g_autoptr (PairBook) book = pair_book_new (build_ids ());

  add_credit (book, "customer=c2|" SAME, 9);
  add_credit (book, "customer=c1|" SAME, 4);
  add_credit (book, "customer=c3", 5);
  add_credit (book, "customer=c2|" SAME, 1);
  add_charge (book, "customer=c1|" SAME_WITH_PEC);
  add_charge (book, "customer=c2|" SAME);
  assert_pairs (book, "9:plain 4:pec 5:none 1:none ");
}
END_TEST

START_TEST (a_book_without_credits_calls_nobody)
{
  g_autoptr (PairBook) book = pair_book_new (build_ids ());

  assert_pairs (book, "");
  add_charge (book, SAME);
  assert_pairs (book, "");
  pair_book_free (NULL);
}
END_TEST

/* Free charges on other invoices */

START_TEST (a_credit_without_a_pair_finds_a_charge_on_another_invoice)
{
  g_autoptr (PairBook) book = pair_book_new (build_ids ());

  add_credit (book, "invoice=G3|" SAME, 0);
  add_charge (book, "invoice=G1|" SAME_WITH_PEC);
  assert_pairs (book, "0:none@2 ");
  add_charge (book, "invoice=g2|" SAME); /* is preferred, whatever was read first */
  assert_pairs (book, "0:none@1 ");
  add_charge (book, "invoice=G3|" SAME);
  assert_pairs (book, "0:plain ");
}
END_TEST

START_TEST (a_charge_that_a_credit_of_its_own_invoice_takes_is_not_free)
{
  g_autoptr (PairBook) book = pair_book_new (build_ids ());

  add_charge (book, "invoice=G1|" SAME);
  add_credit (book, "invoice=G2|" SAME, 0);
  add_credit (book, "invoice=G1|" SAME, 1);
  assert_pairs (book, "0:none 1:plain ");
  add_charge (book, "invoice=G1|" SAME);
  add_credit (book, "invoice=G2|" SAME, 2); /* each credit is told of it */
  assert_pairs (book, "0:none@2 1:plain 2:none@2 ");
  add_credit (book, "invoice=G1|" SAME, 3);
  assert_pairs (book, "0:none 1:plain 2:none 3:plain ");
}
END_TEST

START_TEST (a_charge_on_an_invoice_that_is_not_asked_for_is_not_found)
{
  g_autoptr (PairBook) book = pair_book_new (build_ids ());

  add_charge (book, "invoice=G9|" SAME);
  add_credit (book, "invoice=G1|" SAME, 0);
  assert_pairs (book, "0:none ");
}
END_TEST

/* All zero: it has none. */
static Hash128
rest_of (const PairBook *book, guint index)
{
  PairWish key;

  return pair_book_credit (book, index, &key) ? key_bytes_hash_xor (key.hash, key.invoice)
                                              : (Hash128){ 0 };
}

START_TEST (keys_of_credits_leave_out_the_invoice_alone)
{
  Hash128 hashes[7] = { 0 };
  g_autoptr (PairBook) book = pair_book_new (build_ids ());
  g_autoptr (PairBook) later = pair_book_new (build_ids ());

  add_credit (book, "invoice=G1|" SAME, 0);
  add_credit (book, "invoice=G2|" SAME, 1);
  add_credit (book, "invoice=G2|price=1", 2);
  add_credit (book, "invoice=G1|" SAME_WITH_PEC, 3);
  add_credit (later, "invoice=G3|price=-1.0|quantity=1", 0);
  add_credit (later, "invoice=G1|product=p9|" SAME, 1);
  add_credit (later, "invoice=G1|quantity=1", 2);
  pair_book_merge (book, later, 4);
  for (guint i = 0; i < G_N_ELEMENTS (hashes); i++)
    hashes[i] = rest_of (book, i);
  ck_assert (hashes[0].low != 0 || hashes[0].high != 0);
  ck_assert (key_bytes_hash128_equal (&hashes[0], &hashes[1]));
  ck_assert (key_bytes_hash128_equal (&hashes[0], &hashes[3]));
  ck_assert (key_bytes_hash128_equal (&hashes[0], &hashes[4]));
  ck_assert (!key_bytes_hash128_equal (&hashes[0], &hashes[5]));
  ck_assert (hashes[2].low == 0 && hashes[2].high == 0); /* was not told */
  ck_assert (hashes[6].low == 0 && hashes[6].high == 0);
}
END_TEST

/* Charges that lie on shelves */

static Hash128
hash_of (const char *charge)
{
  g_autoptr (PairBook) book = pair_book_new (build_ids ());

  add_charge (book, charge);
  Hash128 hash = g_array_index (pair_book_charges (book), Hash128, 0);
  hash.low &= ~PAIR_GROUPS_PEC_BIT;
  return hash;
}

START_TEST (only_keys_with_too_few_plain_charges_are_open)
{
  g_autoptr (PairBook) book = pair_book_new (build_ids ());

  add_charge (book, "invoice=G1|" SAME);
  add_credit (book, "invoice=G1|" SAME, 0);
  add_charge (book, "invoice=G2|" SAME_WITH_PEC);
  add_credit (book, "invoice=G2|" SAME, 1);
  g_autoptr (GArray) open = pair_book_open_keys (book);
  const Hash128 hash = hash_of ("invoice=G2|" SAME);
  ck_assert_uint_eq (open->len, 1);
  ck_assert (key_bytes_hash128_equal (&g_array_index (open, PairWish, 0).hash, &hash));
}
END_TEST

START_TEST (what_shelves_have_counts_like_charges)
{
  g_autoptr (PairBook) book = pair_book_new (build_ids ());
  const PairCount own = { .hash = hash_of ("invoice=G1|" SAME), .pec = 1 };
  const PairCount all = { .hash = own.hash, .plain = 1, .pec = 1 };
  const PairCount elsewhere = { .hash = hash_of ("invoice=G2|" SAME), .plain = 1 };

  add_credit (book, "invoice=G1|" SAME, 0);
  add_credit (book, "invoice=G1|" SAME, 1);
  add_credit (book, "invoice=G1|" SAME, 2);
  pair_book_add_count (book, &own);
  assert_pairs (book, "0:pec 1:none 2:none ");
  pair_book_set_open (book, &all);
  assert_pairs (book, "0:plain 1:pec 2:none ");
  pair_book_add_elsewhere (book, &elsewhere);
  assert_pairs (book, "0:plain 1:pec 2:none@1 ");
}
END_TEST

START_TEST (a_settled_credit_has_taken_the_charge_on_its_invoice)
{
  g_autoptr (PairBook) book = pair_book_new (build_ids ());
  const PairCount elsewhere = { .hash = hash_of ("invoice=G2|" SAME), .plain = 2 };

  add_credit (book, "invoice=G1|" SAME, 0);
  pair_book_add_elsewhere (book, &elsewhere);
  pair_book_settle_credit (book, elsewhere.hash);
  assert_pairs (book, "0:none@1 ");
  pair_book_settle_credit (book, elsewhere.hash);
  assert_pairs (book, "0:none ");
}
END_TEST

START_TEST (settled_credits_go_once_they_are_credits_like_others)
{
  g_autoptr (PairBook) book = pair_book_new (build_ids ());
  g_autoptr (PairGroups) groups = pair_groups_new (1);
  const Hash128 one = hash_of ("invoice=G1|" SAME), other = hash_of ("invoice=G2|" SAME);

  pair_book_settle_credit (book, one);
  pair_book_settle_credit (book, other);
  add_credit (book, "invoice=G1|" SAME, 0);
  pair_book_unsettle (book);
  pair_groups_want (groups, one, one);
  ck_assert (!pair_book_shares_settled (book, groups));
  pair_groups_want (groups, other, one);
  ck_assert (pair_book_shares_settled (book, groups));
  pair_book_forget_credits (book);
  ck_assert_uint_eq (pair_book_credit_count (book), 0);
  ck_assert (pair_book_shares_settled (book, groups));
}
END_TEST

/* Merging */

START_TEST (merged_books_find_free_charges_across_their_border)
{
  g_autoptr (PairBook) book = pair_book_new (build_ids ());
  g_autoptr (PairBook) later = pair_book_new (build_ids ());

  add_charge (book, "invoice=G1|" SAME);
  add_credit (book, "invoice=G3|product=p2|" SAME, 0);
  add_credit (later, "invoice=G2|" SAME, 0);
  add_credit (later, "invoice=G1|product=p2|" SAME, 1);
  add_charge (later, "invoice=G2|product=p2|" SAME);
  pair_book_merge (book, later, 1);
  assert_pairs (book, "0:none@1 1:none@2 2:none@1 ");
}
END_TEST

START_TEST (merged_books_pair_across_their_border)
{
  g_autoptr (PairBook) book = pair_book_new (build_ids ());
  g_autoptr (PairBook) later = pair_book_new (build_ids ());

  add_credit (book, SAME, 0);
  add_charge (book, SAME_WITH_PEC);
  add_credit (book, SAME, 1);
  add_credit (later, SAME, 0);
  add_charge (later, SAME);
  pair_book_merge (book, later, 2);
  assert_pairs (book, "0:plain 1:pec 2:none ");
  assert_pairs (later, "");
}
END_TEST

START_TEST (an_empty_book_takes_the_other_as_it_is)
{
  g_autoptr (PairBook) book = pair_book_new (build_ids ());
  g_autoptr (PairBook) later = pair_book_new (build_ids ());

  add_charge (later, SAME);
  add_credit (later, SAME, 0);
  pair_book_merge (book, later, 5);
  assert_pairs (book, "5:plain ");
  pair_book_merge (book, later, 6);
  assert_pairs (book, "5:plain ");
}
END_TEST

START_TEST (a_book_that_was_merged_is_empty_and_can_be_used_again)
{
  g_autoptr (PairBook) book = pair_book_new (build_ids ());
  g_autoptr (PairBook) later = pair_book_new (build_ids ());

  for (guint round = 0; round < 3; round++)
    {
      add_credit (later, SAME, 0);
      assert_pairs (later, "0:none ");
      add_charge (later, SAME);
      pair_book_merge (book, later, round);
      assert_pairs (later, "");
    }
  assert_pairs (book, "0:plain 1:plain 2:plain ");
}
END_TEST

/* Many groups, so that the hashes are really told apart, under several keys. */
START_TEST (many_pairs_find_each_other_under_any_key)
{
  const HashKey some_key = { (guint64) _i * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15), (guint64) _i };
  g_autoptr (PairBook) book = pair_book_new (row_ids_new (&some_key));
  g_autoptr (GString) expected = g_string_new (NULL);

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *fields
          = g_strdup_printf ("product=p%u|price=1|quantity=1%s", i,
                             i % 2 == 0 ? "|adjustment=15% Partner earned credit" : "");
      if (i % 3 != 0)
        add_charge (book, fields);
      add_credit (book, fields, i);
      g_string_append_printf (expected, "%u:%s ", i,
                              i % 3 == 0   ? "none"
                              : i % 2 == 0 ? "pec"
                                           : "plain");
    }
  assert_pairs (book, expected->str);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("pair-book");
  TCase *likeness = tcase_create ("likeness");
  TCase *order = tcase_create ("order");
  TCase *elsewhere = tcase_create ("elsewhere");
  TCase *merge = tcase_create ("merge");

  tcase_add_loop_test (likeness, a_pair_shares_ids_order_day_price_and_quantity, 0,
                       G_N_ELEMENTS (likenesses));
  tcase_add_test (elsewhere, a_credit_without_a_pair_finds_a_charge_on_another_invoice);
  tcase_add_test (elsewhere, a_charge_that_a_credit_of_its_own_invoice_takes_is_not_free);
  tcase_add_test (elsewhere, a_charge_on_an_invoice_that_is_not_asked_for_is_not_found);
  tcase_add_test (elsewhere, keys_of_credits_leave_out_the_invoice_alone);
  tcase_add_test (merge, only_keys_with_too_few_plain_charges_are_open);
  tcase_add_test (merge, what_shelves_have_counts_like_charges);
  tcase_add_test (merge, a_settled_credit_has_taken_the_charge_on_its_invoice);
  tcase_add_test (merge, settled_credits_go_once_they_are_credits_like_others);
  tcase_add_test (merge, merged_books_find_free_charges_across_their_border);
  tcase_add_test (likeness, what_is_added_later_pairs_too);
  tcase_add_test (likeness, empty_ids_equal_empty_ids);
  tcase_add_loop_test (likeness, without_price_or_quantity_nothing_pairs, 0,
                       G_N_ELEMENTS (incomparable));
  tcase_add_test (likeness, zero_is_a_price_like_any_other);
  tcase_add_test (order, a_charge_pairs_once);
  tcase_add_test (order, charges_without_pec_go_first_wherever_they_stand);
  tcase_add_test (order, credits_come_in_reading_order_whatever_they_pair_with);
  tcase_add_test (order, a_book_without_credits_calls_nobody);
  tcase_add_test (merge, merged_books_pair_across_their_border);
  tcase_add_test (merge, an_empty_book_takes_the_other_as_it_is);
  tcase_add_test (merge, a_book_that_was_merged_is_empty_and_can_be_used_again);
  tcase_add_loop_test (merge, many_pairs_find_each_other_under_any_key, 0, 3);
  suite_add_tcase (suite, likeness);
  suite_add_tcase (suite, order);
  suite_add_tcase (suite, elsewhere);
  suite_add_tcase (suite, merge);
  return suite;
}

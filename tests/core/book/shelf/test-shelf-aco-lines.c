/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/key-bytes.h"
#include "core/book/shelf/shelf-aco-lines.h"
#include "core/book/shelf/shelf-charges.h"
#include "sample-shelf.h"
#include "test-main.h"

#include <check.h>

#define CREDIT "invoice: subtotal=-10|price=1|quantity=10|reason=Azure Credit Offer|product="
#define CHARGE "invoice: subtotal=10|price=1|quantity=10|product="
#define REVERSAL "invoice: subtotal=10|price=1|quantity=10|reason=Azure Credit Offer|product="

static void
put (ShelfWriter *writer, const Books *books)
{
  shelf_charges_put (writer, books->charges);
}

/* What comes of them. (transfer full) */
static Books *
take (const Books *books, const SettledWish *wish)
{
  g_autoptr (GByteArray) bytes = sample_shelf_put (books, put);
  Books *again = build_books ();
  ShelfReader reader = sample_shelf_reader (bytes);

  shelf_ids_take (&reader, again->ids);
  shelf_charges_take (&reader, again->charges, wish);
  shelf_ids_forget (&reader);
  ck_assert_msg (shelf_bytes_is_good (&reader), "%s", reader.fault);
  return again;
}

static guint
lines_of (const Books *books)
{
  const guint lines = charge_book_aco_lines (books->charges)->len;

  ck_assert_uint_eq (pair_book_credit_count (charge_book_pair_book (books->charges)), lines);
  return lines;
}

static PairWish
key_of (const Books *books, guint place)
{
  PairWish key;

  ck_assert (pair_book_credit (charge_book_pair_book (books->charges), place, &key));
  return key;
}

START_TEST (settled_credits_are_known_by_their_hashes_alone)
{
  g_autoptr (Books) books = build_books ();

  BUILD_ROWS (books, CHARGE "p", CREDIT "p", CREDIT "q");
  g_autoptr (Books) again = take (books, NULL);
  const PairWish settled = key_of (books, 0), open = key_of (books, 1), kept = key_of (again, 0);
  ck_assert_uint_eq (lines_of (again), 1);
  ck_assert (key_bytes_hash128_equal (&kept.hash, &open.hash));
  g_autoptr (PairGroups) groups = pair_groups_new (1);
  PairBook *pairs = charge_book_pair_book (again->charges);
  pair_groups_want (groups, open.hash, open.invoice);
  ck_assert (!pair_book_shares_settled (pairs, groups));
  pair_groups_want (groups, settled.hash, settled.invoice);
  ck_assert (pair_book_shares_settled (pairs, groups));
}
END_TEST

START_TEST (one_credit_too_many_leaves_all_of_its_key_open)
{
  g_autoptr (Books) books = build_books ();

  BUILD_ROWS (books, CHARGE "p", CREDIT "p", CREDIT "p");
  g_autoptr (Books) again = take (books, NULL);
  ck_assert_uint_eq (lines_of (again), 2);
}
END_TEST

START_TEST (a_charge_with_partner_earned_credit_settles_nothing)
{
  g_autoptr (Books) books = build_books ();

  BUILD_ROWS (books, CHARGE "p|adjustment=15% Partner earned credit", CREDIT "p");
  g_autoptr (Books) again = take (books, NULL);
  ck_assert_uint_eq (lines_of (again), 1);
}
END_TEST

START_TEST (a_line_that_charges_is_always_kept)
{
  g_autoptr (Books) books = build_books ();

  BUILD_ROWS (books, CHARGE "p", REVERSAL "p");
  g_autoptr (Books) again = take (books, NULL);
  ck_assert_uint_eq (lines_of (again), 1);
}
END_TEST

START_TEST (settled_credits_are_read_again_for_their_keys_or_what_they_share_with_others)
{
  g_autoptr (Books) books = build_books ();

  BUILD_ROWS (books, CHARGE "p", CREDIT "p", CHARGE "q", CREDIT "q", CHARGE "r", CREDIT "r");
  const PairWish first = key_of (books, 0), second = key_of (books, 1);
  const Hash128 rest = key_bytes_hash_xor (second.hash, second.invoice);
  g_autoptr (PairGroups) keys = pair_groups_new (1);
  g_autoptr (GHashTable) rests = g_hash_table_new (key_bytes_hash128_hash, key_bytes_hash128_equal);
  const SettledWish wish = { keys, rests };
  g_autoptr (Books) none = take (books, &wish);
  ck_assert_uint_eq (lines_of (none), 0);
  pair_groups_want (keys, first.hash, first.invoice);
  g_hash_table_add (rests, (gpointer) (guintptr) &rest);
  g_autoptr (Books) both = take (books, &wish);
  ck_assert_uint_eq (lines_of (both), 2);
  const AcoLine *line = &g_array_index (charge_book_aco_lines (both->charges), AcoLine, 1);
  ck_assert_str_eq (line->article, "q/");
  ck_assert (!pair_book_shares_settled (charge_book_pair_book (both->charges), keys));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("shelf-aco-lines");
  TCase *tcase = tcase_create ("shelf-aco-lines");

  tcase_add_test (tcase, settled_credits_are_known_by_their_hashes_alone);
  tcase_add_test (tcase, one_credit_too_many_leaves_all_of_its_key_open);
  tcase_add_test (tcase, a_charge_with_partner_earned_credit_settles_nothing);
  tcase_add_test (tcase, a_line_that_charges_is_always_kept);
  tcase_add_test (tcase,
                  settled_credits_are_read_again_for_their_keys_or_what_they_share_with_others);
  suite_add_tcase (suite, tcase);
  return suite;
}

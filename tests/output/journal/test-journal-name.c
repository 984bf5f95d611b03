/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "output/journal/journal-name.h"

#define GUID "a1d4c7e0-3b96-4f28-8c51-06e9b7f2d413"

static const struct
{
  const char *id, *plain, *beancount;
} ids[] = {
  { "1a6f0d37-52c8", "1a6f0d37-52c8", "1a6f0d37-52c8" },
  { GUID, GUID, "A1d4c7e0-3b96-4f28-8c51-06e9b7f2d413" },
  { "x1", "x1", "X781" },
  { "X1", "X581", "X581" },
  { "-a", "X2Da", "X2Da" },
  { "", "X", "X" },
  { NULL, "X", "X" },
  { "a b", "aX20b", "AX20b" },
  { "a:b", "aX3Ab", "AX3Ab" },
  { "a\nb", "aX0Ab", "AX0Ab" },
  { "a  ; b", "aX20X20X3BX20b", "AX20X20X3BX20b" },
  { "(a)", "X28aX29", "X28aX29" },
  { "\xc3\xa9", "XC3XA9", "XC3XA9" },
};

START_TEST (ids_become_segments)
{
  g_autoptr (AccountMap) map = account_map_new ();
  const JournalEntry entry = { .customer_id = ids[_i].id };
  g_autofree char *plain = journal_name_account (map, ACCOUNT_USED, &entry, NAME_PLAIN);
  g_autofree char *beancount = journal_name_account (map, ACCOUNT_USED, &entry, NAME_BEANCOUNT);
  g_autofree char *plain_wanted = g_strconcat ("Expenses:Azure Credits Used:", ids[_i].plain, NULL);
  g_autofree char *beancount_wanted
      = g_strconcat ("Expenses:Azure-Credits-Used:", ids[_i].beancount, NULL);

  ck_assert_str_eq (plain, plain_wanted);
  ck_assert_str_eq (beancount, beancount_wanted);
}
END_TEST

static void
add_account (GHashTable *seen, const AccountMap *map, const char *id, const char *agreement,
             const char *name, NameStyle style)
{
  const JournalEntry entry = { .customer_id = id, .agreement_id = agreement, .credit_name = name };
  char *account = journal_name_account (map, ACCOUNT_CREDIT, &entry, style);

  ck_assert_msg (g_hash_table_add (seen, account), "%s", account);
}

/* All short texts over the characters that the escapes are made of. */
START_TEST (different_credits_never_share_an_account)
{
  static const char letters[] = "xXlLnN2f0-: ";
  const NameStyle style = (NameStyle) _i;
  g_autoptr (AccountMap) map = account_map_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const guint base = sizeof letters; /* the closing NUL makes shorter texts */
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint number = 0; number < base * base * base; number++)
    {
      const char text[] = { letters[number % base], letters[number / base % base],
                            letters[number / base / base], '\0' };
      if (!g_hash_table_add (texts, g_strdup (text)))
        continue;
      add_account (seen, map, text, "a", "ACO", style);
      add_account (seen, map, "b", text, "ACO", style);
      add_account (seen, map, "b", "b", text, style);
      if (*text != '\0')
        add_account (seen, map, text, text, text, style);
    }
}
END_TEST

START_TEST (long_ids_keep_apart)
{
  g_autoptr (AccountMap) map = account_map_new ();
  g_autofree char *a = g_strnfill (5000, 'a');
  g_autofree char *b = g_strnfill (5001, 'a');
  const JournalEntry one = { .customer_id = a, .agreement_id = b, .credit_name = a };
  const JournalEntry two = { .customer_id = b, .agreement_id = b, .credit_name = a };
  g_autofree char *first = journal_name_account (map, ACCOUNT_CREDIT, &one, NAME_BEANCOUNT);
  g_autofree char *second = journal_name_account (map, ACCOUNT_CREDIT, &two, NAME_BEANCOUNT);

  ck_assert_str_ne (first, second);
  ck_assert_uint_lt (strlen (first), 300);
}
END_TEST

START_TEST (what_is_owed_is_one_account)
{
  g_autoptr (AccountMap) map = account_map_new ();
  const JournalEntry entry = { .customer_id = "c1" };
  g_autofree char *account = journal_name_account (map, ACCOUNT_PAYABLE, &entry, NAME_PLAIN);

  ck_assert_str_eq (account, "Liabilities:Microsoft");
}
END_TEST

START_TEST (mapped_accounts_fit_beancount)
{
  g_autoptr (AccountMap) map = account_map_new ();
  const JournalEntry entry = { .customer_id = "c1" };
  g_autoptr (GError) error = NULL;

  ck_assert (account_map_load_text (
      map, "[accounts]\npayable = liabilities:1.2 b_c & d:\xc3\xa4 x:\xe4\xb8\xad\n", "a", &error));
  g_autofree char *account = journal_name_account (map, ACCOUNT_PAYABLE, &entry, NAME_BEANCOUNT);
  ck_assert_str_eq (account, "Liabilities:1-2-b-c---d:\xc3\x84-x:X\xe4\xb8\xad");
}
END_TEST

static const struct
{
  const char *currency, *commodity;
} currencies[] = {
  { "EUR", "EUR" },
  { "US", "US" },
  { "ABCDEFGHIJKL", "ABCDEFGHIJKL" },
  { "TRUE", NULL },
  { "FALSE", NULL },
  { "NULL", NULL },
  { "E", NULL },
  { "", NULL },
  { NULL, NULL },
  { "ABCDEFGHIJKLM", NULL },
  { "EU1", NULL },
  { "eur", NULL },
  { "\xe2\x82\xac", NULL },
  { "EUR\n1", NULL },
  { "X-AA", NULL },
};

START_TEST (currencies_become_commodities)
{
  g_autofree char *commodity = journal_name_commodity (currencies[_i].currency);

  if (currencies[_i].commodity != NULL)
    {
      ck_assert_str_eq (commodity, currencies[_i].commodity);
      return;
    }
  ck_assert_uint_eq (strlen (commodity), 24);
  ck_assert_uint_eq (strspn (commodity, "X-0123456789ABCDEF"), 24);
  ck_assert (g_str_has_prefix (commodity, "X-"));
}
END_TEST

static const struct
{
  const char *name, *description, *string;
} texts[] = {
  { "Contoso Ltd", "Azure credit - Contoso Ltd", "\"Contoso Ltd\"" },
  { NULL, "Azure credit", "\"\"" },
  { "  ", "Azure credit", "\"  \"" },
  { "a\n2026-01-01 open Assets:B", "Azure credit - a\\x0A2026-01-01 open Assets\\x3AB",
    "\"a\\\\x0A2026-01-01 open Assets:B\"" },
  { "a  ; date:2026-01-01, [2026-01-01]",
    "Azure credit - a  \\x3B date\\x3A2026-01-01, \\x5B2026-01-01\\x5D",
    "\"a  ; date:2026-01-01, [2026-01-01]\"" },
  { "a | b", "Azure credit - a \\x7C b", "\"a | b\"" },
  { "the \"best\"\\", "Azure credit - the \"best\"\\", "\"the \\\"best\\\"\\\\\"" },
  { "a\xe2\x80\xa8"
    "b\xff",
    "Azure credit - a\\u2028b\\xFF", "\"a\\\\u2028b\\\\xFF\"" },
};

START_TEST (texts_stay_texts)
{
  g_autoptr (AccountMap) map = account_map_new ();
  const JournalEntry entry = { .kind = ENTRY_CREDIT, .customer_name = texts[_i].name };
  g_autofree char *description = journal_name_description (map, &entry);
  g_autofree char *string = journal_name_string (texts[_i].name);

  ck_assert_str_eq (description, texts[_i].description);
  ck_assert_str_eq (string, texts[_i].string);
}
END_TEST

START_TEST (names_can_be_left_out_and_are_shortened)
{
  g_autoptr (AccountMap) map = account_map_new ();
  g_autofree char *name = g_strnfill (5000, ';');
  const JournalEntry entry = { .kind = ENTRY_INVOICE, .customer_name = name };
  g_autofree char *description = journal_name_description (map, &entry);
  g_autoptr (GError) error = NULL;

  ck_assert_uint_lt (strlen (description), 600);
  ck_assert (account_map_load_text (map, "[journal]\nnames=false\n", "a", &error));
  g_autofree char *bare = journal_name_description (map, &entry);
  g_autofree char *customer = journal_name_customer (map, &entry);
  ck_assert_str_eq (bare, "Microsoft invoice");
  ck_assert_str_eq (customer, "");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("journal-name");
  TCase *tests = tcase_create ("journal-name");

  tcase_add_loop_test (tests, ids_become_segments, 0, G_N_ELEMENTS (ids));
  tcase_add_loop_test (tests, different_credits_never_share_an_account, NAME_PLAIN,
                       NAME_BEANCOUNT + 1);
  tcase_add_test (tests, long_ids_keep_apart);
  tcase_add_test (tests, what_is_owed_is_one_account);
  tcase_add_test (tests, mapped_accounts_fit_beancount);
  tcase_add_loop_test (tests, currencies_become_commodities, 0, G_N_ELEMENTS (currencies));
  tcase_add_loop_test (tests, texts_stay_texts, 0, G_N_ELEMENTS (texts));
  tcase_add_test (tests, names_can_be_left_out_and_are_shortened);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "base/recon-error.h"
#include "output/journal/account-map.h"

START_TEST (an_empty_file_means_the_defaults)
{
  g_autoptr (AccountMap) map = account_map_new ();
  g_autoptr (GError) error = NULL;

  ck_assert (account_map_load_text (map, "", "accounts.ini", &error));
  ck_assert_str_eq (account_map_get (map, ACCOUNT_CREDIT), "Assets:Azure Credits");
  ck_assert_str_eq (account_map_get (map, ACCOUNT_PAYABLE), "Liabilities:Microsoft");
  ck_assert_str_eq (account_map_get (map, ACCOUNT_USED), account_map_get (map, ACCOUNT_APPLIED));
  ck_assert (!account_map_continues (map));
  ck_assert (account_map_shows_names (map));
}
END_TEST

START_TEST (every_account_has_a_key)
{
  const AccountRole role = (AccountRole) _i;
  g_autoptr (AccountMap) map = account_map_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdup_printf (
      "[accounts]\n%s = Aktiva:1200 G\xc3\xbcter-Konto_1.2 & Co\n", account_map_role_key (role));

  ck_assert_msg (account_map_load_text (map, text, "accounts.ini", &error), "%s",
                 error != NULL ? error->message : "");
  ck_assert_str_eq (account_map_get (map, role), "Aktiva:1200 G\xc3\xbcter-Konto_1.2 & Co");
}
END_TEST

START_TEST (the_journal_group_is_read)
{
  g_autoptr (AccountMap) map = account_map_new ();
  g_autoptr (GError) error = NULL;

  ck_assert (account_map_load_text (map, "# mine\n[journal]\ncontinues=true\nnames=false\n",
                                    "accounts.ini", &error));
  ck_assert (account_map_continues (map));
  ck_assert (!account_map_shows_names (map));
}
END_TEST

static const struct
{
  const char *text, *message;
} refused[] = {
  { "credit = Assets:A\n", "group" },
  { "[accounts\n", "accounts.ini: " },
  { "[account]\ncredit = A\n",
    "unknown group [account], expected [accounts] or [journal]; did you mean accounts?" },
  { "[accounts]\ncredits = Assets:A\n",
    "unknown key \"credits\" in [accounts]; did you mean credit?" },
  { "[accounts]\ncredit[de] = Assets:A\n", "unknown key \"credit[de]\"" },
  { "[accounts]\nCredit = Assets:A\n", "unknown key \"Credit\"" },
  { "[journal]\nname = true\n", "unknown key \"name\" in [journal]; did you mean names?" },
  { "[journal]\nnames = 1\n", "names = \"1\": expected true or false" },
  { "[journal]\nnames = fals\n", "expected true or false; did you mean false?" },
  { "[journal]\ncontinues =\n", "continues = \"\": expected true or false" },

  /* accounts that would be something else in a journal */
  { "[accounts]\ncredit =\n", "expected an account like Assets:Azure Credits" },
  { "[accounts]\ncredit = Assets::A\n", "expected an account" },
  { "[accounts]\ncredit = Assets:\n", "expected an account" },
  { "[accounts]\ncredit = :A\n", "expected an account" },
  { "[accounts]\ncredit = (Assets:A)\n", "expected an account" },
  { "[accounts]\ncredit = [Assets:A]\n", "expected an account" },
  { "[accounts]\ncredit = Assets:A  B\n", "expected an account" },
  { "[accounts]\ncredit = Assets:A :B\n", "expected an account" },
  { "[accounts]\ncredit = Assets: A\n", "expected an account" },
  { "[accounts]\ncredit = Assets:A\\tB\n", "expected an account" },
  { "[accounts]\ncredit = Assets:A\\n2026-01-01 open Assets:B\n", "expected an account" },
  { "[accounts]\ncredit = Assets:A;B\n", "expected an account" },
  { "[accounts]\ncredit = Assets:A \"B\"\n", "expected an account" },
  { "[accounts]\ncredit = * Assets:A\n", "expected an account" },
  { "[accounts]\ncredit = -A\n", "expected an account" },
  { "[accounts]\ncredit = Assets:\xff\n", "accounts.ini: " },
  { "[accounts]\ncredit = A\xe2\x80\xae\n", "\\u202E" },

  { "[accounts]\ncredit = Assets:A\nused = Assets:A\n", "credit and used must not be the same" },
  { "[accounts]\ncredit = Liabilities:Microsoft\n", "credit and payable must not be the same" },
};

START_TEST (what_must_not_stand_there_is_refused)
{
  g_autoptr (AccountMap) map = account_map_new ();
  g_autoptr (GError) error = NULL;

  ck_assert_msg (!account_map_load_text (map, refused[_i].text, "accounts.ini", &error), "%s",
                 refused[_i].text);
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_USAGE));
  ck_assert_msg (g_str_has_prefix (error->message, "accounts.ini: "), "%s", error->message);
  ck_assert_msg (strstr (error->message, refused[_i].message) != NULL, "%s", error->message);
  ck_assert_msg (strchr (error->message, '\n') == NULL, "%s", error->message);
  ck_assert_str_eq (account_map_get (map, ACCOUNT_CREDIT), "Assets:Azure Credits");
}
END_TEST

START_TEST (a_refused_file_changes_nothing)
{
  g_autoptr (AccountMap) map = account_map_new ();
  g_autoptr (GError) error = NULL;

  ck_assert (account_map_load_text (map, "[accounts]\npec = Income:P\n", "a", &error));
  ck_assert (
      !account_map_load_text (map, "[accounts]\ncharges = Expenses:C\nbad = x\n", "b", &error));
  ck_assert_str_eq (account_map_get (map, ACCOUNT_PEC), "Income:P");
  ck_assert_str_eq (account_map_get (map, ACCOUNT_CHARGES), "Expenses:Microsoft Charges");
}
END_TEST

START_TEST (an_account_of_any_length_is_refused)
{
  g_autoptr (AccountMap) map = account_map_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strnfill (251, 'a');
  g_autofree char *text = g_strdup_printf ("[accounts]\ncredit = %s\n", name);

  ck_assert (!account_map_load_text (map, text, "a", &error));
}
END_TEST

static char *
make_file (const char *bytes, gssize length)
{
  char *path = NULL;
  int fd = g_file_open_tmp ("account-map-XXXXXX", &path, NULL);

  ck_assert_int_ge (fd, 0);
  close (fd);
  ck_assert (g_file_set_contents (path, bytes, length, NULL));
  return path;
}

START_TEST (a_file_is_loaded)
{
  g_autoptr (AccountMap) map = account_map_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = make_file ("[accounts]\npec = Income:P\n", -1);

  ck_assert (account_map_load (map, path, &error));
  ck_assert_str_eq (account_map_get (map, ACCOUNT_PEC), "Income:P");
  g_unlink (path);
  ck_assert (!account_map_load (map, path, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
}
END_TEST

START_TEST (a_nul_byte_is_refused)
{
  g_autoptr (AccountMap) map = account_map_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = make_file ("[accounts]\n\0", 12);

  ck_assert (!account_map_load (map, path, &error));
  g_unlink (path);
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_USAGE));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("account-map");
  TCase *tests = tcase_create ("account-map");

  tcase_add_test (tests, an_empty_file_means_the_defaults);
  tcase_add_loop_test (tests, every_account_has_a_key, 0, ACCOUNT_COUNT);
  tcase_add_test (tests, the_journal_group_is_read);
  tcase_add_loop_test (tests, what_must_not_stand_there_is_refused, 0, G_N_ELEMENTS (refused));
  tcase_add_test (tests, a_refused_file_changes_nothing);
  tcase_add_test (tests, an_account_of_any_length_is_refused);
  tcase_add_test (tests, a_file_is_loaded);
  tcase_add_test (tests, a_nul_byte_is_refused);
  suite_add_tcase (suite, tests);
  return suite;
}

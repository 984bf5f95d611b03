/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "base/language/catalog.h"

/* As msgfmt writes it: "", "month\4May", "row" with two forms, "yes". */
#define WORD(a) (char) ((a) &0xff), (char) ((a) >> 8), 0, 0
#define ORIGINALS "\0month\4May\0row\0rows\0yes"
#define TRANSLATIONS "Language: nl\n\0mei\0rij\0rijen\0ja"
#define TEXTS_AT (28 + 4 * 16)
#define SAID_AT (TEXTS_AT + sizeof ORIGINALS)

static const char head[] = { (char) 0xde, 0x12, 0x04, (char) 0x95, WORD (0), WORD (4), WORD (28),
                             WORD (60), WORD (0), WORD (92),
                             /* originals */
                             WORD (0), WORD (TEXTS_AT), WORD (9), WORD (TEXTS_AT + 1), WORD (8),
                             WORD (TEXTS_AT + 11), WORD (3), WORD (TEXTS_AT + 20),
                             /* translations */
                             WORD (13), WORD (SAID_AT), WORD (3), WORD (SAID_AT + 14), WORD (9),
                             WORD (SAID_AT + 18), WORD (2), WORD (SAID_AT + 28) };

static GString *bytes;
static Catalog catalog;

static void
setup (void)
{
  bytes = g_string_new_len (head, sizeof head);
  g_string_append_len (bytes, ORIGINALS, sizeof ORIGINALS);
  g_string_append_len (bytes, TRANSLATIONS, sizeof TRANSLATIONS);
  catalog = (Catalog){ bytes->str, bytes->len };
}

static void
teardown (void)
{
  g_string_free (bytes, TRUE);
}

START_TEST (test_texts)
{
  ck_assert_uint_eq (catalog_count (&catalog), 4);
  ck_assert_str_eq (catalog_find (&catalog, NULL, "yes", 0), "ja");
  ck_assert_str_eq (catalog_header (&catalog), "Language: nl\n");
  ck_assert_ptr_null (catalog_find (&catalog, NULL, "no", 0));
  ck_assert_ptr_null (catalog_find (&catalog, NULL, "zz", 0));
  ck_assert_ptr_null (catalog_find (&catalog, NULL, "ye", 0));
}
END_TEST

START_TEST (test_contexts)
{
  ck_assert_str_eq (catalog_find (&catalog, "month", "May", 0), "mei");
  ck_assert_ptr_null (catalog_find (&catalog, NULL, "May", 0));
  ck_assert_ptr_null (catalog_find (&catalog, "mont", "May", 0));
  ck_assert_ptr_null (catalog_find (&catalog, "months", "May", 0));
  ck_assert_ptr_null (catalog_find (&catalog, "month", "yes", 0));
}
END_TEST

START_TEST (test_forms)
{
  ck_assert_str_eq (catalog_find (&catalog, NULL, "row", 0), "rij");
  ck_assert_str_eq (catalog_find (&catalog, NULL, "row", 1), "rijen");
  ck_assert_ptr_null (catalog_find (&catalog, NULL, "row", 2));
  ck_assert_ptr_null (catalog_find (&catalog, NULL, "yes", 1));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("catalog");
  TCase *all = tcase_create ("all");

  tcase_add_checked_fixture (all, setup, teardown);
  tcase_add_test (all, test_texts);
  tcase_add_test (all, test_contexts);
  tcase_add_test (all, test_forms);
  suite_add_tcase (suite, all);
  return suite;
}

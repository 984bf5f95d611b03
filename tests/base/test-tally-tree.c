/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/tally-tree.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static guint freed;

static gint
compare (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  return strcmp (a, b);
}

static gint
order (gconstpointer wanted, gconstpointer tally)
{
  return strcmp (wanted, tally);
}

static void
free_and_count (gpointer tally)
{
  g_free (tally);
  freed++;
}

START_TEST (no_tree_is_an_empty_one)
{
  ck_assert_ptr_null (tally_tree_first (NULL));
  ck_assert_ptr_null (tally_tree_find (NULL, order, "a"));
}
END_TEST

START_TEST (tallies_stand_in_their_order_and_are_found)
{
  static const char *const texts[] = { "m", "c", "x", "a", "p", "o", "z", "b" };
  GTree *tree = NULL;
  g_autoptr (GString) found = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      char *text = g_strdup (texts[i]);
      ck_assert_ptr_null (tally_tree_find (tree, order, text));
      ck_assert_ptr_eq (tally_tree_insert (&tree, compare, free_and_count, text), text);
      ck_assert_ptr_eq (tally_tree_find (tree, order, texts[i]), text);
    }
  ck_assert_int_eq (g_tree_nnodes (tree), 8);
  for (GTreeNode *node = tally_tree_first (tree); node != NULL; node = g_tree_node_next (node))
    g_string_append (found, g_tree_node_value (node));
  ck_assert_str_eq (found->str, "abcmopxz");
  ck_assert_ptr_null (tally_tree_find (tree, order, "n"));
  freed = 0;
  g_tree_unref (tree);
  ck_assert_uint_eq (freed, 8);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("tally-tree");
  TCase *tests = tcase_create ("tree");

  tcase_add_test (tests, no_tree_is_an_empty_one);
  tcase_add_test (tests, tallies_stand_in_their_order_and_are_found);
  suite_add_tcase (suite, tests);
  return suite;
}

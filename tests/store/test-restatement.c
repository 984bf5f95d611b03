/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/restatement.h"
#include "test-main.h"

#include <check.h>

#define SEALS \
  "INSERT INTO seal (month, version, state, sealed_at, preparer, approver, pack_state) VALUES" \
  " ('2026-10', 1, 'superseded', 'T', 'A', 'B', 'none')," \
  " ('2026-10', 2, 'sealed', 'T', 'A', 'B', 'none');"

static void
append_cells (GString *text, char *const *cells, guint count)
{
  for (guint i = 0; i < count; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", cells[i] != NULL ? cells[i] : "-");
}

/* "invoice G1|USD: 1|1.00|0.00|1.00 -> gone" */
static char *
text_of (const char *sql)
{
  g_autoptr (Database) database = database_new ();
  const RestatementSide sealed = { database, "2026-10", 1 }, now = { database, "2026-10", 2 };
  GString *text = g_string_new (NULL);

  ck_assert (history_layout_create (database, NULL));
  ck_assert (database_run (database, SEALS, NULL));
  ck_assert (database_run (database, sql, NULL));
  g_autoptr (Restatement) restatement = restatement_new (&sealed, &now, NULL);
  ck_assert_ptr_nonnull (restatement);
  for (guint i = 0; i < restatement_rows (restatement)->len; i++)
    {
      const RestatedRow *row = g_ptr_array_index (restatement_rows (restatement), i);
      const ContentLayout *layout = history_layout_content (row->table);
      const guint rest = layout->columns - layout->keys;

      g_string_append_printf (text, "%s ", layout->name);
      append_cells (text, row->keys, layout->keys);
      g_string_append (text, row->sealed != NULL ? ": " : ": new");
      if (row->sealed != NULL)
        append_cells (text, row->sealed, rest);
      g_string_append (text, row->now != NULL ? " -> " : " -> gone");
      if (row->now != NULL)
        append_cells (text, row->now, rest);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

#define INVOICE(version, number, lines, subtotal, total) \
  "INSERT INTO invoice VALUES ('2026-10', " version ", '" number "', 'USD', " lines ", '" subtotal \
  "', '0.00', '" total "');"
#define CREDIT(version, product, subtotal) \
  "INSERT INTO credit VALUES ('2026-10', " version ", 'c', 'G1', 'USD', " product \
  ", NULL, 1, '" subtotal "');"

static const struct
{
  const char *sql, *text;
} cases[] = {
  { "", "" },
  { INVOICE ("1", "G1", "1", "1.00", "1.00") INVOICE ("2", "G1", "1", "1.00", "1.00"), "" },
  { INVOICE ("1", "G1", "1", "1.00", "1.00") INVOICE ("2", "G2", "2", "1.00", "1.00"),
    "invoice G1|USD: 1|1.00|0.00|1.00 -> gone\ninvoice G2|USD: new -> 2|1.00|0.00|1.00\n" },
  { INVOICE ("1", "G1", "1", "1.00", "1.00") INVOICE ("2", "G1", "2", "1.00", "1.00"),
    "invoice G1|USD: 1|1.00|0.00|1.00 -> 2|1.00|0.00|1.00\n" },
  /* Of an invoice lines and total are compared. */
  { INVOICE ("1", "G1", "1", "1.00", "1.00") INVOICE ("2", "G1", "1", "2.00", "1.00"), "" },
  /* Null is a key like any other, and the first. */
  { CREDIT ("1", "'p'", "-1.00") CREDIT ("1", "NULL", "-2.00") CREDIT ("2", "NULL", "-3.00"),
    "credit c|G1|USD|-|-: 1|-2.00 -> 1|-3.00\ncredit c|G1|USD|p|-: 1|-1.00 -> gone\n" },
};

START_TEST (only_what_differs_is_told)
{
  g_autofree char *text = text_of (cases[_i].sql);

  ck_assert_str_eq (text, cases[_i].text);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("restatement");
  TCase *tests = tcase_create ("restatement");

  tcase_add_loop_test (tests, only_what_differs_is_told, 0, G_N_ELEMENTS (cases));
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/table/table-reader.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

enum
{
  DAY,
  NUMBER,
  FLAG,
  NAME
};

static const char *const days[] = { "Day", NULL };
static const char *const numbers[] = { "Number", NULL };
static const char *const flags[] = { "Flag", NULL };
static const char *const names[] = { "Name", NULL };
static const TableColumn columns[]
    = { { .role = "day", .names = days, .is_needed = TRUE },
        { .role = "number", .names = numbers, .is_needed = TRUE },
        { .role = "flag", .names = flags },
        { .role = "name", .names = names, .is_needed = TRUE, .may_be_empty = TRUE } };
static const TableForm form = { "a table", columns, 4 };

static gssize
read_text (void *data, char *buffer, gsize size, GError **error G_GNUC_UNUSED)
{
  const char **text = data;
  const gsize count = MIN (size, strlen (*text));

  memcpy (buffer, *text, count);
  *text += count;
  return (gssize) count;
}

static void
take (TableRow *row, gpointer data)
{
  const Day day = table_reader_day (row, DAY);
  const Decimal number = table_reader_number (row, NUMBER);
  const gboolean flag = table_reader_text (row, FLAG).length > 0 && table_reader_flag (row, FLAG);
  const Slice name = table_reader_text (row, NAME);
  g_autofree char *amount = decimal_to_string (number, 2);

  if (table_reader_is_good (row))
    g_string_append_printf (data, "%d %s %d %.*s;", day, amount, flag, (int) name.length,
                            name.text);
}

static const struct
{
  const char *text;
  const char *rows; /* or what was refused */
} cases[] = {
  { "Day,Number,Name\n1/2/0001,5,N/A\n\n1/3/0001,-1,x\n", "2 5.00 0 ;3 -1.00 0 x;" },
  { "Name;Day;Number;Flag\n;1/2/0001;5;true\n", "2 5.00 1 ;" },
  { "[{\"Day\":\"1/2/0001\",\"Number\":2.5,\"Name\":\"y\"}]", "2 2.50 0 y;" },
  { "Day,Number,Name\n1/2/0001,5\n", "f:2: found 2 cells, expected 3 like the header" },
  { "Day,Number,Name\n13/1/0001,5,\n",
    "f:2: column \"Day\": found \"13/1/0001\", expected a date like 10/31/2026 or 2026-10-31: this "
    "file writes the day first; run again with --day-first" },
  { "", "f: found an empty file, expected a table" },
};

START_TEST (rows_are_handed_out_with_their_values)
{
  const char *text = cases[_i].text;
  g_autoptr (TableMap) map = table_form_map_new ();
  const TableFormat format = { .separator = ',', .map = map };
  const TableContent content = { "f", read_text, &text };
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  if (!table_reader_read (&content, &form, &format, take, rows, &error))
    ck_assert_str_eq (error->message, cases[_i].rows);
  else
    ck_assert_str_eq (rows->str, cases[_i].rows);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("table-reader");
  TCase *tests = tcase_create ("table-reader");

  tcase_add_loop_test (tests, rows_are_handed_out_with_their_values, 0, G_N_ELEMENTS (cases));
  suite_add_tcase (suite, tests);
  return suite;
}

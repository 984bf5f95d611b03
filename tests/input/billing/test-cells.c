/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "sample-csv.h"

#define NUMBER "a number like 1234.56"
#define NUMBER_COMMA "a number like 1234,56"
#define DAY_OF_MONTH_FIRST "a date like 10/31/2026 or 2026-10-31"
#define DAY_OF_DAY_FIRST "a date like 31/10/2026 or 2026-10-31"

/* A file whose order of columns is not that of the roles. */
#define COLUMNS "Currency,New,Subtotal,OrderDate,InvoiceNumber,CustomerId,ChargeType"

static const guint roles[] = { ROLE_CUSTOMER,   ROLE_INVOICE_NUMBER, ROLE_SUBTOTAL, ROLE_TOTAL,
                               ROLE_ORDER_DATE, ROLE_MONTH,          ROLE_CURRENCY };

static SampleFile file;

static void
clear_file (void)
{
  file = (SampleFile){ 0 };
}

static void
open_with (const char *rows)
{
  g_autofree char *text = g_strconcat (COLUMNS "\n", rows, NULL);

  sample_file_open (&file, text, roles, G_N_ELEMENTS (roles));
  sample_file_next (&file);
}

static void
close_file (void)
{
  sample_file_close (&file);
}

static void
assert_bad (guint role, const char *found, const char *expected)
{
  ck_assert (!cells_are_good (&file.cells));
  ck_assert_uint_eq (file.cells.bad_role, role);
  assert_slice (file.cells.bad_cell, found);
  ck_assert_str_eq (file.cells.expected, expected);
  ck_assert (!file.cells.is_other_order);
}

static void
assert_other_order (guint role, const char *found, const char *expected)
{
  ck_assert (file.cells.is_other_order);
  file.cells.is_other_order = FALSE;
  assert_bad (role, found, expected);
}

START_TEST (cells_are_found_by_role)
{
  open_with ("USD,x,1.5,10/31/2026,G1,c1,New\nEUR,y,-2,,,c2,\n");
  assert_slice (cells_text (&file.cells, ROLE_CUSTOMER), "c1");
  assert_slice (cells_raw (&file.cells, ROLE_CURRENCY), "USD");
  assert_slice (cells_needed_text (&file.cells, ROLE_INVOICE_NUMBER), "G1");
  assert_decimal (cells_needed_number (&file.cells, ROLE_SUBTOTAL), "1.5");
  assert_day (cells_day (&file.cells, ROLE_ORDER_DATE), "2026-10-31");
  assert_day (cells_needed_day (&file.cells, ROLE_ORDER_DATE), "2026-10-31");
  sample_file_next (&file);
  assert_slice (cells_text (&file.cells, ROLE_CUSTOMER), "c2");
  assert_decimal (cells_needed_number (&file.cells, ROLE_SUBTOTAL), "-2");
  ck_assert (cells_are_good (&file.cells));
}
END_TEST

/* Dates and amounts are read once for all rows that have the same ones beside each other. */
START_TEST (a_run_of_cells_is_known_when_it_comes_again)
{
  static const CellsRunRoles run_roles[] = { { { ROLE_SUBTOTAL, ROLE_ORDER_DATE }, 2, FALSE },
                                             { { ROLE_CURRENCY, ROLE_CUSTOMER }, 2, TRUE } };
  static const char *const days[] = { "2026-10-31", "2026-10-31", "2026-10-30", "2026-10-31" };

  open_with ("USD,x,1.5,10/31/2026,G1,c1,New\nEUR,y,1.5,10/31/2026,G2,c2,\n"
             "EUR,y,1.5,10/30/2026,G2,c2,\nEUR,y,1.5,10/31/2026,G2,c2,\n");
  cells_bind_runs (&file.cells, run_roles, G_N_ELEMENTS (run_roles));
  ck_assert_ptr_null (cells_run (&file.cells, 1)); /* not beside each other */
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      CellRun *run = cells_run (&file.cells, 0);
      Decimal number;

      g_assert (run != NULL);
      ck_assert_int_eq (run->is_known, i % 2 == 1);
      ck_assert (cells_run_number (&file.cells, run, 0, ROLE_SUBTOTAL, &number));
      assert_decimal (number, "1.5");
      assert_day (cells_run_day (&file.cells, run, 0, ROLE_ORDER_DATE, cells_day), days[i]);
      ck_assert_ptr_nonnull (cells_learn_run (&file.cells, run));
      if (i + 1 < G_N_ELEMENTS (days))
        sample_file_next (&file);
    }
  cells_clear (&file.cells);
}
END_TEST

START_TEST (a_run_with_a_bad_cell_is_never_known)
{
  static const CellsRunRoles run_roles[] = { { { ROLE_SUBTOTAL, ROLE_ORDER_DATE }, 2, FALSE } };

  open_with ("USD,x,abc,10/31/2026,G1,c1,New\nEUR,y,abc,10/31/2026,G2,c2,\n");
  cells_bind_runs (&file.cells, run_roles, 1);
  for (guint i = 0; i < 2; i++)
    {
      CellRun *run = cells_run (&file.cells, 0);
      Decimal number = { 0 };

      g_assert (run != NULL);
      ck_assert (!run->is_known);
      ck_assert (!cells_run_number (&file.cells, run, 0, ROLE_SUBTOTAL, &number));
      (void) cells_learn_run (&file.cells, run);
      assert_bad (ROLE_SUBTOTAL, "abc", NUMBER);
      if (i == 0)
        sample_file_next (&file);
    }
  cells_clear (&file.cells);
}
END_TEST

/* Whenever it is read: files are read in the order in which that is quick. */
START_TEST (a_bad_customer_is_told_before_all)
{
  open_with ("USD,x,abc,10/31/2026,G1,,New\n");
  (void) cells_needed_number (&file.cells, ROLE_SUBTOTAL);
  (void) cells_needed_id (&file.cells, ROLE_CUSTOMER);
  (void) cells_needed_number (&file.cells, ROLE_SUBTOTAL);
  assert_bad (ROLE_CUSTOMER, "", "a text");
}
END_TEST

START_TEST (a_column_that_is_not_there_is_empty)
{
  Decimal number = decimal_from_int (7);

  open_with ("USD,x,1,,,c1,\n");
  ck_assert (cells_have_column (&file.cells, ROLE_SUBTOTAL));
  ck_assert (!cells_have_column (&file.cells, ROLE_TOTAL));
  assert_slice (cells_raw (&file.cells, ROLE_TOTAL), "");
  assert_slice (cells_text (&file.cells, ROLE_TOTAL), "");
  ck_assert (!cells_number (&file.cells, ROLE_TOTAL, &number));
  assert_decimal (number, "7");
  assert_day (cells_day (&file.cells, ROLE_EXPIRY), NULL);
  ck_assert (cells_are_good (&file.cells));
}
END_TEST

/* The column stands in the file, but nobody asked for it. */
START_TEST (a_column_that_was_not_asked_for_is_not_there)
{
  open_with ("USD,x,1,,,c1,New\n");
  ck_assert (!cells_have_column (&file.cells, ROLE_CHARGE_TYPE));
  assert_slice (cells_text (&file.cells, ROLE_CHARGE_TYPE), "");
}
END_TEST

START_TEST (outer_blanks_do_not_count)
{
  open_with (" USD ,x,\t1.5 , 2026-10-31 ,\xc2\xa0G 1\xc2\xa0,\" c1\n\",\n");
  assert_slice (cells_raw (&file.cells, ROLE_CURRENCY), " USD ");
  assert_slice (cells_text (&file.cells, ROLE_CURRENCY), "USD");
  assert_slice (cells_needed_text (&file.cells, ROLE_INVOICE_NUMBER), "G 1");
  assert_slice (cells_needed_text (&file.cells, ROLE_CUSTOMER), "c1");
  assert_decimal (cells_needed_number (&file.cells, ROLE_SUBTOTAL), "1.5");
  assert_day (cells_needed_day (&file.cells, ROLE_ORDER_DATE), "2026-10-31");
  ck_assert (cells_are_good (&file.cells));
}
END_TEST

static const char *const empty[] = { "", " ", "\t \t", "\xc2\xa0", "\"\"", "\" \n \"" };

START_TEST (a_cell_of_blanks_is_empty)
{
  g_autofree char *row = g_strdup_printf ("%s,x,%s,%s,,c1,\n", empty[_i], empty[_i], empty[_i]);
  Decimal number = decimal_from_int (7);

  open_with (row);
  assert_slice (cells_text (&file.cells, ROLE_CURRENCY), "");
  ck_assert (!cells_number (&file.cells, ROLE_SUBTOTAL, &number));
  assert_decimal (number, "7");
  assert_day (cells_day (&file.cells, ROLE_ORDER_DATE), NULL);
  ck_assert (cells_are_good (&file.cells));
}
END_TEST

static const char *const nothings[]
    = { "NULL", "(null)", "n/a", "NA", "#N/A", "\\N", "-", "none", " NULL " };

START_TEST (a_word_for_nothing_is_an_empty_text)
{
  g_autofree char *row
      = g_strdup_printf ("%s,x,1,,%s,%s,\n", nothings[_i], nothings[_i], nothings[_i]);
  const Slice word = slice_trim (slice_of (nothings[_i]));
  g_autofree char *found = slice_dup (word);

  open_with (row);
  assert_slice (cells_text (&file.cells, ROLE_INVOICE_NUMBER), "");
  assert_slice (cells_raw (&file.cells, ROLE_INVOICE_NUMBER), nothings[_i]);
  assert_slice (cells_id (&file.cells, ROLE_INVOICE_NUMBER), "");
  ck_assert (cells_are_good (&file.cells));
  assert_slice (cells_needed_id (&file.cells, ROLE_CUSTOMER), "");
  assert_bad (ROLE_CUSTOMER, found, "a text (this word means that there is none)");
  cells_take_row (&file.cells, file.cells.row, NULL);
  assert_slice (cells_needed_text (&file.cells, ROLE_CURRENCY), "");
  assert_bad (ROLE_CURRENCY, found, "a text (this word means that there is none)");
}
END_TEST

START_TEST (a_word_for_nothing_is_a_bad_number_and_a_bad_date)
{
  g_autofree char *row = g_strdup_printf ("USD,x,%s,%s,,c1,\n", nothings[_i], nothings[_i]);
  g_autofree char *found = slice_dup (slice_trim (slice_of (nothings[_i])));
  Decimal number;

  open_with (row);
  ck_assert (!cells_number (&file.cells, ROLE_SUBTOTAL, &number));
  assert_bad (ROLE_SUBTOTAL, found, NUMBER);
  cells_take_row (&file.cells, file.cells.row, NULL);
  assert_day (cells_day (&file.cells, ROLE_ORDER_DATE), NULL);
  assert_bad (ROLE_ORDER_DATE, found, DAY_OF_MONTH_FIRST);
}
END_TEST

#define GUID "1f0e7e1c-0ab2-4c3d-8e5f-0123456789ab"

START_TEST (an_id_is_its_guid)
{
  open_with ("USD,x,1,,{" GUID "}, org:" GUID " ,\nUSD,x,1,,G1,{c1},\n");
  assert_slice (cells_needed_id (&file.cells, ROLE_CUSTOMER), GUID);
  assert_slice (cells_text (&file.cells, ROLE_INVOICE_NUMBER), "{" GUID "}");
  assert_slice (cells_id (&file.cells, ROLE_INVOICE_NUMBER), GUID);
  sample_file_next (&file);
  assert_slice (cells_needed_id (&file.cells, ROLE_CUSTOMER), "{c1}");
  ck_assert (cells_are_good (&file.cells));
}
END_TEST

START_TEST (what_is_needed_must_not_be_empty)
{
  open_with (" ,x,,,,c1,\n");
  assert_slice (cells_needed_text (&file.cells, ROLE_CURRENCY), "");
  assert_bad (ROLE_CURRENCY, "", "a text");
  cells_take_row (&file.cells, file.cells.row, NULL);
  ck_assert (cells_are_good (&file.cells));
  assert_decimal (cells_needed_number (&file.cells, ROLE_SUBTOTAL), "0");
  assert_bad (ROLE_SUBTOTAL, "", NUMBER);
  cells_take_row (&file.cells, file.cells.row, NULL);
  assert_day (cells_needed_day (&file.cells, ROLE_ORDER_DATE), NULL);
  assert_bad (ROLE_ORDER_DATE, "", DAY_OF_MONTH_FIRST);
  cells_take_row (&file.cells, file.cells.row, NULL);
  ck_assert_int_eq (cells_needed_month (&file.cells, ROLE_MONTH), MONTH_NONE);
  assert_bad (ROLE_MONTH, "", "a month like 2026-10");
}
END_TEST

static const struct
{
  DecimalMark mark;
  const char *cell;
  const char *value; /* NULL: a bad number */
} numbers[] = {
  { DECIMAL_POINT, "1234.56", "1234.56" },
  { DECIMAL_POINT, " -0.01 ", "-0.01" },
  { DECIMAL_POINT, "'22.000000000000000000", "22" },
  { DECIMAL_POINT, "7.10833E-05", "0.0000710833" },
  { DECIMAL_POINT, "'0E-20", "0" },
  { DECIMAL_POINT, ".5", "0.5" },
  { DECIMAL_POINT, "5.", "5" },
  { DECIMAL_POINT, "\"1,234.56\"", NULL },
  { DECIMAL_POINT, "\"1,5\"", NULL },
  { DECIMAL_POINT, "$1", NULL },
  { DECIMAL_POINT, "NaN", NULL },
  { DECIMAL_POINT, "1 2", NULL },
  { DECIMAL_POINT, "1E38", NULL },
  { DECIMAL_COMMA, "1234,56", "1234.56" },
  { DECIMAL_COMMA, "-0,01", "-0.01" },
  { DECIMAL_COMMA, "5", "5" },
  { DECIMAL_COMMA, "1.5", NULL },
  { DECIMAL_COMMA, "1.234,56", NULL },
};

/* Where the other mark would do, the message names the option. */
static const char *
expected_of (const char *found, gboolean comma)
{
  Decimal number;
  const gboolean other
      = decimal_parse (found, strlen (found), comma ? DECIMAL_POINT : DECIMAL_COMMA, &number);

  if (comma)
    return other ? NUMBER_COMMA " (for 1234.56 leave out --decimal-comma)" : NUMBER_COMMA;
  return other ? NUMBER " (for 1234,56 give --decimal-comma)" : NUMBER;
}

START_TEST (numbers_are_exact_or_bad)
{
  const gboolean comma = numbers[_i].mark == DECIMAL_COMMA;
  g_autofree char *row = g_strdup_printf ("USD,x,%s,,,c1,\n", numbers[_i].cell);
  g_autofree char *columns = g_strdelimit (g_strdup (COLUMNS "\n"), ",", comma ? ';' : ',');
  g_autofree char *text = comma ? g_strdup_printf ("%sUSD;x;%s;;;c1;\n", columns, numbers[_i].cell)
                                : g_strconcat (columns, row, NULL);
  Decimal number = decimal_from_int (7);

  file.format.decimal_mark = numbers[_i].mark;
  sample_file_open (&file, text, roles, G_N_ELEMENTS (roles));
  sample_file_next (&file);
  ck_assert_int_eq (cells_number (&file.cells, ROLE_SUBTOTAL, &number), numbers[_i].value != NULL);
  assert_decimal (number, numbers[_i].value != NULL ? numbers[_i].value : "7");
  if (numbers[_i].value != NULL)
    ck_assert (cells_are_good (&file.cells));
  else
    {
      g_autofree char *found = g_strdelimit (g_strdup (numbers[_i].cell), "\"", ' ');
      (void) g_strstrip (found);
      assert_bad (ROLE_SUBTOTAL, found, expected_of (found, comma));
      assert_decimal (cells_needed_number (&file.cells, ROLE_SUBTOTAL), "0");
    }
}
END_TEST

typedef enum
{
  GOOD,
  BAD,
  OTHER_ORDER
} Verdict;

static const struct
{
  DateOrder order;
  const char *cell;
  const char *day; /* NULL unless it is good */
  Verdict verdict;
} days[] = {
  { DATE_MONTH_FIRST, "10/31/2026", "2026-10-31", GOOD },
  { DATE_MONTH_FIRST, "1/2/2026 12:00:00 AM", "2026-01-02", GOOD },
  { DATE_MONTH_FIRST, "2026-10-31T00:00:00.0000000Z", "2026-10-31", GOOD },
  { DATE_MONTH_FIRST, "31/10/2026", NULL, OTHER_ORDER },
  { DATE_MONTH_FIRST, "13/12/2026", NULL, OTHER_ORDER },
  { DATE_MONTH_FIRST, "32/10/2026", NULL, BAD },
  { DATE_MONTH_FIRST, "13/13/2026", NULL, BAD },
  { DATE_MONTH_FIRST, "10/31/26", NULL, BAD },
  { DATE_MONTH_FIRST, "2/30/2026", NULL, BAD },
  { DATE_MONTH_FIRST, "yesterday", NULL, BAD },
  { DATE_DAY_FIRST, "31/10/2026", "2026-10-31", GOOD },
  { DATE_DAY_FIRST, "1/2/2026", "2026-02-01", GOOD },
  { DATE_DAY_FIRST, "2026-10-31", "2026-10-31", GOOD },
  { DATE_DAY_FIRST, "10/31/2026", NULL, OTHER_ORDER },
  { DATE_DAY_FIRST, "31/11/2026", NULL, BAD },
};

START_TEST (days_are_read_in_the_order_of_the_file)
{
  g_autofree char *row = g_strdup_printf ("USD,x,1,%s,,c1,\n", days[_i].cell);
  const char *expected = days[_i].order == DATE_DAY_FIRST ? DAY_OF_DAY_FIRST : DAY_OF_MONTH_FIRST;

  file.format.date_order = days[_i].order;
  open_with (row);
  assert_day (cells_day (&file.cells, ROLE_ORDER_DATE), days[_i].day);
  if (days[_i].verdict == GOOD)
    ck_assert (cells_are_good (&file.cells));
  else if (days[_i].verdict == BAD)
    assert_bad (ROLE_ORDER_DATE, days[_i].cell, expected);
  else
    assert_other_order (ROLE_ORDER_DATE, days[_i].cell, expected);
  cells_take_row (&file.cells, file.cells.row, NULL);
  assert_day (cells_needed_day (&file.cells, ROLE_ORDER_DATE), days[_i].day);
  ck_assert_int_eq (file.cells.is_other_order, days[_i].verdict == OTHER_ORDER);
}
END_TEST

static const struct
{
  DateOrder order;
  const char *cell;
  const char *month; /* NULL unless it is good */
  Verdict verdict;
} months[] = {
  { DATE_MONTH_FIRST, "2026-10", "2026-10", GOOD },
  { DATE_MONTH_FIRST, "202610", "2026-10", GOOD },
  { DATE_MONTH_FIRST, " 10/2026 ", "2026-10", GOOD },
  { DATE_MONTH_FIRST, "10/1/2026", "2026-10", GOOD },
  { DATE_MONTH_FIRST, "october 2026", "2026-10", GOOD },
  { DATE_MONTH_FIRST, "Oct 26", NULL, BAD },
  { DATE_MONTH_FIRST, "13/2026", NULL, BAD },
  { DATE_MONTH_FIRST, "October", NULL, BAD },
  { DATE_MONTH_FIRST, "31/10/2026", NULL, OTHER_ORDER },
  { DATE_DAY_FIRST, "1/10/2026", "2026-10", GOOD },
  { DATE_DAY_FIRST, "10/31/2026", NULL, OTHER_ORDER },
};

START_TEST (months_are_read_in_every_form)
{
  g_autofree char *text = g_strdup_printf ("CustomerId,InvoiceMonth,CreditAmount,BalanceAmount,"
                                           "Currency,AgreementId\nc1,%s,1,2,USD,a1\n",
                                           months[_i].cell);
  char month_text[MONTH_TEXT_SIZE] = "none";

  file.format.date_order = months[_i].order;
  sample_file_open (&file, text, roles, G_N_ELEMENTS (roles));
  sample_file_next (&file);
  const Month month = cells_needed_month (&file.cells, ROLE_MONTH);
  if (month != MONTH_NONE)
    calendar_print_month (month, month_text);
  ck_assert_str_eq (month_text, months[_i].month != NULL ? months[_i].month : "none");
  if (months[_i].verdict == GOOD)
    ck_assert (cells_are_good (&file.cells));
  else if (months[_i].verdict == BAD)
    assert_bad (ROLE_MONTH, months[_i].cell, "a month like 2026-10");
  else
    assert_other_order (ROLE_MONTH, months[_i].cell,
                        months[_i].order == DATE_DAY_FIRST ? DAY_OF_DAY_FIRST : DAY_OF_MONTH_FIRST);
}
END_TEST

static const struct
{
  const char *cell;
  gboolean is_of_spreadsheet;
} month_words[] = {
  { "Oct-26", TRUE },      { "oct-26", TRUE },    { "October-26", TRUE },
  { "Okt-26", TRUE },      { "Okt.-26", TRUE },   { "ao\xc3\xbbt-26", TRUE },
  { "Oct 26", FALSE },     { "Oct-2026", FALSE }, { "Oc-26", FALSE },
  { "10-26", FALSE },      { "26-Oct", FALSE },   { "Oct-2x", FALSE },
  { "Oct-26 USD", FALSE }, { "N/A", FALSE },
};

START_TEST (a_month_of_a_spreadsheet_is_told)
{
  g_autofree char *text = g_strdup_printf ("CustomerId,InvoiceMonth,CreditAmount,BalanceAmount,"
                                           "Currency,AgreementId\nc1,%s,1,2,USD,a1\n",
                                           month_words[_i].cell);

  sample_file_open (&file, text, roles, G_N_ELEMENTS (roles));
  sample_file_next (&file);
  ck_assert_int_eq (cells_needed_month (&file.cells, ROLE_MONTH), MONTH_NONE);
  assert_bad (ROLE_MONTH, month_words[_i].cell,
              month_words[_i].is_of_spreadsheet
                  ? "a month like 2026-10 (a spreadsheet writes months this way when it saves a "
                    "file: download it again)"
                  : "a month like 2026-10");
}
END_TEST

START_TEST (a_date_that_comes_again_is_the_same_and_another_is_not)
{
  static const struct
  {
    const char *cell;
    const char *day;
  } runs[] = { { "10/31/2026", "2026-10-31" },
               { "10/31/2026", "2026-10-31" },
               { "10/31/2025", "2025-10-31" },
               { "", NULL },
               { "10/31/2025", "2025-10-31" },
               { "10/31/202", NULL },
               { " 10/31/2025 ", "2025-10-31" },
               { "10/31/2025 11:59:59.0000000 PM", "2025-10-31" },
               { "10/31/2025 11:59:59.0000000 PM", "2025-10-31" },
               { "31/10/2025", NULL },
               { "2025-10-31", "2025-10-31" } };
  g_autoptr (GString) rows = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    g_string_append_printf (rows, "USD,x,1,%s,,c1,\n", runs[i].cell);
  g_string_append (rows, "USD,x,1,,,c1,\n");
  open_with (rows->str);
  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    {
      const gboolean is_empty = *runs[i].cell == '\0';

      assert_day (cells_day (&file.cells, ROLE_ORDER_DATE), runs[i].day);
      ck_assert_int_eq (cells_are_good (&file.cells), runs[i].day != NULL || is_empty);
      sample_file_next (&file);
    }
}
END_TEST

START_TEST (the_first_bad_cell_is_kept)
{
  open_with ("USD,x,one,never,,,\n");
  cells_needed_number (&file.cells, ROLE_SUBTOTAL);
  cells_day (&file.cells, ROLE_ORDER_DATE);
  cells_needed_text (&file.cells, ROLE_INVOICE_NUMBER);
  assert_bad (ROLE_SUBTOTAL, "one", NUMBER);
}
END_TEST

START_TEST (a_date_of_the_other_order_counts_whatever_else_is_bad)
{
  open_with ("USD,x,one,31/10/2026,,,\n");
  cells_needed_number (&file.cells, ROLE_SUBTOTAL);
  cells_day (&file.cells, ROLE_ORDER_DATE);
  cells_needed_text (&file.cells, ROLE_CUSTOMER);
  assert_other_order (ROLE_ORDER_DATE, "31/10/2026", DAY_OF_MONTH_FIRST);
}
END_TEST

START_TEST (the_first_date_of_the_other_order_is_kept)
{
  static const guint both[] = { ROLE_CHARGE_START, ROLE_CHARGE_END };

  sample_file_open (&file,
                    "CustomerId,InvoiceNumber,ChargeType,Subtotal,Currency,ChargeStartDate,"
                    "ChargeEndDate\nc1,,,1,USD,30/10/2026,31/10/2026\n",
                    both, G_N_ELEMENTS (both));
  sample_file_next (&file);
  cells_day (&file.cells, ROLE_CHARGE_START);
  cells_day (&file.cells, ROLE_CHARGE_END);
  assert_other_order (ROLE_CHARGE_START, "30/10/2026", DAY_OF_MONTH_FIRST);
}
END_TEST

START_TEST (a_bad_cell_is_forgotten_with_its_row)
{
  open_with ("USD,x,one,31/10/2026,,c1,\nUSD,x,1,,,c2,\n");
  cells_needed_number (&file.cells, ROLE_SUBTOTAL);
  cells_day (&file.cells, ROLE_ORDER_DATE);
  sample_file_next (&file);
  ck_assert (cells_are_good (&file.cells));
  ck_assert (!file.cells.is_other_order);
  assert_decimal (cells_needed_number (&file.cells, ROLE_SUBTOTAL), "1");
  ck_assert (cells_are_good (&file.cells));
}
END_TEST

START_TEST (a_row_may_have_bad_cells_that_nobody_asks_for)
{
  static const guint one[] = { ROLE_CUSTOMER };

  sample_file_open (&file, COLUMNS "\nUSD,x,one,31/10/2026,,c1,\n", one, G_N_ELEMENTS (one));
  sample_file_next (&file);
  assert_slice (cells_needed_text (&file.cells, ROLE_CUSTOMER), "c1");
  ck_assert (!cells_have_column (&file.cells, ROLE_SUBTOTAL));
  ck_assert (cells_are_good (&file.cells));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("cells");
  TCase *tests = tcase_create ("cells");

  tcase_add_checked_fixture (tests, clear_file, close_file);
  tcase_add_test (tests, cells_are_found_by_role);
  tcase_add_test (tests, a_run_of_cells_is_known_when_it_comes_again);
  tcase_add_test (tests, a_run_with_a_bad_cell_is_never_known);
  tcase_add_test (tests, a_bad_customer_is_told_before_all);
  tcase_add_test (tests, a_column_that_is_not_there_is_empty);
  tcase_add_test (tests, a_column_that_was_not_asked_for_is_not_there);
  tcase_add_test (tests, outer_blanks_do_not_count);
  tcase_add_loop_test (tests, a_cell_of_blanks_is_empty, 0, G_N_ELEMENTS (empty));
  tcase_add_loop_test (tests, a_word_for_nothing_is_an_empty_text, 0, G_N_ELEMENTS (nothings));
  tcase_add_loop_test (tests, a_word_for_nothing_is_a_bad_number_and_a_bad_date, 0,
                       G_N_ELEMENTS (nothings));
  tcase_add_test (tests, an_id_is_its_guid);
  tcase_add_test (tests, what_is_needed_must_not_be_empty);
  tcase_add_loop_test (tests, numbers_are_exact_or_bad, 0, G_N_ELEMENTS (numbers));
  tcase_add_loop_test (tests, days_are_read_in_the_order_of_the_file, 0, G_N_ELEMENTS (days));
  tcase_add_loop_test (tests, months_are_read_in_every_form, 0, G_N_ELEMENTS (months));
  tcase_add_loop_test (tests, a_month_of_a_spreadsheet_is_told, 0, G_N_ELEMENTS (month_words));
  tcase_add_test (tests, a_date_that_comes_again_is_the_same_and_another_is_not);
  tcase_add_test (tests, the_first_bad_cell_is_kept);
  tcase_add_test (tests, a_date_of_the_other_order_counts_whatever_else_is_bad);
  tcase_add_test (tests, the_first_date_of_the_other_order_is_kept);
  tcase_add_test (tests, a_bad_cell_is_forgotten_with_its_row);
  tcase_add_test (tests, a_row_may_have_bad_cells_that_nobody_asks_for);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/parts-reader.h"
#include "test-main.h"
#include "test-place.h"

#include <check.h>
#include <string.h>

#include "input/billing/content-reader.h"
#include "input/bytes/source.h"

#define HEADER "CustomerId,InvoiceNumber,ChargeType,Subtotal,TaxTotal,Total,Currency,ProductName\n"

static const HashKey key = { 1, 2 };
static ReadPlan plan;
static ColumnMap *map;
static BookPart whole;

static void
begin (void)
{
  make_place ();
  map = column_map_new ();
  plan = (ReadPlan){ .separator = ',', .map = map, .max_rejects = 3 };
  book_part_init (&whole, &plan, &key, "f.csv", 0);
}

static void
end (void)
{
  book_part_clear (&whole);
  column_map_free (map);
  remove_place ();
}

/* Each row has a total that is wrong by its number, so that its finding tells where it stands. */
static char *
rows_of (guint count, const char *product)
{
  GString *text = g_string_new (HEADER);

  for (guint i = 1; i <= count; i++)
    g_string_append_printf (text, "c%u,G1,New,1.00,0.00,%u.00,USD,%s\n", i % 7, i + 1, product);
  return g_string_free (text, FALSE);
}

static gboolean
read_in_parts (guint count)
{
  g_autoptr (FileParts) parts = file_parts_new ("f.csv", count, 1);

  ck_assert_ptr_nonnull (parts);
  return parts_reader_read (&whole, parts, &key, NULL, NULL);
}

/* "LINE AMOUNT; ..." of the totals that are wrong, and how many rows and customers there are. */
static char *
told (const BookPart *part)
{
  const GArray *findings = charge_book_line_findings (part->books->charges);
  g_autoptr (GPtrArray) tallies = charge_book_list (part->books->charges);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const LineFinding *finding = &g_array_index (findings, LineFinding, i);
      g_autofree char *amount = decimal_to_string (finding->amount, 0);

      if (finding->code == FINDING_TOTAL_MISMATCH)
        g_string_append_printf (text, "%u %s %s; ", (guint) finding->at.line,
                                finding->tally->customer, amount);
    }
  g_string_append_printf (text, "%u rows, %u customers", (guint) part->input->rows, tallies->len);
  return g_string_free (text, FALSE);
}

static char *
told_as_one (void)
{
  BookPart one;
  g_autoptr (Source) source = source_open ("f.csv", "f.csv", FALSE, NULL);
  const Content content = { .name = "f.csv", .read = source_read, .stream = source };

  book_part_init (&one, &plan, &key, "f.csv", 0);
  ck_assert (
      content_reader_read (&content, &plan, &one.signs, book_part_visitor (&plan), &one, NULL));
  char *text = told (&one);
  book_part_clear (&one);
  return text;
}

START_TEST (parts_give_what_the_whole_gives)
{
  static const char *const products[] = { "VM", "\"a \"\"large\"\" VM\"", "M\xc3\xbcnchen" };
  g_autofree char *text = rows_of (100, products[_i % 3]);
  const guint count = (guint[]){ 2, 3, 7 }[_i / 3];

  put ("f.csv", text);
  g_autofree char *expected = told_as_one ();
  ck_assert (read_in_parts (count));
  g_autofree char *found = told (&whole);
  ck_assert_str_eq (found, expected);
  ck_assert_ptr_eq (whole.plan, &plan);
}
END_TEST

/* Most lines of it begin within quotes, and look like rows there. */
START_TEST (a_part_that_begins_within_quotes_is_never_taken_for_one)
{
  g_autofree char *text
      = rows_of (40, "\"VM\nc9,G9,New,5.00,0.00,5.00,USD,x\nc8,G8,New,5.00,0.00,5.00,USD,y\n\"");
  const guint count = (guint[]){ 2, 3, 7 }[_i];

  put ("f.csv", text);
  g_autofree char *expected = told_as_one ();
  if (read_in_parts (count))
    {
      g_autofree char *found = told (&whole);
      ck_assert_str_eq (found, expected);
    }
  else
    {
      ck_assert_ptr_null (whole.input);
      ck_assert_uint_eq (rejects_count (whole.rejects), 0);
    }
}
END_TEST

/* One cell goes over all places where the file could be cut. */
START_TEST (a_cell_over_all_parts_refuses_them)
{
  g_autoptr (GString) lines = g_string_new ("\"");

  for (guint i = 0; i < 300; i++)
    g_string_append (lines, "c9,G9,New,5.00,0.00,5.00,USD,x\n");
  g_string_append_c (lines, '"');
  g_autofree char *text = rows_of (1, lines->str);
  put ("f.csv", text);
  ck_assert (!read_in_parts ((guint[]){ 2, 3, 7 }[_i]));
  ck_assert_ptr_null (whole.input);
}
END_TEST

static const char *const damages[] = {
  "c1,G1,New,1.0x,0.00,1.00,USD,VM\n", /* a bad row */
  "c1,G1,New\n",                       /* one without its last cells */
  "c1,G1,New,1.00,0.00,1.00,USD,V\"M\n",
  "c1,G1,New,1.00,0.00,1.00,USD,\"VM\n",
  "c1,G1,New,1.00,0.00,1.00,USD,\xff\n",
};

START_TEST (damage_anywhere_refuses_the_parts)
{
  g_autofree char *text = rows_of (50, "VM");
  const gsize at = _i % 2 == 0 ? strlen (HEADER) : strlen (text);
  g_autoptr (GString) damaged = g_string_new (text);

  g_string_insert (damaged, (gssize) at, damages[_i / 2]);
  put ("f.csv", damaged->str);
  ck_assert (!read_in_parts (3));
  ck_assert_ptr_null (whole.input);
}
END_TEST

START_TEST (bad_rows_are_set_aside_in_their_order_up_to_the_limit)
{
  g_autofree char *text = rows_of (50, "VM");
  g_autoptr (GString) bad = g_string_new (text);

  plan.keep_going = TRUE;
  g_string_insert (bad, (gssize) strlen (HEADER), "c1,G1,New,1.0x,0.00,1.00,USD,VM\n");
  g_string_append (bad, "c1,G1,New,2.0x,0.00,1.00,USD,VM\n");
  put ("f.csv", bad->str);
  ck_assert (read_in_parts (3));
  ck_assert_uint_eq (rejects_count (whole.rejects), 2);
  ck_assert_uint_eq (rejects_get (whole.rejects, 0)->line, 2);
  ck_assert_uint_eq (rejects_get (whole.rejects, 1)->line, 53);
}
END_TEST

/* In each part no more than may be, and together more. */
START_TEST (the_limit_of_bad_rows_is_that_of_the_file)
{
  static const char bad_rows[] = "c1,G1,New,x,0.00,1.00,USD,VM\nc1,G1,New,y,0.00,1.00,USD,VM\n";
  g_autofree char *text = rows_of (50, "VM");
  g_autoptr (GString) bad = g_string_new (text);

  plan.keep_going = TRUE;
  g_string_insert (bad, (gssize) strlen (HEADER), bad_rows);
  g_string_append (bad, bad_rows);
  put ("f.csv", bad->str);
  ck_assert (!read_in_parts (2));
}
END_TEST

START_TEST (names_that_were_met_in_any_part_were_met)
{
  static const char *const reasons[] = { "gift", "grant", NULL };
  static const char text[]
      = "CustomerId,InvoiceNumber,ChargeType,Subtotal,Currency,CreditReasonCode\n"
        "c1,G1,New,1.00,USD,\nc1,G1,New,1.00,USD,\nc1,G1,New,1.00,USD,\n"
        "c1,G1,customerCredit,-1.00,USD,Gift\n";

  plan.aco_reasons = reasons;
  put ("f.csv", text);
  ck_assert (read_in_parts (2));
  ck_assert_uint_eq (whole.input->rows, 4);
  ck_assert (read_matches_has_reason (whole.matches, 0));
  ck_assert (!read_matches_has_reason (whole.matches, 1));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("parts-reader");
  TCase *tests = tcase_create ("parts-reader");

  tcase_add_checked_fixture (tests, begin, end);
  tcase_add_loop_test (tests, parts_give_what_the_whole_gives, 0, 9);
  tcase_add_loop_test (tests, a_part_that_begins_within_quotes_is_never_taken_for_one, 0, 3);
  tcase_add_loop_test (tests, a_cell_over_all_parts_refuses_them, 0, 3);
  tcase_add_loop_test (tests, damage_anywhere_refuses_the_parts, 0, 2 * G_N_ELEMENTS (damages));
  tcase_add_test (tests, bad_rows_are_set_aside_in_their_order_up_to_the_limit);
  tcase_add_test (tests, the_limit_of_bad_rows_is_that_of_the_file);
  tcase_add_test (tests, names_that_were_met_in_any_part_were_met);
  suite_add_tcase (suite, tests);
  return suite;
}

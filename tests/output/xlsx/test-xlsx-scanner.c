/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "base/recon-error.h"
#include "output/xlsx/xlsx-scanner.h"

#define HEAD "<?xml version=\"1.0\"?>\n"

/* Fed in pieces of @step bytes. NULL: fine; else the message. (transfer full) */
static char *
scan (const char *text, gsize step, XlsxTally *tally)
{
  g_autoptr (XlsxScanner) scanner = xlsx_scanner_new ();
  g_autoptr (GError) error = NULL;
  const gsize length = strlen (text);
  gboolean fine = TRUE;

  for (gsize at = 0; fine && at < length; at += step)
    fine = xlsx_scanner_feed (scanner, text + at, MIN (step, length - at), &error);
  fine = fine && xlsx_scanner_finish (scanner, &error);
  *tally = *xlsx_scanner_tally (scanner);
  if (fine)
    return NULL;
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_OUTPUT));
  return g_strdup (error->message);
}

static const char sheet[] = HEAD
    "<worksheet xmlns=\"x\"><sheetData><row r=\"1\" spans=\"1:3\">"
    "<c r=\"A1\" s=\"3\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> a &lt;&amp;&gt;"
    "&quot;&apos; </t></is></c><c r=\"B1\" s=\"1\"/><c r=\"C1\"><v>-1.5E-05</v></c></row>"
    "<row r=\"4\"><c r=\"A4\" t=\"b\"><v>1</v></c>"
    "<c r=\"B4\"><f>C1&amp;\"&lt;\"</f><v>2</v></c></row>"
    "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A6:D6\"/></mergeCells></worksheet>";

START_TEST (the_cells_of_a_sheet_are_tallied)
{
  XlsxTally expected = { 0 }, found;
  XlsxNumber number;

  ck_assert (xlsx_number_parse ("-1.5E-05", 8, &number));
  xlsx_tally_add_text (&expected, (XlsxCell){ 0, 0 }, " a <&>\"' ", 9);
  xlsx_tally_add_number (&expected, (XlsxCell){ 0, 2 }, number);
  xlsx_tally_add_flag (&expected, (XlsxCell){ 3, 0 }, TRUE);
  xlsx_tally_add_formula (&expected, (XlsxCell){ 3, 1 }, "C1&\"<\"", 6);
  xlsx_tally_add_number (&expected, (XlsxCell){ 3, 1 }, 2);
  for (gsize step = 1; step <= sizeof sheet; step++)
    {
      g_autofree char *message = scan (sheet, step, &found);

      ck_assert_ptr_null (message);
      ck_assert (xlsx_tally_equal (&found, &expected));
    }
}
END_TEST

START_TEST (no_prefix_of_a_sheet_is_a_sheet)
{
  for (gsize length = 0; length < sizeof sheet - 1; length++)
    {
      g_autofree char *text = g_strndup (sheet, length);
      XlsxTally tally;
      g_autofree char *message = scan (text, 64, &tally);

      ck_assert_msg (message != NULL, "taken: %s", text);
    }
}
END_TEST

static const char *const fine[] = {
  HEAD "<a/>",
  "<a></a>",
  HEAD "<a>text &amp; more</a>\n",
  "<a><b x=\"1\"/><b/><k count=\"2\"><d/><d><e/></d></k></a>",
};

START_TEST (a_complete_part_is_taken)
{
  XlsxTally tally;
  g_autofree char *message = scan (fine[_i], 1, &tally);

  ck_assert_ptr_null (message);
  ck_assert_uint_eq (tally.cells, 0);
}
END_TEST

static const struct
{
  const char *text, *message;
} broken[] = {
  { "", "ends within a tag" },
  { HEAD, "ends within a tag" },
  { "<a>", "ends within <a>" },
  { "<a></a", "ends within <a>" },
  { "<a></b>", "<a> is closed by another tag" },
  { "<a></aa>", "<a> is closed by another tag" },
  { "</a>", "a closing tag that closes nothing" },
  { "<a/><b/>", "a second root" },
  { "x<a/>", "text stands outside of all elements" },
  { "<a/>x<", "ends within a tag" },
  { "<a>&nbsp;</a>", "a stray & in a text" },
  { "<a>&am</a>", "a stray & in a text" },
  { "<a>\xff</a>", "a text is no UTF-8" },
  { "<!-- no --><a/>", "a broken tag" },
  { "<a <b/></a>", "a broken tag" },
  { "<a><></a>", "a broken tag" },
  { "<a><b\x01/></a>", "an element that no workbook has" },
  { "<a></\x1b[31m></a>", "<a> is closed by another tag" },
  { "<a><?x?></a>", "a stray <?" },
  { "<a><b count=\"2\"><d/></b></a>", "<b> holds 1 of 2 elements" },
  { "<a><b count=\"0\"><d/></b></a>", "<b> holds 1 of 0 elements" },
  { "<a><b count=\"3\"/></a>", "<b> holds 0 of 3 elements" },
  { "<a><c/></a>", "a cell without a name" },
  { "<a><c r=\"a1\"/></a>", "a cell without a name" },
  { "<a><c r=\"A1\" t=\"s\"><v>0</v></c></a>", "a cell of an unexpected type" },
  { "<a><c r=\"A1\"><v>x</v></c></a>", "a cell that is no number" },
  { "<a><c r=\"A1\"><v>-NAN</v></c></a>", "a cell that is no number" },
  { "<a><c r=\"A1\"><v></v></c></a>", "a cell that is no number" },
  { "<a><c r=\"A1\"><f>B1</f></c></a>", "a formula without a result" },
  { "<a><c r=\"A3\"><v>1</v></c><c r=\"A4\"><v>1</c></a>", "row 3: <v> is closed by another tag" },
  { "<aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/>",
    "an element that no workbook has" },
};

START_TEST (what_is_wrong_is_told)
{
  XlsxTally tally;

  for (gsize step = 1; step < 9; step++)
    {
      g_autofree char *message = scan (broken[_i].text, step, &tally);

      ck_assert_ptr_nonnull (message);
      ck_assert_str_eq (message, broken[_i].message);
    }
}
END_TEST

START_TEST (endless_and_deep_parts_are_refused)
{
  g_autoptr (GString) text = g_string_new ("<a>");
  XlsxTally tally;
  g_autofree char *message = NULL;

  for (guint i = 0; i < (_i == 0 ? 2000000 : 40); i++)
    g_string_append (text, _i == 0 ? "a" : "<a>");
  message = scan (text->str, 65536, &tally);
  ck_assert_str_eq (message, _i == 0 ? "a tag without an end" : "an element that no workbook has");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("xlsx-scanner");
  TCase *tests = tcase_create ("xlsx-scanner");

  tcase_add_test (tests, the_cells_of_a_sheet_are_tallied);
  tcase_add_test (tests, no_prefix_of_a_sheet_is_a_sheet);
  tcase_add_loop_test (tests, a_complete_part_is_taken, 0, G_N_ELEMENTS (fine));
  tcase_add_loop_test (tests, what_is_wrong_is_told, 0, G_N_ELEMENTS (broken));
  tcase_add_loop_test (tests, endless_and_deep_parts_are_refused, 0, 2);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/recon-error.h"
#include "input/decision-file.h"
#include "test-main.h"
#include "test-place.h"

#include <check.h>
#include <string.h>

#define HEADER "code,customer_id,month,currency,amount,message,subject,id,resolution,note\n"

/* What was judged: "LINE ID CODE CUSTOMER MONTH AMOUNT RESOLUTION NOTE;" of each. */
static DecisionVerdict
judge (const Decision *decision, gpointer data)
{
  g_autofree char *amount = decimal_to_string (decision->amount, 2);
  char month[MONTH_TEXT_SIZE] = "-";

  if (decision->month != MONTH_NONE)
    calendar_print_month (decision->month, month);
  g_string_append_printf (data, "%" G_GUINT64_FORMAT " %s %s %s %s %s %s %s;", decision->line,
                          decision->id, decision->code, decision->customer_id, month, amount,
                          decision->resolution, decision->note);
  if (strcmp (decision->id, "unknown") == 0)
    return DECISION_UNKNOWN_ID;
  return strcmp (amount, "99.00") == 0 ? DECISION_OTHER_AMOUNT : DECISION_TAKEN;
}

static char *
read_text (const char *text, gboolean comma, GError **error)
{
  const TableFormat format
      = { .decimal_mark = comma ? DECIMAL_COMMA : DECIMAL_POINT, .separator = comma ? ';' : ',' };
  GString *judged = g_string_new (NULL);

  put ("findings.csv", text);
  (void) decision_file_read ("findings.csv", &format, judge, judged, error);
  return g_string_free (judged, FALSE);
}

static const struct
{
  const char *text;
  gboolean comma;
  const char *expected;
} good[] = {
  { HEADER "ACO401,c1,2026-10,EUR,5.00,m,,f1,accepted,as agreed\n", FALSE,
    "2 f1 ACO401 c1 2026-10 5.00 accepted as agreed;" },
  /* rows without a resolution are passed over, whatever they are */
  { HEADER "ACO401,c1,,EUR,x,m,,f1,,note\nACO401,c1,,EUR,5,m,,f2, Expected ,n\n", FALSE,
    "3 f2 ACO401 c1 - 5.00 expected n;" },
  /* as a spreadsheet saves it */
  { "\xef\xbb\xbf"
    "resolution;note;id;amount\r\ndisputed;\"a; \"\"b\"\"\";f1;-1234,5\r\n",
    TRUE, "2 f1   - -1234.50 disputed a; \"b\";" },
  { "resolution\tnote\tid\tamount\ncorrected\tn\tf1\t7\n", FALSE, "2 f1   - 7.00 corrected n;" },
  /* what keeps a spreadsheet from running it is no part of it */
  { HEADER "ACO401,'=c1,2026-10,EUR,5,m,,f1,accepted,'fine'\n", FALSE,
    "2 f1 ACO401 =c1 2026-10 5.00 accepted 'fine';" },
  { HEADER, FALSE, "" },
};

START_TEST (rows_that_say_what_is_decided_are_judged)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *judged = read_text (good[_i].text, good[_i].comma, &error);

  ck_assert_ptr_null (error);
  ck_assert_str_eq (judged, good[_i].expected);
}
END_TEST

static const struct
{
  const char *text;
  const char *message;
} bad[] = {
  { HEADER "ACO401,c1,,EUR,5,m,,f1,maybe,n\n",
    "findings.csv:2: column \"resolution\": found \"maybe\", expected accepted, disputed, "
    "corrected or expected" },
  { HEADER "ACO401,c1,,EUR,5,m,,f1,acceptd,n\n",
    "findings.csv:2: column \"resolution\": found \"acceptd\", expected accepted, disputed, "
    "corrected or expected; did you mean accepted?" },
  { HEADER "ACO401,c1,,EUR,5,m,,f1,accepted,\n",
    "findings.csv:2: column \"note\": found \"\", expected a note: why it is resolved so" },
  { HEADER "ACO401,c1,,EUR,5x,m,,f1,accepted,n\n",
    "findings.csv:2: column \"amount\": found \"5x\", expected a number like 1234.56" },
  { HEADER "ACO401,c1,,EUR,5,m,,unknown,accepted,n\n",
    "findings.csv:2: column \"id\": found \"unknown\", expected the id of a finding of the history "
    "or of --report, or one that the other columns of its row give" },
  { HEADER "ACO401,c1,,EUR,1,m,,f1,accepted,n\nACO401,c1,,EUR,99,m,,f1,accepted,n\n",
    "findings.csv:3: column \"amount\": found \"99\", expected the amount of the finding, as it "
    "was reported" },
};

START_TEST (a_row_that_is_not_taken_refuses_the_file_with_its_line)
{
  g_autoptr (GError) error = NULL;

  g_free (read_text (bad[_i].text, FALSE, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
  ck_assert_str_eq (error->message, bad[_i].message);
}
END_TEST

START_TEST (other_tables_and_no_file_are_refused)
{
  g_autoptr (GError) error = NULL, missing = NULL;
  const TableFormat format = { .separator = ',' };

  g_free (read_text ("id,amount\nf1,5\n", FALSE, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
  ck_assert (!decision_file_read ("nowhere.csv", &format, judge, NULL, &missing));
  ck_assert (g_error_matches (missing, RECON_ERROR, RECON_ERROR_INPUT));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("decision-file");
  TCase *tests = tcase_create ("decision-file");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_loop_test (tests, rows_that_say_what_is_decided_are_judged, 0, G_N_ELEMENTS (good));
  tcase_add_loop_test (tests, a_row_that_is_not_taken_refuses_the_file_with_its_line, 0,
                       G_N_ELEMENTS (bad));
  tcase_add_test (tests, other_tables_and_no_file_are_refused);
  suite_add_tcase (suite, tests);
  return suite;
}

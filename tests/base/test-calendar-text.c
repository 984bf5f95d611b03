/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/calendar.h"
#include "test-main.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

/* Left in an out parameter that must not be touched. */
#define UNTOUCHED 4711

typedef struct
{
  const char *text;
  DateOrder order;
  DateVerdict verdict;
  const char *printed; /* NULL unless DATE_OK */
} ParseCase;

/* Without a NUL, so that sanitizers see a read past the end. */
static char *
exact_copy (const char *text, gsize length)
{
  char *copy = malloc (length);

  memcpy (copy, text, length);
  return copy;
}

/* Days */

static const ParseCase accepted_days[] = {
  { "1/2/2026", DATE_MONTH_FIRST, DATE_OK, "2026-01-02" },
  { "1/2/2026", DATE_DAY_FIRST, DATE_OK, "2026-02-01" },
  { "01/02/2026", DATE_MONTH_FIRST, DATE_OK, "2026-01-02" },
  { "12/31/2026", DATE_MONTH_FIRST, DATE_OK, "2026-12-31" },
  { "31/12/2026", DATE_DAY_FIRST, DATE_OK, "2026-12-31" },
  { "2026-10-31", DATE_MONTH_FIRST, DATE_OK, "2026-10-31" },
  { "2026-10-31", DATE_DAY_FIRST, DATE_OK, "2026-10-31" },
  { "2024-02-29", DATE_MONTH_FIRST, DATE_OK, "2024-02-29" },
  { "2000-02-29", DATE_MONTH_FIRST, DATE_OK, "2000-02-29" },
  { "0001-01-01", DATE_MONTH_FIRST, DATE_OK, "0001-01-01" },
  { "12/31/9999", DATE_MONTH_FIRST, DATE_OK, "9999-12-31" },
  /* with a time */
  { "10/5/2026 0:00", DATE_MONTH_FIRST, DATE_OK, "2026-10-05" },
  { "10/5/2026 00:00:00", DATE_MONTH_FIRST, DATE_OK, "2026-10-05" },
  { "10/5/2026 23:59:59.9999999", DATE_MONTH_FIRST, DATE_OK, "2026-10-05" },
  { "10/5/2026 12:00:00 AM", DATE_MONTH_FIRST, DATE_OK, "2026-10-05" },
  { "10/5/2026 1:05 pm", DATE_MONTH_FIRST, DATE_OK, "2026-10-05" },
  { "10/5/2026 1:05PM", DATE_MONTH_FIRST, DATE_OK, "2026-10-05" },
  { "10/5/2026  \t12:59:59.5  Am", DATE_DAY_FIRST, DATE_OK, "2026-05-10" },
  { "10/5/2026 12:00:00 AM +00:00", DATE_MONTH_FIRST, DATE_OK, "2026-10-05" },
  { "10/5/2026 12:00 AMZ", DATE_MONTH_FIRST, DATE_OK, "2026-10-05" },
  { "2026-10-31 7:05", DATE_MONTH_FIRST, DATE_OK, "2026-10-31" },
  { "2026-10-31 11:05 PM", DATE_MONTH_FIRST, DATE_OK, "2026-10-31" },
  { "2026-10-31T00:00:00Z", DATE_MONTH_FIRST, DATE_OK, "2026-10-31" },
  { "2026-10-31T00:00:00z", DATE_MONTH_FIRST, DATE_OK, "2026-10-31" },
  { "2026-10-31T00:00Z", DATE_MONTH_FIRST, DATE_OK, "2026-10-31" },
  { "2026-10-31T00:00:00.0000000Z", DATE_MONTH_FIRST, DATE_OK, "2026-10-31" },
  { "2026-12-31T23:59:60Z", DATE_MONTH_FIRST, DATE_OK, "2026-12-31" },
  /* the day as written counts, whatever day it is elsewhere */
  { "2026-10-31T23:30:00-08:00", DATE_MONTH_FIRST, DATE_OK, "2026-10-31" },
  { "2026-10-31T00:30:00+0100", DATE_MONTH_FIRST, DATE_OK, "2026-10-31" },
  { "2026-10-31T00:30:00+01", DATE_MONTH_FIRST, DATE_OK, "2026-10-31" },
  { "2026-10-31 00:30:00.25 +14:00", DATE_MONTH_FIRST, DATE_OK, "2026-10-31" },
};

static const ParseCase refused_days[] = {
  { "", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { " ", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "n/a", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "46296", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "20261031", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "Oct 31, 2026", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "31.10.2026", DATE_DAY_FIRST, DATE_BAD, NULL },
  { "10-31-2026", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026/10/31", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "-2026-10-31", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "+1/2/2026", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "1/-2/2026", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "'1/2/2026", DATE_MONTH_FIRST, DATE_BAD, NULL },
  /* outer and inner blanks */
  { " 1/2/2026", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "1/2/2026 ", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "1/ 2/2026", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026- 1-02", DATE_MONTH_FIRST, DATE_BAD, NULL },
  /* too few or too many digits or parts */
  { "1/2/26", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "13/2/26", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "26-01-02", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "1/2/226", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "1/2/20261", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "1/2", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "1/2/", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "1//2026", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "/1/2026", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "001/2/2026", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "1/002/2026", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "1/2/2026/3", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-1-02", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-01-2", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-01", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-01-", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-0102", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "02026-01-02", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-01-02-03", DATE_MONTH_FIRST, DATE_BAD, NULL },
  /* days that do not exist */
  { "2/29/2026", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-02-29", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "1900-02-29", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2100-02-29", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "4/31/2026", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-04-31", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-01-32", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-01-00", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-00-01", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-13-01", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-31-01", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "0000-01-01", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "1/1/0000", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "0/1/2026", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "1/0/2026", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "1/32/2026", DATE_MONTH_FIRST, DATE_BAD, NULL },
  /* no date in either order */
  { "13/13/2026", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "13/13/2026", DATE_DAY_FIRST, DATE_BAD, NULL },
  { "32/1/2026", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "1/32/2026", DATE_DAY_FIRST, DATE_BAD, NULL },
  { "13/0/2026", DATE_MONTH_FIRST, DATE_BAD, NULL },
  /* times that are none */
  { "1/2/2026T10:00", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "1/2/202610:00", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-01-02t10:00", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-01-02T", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-01-02Z", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-01-02T T10:00", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-01-02 x", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-01-02 10", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-01-02 10:", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-01-02 10:5", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-01-02 10:60", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-01-02 24:00", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-01-02 010:00", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-01-02 10:00:", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-01-02 10:00:61", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-01-02 10:00:0", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-01-02 10:00:00.", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-01-02 10:00:00.x", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-01-02 10:00:00.5x", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-01-02 10:00.5", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-01-02 10:00:00,5", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-01-02 10:00:00:00", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-01-02 0:00 AM", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-01-02 13:00 PM", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-01-02 10:00 A", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-01-02 10:00 XM", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-01-02 10:00 AMX", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-01-02 10:00 AM PM", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-01-02 10:00 UTC", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-01-02T10:00:00ZZ", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-01-02T10:00:00+", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-01-02T10:00:00+1", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-01-02T10:00:00+010", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-01-02T10:00:00+01:", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-01-02T10:00:00+01:60", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-01-02T10:00:00+24:00", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-01-02T10:00:00+01:000", DATE_MONTH_FIRST, DATE_BAD, NULL },
};

static const ParseCase other_order_days[] = {
  { "13/1/2026", DATE_MONTH_FIRST, DATE_OTHER_ORDER, NULL },
  { "31/12/2026", DATE_MONTH_FIRST, DATE_OTHER_ORDER, NULL },
  { "31/12/2026 23:59:59", DATE_MONTH_FIRST, DATE_OTHER_ORDER, NULL },
  { "1/13/2026", DATE_DAY_FIRST, DATE_OTHER_ORDER, NULL },
  { "12/31/2026", DATE_DAY_FIRST, DATE_OTHER_ORDER, NULL },
  { "12/31/2026 11:59 PM", DATE_DAY_FIRST, DATE_OTHER_ORDER, NULL },
  /* the two ranges decide, not whether the day exists */
  { "31/2/2026", DATE_MONTH_FIRST, DATE_OTHER_ORDER, NULL },
  { "2/31/2026", DATE_DAY_FIRST, DATE_OTHER_ORDER, NULL },
  /* both orders are possible, or the rest is no date: nothing is proved */
  { "12/12/2026", DATE_MONTH_FIRST, DATE_OK, "2026-12-12" },
  { "12/12/2026", DATE_DAY_FIRST, DATE_OK, "2026-12-12" },
  { "13/1/2026 noon", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "13/1/26", DATE_MONTH_FIRST, DATE_BAD, NULL },
};

static void
check_day_case (const ParseCase *c)
{
  Day day = UNTOUCHED;
  gsize length = strlen (c->text);
  char *exact = exact_copy (c->text, length);
  DateVerdict verdict = calendar_parse_day (exact, length, c->order, &day);
  char printed[DAY_TEXT_SIZE];

  free (exact);
  ck_assert_msg (verdict == c->verdict, "'%s': verdict %d, expected %d", c->text, verdict,
                 c->verdict);
  if (verdict == DATE_OK)
    {
      calendar_print_day (day, printed);
      ck_assert_str_eq (printed, c->printed);
    }
  else
    ck_assert_msg (day == UNTOUCHED, "'%s' was refused but stored", c->text);
}

START_TEST (a_date_is_read_in_every_accepted_form) { check_day_case (&accepted_days[_i]); }
END_TEST

START_TEST (what_is_no_date_is_refused) { check_day_case (&refused_days[_i]); }
END_TEST

START_TEST (a_slash_date_can_prove_the_other_order) { check_day_case (&other_order_days[_i]); }
END_TEST

START_TEST (a_date_ends_where_its_length_says)
{
  Day day = UNTOUCHED;

  ck_assert_int_eq (calendar_parse_day ("2026-10-31T99", 10, DATE_MONTH_FIRST, &day), DATE_OK);
  ck_assert_int_eq (day, calendar_day (2026, 10, 31));
  ck_assert_int_eq (calendar_parse_day ("2026-10-3\0001", 11, DATE_MONTH_FIRST, &day), DATE_BAD);
  ck_assert_int_eq (calendar_parse_day ("2026-10-31\0", 11, DATE_MONTH_FIRST, &day), DATE_BAD);
}
END_TEST

/* Months */

static const ParseCase months[] = {
  { "2026-10", DATE_MONTH_FIRST, DATE_OK, "2026-10" },
  { "202610", DATE_MONTH_FIRST, DATE_OK, "2026-10" },
  { "0001-01", DATE_MONTH_FIRST, DATE_OK, "0001-01" },
  { "999912", DATE_MONTH_FIRST, DATE_OK, "9999-12" },
  { "1/2026", DATE_MONTH_FIRST, DATE_OK, "2026-01" },
  { "01/2026", DATE_MONTH_FIRST, DATE_OK, "2026-01" },
  { "12/2026", DATE_DAY_FIRST, DATE_OK, "2026-12" },
  /* any date */
  { "10/1/2026", DATE_MONTH_FIRST, DATE_OK, "2026-10" },
  { "10/1/2026", DATE_DAY_FIRST, DATE_OK, "2026-01" },
  { "10/31/2026 12:00:00 AM", DATE_MONTH_FIRST, DATE_OK, "2026-10" },
  { "2026-10-31", DATE_MONTH_FIRST, DATE_OK, "2026-10" },
  { "2026-10-31T23:00:00-08:00", DATE_MONTH_FIRST, DATE_OK, "2026-10" },
  { "31/10/2026", DATE_MONTH_FIRST, DATE_OTHER_ORDER, NULL },
  { "10/31/2026", DATE_DAY_FIRST, DATE_OTHER_ORDER, NULL },
  /* names */
  { "Oct 2026", DATE_MONTH_FIRST, DATE_OK, "2026-10" },
  { "OCT 2026", DATE_MONTH_FIRST, DATE_OK, "2026-10" },
  { "oct \t 2026", DATE_MONTH_FIRST, DATE_OK, "2026-10" },
  { "October 2026", DATE_MONTH_FIRST, DATE_OK, "2026-10" },
  { "oCTOBER 2026", DATE_MONTH_FIRST, DATE_OK, "2026-10" },
  { "January 2026", DATE_MONTH_FIRST, DATE_OK, "2026-01" },
  { "February 2026", DATE_MONTH_FIRST, DATE_OK, "2026-02" },
  { "March 2026", DATE_MONTH_FIRST, DATE_OK, "2026-03" },
  { "April 2026", DATE_MONTH_FIRST, DATE_OK, "2026-04" },
  { "May 2026", DATE_MONTH_FIRST, DATE_OK, "2026-05" },
  { "June 2026", DATE_MONTH_FIRST, DATE_OK, "2026-06" },
  { "July 2026", DATE_MONTH_FIRST, DATE_OK, "2026-07" },
  { "August 2026", DATE_MONTH_FIRST, DATE_OK, "2026-08" },
  { "September 2026", DATE_MONTH_FIRST, DATE_OK, "2026-09" },
  { "November 2026", DATE_MONTH_FIRST, DATE_OK, "2026-11" },
  { "December 2026", DATE_MONTH_FIRST, DATE_OK, "2026-12" },
  { "jan 2026", DATE_MONTH_FIRST, DATE_OK, "2026-01" },
  { "feb 2026", DATE_MONTH_FIRST, DATE_OK, "2026-02" },
  { "mar 2026", DATE_MONTH_FIRST, DATE_OK, "2026-03" },
  { "apr 2026", DATE_MONTH_FIRST, DATE_OK, "2026-04" },
  { "may 2026", DATE_MONTH_FIRST, DATE_OK, "2026-05" },
  { "jun 2026", DATE_MONTH_FIRST, DATE_OK, "2026-06" },
  { "jul 2026", DATE_MONTH_FIRST, DATE_OK, "2026-07" },
  { "aug 2026", DATE_MONTH_FIRST, DATE_OK, "2026-08" },
  { "sep 2026", DATE_MONTH_FIRST, DATE_OK, "2026-09" },
  { "nov 2026", DATE_MONTH_FIRST, DATE_OK, "2026-11" },
  { "dec 2026", DATE_MONTH_FIRST, DATE_OK, "2026-12" },
  /* refused */
  { "", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-1", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "20261", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026101", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "20261031", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-00", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-13", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "202600", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "202613", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "000001", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026/10", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026-10 ", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "26-10", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "10/26", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "0/2026", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "13/2026", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "13/2026", DATE_DAY_FIRST, DATE_BAD, NULL },
  { "001/2026", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "/2026", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "10/02026", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2/30/2026", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "Oct 26", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "Oct2026", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "Oct. 2026", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "Oct-2026", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "Octo 2026", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "Octobers 2026", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "Oc 2026", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "Okt 2026", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "Oct 0000", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "Oct 2026 x", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "Oct 20261", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "Oct 1 2026", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "Oct ", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "Oct", DATE_MONTH_FIRST, DATE_BAD, NULL },
  { "2026 Oct", DATE_MONTH_FIRST, DATE_BAD, NULL },
};

START_TEST (a_month_is_read_in_every_accepted_form_only)
{
  const ParseCase *c = &months[_i];
  Month month = UNTOUCHED;
  gsize length = strlen (c->text);
  char *exact = exact_copy (c->text, length);
  DateVerdict verdict = calendar_parse_month (exact, length, c->order, &month);
  char printed[MONTH_TEXT_SIZE];

  free (exact);
  ck_assert_msg (verdict == c->verdict, "'%s': verdict %d, expected %d", c->text, verdict,
                 c->verdict);
  if (verdict == DATE_OK)
    {
      calendar_print_month (month, printed);
      ck_assert_str_eq (printed, c->printed);
    }
  else
    ck_assert_msg (month == UNTOUCHED, "'%s' was refused but stored", c->text);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("calendar-text");
  TCase *tcase = tcase_create ("calendar-text");

  tcase_add_loop_test (tcase, a_date_is_read_in_every_accepted_form, 0,
                       G_N_ELEMENTS (accepted_days));
  tcase_add_loop_test (tcase, what_is_no_date_is_refused, 0, G_N_ELEMENTS (refused_days));
  tcase_add_loop_test (tcase, a_slash_date_can_prove_the_other_order, 0,
                       G_N_ELEMENTS (other_order_days));
  tcase_add_test (tcase, a_date_ends_where_its_length_says);
  tcase_add_loop_test (tcase, a_month_is_read_in_every_accepted_form_only, 0,
                       G_N_ELEMENTS (months));
  suite_add_tcase (suite, tcase);
  return suite;
}

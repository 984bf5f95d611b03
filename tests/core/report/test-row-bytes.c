/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/report-layout.h"
#include "core/report/row-bytes.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

#define ROOM 2048

typedef struct
{
  FindingRow row;
  RowSentence sentence;
} State;

static RowShape shape;
static State put, taken;
static guint8 bytes[ROOM];

static void
begin (void)
{
  shape = row_bytes_shape (report_layout_held (report_layout (REPORT_FINDINGS)));
  put = taken = (State){ 0 };
}

/* Gives how many bytes it took. */
static gsize
pass (const FindingRow *row)
{
  const guint8 *end = row_bytes_put (&shape, row, &put.row, &put.sentence, bytes);

  ck_assert_ptr_eq (row_bytes_take (&shape, bytes, &taken.row, &taken.sentence), end);
  ck_assert_uint_le ((gsize) (end - bytes), shape.bytes_max);
  return (gsize) (end - bytes);
}

START_TEST (a_row_like_the_one_before_takes_three_bytes)
{
  const FindingRow row = { .code = FINDING_NO_INVOICE,
                           .customer_id = "contoso",
                           .amount = decimal_from_scaled (-1234567, 2),
                           .line = G_MAXUINT64,
                           .message = "differs by 3",
                           .credit_name = "ACO" };

  ck_assert_uint_gt (pass (&row), 3);
  ck_assert_uint_eq (pass (&row), 3);
  ck_assert_int_eq (taken.row.code, row.code);
  ck_assert_ptr_eq (taken.row.customer_id, row.customer_id);
  ck_assert (decimal_is_same (&taken.row.amount, &row.amount));
  ck_assert_uint_eq (taken.row.line, row.line);
  ck_assert_ptr_eq (taken.row.credit_name, row.credit_name);
}
END_TEST

START_TEST (a_sentence_takes_its_new_words_alone)
{
  const FindingRow first
      = { .message = "the balance report used 737.49 GBP, and so on, and so on" };
  const FindingRow second
      = { .message = "the balance report used 5469.55 GBP, and so on, and so on" };

  pass (&first);
  ck_assert_uint_eq (pass (&second), 3 + 3 + strlen ("5469.55"));
}
END_TEST

/* Lines and months are told by what is added, which may be as much as there is room for. */
START_TEST (numbers_go_up_and_down)
{
  static const guint64 lines[]
      = { 1, 2, 64, 66, 130, 4, 0, G_MAXUINT64, 0, 1 + (guint64) G_MAXINT64, 1 };
  static const Month months[]
      = { 24000, 24001, 24064, 24128, 23900, MONTH_NONE, G_MAXINT32, G_MININT32, 0, -1, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const FindingRow row = { .line = lines[i], .month = months[i] };

      pass (&row);
      ck_assert_uint_eq (taken.row.line, lines[i]);
      ck_assert_int_eq (taken.row.month, months[i]);
      ck_assert_uint_eq (put.row.line, lines[i]);
      ck_assert_int_eq (put.row.month, months[i]);
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("row-bytes");
  TCase *tcase = tcase_create ("row-bytes");

  tcase_add_checked_fixture (tcase, begin, NULL);
  tcase_add_test (tcase, a_row_like_the_one_before_takes_three_bytes);
  tcase_add_test (tcase, a_sentence_takes_its_new_words_alone);
  tcase_add_test (tcase, numbers_go_up_and_down);
  suite_add_tcase (suite, tcase);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/benefit/benefit-profiles.h"
#include "core/benefit/benefit-reckon.h"
#include "core/benefit/benefit-rows.h"
#include "fuzz-mutate.h"
#include "fuzz-stream.h"
#include "fuzz-target.h"
#include "input/table/benefit-table.h"

/*
 * Tables about benefits: a file of benefits and, behind a line "~~~", one of use; the same bytes as
 * billing profiles, too. Every month foots and no figure is below 0. Choices: as-of day, how
 * numbers and dates are written.
 */

FUZZ_MUTATES (fuzz_mutate_csv)

#define CHOICES 5 /* with the end of their line */

static gboolean
read_table (BenefitBook *book, BenefitFileKind kind, const TableFormat *format, Slice text)
{
  FuzzStream stream = { .bytes = text };
  const TableContent content = { .name = "f", .read = fuzz_stream_read, .stream = &stream };
  BenefitFile file = { .file = "f", .kind = kind, .sha256 = "0" };

  if (!benefit_table_read (&content, kind, format, book, &file.rows, NULL))
    return FALSE;
  g_array_append_val (book->files, file);
  return TRUE;
}

static void
check_months (const Report *report)
{
  for (gsize i = 0; i < report_row_count (report, BENEFIT_TABLE_MONTHS); i++)
    {
      const BenefitMonthRow *row = report_row (report, BENEFIT_TABLE_MONTHS, i);
      Decimal sum = decimal_add (row->opening, row->granted);

      sum = decimal_subtract (decimal_add (sum, row->over), row->used);
      sum = decimal_subtract (decimal_subtract (sum, row->lapsed), row->revoked);
      REQUIRE (decimal_equal (sum, row->closing));
      REQUIRE (decimal_sign (row->closing) >= 0 && decimal_sign (row->lapsed) >= 0);
      REQUIRE (decimal_sign (row->revoked) >= 0 && decimal_sign (row->over) >= 0);
    }
}

static void
check_benefits (const TableFormat *format, Slice benefits, Slice uses, Day as_of)
{
  g_autoptr (BenefitBook) book = benefit_book_new ();
  const BenefitPlan plan = { .as_of = as_of, .expiring_days = 60 };

  if (!read_table (book, BENEFIT_FILE_BENEFITS, format, benefits))
    return;
  (void) read_table (book, BENEFIT_FILE_USE, format, uses);
  g_autoptr (Report) report = benefit_reckon (book, &plan);
  REQUIRE (report_row_count (report, BENEFIT_TABLE_BENEFITS) == book->benefits->len);
  check_months (report);
}

static void
check_profiles (const TableFormat *format, Slice text)
{
  g_autoptr (BenefitBook) book = benefit_book_new ();
  const BenefitProfilePlan plan = { .account = "A" };

  if (!read_table (book, BENEFIT_FILE_PROFILES, format, text))
    return;
  g_autoptr (Report) report = benefit_profiles_reckon (book, &plan);
  REQUIRE (report_row_count (report, BENEFIT_PROFILE_TABLE_PROFILES) == book->profiles->len);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  static const char line[] = "\n~~~\n";
  g_autoptr (TableMap) map = table_form_map_new ();

  if (size < CHOICES)
    return 0;
  const TableFormat format = { .decimal_mark = data[0] % 2 == 0 ? DECIMAL_POINT : DECIMAL_COMMA,
                               .date_order = data[1] % 2 == 0 ? DATE_MONTH_FIRST : DATE_DAY_FIRST,
                               .separator = data[0] % 2 == 0 ? ',' : ';',
                               .map = map };
  const Slice text = { (const char *) data + CHOICES, size - CHOICES };
  const char *cut = memmem (text.text, text.length, line, strlen (line));
  const gsize length = cut != NULL ? (gsize) (cut - text.text) : text.length;
  const gsize next = cut != NULL ? length + strlen (line) : length;
  const Day as_of = calendar_day (2020 + data[2] % 10, 1 + data[3] % 12, 15);

  check_benefits (&format, (Slice){ text.text, length },
                  (Slice){ text.text + next, text.length - next }, as_of);
  check_profiles (&format, text);
  return 0;
}

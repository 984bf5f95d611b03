/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/guid-table.h"
#include "test-main.h"

#include <check.h>

#define SOME "8a9a38ff-486d-4600-9e17-1f7871ad9020"

static gboolean
read_guid (const char *text, Guid *guid)
{
  return guid_table_read (slice_of (text), guid);
}

START_TEST (digits_have_no_case)
{
  Guid lower, upper;

  ck_assert (read_guid (SOME, &lower));
  ck_assert (read_guid ("8A9A38FF-486D-4600-9e17-1F7871AD9020", &upper));
  ck_assert (guid_table_equal (lower, upper));
}
END_TEST

/* Every byte in every place: it is read only where it is a digit, or the hyphen that stands there,
   and no two digits in one place give the same GUID. */
START_TEST (each_place_takes_digits_and_tells_them_apart)
{
  char text[] = SOME;
  const char had = text[_i];
  Guid seen[256];
  guint count = 0;

  for (guint byte = 0; byte < 256; byte++)
    {
      const Slice slice = { text, GUID_LENGTH };
      Guid guid;

      text[_i] = (char) byte;
      ck_assert_int_eq (guid_table_read (slice, &guid),
                        had == '-' ? byte == '-' : g_ascii_isxdigit ((char) byte));
      if (!g_ascii_isdigit ((char) byte) && !g_ascii_islower ((char) byte))
        continue;
      if (!guid_table_read (slice, &guid))
        continue;
      for (guint i = 0; i < count; i++)
        ck_assert (!guid_table_equal (guid, seen[i]));
      seen[count++] = guid;
    }
  ck_assert_uint_eq (count, had == '-' ? 0 : 16);
}
END_TEST

START_TEST (other_lengths_are_no_guids)
{
  Guid guid = { 1, 2 };

  ck_assert (!read_guid ("", &guid));
  ck_assert (!read_guid ("8a9a38ff-486d-4600-9e17-1f7871ad902", &guid));
  ck_assert (!read_guid (SOME "0", &guid));
  ck_assert (!read_guid ("{" SOME "}", &guid));
  ck_assert_uint_eq (guid.front, 1);
  ck_assert_uint_eq (guid.back, 2);
}
END_TEST

START_TEST (each_guid_keeps_its_number)
{
  static const HashKey key = { 1, 2 };
  GuidTable *table = guid_table_new (&key);
  guint number = 7;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < 1000; i++)
      {
        const Guid guid = { i % 10, i / 10 };

        ck_assert_int_eq (guid_table_find (table, guid, &number), pass == 1);
        ck_assert_uint_eq (number, pass == 1 ? 2 * i : 7);
        ck_assert_uint_eq (guid_table_add (table, guid, pass == 0 ? 2 * i : 1), 2 * i);
      }
  guid_table_free (table);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("guid-table");
  TCase *tcase = tcase_create ("guid-table");

  tcase_add_test (tcase, digits_have_no_case);
  tcase_add_loop_test (tcase, each_place_takes_digits_and_tells_them_apart, 0, GUID_LENGTH);
  tcase_add_test (tcase, other_lengths_are_no_guids);
  tcase_add_test (tcase, each_guid_keeps_its_number);
  suite_add_tcase (suite, tcase);
  return suite;
}

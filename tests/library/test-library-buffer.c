/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <acorecon.h>
#include <check.h>
#include <string.h>

#include "library/library-buffer.h"

START_TEST (bytes_are_a_file_that_can_be_opened_again)
{
  LibraryBuffer self;

  ck_assert (library_buffer_init (&self, "x", "a\0b", 3, NULL));
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *text = NULL;
      gsize length;
      ck_assert (g_file_get_contents (self.path, &text, &length, NULL));
      ck_assert_uint_eq (length, 3);
      ck_assert_int_eq (memcmp (text, "a\0b", 3), 0);
    }
  g_autofree char *gone = g_strdup (self.path);
  library_buffer_clear (&self);
  ck_assert (!g_file_test (gone, G_FILE_TEST_EXISTS));
  library_buffer_clear (&self);
}
END_TEST

START_TEST (no_bytes_are_an_empty_file)
{
  LibraryBuffer self;

  ck_assert (library_buffer_init (&self, "x", NULL, 0, NULL));
  ck_assert_int_ge (self.fd, 0);
  library_buffer_clear (&self);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("library-buffer");
  TCase *tests = tcase_create ("library-buffer");

  tcase_add_test (tests, bytes_are_a_file_that_can_be_opened_again);
  tcase_add_test (tests, no_bytes_are_an_empty_file);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "input/bytes/zip-directory.h"
#include "sample-stream.h"

#define DAMAGED(what) "f.zip: the zip file is damaged: " what "; download it again"
#define NO_END DAMAGED ("found no directory at its end, expected one and nothing behind it")
#define MISFIT DAMAGED ("its directory does not fit its entries")

/* A zip file by hand: entries without content, as only names are looked at. */
typedef struct
{
  GByteArray *bytes;
  GByteArray *directory;
  guint count;
} SampleZip;

static void
append_number (GByteArray *bytes, guint64 number, guint width)
{
  for (; width > 0; width--, number >>= 8)
    g_byte_array_append (bytes, &(guint8){ (guint8) number }, 1);
}

static void
append_text (GByteArray *bytes, const char *text)
{
  g_byte_array_append (bytes, (const guint8 *) text, (guint) strlen (text));
}

/* @is_large: with its place and sizes in 64 bits. */
static void
add_entry (SampleZip *self, const char *name, const char *named_in_directory, gboolean is_large)
{
  const guint64 offset = self->bytes->len;

  append_text (self->bytes, "PK\3\4");
  append_number (self->bytes, 0, 22);
  append_number (self->bytes, strlen (name), 2);
  append_number (self->bytes, 0, 2);
  append_text (self->bytes, name);

  append_text (self->directory, "PK\1\2");
  append_number (self->directory, 0, 16);
  append_number (self->directory, is_large ? G_MAXUINT32 : 0, 4);
  append_number (self->directory, is_large ? G_MAXUINT32 : 0, 4);
  append_number (self->directory, strlen (named_in_directory), 2);
  append_number (self->directory, is_large ? 6 + 28 : 0, 2);
  append_number (self->directory, 3, 2);
  append_number (self->directory, 0, 8);
  append_number (self->directory, is_large ? G_MAXUINT32 : offset, 4);
  append_text (self->directory, named_in_directory);
  if (is_large)
    {
      append_number (self->directory, 0x4142, 2); /* another field first */
      append_number (self->directory, 2, 2);
      append_number (self->directory, 0, 2);
      append_number (self->directory, 1, 2);
      append_number (self->directory, 24, 2);
      append_number (self->directory, 0, 16);
      append_number (self->directory, offset, 8);
    }
  append_text (self->directory, "abc"); /* a comment */
  self->count++;
}

static void
append_large_end (SampleZip *self, guint64 start)
{
  const guint64 at = self->bytes->len;

  append_text (self->bytes, "PK\6\6");
  append_number (self->bytes, 44, 8);
  append_number (self->bytes, 0, 12);
  append_number (self->bytes, self->count, 8);
  append_number (self->bytes, self->count, 8);
  append_number (self->bytes, self->directory->len, 8);
  append_number (self->bytes, start, 8);
  append_text (self->bytes, "PK\6\7");
  append_number (self->bytes, 0, 4);
  append_number (self->bytes, at, 8);
  append_number (self->bytes, 1, 4);
}

static void
end_zip (SampleZip *self, const char *comment, gboolean is_large)
{
  const guint64 start = self->bytes->len;

  g_byte_array_append (self->bytes, self->directory->data, self->directory->len);
  if (is_large)
    append_large_end (self, start);
  append_text (self->bytes, "PK\5\6");
  append_number (self->bytes, 0, 4);
  append_number (self->bytes, is_large ? G_MAXUINT16 : self->count, 2);
  append_number (self->bytes, is_large ? G_MAXUINT16 : self->count, 2);
  append_number (self->bytes, is_large ? G_MAXUINT32 : self->directory->len, 4);
  append_number (self->bytes, is_large ? G_MAXUINT32 : start, 4);
  append_number (self->bytes, strlen (comment), 2);
  append_text (self->bytes, comment);
}

static SampleZip zip;

static void
set_up (void)
{
  zip = (SampleZip){ .bytes = g_byte_array_new (), .directory = g_byte_array_new () };
}

static void
tear_down (void)
{
  g_byte_array_unref (zip.bytes);
  g_byte_array_unref (zip.directory);
}

static void
make_good_zip (gboolean is_large, const char *comment)
{
  add_entry (&zip, "a.csv", "a.csv", is_large);
  add_entry (&zip, "sub/b.csv", "sub/b.csv", FALSE);
  end_zip (&zip, comment, is_large);
}

/* As many of its bytes as @length says; NULL: good. */
static void
assert_check (gsize length, const char *message)
{
  g_autoptr (ByteStream) stream = sample_stream_new_movable (zip.bytes->data, length);
  g_autoptr (GError) error = NULL;
  guint64 count;
  const gboolean good = zip_directory_check ("f.zip", stream, 100, &count, &error);

  if (message != NULL)
    {
      ck_assert_msg (!good, "accepted");
      assert_input_error (error, message);
      return;
    }
  ck_assert_msg (good, "%s", error == NULL ? "" : error->message);
  ck_assert_uint_eq (count, zip.count);
  g_autoptr (GString) all = read_stream (stream, 4096, NULL);
  ck_assert_uint_eq (all->len, length); /* it stands at its beginning again */
}

START_TEST (a_whole_zip_file_is_good)
{
  make_good_zip (_i == 1, "");
  assert_check (zip.bytes->len, NULL);
}
END_TEST

START_TEST (a_zip_file_without_entries_is_good)
{
  end_zip (&zip, "", _i == 1);
  assert_check (zip.bytes->len, NULL);
}
END_TEST

/* It may even look like an end, or be as long as can be. */
START_TEST (a_comment_may_follow)
{
  g_autofree char *longest = g_strnfill (65535, 'c');

  make_good_zip (FALSE, _i == 0 ? "hello" : _i == 1 ? "PK\5\6 not quite the end, I fear" : longest);
  assert_check (zip.bytes->len, NULL);
}
END_TEST

START_TEST (cut_anywhere_it_is_refused)
{
  make_good_zip (_i == 1, "comment");
  for (gsize length = 0; length < zip.bytes->len; length++)
    assert_check (length, NO_END);
}
END_TEST

START_TEST (bytes_behind_its_end_are_refused)
{
  make_good_zip (FALSE, "");
  append_text (zip.bytes, "x");
  assert_check (zip.bytes->len, NO_END);
}
END_TEST

/* It is in the way of all that the directory says of places. */
START_TEST (bytes_before_the_directory_end_are_refused)
{
  add_entry (&zip, "a.csv", "a.csv", FALSE);
  append_text (zip.directory, "x");
  end_zip (&zip, "", FALSE);
  assert_check (zip.bytes->len, MISFIT);
}
END_TEST

static const struct
{
  const char *name, *named;
} misfits[] = {
  { "a.csv", "b.csv" },
  { "a.csv", "a.cs" },
  { "a.csv", "a.csv " },
  { "a.csv", "" },
};

START_TEST (an_entry_that_says_another_name_is_refused)
{
  add_entry (&zip, "x.csv", "x.csv", FALSE);
  add_entry (&zip, misfits[_i].name, misfits[_i].named, FALSE);
  end_zip (&zip, "", FALSE);
  assert_check (zip.bytes->len, MISFIT);
}
END_TEST

START_TEST (a_missing_record_is_refused)
{
  add_entry (&zip, "a.csv", "a.csv", FALSE);
  add_entry (&zip, "b.csv", "b.csv", FALSE);
  zip.count += _i == 0 ? 1 : -1U;
  end_zip (&zip, "", FALSE);
  assert_check (zip.bytes->len, MISFIT);
}
END_TEST

/* Each of its bytes wrong: never a crash, nor a read outside. */
START_TEST (with_any_byte_wrong_it_is_refused_or_good)
{
  make_good_zip (_i == 1, "");
  for (gsize i = 0; i < zip.bytes->len; i++)
    for (guint value = 0; value < 256; value += 15)
      {
        g_autoptr (ByteStream) stream = sample_stream_new_movable (zip.bytes->data, zip.bytes->len);
        g_autoptr (GError) error = NULL;
        const guint8 right = zip.bytes->data[i];
        guint64 count;

        zip.bytes->data[i] = (guint8) value;
        if (!zip_directory_check ("f.zip", stream, 100, &count, &error))
          ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
        zip.bytes->data[i] = right;
      }
}
END_TEST

START_TEST (only_so_many_records_are_looked_at)
{
  g_autoptr (ByteStream) stream = NULL;
  guint64 count;

  add_entry (&zip, "a.csv", "a.csv", FALSE);
  add_entry (&zip, "b.csv", "c.csv", FALSE);
  end_zip (&zip, "", FALSE);
  stream = sample_stream_new_movable (zip.bytes->data, zip.bytes->len);
  ck_assert (zip_directory_check ("f.zip", stream, 1, &count, NULL));
  ck_assert_uint_eq (count, 2);
  ck_assert (!zip_directory_check ("f.zip", stream, 2, &count, NULL));
}
END_TEST

START_TEST (the_end_alone_can_be_told)
{
  make_good_zip (FALSE, "comment");
  ck_assert (zip_directory_ends (zip.bytes->data, zip.bytes->len));
  ck_assert (zip_directory_ends (zip.bytes->data + zip.bytes->len - 29, 29));
  ck_assert (!zip_directory_ends (zip.bytes->data + zip.bytes->len - 28, 28));
  ck_assert (!zip_directory_ends (zip.bytes->data, zip.bytes->len - 1));
  ck_assert (!zip_directory_ends (NULL, 0));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("zip-directory");
  TCase *tests = tcase_create ("zip-directory");

  tcase_add_checked_fixture (tests, set_up, tear_down);
  tcase_add_loop_test (tests, a_whole_zip_file_is_good, 0, 2);
  tcase_add_loop_test (tests, a_zip_file_without_entries_is_good, 0, 2);
  tcase_add_loop_test (tests, a_comment_may_follow, 0, 3);
  tcase_add_loop_test (tests, cut_anywhere_it_is_refused, 0, 2);
  tcase_add_test (tests, bytes_behind_its_end_are_refused);
  tcase_add_test (tests, bytes_before_the_directory_end_are_refused);
  tcase_add_loop_test (tests, an_entry_that_says_another_name_is_refused, 0,
                       G_N_ELEMENTS (misfits));
  tcase_add_loop_test (tests, a_missing_record_is_refused, 0, 2);
  tcase_add_loop_test (tests, with_any_byte_wrong_it_is_refused_or_good, 0, 2);
  tcase_add_test (tests, only_so_many_records_are_looked_at);
  tcase_add_test (tests, the_end_alone_can_be_told);
  suite_add_tcase (suite, tests);
  return suite;
}

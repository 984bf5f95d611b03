/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <errno.h>

#include "base/late/archive-library.h"
#include "base/recon-error.h"
#include "input/bytes/archive-stream.h"
#include "sample-archive.h"
#include "sample-stream.h"

#define TEXT "Name,Amount\na,1\nb,2\nc,3\n"
#define DAMAGED(kind, what) "f: the " kind " file is damaged: " what "; download it again"
#define CUT_TAR DAMAGED ("tar", "it ends in the middle")
#define TAR_TAIL DAMAGED ("tar", "found bytes behind its end, expected none")
#define NO_ZIP_END \
  DAMAGED ("zip", "found no directory at its end, expected one and nothing behind it")

/* Faults: what stands in for archive_read_data() of libarchive, and says this. */
static const char *fault;
static int fault_number;
#define UNNUMBERED (-1) /* what libarchive gives to most of what it says */

static la_ssize_t
read_fault (struct archive *archive, void *buffer G_GNUC_UNUSED, size_t size G_GNUC_UNUSED)
{
  archive_set_error (archive, fault_number, "%s", fault);
  return ARCHIVE_FATAL;
}

/* Compressed files */

static GByteArray *
compressed (int filter, const char *text)
{
  return pack (ARCHIVE_FORMAT_RAW, filter, NULL, ENTRIES ("data", text));
}

static void
append_bytes (GByteArray *bytes, const GByteArray *more)
{
  g_autofree guint8 *copy = g_memdup2 (more->data, more->len);
  g_byte_array_append (bytes, copy, more->len);
}

/* NULL with @error. */
static GString *
unpack (const GByteArray *bytes, gsize length, gsize piece, GError **error)
{
  g_autoptr (ByteStream) stream = archive_stream_new_unpacked (
      "f", sample_stream_new (bytes->data, length, piece, SAMPLE_STREAM_GOOD), error);
  return stream != NULL ? read_stream (stream, 64, error) : NULL;
}

static void
assert_unpacks (const GByteArray *bytes, const char *expected)
{
  static const gsize pieces[] = { 1, 7, G_MAXSIZE };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GString) text = unpack (bytes, bytes->len, pieces[i], &error);

      ck_assert_msg (text != NULL, "%s", error == NULL ? "" : error->message);
      ck_assert_str_eq (text->str, expected);
    }
}

static const int filters[] = { ARCHIVE_FILTER_XZ, ARCHIVE_FILTER_ZSTD };
/* So many bytes tell what it is; without them it would be no compressed file. */
static const guint magic_bytes[] = { 6, 4 };

START_TEST (all_streams_of_a_file_are_read)
{
  g_autoptr (GByteArray) bytes = compressed (filters[_i], "a,1\n");
  g_autoptr (GByteArray) more = compressed (filters[_i], "b,2\n");

  assert_unpacks (bytes, "a,1\n");
  append_bytes (bytes, more);
  append_bytes (bytes, more);
  assert_unpacks (bytes, "a,1\nb,2\nb,2\n");
}
END_TEST

START_TEST (an_empty_content_is_read)
{
  g_autoptr (GByteArray) bytes = compressed (filters[_i], "");

  assert_unpacks (bytes, "");
}
END_TEST

/* xz may be padded to four bytes; also between streams. */
START_TEST (the_padding_of_xz_is_passed_over)
{
  g_autoptr (GByteArray) bytes = compressed (ARCHIVE_FILTER_XZ, TEXT);
  g_autoptr (GByteArray) more = compressed (ARCHIVE_FILTER_XZ, TEXT);

  g_byte_array_append (bytes, (const guint8 *) "\0\0\0\0", 4);
  assert_unpacks (bytes, TEXT);
  append_bytes (bytes, more);
  assert_unpacks (bytes, TEXT TEXT);
  g_byte_array_append (bytes, (const guint8 *) "\0\0\0", 3);
  ck_assert_ptr_null (unpack (bytes, bytes->len, 64, NULL));
}
END_TEST

/* Frames to be skipped may stand before, between and behind the others. */
START_TEST (skippable_frames_of_zstd_are_passed_over)
{
  static const guint8 frame[] = "\x50\x2a\x4d\x18\4\0\0\0abcd";
  g_autoptr (GByteArray) content = compressed (ARCHIVE_FILTER_ZSTD, TEXT);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_byte_array_append (bytes, frame, 12);
  append_bytes (bytes, content);
  g_byte_array_append (bytes, frame, 12);
  append_bytes (bytes, content);
  g_byte_array_append (bytes, frame, 12);
  assert_unpacks (bytes, TEXT TEXT);
}
END_TEST

/* At the end of a stream it is a whole file in itself; nothing shows that there was more. */
START_TEST (cut_anywhere_it_is_refused)
{
  g_autoptr (GByteArray) bytes = compressed (filters[_i % 2], _i < 2 ? TEXT : "");
  g_autoptr (GByteArray) more = compressed (filters[_i % 2], TEXT);
  const guint first = bytes->len;

  append_bytes (bytes, more);
  for (guint length = magic_bytes[_i % 2]; length < bytes->len; length++)
    {
      g_autoptr (GError) error = NULL;

      if (length == first)
        continue;
      ck_assert_msg (unpack (bytes, length, 64, &error) == NULL, "%u bytes", length);
      ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
      ck_assert (g_str_has_prefix (error->message, "f: the compressed file is damaged: "));
    }
}
END_TEST

static const guint8 frame_without_check[]
    = { 0x28, 0xb5, 0x2f, 0xfd, 0x20, 0x04, 0x21, 0x00, 0x00, 'a', ',', '1', '\n' };

/* A frame without a check of its content that says how long it is. */
START_TEST (a_zstd_frame_without_a_check_is_read_and_refused_when_cut)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_byte_array_append (bytes, frame_without_check, sizeof frame_without_check);
  assert_unpacks (bytes, "a,1\n");
  for (guint length = 4; length < bytes->len; length++)
    ck_assert_msg (unpack (bytes, length, 64, NULL) == NULL, "%u bytes", length);
}
END_TEST

START_TEST (xz_with_any_bit_wrong_is_refused)
{
  g_autoptr (GByteArray) bytes = compressed (ARCHIVE_FILTER_XZ, TEXT);

  for (guint bit = 8 * magic_bytes[0]; bit < 8 * bytes->len; bit++)
    {
      bytes->data[bit / 8] ^= (guint8) (1 << bit % 8);
      ck_assert_msg (unpack (bytes, bytes->len, 64, NULL) == NULL, "bit %u", bit);
      bytes->data[bit / 8] ^= (guint8) (1 << bit % 8);
    }
}
END_TEST

/* A frame of one block as it is, with its check: XXH64 ("a,1\n"). Some bits say only how much
   memory is needed, or nothing. */
START_TEST (zstd_with_any_bit_wrong_is_refused_or_the_same)
{
  static const guint8 frame[] = { 0x28, 0xb5, 0x2f, 0xfd, 0x24, 0x04, 0x21, 0x00, 0x00,
                                  'a',  ',',  '1',  '\n', 0x0d, 0x04, 0xd1, 0x09 };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_byte_array_append (bytes, frame, sizeof frame);
  assert_unpacks (bytes, "a,1\n");
  for (guint bit = 8 * magic_bytes[1]; bit < 8 * bytes->len; bit++)
    {
      bytes->data[bit / 8] ^= (guint8) (1 << bit % 8);
      g_autoptr (GString) text = unpack (bytes, bytes->len, 64, NULL);
      bytes->data[bit / 8] ^= (guint8) (1 << bit % 8);
      ck_assert_msg (text == NULL || strcmp (text->str, "a,1\n") == 0, "bit %u", bit);
    }
}
END_TEST

START_TEST (bytes_behind_the_last_stream_are_refused)
{
  static const char *const tails[] = { "x", "junk", "1234567890123" };

  for (gsize i = 0; i < G_N_ELEMENTS (tails); i++)
    {
      g_autoptr (GByteArray) bytes = compressed (filters[_i], TEXT);

      g_byte_array_append (bytes, (const guint8 *) tails[i], (guint) strlen (tails[i]));
      ck_assert_msg (unpack (bytes, bytes->len, 64, NULL) == NULL, "'%s'", tails[i]);
    }
}
END_TEST

START_TEST (one_compressed_layer_in_another_is_refused)
{
  struct archive *archive = archive_write_new ();
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  size_t used = 0;

  g_byte_array_set_size (bytes, 65536);
  ck_assert_int_eq (archive_write_set_format_raw (archive), ARCHIVE_OK);
  ck_assert_int_eq (archive_write_add_filter_xz (archive), ARCHIVE_OK);
  ck_assert_int_eq (archive_write_add_filter_zstd (archive), ARCHIVE_OK);
  ck_assert_int_eq (archive_write_open_memory (archive, bytes->data, bytes->len, &used),
                    ARCHIVE_OK);
  sample_archive_add (archive, "data", TEXT);
  ck_assert_int_eq (archive_write_close (archive), ARCHIVE_OK);
  archive_write_free (archive);
  ck_assert_ptr_null (unpack (bytes, used, 64, &error));
  assert_input_error (error, "f: found a compressed file or archive inside, expected at most one "
                             "archive in one compressed file; unpack it by hand");
}
END_TEST

START_TEST (a_failure_to_read_is_passed_on)
{
  g_autoptr (GByteArray) bytes = compressed (filters[_i], TEXT);

  for (gsize at = 0; at < bytes->len; at += 5)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ByteStream) stream = archive_stream_new_unpacked (
          "f", sample_stream_new (bytes->data, bytes->len, 5, at), &error);

      if (stream != NULL)
        ck_assert_ptr_null (read_stream (stream, 64, &error));
      ck_assert_ptr_nonnull (error);
    }
}
END_TEST

/* Archives */

typedef enum
{
  WAY_MOVED_IN, /* a zip file on disk */
  WAY_STREAMED  /* a zip file in a compressed file, and every tar archive */
} Way;

static ArchiveStream *
open_archive (const GByteArray *bytes, gsize length, ContentKind kind, Way way, GError **error)
{
  return archive_stream_new (
      "f",
      way == WAY_MOVED_IN ? sample_stream_new_movable (bytes->data, length)
                          : sample_stream_new (bytes->data, length, 1000, SAMPLE_STREAM_GOOD),
      kind, error);
}

/* "name=content name=content "; NULL with @error. */
static GString *
read_archive (const GByteArray *bytes, gsize length, ContentKind kind, Way way, GError **error)
{
  g_autoptr (ArchiveStream) reader = open_archive (bytes, length, kind, way, error);
  GString *text = g_string_new (NULL);
  ArchiveStep step = ARCHIVE_STEP_REFUSED;
  const char *path;
  char buffer[16];
  gssize count = 0;

  while (reader != NULL && count == 0
         && (step = archive_stream_next (reader, &path, error)) == ARCHIVE_STEP_ENTRY)
    {
      g_string_append_printf (text, "%s=", path);
      while ((count = archive_stream_read (reader, buffer, sizeof buffer, error)) > 0)
        g_string_append_len (text, buffer, count);
      g_string_append_c (text, ' ');
    }
  if (step == ARCHIVE_STEP_END)
    return text;
  g_string_free (text, TRUE);
  return NULL;
}

static void
assert_entries (const GByteArray *bytes, ContentKind kind, Way way, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = read_archive (bytes, bytes->len, kind, way, &error);

  ck_assert_msg (text != NULL, "%s", error == NULL ? "" : error->message);
  ck_assert_str_eq (text->str, expected);
}

static void
assert_refused (const GByteArray *bytes, ContentKind kind, Way way, const char *message)
{
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (read_archive (bytes, bytes->len, kind, way, &error));
  assert_input_error (error, message);
}

/* Every form of archive there is, by what libarchive writes. */
static const struct
{
  int format;
  const char *options;
  ContentKind kind;
  Way way;
} forms[] = {
  { ARCHIVE_FORMAT_ZIP, NULL, CONTENT_ZIP, WAY_MOVED_IN },
  { ARCHIVE_FORMAT_ZIP, "zip:compression=store", CONTENT_ZIP, WAY_MOVED_IN },
  { ARCHIVE_FORMAT_ZIP, "zip:zip64", CONTENT_ZIP, WAY_MOVED_IN },
  { ARCHIVE_FORMAT_ZIP, NULL, CONTENT_ZIP, WAY_STREAMED },
  { ARCHIVE_FORMAT_ZIP, "zip:compression=store", CONTENT_ZIP, WAY_STREAMED },
  { ARCHIVE_FORMAT_TAR_USTAR, NULL, CONTENT_TAR, WAY_STREAMED },
  { ARCHIVE_FORMAT_TAR_GNUTAR, NULL, CONTENT_TAR, WAY_STREAMED },
  { ARCHIVE_FORMAT_TAR_PAX_INTERCHANGE, NULL, CONTENT_TAR, WAY_STREAMED },
};
#define FORMS G_N_ELEMENTS (forms)
#define ZIP_FORMS 5

static GByteArray *
packed_form (int form, const char *const *entries)
{
  return pack (forms[form].format, ARCHIVE_FILTER_NONE, forms[form].options, entries);
}

START_TEST (entries_come_as_they_are_stored)
{
  g_autoptr (GByteArray) bytes
      = packed_form (_i, ENTRIES ("b.csv", TEXT, "sub/a.csv", "", "c", "3"));

  assert_entries (bytes, forms[_i].kind, forms[_i].way, "b.csv=" TEXT " sub/a.csv= c=3 ");
}
END_TEST

START_TEST (what_is_not_read_of_an_entry_is_passed_over)
{
  g_autofree char *text = g_strnfill (200000, 'x');
  g_autoptr (GByteArray) bytes = packed_form (_i, ENTRIES ("a", text, "b", text, "c", "3"));
  g_autoptr (ArchiveStream) reader
      = open_archive (bytes, bytes->len, forms[_i].kind, forms[_i].way, NULL);
  char buffer[10];
  const char *path;

  ck_assert_int_eq ((int) archive_stream_next (reader, &path, NULL), ARCHIVE_STEP_ENTRY);
  ck_assert_int_eq ((int) archive_stream_next (reader, &path, NULL), ARCHIVE_STEP_ENTRY);
  ck_assert_int_eq (archive_stream_read (reader, buffer, 10, NULL), 10);
  ck_assert_int_eq ((int) archive_stream_next (reader, &path, NULL), ARCHIVE_STEP_ENTRY);
  ck_assert_str_eq (path, "c");
  ck_assert_int_eq (archive_stream_read (reader, buffer, 10, NULL), 1);
  ck_assert_int_eq (archive_stream_read (reader, buffer, 10, NULL), 0);
  ck_assert_int_eq (archive_stream_read (reader, buffer, 10, NULL), 0);
  ck_assert_int_eq ((int) archive_stream_next (reader, &path, NULL), ARCHIVE_STEP_END);
}
END_TEST

/* Padding of a tar archive is not content: what is cut there, in whole blocks, is not missed. */
START_TEST (an_archive_cut_anywhere_is_refused)
{
  g_autoptr (GByteArray) bytes = packed_form (_i, ENTRIES ("a.csv", TEXT, "b.csv", TEXT));
  g_autoptr (GString) whole = read_archive (bytes, bytes->len, forms[_i].kind, forms[_i].way, NULL);
  guint good = 0;

  ck_assert_ptr_nonnull (whole);
  for (guint length = 0; length < bytes->len; length++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GString) text
          = read_archive (bytes, length, forms[_i].kind, forms[_i].way, &error);

      if (text == NULL)
        {
          ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
          continue;
        }
      ck_assert_msg (forms[_i].kind == CONTENT_TAR && length % 512 == 0, "%u bytes", length);
      ck_assert_str_eq (text->str, whole->str);
      good++;
    }
  ck_assert_uint_le (good, 20);
}
END_TEST

START_TEST (a_zip_file_with_any_bit_wrong_is_refused_or_the_same)
{
  g_autoptr (GByteArray) bytes = packed_form (_i, ENTRIES ("fo", TEXT, "n.csv", TEXT));
  g_autoptr (GString) whole = read_archive (bytes, bytes->len, CONTENT_ZIP, WAY_MOVED_IN, NULL);

  for (guint bit = 0; bit < 8 * bytes->len; bit++)
    {
      bytes->data[bit / 8] ^= (guint8) (1 << bit % 8);
      g_autoptr (GString) text = read_archive (bytes, bytes->len, CONTENT_ZIP, WAY_MOVED_IN, NULL);
      bytes->data[bit / 8] ^= (guint8) (1 << bit % 8);
      ck_assert_msg (text == NULL || strcmp (text->str, whole->str) == 0, "bit %u: %s", bit,
                     text == NULL ? "" : text->str);
    }
}
END_TEST

/* Its CRC, wherever it is written. */
START_TEST (an_entry_of_a_zip_file_with_a_wrong_crc_is_refused)
{
  g_autoptr (GByteArray) bytes = packed_form (_i, ENTRIES ("a.csv", "123456789"));
  static const guint8 crc[] = { 0x26, 0x39, 0xf4, 0xcb };
  guint places = 0;

  for (guint i = 0; i + 4 <= bytes->len; i++)
    if (memcmp (bytes->data + i, crc, 4) == 0)
      {
        bytes->data[i] ^= 1;
        places++;
      }
  ck_assert_uint_ge (places, 2);
  g_autoptr (GError) error = NULL;
  ck_assert_ptr_null (read_archive (bytes, bytes->len, CONTENT_ZIP, forms[_i].way, &error));
  ck_assert (g_str_has_prefix (error->message, "f: the zip file is damaged: "));
}
END_TEST

START_TEST (bytes_behind_the_end_of_an_archive_are_refused)
{
  g_autoptr (GByteArray) bytes = packed_form (_i, ENTRIES ("a.csv", TEXT));
  g_autofree char *tail = g_strnfill (512, 'x');

  g_byte_array_append (bytes, (const guint8 *) tail, 512);
  assert_refused (bytes, forms[_i].kind, forms[_i].way,
                  forms[_i].kind == CONTENT_TAR ? TAR_TAIL : NO_ZIP_END);
}
END_TEST

START_TEST (two_tar_archives_in_one_file_are_refused)
{
  g_autoptr (GByteArray) bytes
      = pack (ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_NONE, NULL, ENTRIES ("a.csv", TEXT));
  g_autoptr (GByteArray) more
      = pack (ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_NONE, NULL, ENTRIES ("b.csv", TEXT));

  append_bytes (bytes, more);
  assert_refused (bytes, CONTENT_TAR, WAY_STREAMED, TAR_TAIL);
}
END_TEST

/* One entry is lost, or only the end; one block of zeros is not an end. */
START_TEST (a_tar_archive_cut_between_entries_is_refused)
{
  static const gsize lengths[] = { 1024, 2048, 2560 };
  g_autoptr (GByteArray) bytes = pack (ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_NONE, NULL,
                                       ENTRIES ("a.csv", TEXT, "b.csv", TEXT));

  g_byte_array_set_size (bytes, (guint) lengths[_i]);
  assert_refused (bytes, CONTENT_TAR, WAY_STREAMED, CUT_TAR);
}
END_TEST

/* A header has a check, content has none. */
START_TEST (a_tar_archive_whose_header_is_wrong_is_refused_or_the_same)
{
  g_autoptr (GByteArray) bytes = pack (ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_NONE, NULL,
                                       ENTRIES ("a.csv", TEXT, "b.csv", TEXT));
  g_autoptr (GString) whole = read_archive (bytes, bytes->len, CONTENT_TAR, WAY_STREAMED, NULL);

  for (guint bit = 0; bit < 8 * 1536; bit++)
    {
      if (bit >= 8 * 512 && bit < 8 * 1024)
        continue;
      bytes->data[bit / 8] ^= (guint8) (1 << bit % 8);
      g_autoptr (GString) text = read_archive (bytes, bytes->len, CONTENT_TAR, WAY_STREAMED, NULL);
      bytes->data[bit / 8] ^= (guint8) (1 << bit % 8);
      ck_assert_msg (text == NULL || strcmp (text->str, whole->str) == 0, "bit %u", bit);
    }
}
END_TEST

/* Entries that are refused */

typedef struct
{
  const char *path;
  const char *symlink;
  const char *hardlink;
  mode_t type;
  const char *message;
} Special;

#define OUTSIDE \
  "f: found an entry whose path leads out of the archive, expected none; get the archive from " \
  "its source again"
#define LINK \
  "f: found a link or a device in the archive, expected files; unpack and check it by hand"

static const Special specials[] = {
  { "/etc/a.csv", NULL, NULL, AE_IFREG, OUTSIDE },   { "../a.csv", NULL, NULL, AE_IFREG, OUTSIDE },
  { "sub/../a.csv", NULL, NULL, AE_IFREG, OUTSIDE }, { "sub/..", NULL, NULL, AE_IFREG, OUTSIDE },
  { "..", NULL, NULL, AE_IFDIR, OUTSIDE },           { "a.csv", "b.csv", NULL, AE_IFLNK, LINK },
  { "a.csv", NULL, "b.csv", AE_IFREG, LINK },        { "a.csv", NULL, NULL, AE_IFIFO, LINK },
  { "a.csv", NULL, NULL, AE_IFCHR, LINK },           { "..a/b..csv", NULL, NULL, AE_IFREG, NULL },
  { "folder", NULL, NULL, AE_IFDIR, NULL },
};

static GByteArray *
pack_special (const Special *special)
{
  struct archive *archive = archive_write_new ();
  struct archive_entry *entry = archive_entry_new ();
  GByteArray *bytes = g_byte_array_new ();
  size_t used = 0;

  g_byte_array_set_size (bytes, 65536);
  ck_assert_int_eq (archive_write_set_format_ustar (archive), ARCHIVE_OK);
  ck_assert_int_eq (archive_write_open_memory (archive, bytes->data, bytes->len, &used),
                    ARCHIVE_OK);
  sample_archive_add (archive, "first.csv", "1");
  archive_entry_set_pathname (entry, special->path);
  archive_entry_set_filetype (entry, special->type);
  archive_entry_set_symlink (entry, special->symlink);
  archive_entry_set_hardlink (entry, special->hardlink);
  archive_entry_set_size (entry, 0);
  ck_assert_int_eq (archive_write_header (archive, entry), ARCHIVE_OK);
  archive_entry_free (entry);
  ck_assert_int_eq (archive_write_close (archive), ARCHIVE_OK);
  archive_write_free (archive);
  g_byte_array_set_size (bytes, (guint) used);
  return bytes;
}

START_TEST (an_entry_that_is_no_file_within_the_archive_is_refused)
{
  const Special *special = &specials[_i];
  g_autoptr (GByteArray) bytes = pack_special (special);

  if (special->message != NULL)
    assert_refused (bytes, CONTENT_TAR, WAY_STREAMED, special->message);
  else
    assert_entries (bytes, CONTENT_TAR, WAY_STREAMED,
                    special->type == AE_IFREG ? "first.csv=1 ..a/b..csv= " : "first.csv=1 ");
}
END_TEST

START_TEST (an_encrypted_entry_is_refused)
{
  static const char *const options[]
      = { "zip:encryption=traditional", "zip:encryption=aes128", "zip:encryption=aes256" };
  g_autoptr (GByteArray) bytes
      = pack (ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, options[_i / 2], ENTRIES ("a.csv", TEXT));

  assert_refused (bytes, CONTENT_ZIP, _i % 2 == 0 ? WAY_MOVED_IN : WAY_STREAMED,
                  "f: found an encrypted entry, expected none; unpack it with its password");
}
END_TEST

static void
count_entries (int form, guint count, const char *message)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autoptr (GStringChunk) names = g_string_chunk_new (1024);

  for (guint i = 0; i < count; i++)
    {
      char text[16];
      g_snprintf (text, sizeof text, "%05u", i);
      g_ptr_array_add (entries, g_string_chunk_insert (names, text));
      g_ptr_array_add (entries, g_string_chunk_insert (names, ""));
    }
  g_ptr_array_add (entries, NULL);
  g_autoptr (GByteArray) bytes = packed_form (form, (const char *const *) entries->pdata);
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text
      = read_archive (bytes, bytes->len, forms[form].kind, forms[form].way, &error);
  ck_assert_int_eq (text == NULL, message != NULL);
  ck_assert_pstr_eq (error == NULL ? NULL : error->message, message);
}

START_TEST (ten_thousand_entries_are_the_most)
{
  count_entries (_i == 0 ? 0 : ZIP_FORMS - 1, 10000, NULL);
  count_entries (_i == 0 ? 0 : ZIP_FORMS - 1, 10001,
                 "f: found more than 10,000 entries, expected at most 10,000");
}
END_TEST

START_TEST (freeing_nothing_is_fine) { archive_stream_free (NULL); }
END_TEST

static const struct
{
  int number;
  const char *words;
  ReconError code;
  const char *message;
} memory_faults[] = {
  { ENOMEM, "No words for it", RECON_ERROR_INTERNAL, NULL },
  { UNNUMBERED, "Can't allocate memory for filter data.", RECON_ERROR_INTERNAL, NULL },
  { UNNUMBERED, "Can't initialize ZIP decompression.", RECON_ERROR_INTERNAL, NULL },
  { UNNUMBERED, "Zstd decompression failed: Allocation error : not enough memory",
    RECON_ERROR_INTERNAL, NULL },
  { ENOMEM, "Lzma library error: Out of memory", RECON_ERROR_INPUT,
    "f: takes too much memory to unpack, expected usual settings; unpack it by hand" },
  { UNNUMBERED, "Zstd decompression failed: Frame requires too much memory for decoding",
    RECON_ERROR_INPUT,
    "f: takes too much memory to unpack, expected usual settings; unpack it by hand" },
  { UNNUMBERED, "tableLog requires too much memory : unsupported", RECON_ERROR_INPUT,
    DAMAGED ("compressed", "tableLog requires too much memory : unsupported") },
};

START_TEST (want_of_memory_is_not_told_as_damage)
{
  g_autoptr (GByteArray) bytes = compressed (ARCHIVE_FILTER_XZ, TEXT);
  g_autoptr (GError) error = NULL;
  const char *message = memory_faults[_i].message;

  ck_assert (archive_library_open (NULL));
  ArchiveLibrary *library = (ArchiveLibrary *) (guintptr) archive_library ();
  const ArchiveLibrary real = *library;

  fault = memory_faults[_i].words;
  fault_number = memory_faults[_i].number;
  library->late_archive_read_data = read_fault;
  ck_assert_ptr_null (unpack (bytes, bytes->len, 64, &error));
  *library = real;
  ck_assert (g_error_matches (error, RECON_ERROR, (int) memory_faults[_i].code));
  ck_assert_str_eq (error->message,
                    message != NULL
                        ? message
                        : "f: there is not enough memory to unpack it; nothing was written");
}
END_TEST

static TCase *
tests_of_compressed_files (void)
{
  TCase *tests = tcase_create ("compressed files");

  tcase_add_loop_test (tests, all_streams_of_a_file_are_read, 0, 2);
  tcase_add_loop_test (tests, an_empty_content_is_read, 0, 2);
  tcase_add_test (tests, the_padding_of_xz_is_passed_over);
  tcase_add_test (tests, skippable_frames_of_zstd_are_passed_over);
  tcase_add_loop_test (tests, cut_anywhere_it_is_refused, 0, 4);
  tcase_add_test (tests, a_zstd_frame_without_a_check_is_read_and_refused_when_cut);
  tcase_add_test (tests, xz_with_any_bit_wrong_is_refused);
  tcase_add_test (tests, zstd_with_any_bit_wrong_is_refused_or_the_same);
  tcase_add_loop_test (tests, bytes_behind_the_last_stream_are_refused, 0, 2);
  tcase_add_test (tests, one_compressed_layer_in_another_is_refused);
  tcase_add_loop_test (tests, a_failure_to_read_is_passed_on, 0, 2);
  tcase_add_loop_test (tests, want_of_memory_is_not_told_as_damage, 0,
                       G_N_ELEMENTS (memory_faults));
  return tests;
}

static TCase *
tests_of_archives (void)
{
  TCase *tests = tcase_create ("archives");

  tcase_add_loop_test (tests, entries_come_as_they_are_stored, 0, FORMS);
  tcase_add_loop_test (tests, what_is_not_read_of_an_entry_is_passed_over, 0, FORMS);
  tcase_add_loop_test (tests, an_archive_cut_anywhere_is_refused, 0, FORMS);
  tcase_add_loop_test (tests, a_zip_file_with_any_bit_wrong_is_refused_or_the_same, 0, 3);
  tcase_add_loop_test (tests, an_entry_of_a_zip_file_with_a_wrong_crc_is_refused, 0, ZIP_FORMS);
  tcase_add_loop_test (tests, bytes_behind_the_end_of_an_archive_are_refused, 0, FORMS);
  tcase_add_test (tests, two_tar_archives_in_one_file_are_refused);
  tcase_add_loop_test (tests, a_tar_archive_cut_between_entries_is_refused, 0, 3);
  tcase_add_test (tests, a_tar_archive_whose_header_is_wrong_is_refused_or_the_same);
  return tests;
}

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("archive-stream");
  TCase *tests = tcase_create ("entries");

  tcase_add_loop_test (tests, an_entry_that_is_no_file_within_the_archive_is_refused, 0,
                       G_N_ELEMENTS (specials));
  tcase_add_loop_test (tests, an_encrypted_entry_is_refused, 0, 6);
  tcase_add_loop_test (tests, ten_thousand_entries_are_the_most, 0, 2);
  tcase_add_test (tests, freeing_nothing_is_fine);
  suite_add_tcase (suite, tests_of_compressed_files ());
  suite_add_tcase (suite, tests_of_archives ());
  suite_add_tcase (suite, tests);
  return suite;
}

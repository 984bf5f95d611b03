/* SPDX-License-Identifier: MIT */

/* The reader against the inputs of thirteen other projects. ORACLE.csv, beside them, says what
 * strict libcsv makes of each; only what the contract refuses or strips beyond that may differ,
 * and each such input is written out here. */

#include "config.h"

#include "input/rows/csv-reader.h"

#include <check.h>
#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define STATUS_SKIPPED 77
#define MARK "\xef\xbb\xbf"
/* How much of the SHA-256 ORACLE.csv gives of inputs and of records. */
#define INPUT_DIGITS 16
#define RECORD_DIGITS 32

/* The exceptions. */

typedef enum
{
  LONE_RETURN, /* a CR without LF outside quotes is refused; libcsv ends a row there */
  NUL_BYTE,    /* refused; libcsv takes it for data */
  NOT_UTF8,    /* refused; libcsv knows no encodings */
  UTF16,       /* refused; libcsv makes cells full of NUL of it */
  MARKED       /* the byte-order mark is dropped; libcsv leaves it in the first cell */
} Reason;

/* What the message says; NULL: the input is accepted. */
static const char *const reason_messages[] = {
  [LONE_RETURN] = "a lone carriage return outside quotes;",
  [NUL_BYTE] = "a NUL byte;",
  [NOT_UTF8] = "invalid UTF-8;",
  [UTF16] = "text in UTF-16;",
  [MARKED] = NULL,
};

typedef struct
{
  const char *source;
  const char *name;
  Reason reason;
  guint line; /* where it is refused */
} Exception;

static const Exception exceptions[] = {
  { "csvlint", "cr-line-endings.csv", LONE_RETURN, 1 },
  { "mafintosh-csv-parser", "fixtures/bench/mac-newlines.csv", LONE_RETURN, 1 },
  { "r-data.table", "russellCRCRLF.csv", LONE_RETURN, 1 },
  { "r-data.table", "test0.txt", LONE_RETURN, 1 },
  { "zsv", "crlf-2.csv", LONE_RETURN, 4 },
  { "cpython", "test_csv_vectors.json#34:test_read_eol", LONE_RETURN, 1 },
  { "cpython", "test_csv_vectors.json#35:test_read_eol", LONE_RETURN, 1 },
  { "papaparse", "test_vectors.json#63:PARSE_TESTS: Two rows, just \\r", LONE_RETURN, 1 },
  { "papaparse",
    "test_vectors.json#72:PARSE_TESTS: Mixed slash n and slash r should choose first as precident",
    LONE_RETURN, 2 },
  { "rust-csv", "csv_core_vectors.json#18:one_row_one_field_cr", LONE_RETURN, 1 },
  { "rust-csv", "csv_core_vectors.json#19:one_row_many_fields_cr", LONE_RETURN, 1 },
  { "rust-csv", "csv_core_vectors.json#20:one_row_trailing_comma_cr", LONE_RETURN, 1 },
  { "rust-csv", "csv_core_vectors.json#21:many_rows_one_field_cr", LONE_RETURN, 1 },
  { "rust-csv", "csv_core_vectors.json#22:many_rows_many_fields_cr", LONE_RETURN, 1 },
  { "rust-csv", "csv_core_vectors.json#23:many_rows_trailing_comma_cr", LONE_RETURN, 1 },
  { "rust-csv", "csv_core_vectors.json#27:trailing_lines_no_record_cr", LONE_RETURN, 1 },
  { "rust-csv", "csv_core_vectors.json#28:empty_lines_cr", LONE_RETURN, 1 },
  { "rust-csv", "csv_core_vectors.json#29:empty_lines_interspersed_cr", LONE_RETURN, 1 },
  { "r-data.table", "issue_3400_fread.txt", NUL_BYTE, 5 },
  { "zsv", "seed_00_push_default", NUL_BYTE, 1 },
  { "libcsv", "test_csv_vectors.json#36:test17", NUL_BYTE, 1 },
  { "cpython", "test_csv_vectors.json#48:test_read_nul", NUL_BYTE, 1 },
  { "cpython", "test_csv_vectors.json#49:test_read_nul", NUL_BYTE, 1 },
  { "cpython", "test_csv_vectors.json#50:test_read_nul", NUL_BYTE, 1 },
  { "cpython", "test_csv_vectors.json#52:test_read_nul", NUL_BYTE, 1 },
  { "csvlint", "invalid-byte-sequence.csv", NOT_UTF8, 1 },
  { "frictionless", "latin1.csv", NOT_UTF8, 3 },
  { "frictionless", "table-infer-iso-8859-7.csv", NOT_UTF8, 2 },
  { "mafintosh-csv-parser", "fixtures/bench/latin.csv", NOT_UTF8, 3 },
  { "r-data.table", "gb18030.txt", NOT_UTF8, 1 },
  { "r-data.table", "russellCRLF.csv", NOT_UTF8, 2 },
  { "zsv", "invalid_surrogate_pair.csv", NOT_UTF8, 2 },
  { "zsv", "latin1.csv", NOT_UTF8, 2 },
  { "mafintosh-csv-parser", "fixtures/bench/utf16-big.csv", UTF16, 1 },
  { "mafintosh-csv-parser", "fixtures/bench/utf16.csv", UTF16, 1 },
  { "r-data.table", "utf16be.txt", UTF16, 1 },
  { "r-data.table", "utf16le.txt", UTF16, 1 },
  { "apache-commons-csv", "CSVFileParser/bom.csv", MARKED, 0 },
  { "frictionless", "bom.csv", MARKED, 0 },
  { "papaparse", "utf-8-bom-sample.csv", MARKED, 0 },
  { "r-data.table", "issue_1087_utf8_bom.csv", MARKED, 0 },
  { "papaparse",
    "test_vectors.json#150:PARSE_TESTS: UTF-8 BOM encoded input is stripped from invisible BOM "
    "character",
    MARKED, 0 },
  { "rust-csv", "csv_core_vectors.json#38:bom_at_start", MARKED, 0 },
};

static const Exception *
find_exception (const char *source, const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (exceptions); i++)
    if (strcmp (exceptions[i].source, source) == 0 && strcmp (exceptions[i].name, name) == 0)
      return &exceptions[i];
  return NULL;
}

/* A line of ORACLE.csv. */

typedef struct
{
  char *source; /* a folder */
  char *name;   /* a file in it, or FILE.json#INDEX:LABEL, a vector in such a file */
  gsize byte_count;
  char *input_digest;
  gboolean accepted;
  guint record_count; /* this and the next only when accepted */
  char *record_digest;
} Verdict;

static void
verdict_free (gpointer data)
{
  Verdict *self = data;

  g_free (self->source);
  g_free (self->name);
  g_free (self->input_digest);
  g_free (self->record_digest);
  g_free (self);
}

/* What the reader makes of an input. */

typedef struct
{
  guint record_count;
  char *record_digest; /* over LENGTH:BYTES, of each cell and a LF after each record */
  char *marked_digest; /* the same with a byte-order mark before the first cell */
  GError *error;
} Outcome;

static void
outcome_clear (Outcome *self)
{
  g_free (self->record_digest);
  g_free (self->marked_digest);
  g_clear_error (&self->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

static gssize
read_bytes (void *stream, char *buffer, gsize size, GError **error G_GNUC_UNUSED)
{
  GBytes **rest = stream;
  gsize left;
  const char *bytes = g_bytes_get_data (*rest, &left);
  gsize count = MIN (size, left);
  GBytes *next = g_bytes_new_from_bytes (*rest, count, left - count);

  if (count > 0)
    memcpy (buffer, bytes, count);
  g_bytes_unref (*rest);
  *rest = next;
  return (gssize) count;
}

static void
digest_cell (GChecksum *digest, const char *mark, Slice cell)
{
  g_autofree char *length = g_strdup_printf ("%zu:%s", strlen (mark) + cell.length, mark);

  g_checksum_update (digest, (const guchar *) length, -1);
  g_checksum_update (digest, (const guchar *) cell.text, (gssize) cell.length);
  g_checksum_update (digest, (const guchar *) ",", 1);
}

static void
digest_row (GChecksum *digest, const char *mark, const Row *row)
{
  for (guint i = 0; i < row->cell_count; i++)
    digest_cell (digest, i == 0 ? mark : "", row->cells[i]);
  g_checksum_update (digest, (const guchar *) "\n", 1);
}

/* Rows that are had together, of all columns, are those that are had one by one. */
static void
check_rows_together (GBytes *input, const Outcome *outcome)
{
  g_autoptr (GBytes) rest = g_bytes_ref (input);
  g_autoptr (CsvReader) reader = csv_reader_new ("input", ',', read_bytes, &rest);
  g_autoptr (GChecksum) digest = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GError) error = NULL;
  g_autofree guint *columns = g_new (guint, CSV_COLUMNS_MAX);
  gsize records = 0;
  const Row *rows;
  guint count;

  for (guint i = 0; i < CSV_COLUMNS_MAX; i++)
    columns[i] = i;
  csv_reader_want (reader, columns, CSV_COLUMNS_MAX);
  while (csv_reader_next_rows (reader, ROWS_TOGETHER_MAX, &rows, &count, &error) == CSV_ROW)
    for (guint i = 0; i < count; i++, records++)
      digest_row (digest, "", &rows[i]);
  ck_assert_uint_eq (records, outcome->record_count);
  ck_assert_int_eq (strncmp (g_checksum_get_string (digest), outcome->record_digest, RECORD_DIGITS),
                    0);
  ck_assert_str_eq (error != NULL ? error->message : "",
                    outcome->error != NULL ? outcome->error->message : "");
}

static void
read_input (GBytes *input, Outcome *outcome)
{
  g_autoptr (GBytes) rest = g_bytes_ref (input);
  g_autoptr (CsvReader) reader = csv_reader_new ("input", ',', read_bytes, &rest);
  g_autoptr (GChecksum) digest = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GChecksum) marked = g_checksum_new (G_CHECKSUM_SHA256);
  const Row *row;

  *outcome = (Outcome){ 0 };
  while (csv_reader_next (reader, &row, &outcome->error) == CSV_ROW)
    {
      digest_row (digest, "", row);
      digest_row (marked, outcome->record_count == 0 ? MARK : "", row);
      outcome->record_count++;
    }
  outcome->record_digest = g_strndup (g_checksum_get_string (digest), RECORD_DIGITS);
  outcome->marked_digest = g_strndup (g_checksum_get_string (marked), RECORD_DIGITS);
  check_rows_together (input, outcome);
}

/* Finding the inputs. */

static const char *
corpora_folder (void)
{
  const char *shared = g_getenv ("SHARED_DIR");

  return shared != NULL ? shared : "../shared";
}

static char *
corpora_path (const char *source, const char *name)
{
  return g_build_filename (corpora_folder (), "csv-corpora", source, name, NULL);
}

/* The vectors are a list, or an object of lists that are counted through. */
static json_object *
find_vector (json_object *vectors, gsize index)
{
  if (json_object_is_type (vectors, json_type_array))
    return json_object_array_get_idx (vectors, index);

  json_object_object_foreach (vectors, group, list)
  {
    gsize count = json_object_array_length (list);

    ck_assert_ptr_nonnull (group);
    if (index < count)
      return json_object_array_get_idx (list, index);
    index -= count;
  }
  return NULL;
}

static GBytes *
load_vector (const char *source, const char *file, gsize index)
{
  g_autofree char *path = corpora_path (source, file);
  json_object *vectors = json_object_from_file (path);
  json_object *input = NULL;

  ck_assert_msg (vectors != NULL, "%s: %s", path, json_util_get_last_err ());
  ck_assert (json_object_object_get_ex (find_vector (vectors, index), "input", &input));

  GBytes *bytes
      = g_bytes_new (json_object_get_string (input), (gsize) json_object_get_string_len (input));

  json_object_put (vectors);
  return bytes;
}

static GBytes *
load_file (const char *source, const char *name)
{
  g_autofree char *path = corpora_path (source, name);
  g_autoptr (GError) error = NULL;
  char *contents = NULL;
  gsize length = 0;

  ck_assert_msg (g_file_get_contents (path, &contents, &length, &error), "%s",
                 error != NULL ? error->message : "");
  return g_bytes_new_take (contents, length);
}

static GBytes *
load_input (const Verdict *verdict)
{
  const char *inside = strstr (verdict->name, ".json#");

  if (inside == NULL)
    return load_file (verdict->source, verdict->name);

  gsize file_length = (gsize) (inside - verdict->name) + strlen (".json");
  g_autofree char *file = g_strndup (verdict->name, file_length);

  return load_vector (verdict->source, file, strtoul (inside + strlen (".json#"), NULL, 10));
}

/* ORACLE.csv is CSV too: a few of its names are in quotes. */

static gssize
read_file (void *stream, char *buffer, gsize size, GError **error G_GNUC_UNUSED)
{
  return (gssize) fread (buffer, 1, size, stream);
}

static char *
cell_dup (const Row *row, guint column)
{
  return g_strndup (row->cells[column].text, row->cells[column].length);
}

static guint
cell_number (const Row *row, guint column)
{
  g_autofree char *text = cell_dup (row, column);

  return (guint) strtoul (text, NULL, 10);
}

static gboolean
cell_is (const Row *row, guint column, const char *text)
{
  return row->cells[column].length == strlen (text)
         && memcmp (row->cells[column].text, text, strlen (text)) == 0;
}

static Verdict *
verdict_new (const Row *row)
{
  Verdict *self = g_new0 (Verdict, 1);

  ck_assert_uint_eq (row->cell_count, 8);
  self->source = cell_dup (row, 0);
  self->name = cell_dup (row, 1);
  self->byte_count = cell_number (row, 2);
  self->input_digest = cell_dup (row, 3);
  self->accepted = cell_is (row, 4, "OK");
  ck_assert (self->accepted || cell_is (row, 4, "REJECT"));
  /* The last two are CPython's; strict libcsv, where it accepts, makes the same records. */
  ck_assert (!self->accepted || cell_is (row, 5, "OK"));
  self->record_count = cell_number (row, 6);
  self->record_digest = cell_dup (row, 7);
  return self;
}

static GPtrArray *
load_verdicts (void)
{
  g_autofree char *path = corpora_path ("ORACLE.csv", NULL);
  GPtrArray *verdicts = g_ptr_array_new_with_free_func (verdict_free);
  FILE *file = fopen (path, "rb");
  const Row *row;
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_nonnull (file);
  g_autoptr (CsvReader) reader = csv_reader_new (path, ',', read_file, file);

  ck_assert_int_eq (csv_reader_next (reader, &row, &error), CSV_ROW);
  ck_assert (cell_is (row, 4, "libcsv_strict"));
  while (csv_reader_next (reader, &row, &error) == CSV_ROW)
    g_ptr_array_add (verdicts, verdict_new (row));
  ck_assert_ptr_null (error);
  fclose (file);
  return verdicts;
}

/* The tests. */

static void
check_same_input (const Verdict *verdict, GBytes *input)
{
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, input);

  digest[INPUT_DIGITS] = '\0';
  ck_assert_uint_eq (g_bytes_get_size (input), verdict->byte_count);
  ck_assert_str_eq (digest, verdict->input_digest);
}

static gboolean
agrees (const Verdict *verdict, const Outcome *outcome)
{
  if (!verdict->accepted)
    return outcome->error != NULL;
  return outcome->error == NULL && outcome->record_count == verdict->record_count
         && strcmp (outcome->record_digest, verdict->record_digest) == 0;
}

static void
check_agreement (const Verdict *verdict, const Outcome *outcome)
{
  ck_assert_msg (agrees (verdict, outcome),
                 "%s/%s: expected %s, %u records, %s; found %u records, %s, %s", verdict->source,
                 verdict->name, verdict->accepted ? "OK" : "REJECT", verdict->record_count,
                 verdict->record_digest, outcome->record_count, outcome->record_digest,
                 outcome->error != NULL ? outcome->error->message : "OK");
}

static void
check_exception (const Exception *exception, const Verdict *verdict, const Outcome *outcome)
{
  const char *message = reason_messages[exception->reason];

  ck_assert_msg (!agrees (verdict, outcome), "%s/%s is no exception", verdict->source,
                 verdict->name);
  ck_assert (verdict->accepted);
  if (message == NULL)
    {
      ck_assert_ptr_null (outcome->error);
      ck_assert_uint_eq (outcome->record_count, verdict->record_count);
      ck_assert_str_eq (outcome->marked_digest, verdict->record_digest);
      return;
    }

  g_autofree char *expected = g_strdup_printf ("input:%u: %s", exception->line, message);

  ck_assert_ptr_nonnull (outcome->error);
  ck_assert_msg (g_str_has_prefix (outcome->error->message, expected), "%s/%s: %s", verdict->source,
                 verdict->name, outcome->error->message);
}

START_TEST (every_input_is_read_as_the_contract_says)
{
  g_autoptr (GPtrArray) verdicts = load_verdicts ();
  guint exceptions_met = 0;

  ck_assert_uint_gt (verdicts->len, 0);
  for (guint i = 0; i < verdicts->len; i++)
    {
      const Verdict *verdict = g_ptr_array_index (verdicts, i);
      const Exception *exception = find_exception (verdict->source, verdict->name);
      g_autoptr (GBytes) input = load_input (verdict);
      g_auto (Outcome) outcome;

      check_same_input (verdict, input);
      read_input (input, &outcome);
      if (exception != NULL)
        check_exception (exception, verdict, &outcome);
      else
        check_agreement (verdict, &outcome);
      exceptions_met += exception != NULL;
    }
  ck_assert_uint_eq (exceptions_met, G_N_ELEMENTS (exceptions));
  printf ("# figures: inputs=%u argued=%u\n", verdicts->len, exceptions_met);
}
END_TEST

int
main (void)
{
  g_autofree char *oracle = corpora_path ("ORACLE.csv", NULL);

  if (!g_file_test (oracle, G_FILE_TEST_EXISTS))
    {
      printf ("1..0 # SKIP there is no %s\n", oracle);
      return STATUS_SKIPPED;
    }

  Suite *suite = suite_create ("csv-corpora");
  TCase *tcase = tcase_create ("corpora");

  tcase_add_test (tcase, every_input_is_read_as_the_contract_says);
  suite_add_tcase (suite, tcase);
  SRunner *runner = srunner_create (suite);

  srunner_run_all (runner, CK_ENV);
  int failed = srunner_ntests_failed (runner);

  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/recon-error.h"
#include "fuzz-mutate.h"
#include "fuzz-stream.h"
#include "input/manifest.h"
#include "input/mca/charge-file.h"

/*
 * A table of charges that credits may pay: how the bytes arrive makes no difference, and every
 * charge has a date, a currency and an amount. The same bytes as a manifest: what it lists is there
 * or is not, and nothing else happens.
 *
 * Choices: the separator; decimal mark; order of dates; the rest are lengths of reads.
 */

FUZZ_MUTATES (fuzz_mutate_csv)

static void
append_charge (const ApplyCharge *charge, GString *told)
{
  g_autofree char *amount = decimal_to_string (charge->amount, 2);

  REQUIRE (charge->date != DAY_NONE && charge->currency != NULL && *charge->currency != '\0');
  g_string_append_printf (told, "%" G_GUINT64_FORMAT " %s %s %s %s\n", charge->line, amount,
                          charge->currency, charge->profile_id != NULL ? charge->profile_id : "-",
                          charge->product != NULL ? charge->product : "-");
}

/* What was read, or why nothing was. */
static GString *
read_charges (Slice bytes, Slice pieces, const TableFormat *way)
{
  FuzzStream stream = { .bytes = bytes, .pieces = pieces };
  const TableContent content = { "f", fuzz_stream_read, &stream };
  g_autoptr (McaBook) book = mca_book_new ();
  g_autoptr (ApplyCharges) charges = apply_charges_new (book);
  g_autoptr (TableMap) map = table_form_map_new ();
  g_autoptr (GError) error = NULL;
  GString *told = g_string_new (NULL);
  TableFormat format = *way;
  guint64 count = 0;

  format.map = map;
  const gboolean read = charge_file_read (&content, &format, charges, &count, &error);
  REQUIRE (read == (error == NULL));
  REQUIRE (!read || count == charges->charges->len);
  for (guint i = 0; read && i < charges->charges->len; i++)
    append_charge (&g_array_index (charges->charges, ApplyCharge, i), told);
  if (!read)
    {
      REQUIRE (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
      g_string_append (told, error->message);
    }
  return told;
}

static gboolean
has_all (const char *path G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  return TRUE;
}

static gboolean
has_none (const char *path G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  return FALSE;
}

static void
read_manifest (Slice bytes)
{
  g_autofree char *text = slice_dup (bytes);
  g_autoptr (Manifest) manifest = manifest_new ("in/manifest.json", text, bytes.length);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) missing = NULL;

  if (manifest == NULL)
    return;
  const gboolean has = manifest_check (manifest, has_all, NULL, &error);
  REQUIRE (has == (error == NULL));
  if (!manifest_check (manifest, has_none, NULL, &missing))
    REQUIRE (g_error_matches (missing, RECON_ERROR, RECON_ERROR_INPUT));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  static const char separators[] = { ',', ';', '\t' };
  Slice rest;
  Choices choices = take_choices (data, size, &rest);
  TableFormat format = { 0 };

  format.separator = separators[choose (&choices, G_N_ELEMENTS (separators))];
  format.decimal_mark = choose (&choices, 2) == 0 ? DECIMAL_POINT : DECIMAL_COMMA;
  format.date_order = choose (&choices, 2) == 0 ? DATE_MONTH_FIRST : DATE_DAY_FIRST;
  GString *whole = read_charges (rest, slice_of (""), &format);
  GString *pieces = read_charges (rest, (Slice){ choices.at, choices.left }, &format);
  REQUIRE (g_string_equal (whole, pieces));
  g_string_free (whole, TRUE);
  g_string_free (pieces, TRUE);
  read_manifest (rest);
  return 0;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/finding-ids.h"

#include <string.h>

#define DIGITS (FINDING_ID_SIZE - 2)

struct FindingIds
{
  Month month;
  GHashTable *seen; /* digest of all but the ordinal -> how many there were; digests cannot be made
                       to collide in the table */
  GString *text;
};

FindingIds *
finding_ids_new (Month month)
{
  FindingIds *self = g_new0 (FindingIds, 1);

  self->month = month;
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->text = g_string_new (NULL);
  return self;
}

void
finding_ids_free (FindingIds *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->seen);
  g_string_free (self->text, TRUE);
  g_free (self);
}

static void
append_member (GString *text, const char *member)
{
  g_string_append_c (text, '\t');
  g_string_append (text, member != NULL ? member : "");
}

/* What the key is made of: code, customer, agreement, currency, month, subject. */
static void
begin_text (FindingIds *self, const FindingRow *row)
{
  const Month month = row->month != MONTH_NONE ? row->month : self->month;
  char month_text[MONTH_TEXT_SIZE] = "";

  if (month != MONTH_NONE)
    calendar_print_month (month, month_text);
  g_string_assign (self->text, finding_info (row->code)->code);
  append_member (self->text, row->customer_id);
  append_member (self->text, row->agreement_id);
  append_member (self->text, row->currency);
  append_member (self->text, month_text);
  append_member (self->text, row->subject);
}

static void
print_digest (const GString *text, char letter, char to[FINDING_ID_SIZE])
{
  g_autofree char *digest
      = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text->str, text->len);

  to[0] = letter;
  memcpy (to + 1, digest, DIGITS);
  to[DIGITS + 1] = '\0';
}

/* How many findings before this one are equal in all that the text says so far. */
static guint
take_ordinal (FindingIds *self)
{
  char *digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) self->text->str,
                                              self->text->len);
  const guint ordinal = GPOINTER_TO_UINT (g_hash_table_lookup (self->seen, digest));

  g_hash_table_insert (self->seen, digest, GUINT_TO_POINTER (ordinal + 1));
  return ordinal;
}

FindingNames
finding_ids_next (FindingIds *self, const FindingRow *row)
{
  g_autofree char *amount = decimal_to_string (row->amount, 2);
  FindingNames names;

  begin_text (self, row);
  print_digest (self->text, 'k', names.key);
  append_member (self->text, amount);
  g_string_append_printf (self->text, "\t%u", take_ordinal (self));
  print_digest (self->text, 'f', names.id);
  return names;
}

/* So many findings that are equal in all but the ordinal are thought of, and so many months. */
#define EQUAL_MAX 1000
#define EQUAL_MAX_OF_MONTH 10
#define FIRST_YEAR 2010
#define LAST_YEAR 2060

static gboolean
fits_with (Month month, guint equal_max, const FindingRow *row, const char *id, FindingNames *names)
{
  g_autoptr (FindingIds) ids = finding_ids_new (month);

  for (guint i = 0; i < equal_max; i++)
    {
      *names = finding_ids_next (ids, row);
      if (strcmp (names->id, id) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
finding_ids_fit (const FindingRow *row, const char *id, FindingNames *names)
{
  if (fits_with (MONTH_NONE, EQUAL_MAX, row, id, names))
    return TRUE;
  if (row->month != MONTH_NONE)
    return FALSE;
  for (Month month = calendar_month (FIRST_YEAR, 1); month <= calendar_month (LAST_YEAR, 12);
       month++)
    if (fits_with (month, EQUAL_MAX_OF_MONTH, row, id, names))
      return TRUE;
  return FALSE;
}

RowPack *
finding_ids_name_rows (RowPack *findings, Month month, GStringChunk *texts)
{
  g_autoptr (FindingIds) ids = finding_ids_new (month);
  RowPack *named = row_pack_new (row_pack_info (findings));
  RowPackCursor cursor = { 0 };
  FindingRow read;

  for (gsize i = 0; i < row_pack_count (findings); i++)
    {
      row_pack_read (findings, i, &cursor, &read);
      const FindingNames names = finding_ids_next (ids, &read);
      FindingRow row = read;

      row.id = g_string_chunk_insert (texts, names.id);
      row.key = g_string_chunk_insert (texts, names.key);
      row_pack_append (named, &row);
    }
  row_pack_free (findings);
  return named;
}

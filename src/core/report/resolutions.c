/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/resolutions.h"

#include <string.h>

#define DAY_LENGTH 10 /* of the time: YYYY-MM-DD */

struct Resolutions
{
  GStringChunk *texts;
  GHashTable *by_id;  /* finding_id -> Resolution *, which is owned */
  GPtrArray *carried; /* of CarriedFinding */
  GHashTable
      *by_key; /* finding_key -> GPtrArray of Resolution *, each id once, last decided last */
};

static const char *const words[] = { "accepted", "disputed", "corrected", "expected", NULL };

const char *const *
resolutions_words (void)
{
  return words;
}

gboolean
resolutions_is_word (const char *word)
{
  return word != NULL && g_strv_contains (words, word);
}

Resolutions *
resolutions_new (void)
{
  Resolutions *self = g_new0 (Resolutions, 1);

  self->texts = g_string_chunk_new (4096);
  self->carried = g_ptr_array_new_with_free_func (g_free);
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->by_key
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
resolutions_free (Resolutions *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_key);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->carried);
  g_string_chunk_free (self->texts);
  g_free (self);
}

static GPtrArray *
list_of_key (const Resolutions *self, const char *key)
{
  GPtrArray *list = g_hash_table_lookup (self->by_key, key);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (self->by_key, (gpointer) (guintptr) key, list);
    }
  return list;
}

void
resolutions_add (Resolutions *self, const Resolution *resolution)
{
  Resolution *kept = g_hash_table_lookup (self->by_id, resolution->finding_id);
  const gboolean is_new = kept == NULL;

  if (is_new)
    kept = g_new0 (Resolution, 1);
  *kept = (Resolution){ .finding_id = g_string_chunk_insert (self->texts, resolution->finding_id),
                        .finding_key = g_string_chunk_insert (self->texts, resolution->finding_key),
                        .amount = g_string_chunk_insert (self->texts, resolution->amount),
                        .resolution = g_string_chunk_insert (self->texts, resolution->resolution),
                        .note = g_string_chunk_insert (self->texts, resolution->note),
                        .by = g_string_chunk_insert (self->texts, resolution->by),
                        .at = g_string_chunk_insert (self->texts, resolution->at) };
  if (is_new)
    g_hash_table_insert (self->by_id, (gpointer) (guintptr) kept->finding_id, kept);
  GPtrArray *list = list_of_key (self, kept->finding_key);
  (void) g_ptr_array_remove (list, kept);
  g_ptr_array_add (list, kept);
}

const Resolution *
resolutions_find (const Resolutions *self, const char *finding_id)
{
  return g_hash_table_lookup (self->by_id, finding_id);
}

static const char *
keep (Resolutions *self, const char *text)
{
  return text != NULL ? g_string_chunk_insert (self->texts, text) : NULL;
}

void
resolutions_carry (Resolutions *self, const CarriedFinding *finding)
{
  CarriedFinding *kept = g_new0 (CarriedFinding, 1);

  *kept = (CarriedFinding){ .finding_id = keep (self, finding->finding_id),
                            .code = keep (self, finding->code),
                            .customer_id = keep (self, finding->customer_id),
                            .customer_name = keep (self, finding->customer_name),
                            .agreement_id = keep (self, finding->agreement_id),
                            .currency = keep (self, finding->currency),
                            .month = keep (self, finding->month),
                            .amount = keep (self, finding->amount) };
  g_ptr_array_add (self->carried, kept);
}

const GPtrArray *
resolutions_carried (const Resolutions *self)
{
  return self->carried;
}

/* What is there, to be counted: ids, and how many findings are equal but for the ordinal. */
typedef struct
{
  GHashTable *ids;   /* a set; texts of the rows */
  GHashTable *equal; /* "KEY AMOUNT" -> how many */
} Present;

static char *
name_of_equal (const char *key, const char *amount)
{
  return g_strconcat (key, " ", amount, NULL);
}

/* Only keys of which something was decided are of interest. */
static Present
look (const Resolutions *self, const RowPack *findings)
{
  RowPackCursor cursor = { 0 };
  FindingRow row;
  Present present = { .ids = g_hash_table_new (g_str_hash, g_str_equal),
                      .equal = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };

  for (gsize i = 0; i < row_pack_count (findings); i++)
    {
      row_pack_read (findings, i, &cursor, &row);
      if (!g_hash_table_contains (self->by_key, row.key))
        continue;
      g_autofree char *amount = decimal_to_string (row.amount, 2);
      char *name = name_of_equal (row.key, amount);
      const guint count = GPOINTER_TO_UINT (g_hash_table_lookup (present.equal, name));

      g_hash_table_add (present.ids, (gpointer) (guintptr) row.id);
      g_hash_table_insert (present.equal, name, GUINT_TO_POINTER (count + 1));
    }
  return present;
}

static gboolean
are_all_there (const Present *present, const GPtrArray *list, const Resolution *resolution)
{
  g_autofree char *name = name_of_equal (resolution->finding_key, resolution->amount);
  guint resolved = 0;

  for (guint i = 0; i < list->len; i++)
    resolved
        += strcmp (((const Resolution *) g_ptr_array_index (list, i))->amount, resolution->amount)
           == 0;
  return GPOINTER_TO_UINT (g_hash_table_lookup (present->equal, name)) >= resolved;
}

/* The last decided one that is gone. */
static const Resolution *
find_gone (const Present *present, const GPtrArray *list)
{
  for (guint i = list->len; i-- > 0;)
    {
      const Resolution *resolution = g_ptr_array_index (list, i);
      if (!g_hash_table_contains (present->ids, resolution->finding_id))
        return resolution;
    }
  return NULL;
}

static void
tell_gone (FindingRow *row, const Resolution *gone, GStringChunk *texts)
{
  g_autofree char *message = g_strdup_printf (
      "%s%sbefore: %s, %s, %.*s", row->message != NULL ? row->message : "",
      row->message != NULL ? "; " : "", gone->amount, gone->resolution, DAY_LENGTH, gone->at);

  row->message = g_string_chunk_insert (texts, message);
}

static void
apply_to_row (const Resolutions *self, const Present *present, FindingRow *row, GStringChunk *texts)
{
  const GPtrArray *list = g_hash_table_lookup (self->by_key, row->key);
  const Resolution *own = resolutions_find (self, row->id);

  if (list == NULL)
    return;
  if (own != NULL && are_all_there (present, list, own))
    {
      row->resolution = g_string_chunk_insert (texts, own->resolution);
      row->note = g_string_chunk_insert (texts, own->note);
      row->resolved_by = g_string_chunk_insert (texts, own->by);
      return;
    }
  const Resolution *gone = find_gone (present, list);
  if (gone != NULL)
    tell_gone (row, gone, texts);
}

RowPack *
resolutions_apply (const Resolutions *self, RowPack *findings, GStringChunk *texts)
{
  const Present present = look (self, findings);
  RowPack *applied = row_pack_new (row_pack_info (findings));
  RowPackCursor cursor = { 0 };
  FindingRow read;

  for (gsize i = 0; i < row_pack_count (findings); i++)
    {
      row_pack_read (findings, i, &cursor, &read);
      FindingRow row = read;

      apply_to_row (self, &present, &row, texts);
      row_pack_append (applied, &row);
    }
  row_pack_free (findings);
  g_hash_table_unref (present.ids);
  g_hash_table_unref (present.equal);
  return applied;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/shelf-look.h"

#include "base/key-bytes.h"
#include "base/worker.h"
#include "core/book/shelf/charge-shelf.h"
#include "core/book/shelf/late-lines.h"
#include "input/shelf-volume.h"

#define ENTRY_BYTES 4

/* Keys that are looked for, by the invoice that they are of. */
typedef struct
{
  GArray *wishes;       /* of PairWish */
  GArray *found;        /* of PairCount, one for each */
  GHashTable *invoices; /* Hash128 * -> GArray * of guint: which wishes */
} Search;

static void
free_array (gpointer array)
{
  g_array_unref (array);
}

/* Takes @wishes over. */
static void
search_init (Search *self, GArray *wishes)
{
  self->wishes = wishes;
  self->found = g_array_sized_new (FALSE, TRUE, sizeof (PairCount), MAX (wishes->len, 1));
  g_array_set_size (self->found, wishes->len);
  self->invoices
      = g_hash_table_new_full (key_bytes_hash128_hash, key_bytes_hash128_equal, NULL, free_array);
  for (guint i = 0; i < wishes->len; i++)
    {
      PairWish *wish = &g_array_index (wishes, PairWish, i);
      GArray *places = g_hash_table_lookup (self->invoices, &wish->invoice);

      if (places == NULL)
        {
          places = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (self->invoices, &wish->invoice, places);
        }
      g_array_append_val (places, i);
      g_array_index (self->found, PairCount, i).hash = wish->hash;
    }
}

static void
search_clear (Search *self)
{
  g_hash_table_unref (self->invoices);
  g_array_unref (self->found);
  g_array_unref (self->wishes);
}

/* A shelf that is looked into. */
typedef struct
{
  const ShelfVolume *volume;
  ChargeShelf shelf;
  guint64 *starts;
  int stream;
} OpenShelf;

static gboolean
open_shelf (OpenShelf *self, GError **error)
{
  const ShelfVolume *volume = self->volume;
  const ShelfSection *section = volume->charges;
  guint8 head[CHARGE_SHELF_HEAD_BYTES];

  if (section->length < sizeof head
      || !shelf_file_read_at (volume->file, &self->stream, section->offset, head, sizeof head,
                              error))
    return section->length >= sizeof head ? FALSE
                                          : shelf_file_refuse (volume->file, "no charges", error);
  if (!charge_shelf_init (&self->shelf, head, section->length))
    return shelf_file_refuse (volume->file, "charges that cannot be", error);
  const gsize length = self->shelf.records_begin - sizeof head;
  g_autofree guint8 *directory = g_malloc (length);
  if (!shelf_file_read_at (volume->file, &self->stream, section->offset + sizeof head, directory,
                           length, error))
    return FALSE;
  self->starts = g_new (guint64, self->shelf.entries + 1);
  return charge_shelf_index (&self->shelf, directory, self->starts)
         || shelf_file_refuse (volume->file, "charges that cannot be", error);
}

static gboolean
find_wish (OpenShelf *self, PairCount *found, GError **error)
{
  if (self->starts == NULL && !open_shelf (self, error))
    return FALSE;
  const guint entry = charge_shelf_entry (&self->shelf, &found->hash);
  const guint64 begin = self->starts[entry];
  const gsize count = (gsize) (self->starts[entry + 1] - begin);
  g_autofree guint8 *records = g_malloc (MAX (count * self->shelf.record_bytes, 1));

  if (!shelf_file_read_at (self->volume->file, &self->stream,
                           self->volume->charges->offset + self->shelf.records_begin
                               + begin * self->shelf.record_bytes,
                           records, count * self->shelf.record_bytes, error))
    return FALSE;
  charge_shelf_find (&self->shelf, records, count, &found->hash, found);
  return TRUE;
}

static gboolean
search_invoice (const Search *self, OpenShelf *shelf, const Hash128 *invoice, GError **error)
{
  const GArray *places = g_hash_table_lookup (self->invoices, invoice);

  for (guint i = 0; places != NULL && i < places->len; i++)
    if (!find_wish (shelf,
                    &g_array_index (self->found, PairCount, g_array_index (places, guint, i)),
                    error))
      return FALSE;
  return TRUE;
}

static gboolean
search_volume (const Search *self, const ShelfVolume *volume, const InputTally *input,
               const PairBook *pairs, GError **error)
{
  OpenShelf shelf = { .volume = volume, .stream = -1 };
  gboolean good = TRUE;

  for (GTreeNode *node = g_tree_node_first (input->invoices); node != NULL && good;
       node = g_tree_node_next (node))
    {
      const InputInvoice *invoice = g_tree_node_value (node);
      const Hash128 hash = pair_book_invoice_hash (pairs, invoice->invoice);

      good = search_invoice (self, &shelf, &hash, error);
    }
  shelf_file_close (&shelf.stream);
  g_free (shelf.starts);
  return good;
}

/* That count, on shelves. */
static gboolean
has_lines (const InputFile *file, guint index, const Books *books)
{
  const InputTally *input = file->volumes != NULL ? input_book_lookup (books->inputs, index) : NULL;

  return input != NULL && !input->is_duplicate && input->kind == KIND_INVOICE;
}

static gboolean
search_all (const Search *self, const InputSet *inputs, const Books *books, GError **error)
{
  const GArray *files = input_set_files (inputs);

  for (guint i = 0; i < files->len && self->wishes->len > 0; i++)
    {
      const InputFile *file = &g_array_index (files, InputFile, i);

      for (guint k = 0; has_lines (file, i, books) && k < file->volumes->len; k++)
        if (!search_volume (self, g_ptr_array_index (file->volumes, k),
                            input_book_lookup (books->inputs, i),
                            charge_book_pair_book (books->charges), error))
          return FALSE;
    }
  return TRUE;
}

typedef void (*FoundFunc) (PairBook *pairs, const PairCount *count);

/* Takes @wishes over. */
static gboolean
look_for (GArray *wishes, const InputSet *inputs, const Books *books, FoundFunc tell,
          GError **error)
{
  Search search;

  search_init (&search, wishes);
  const gboolean good = search_all (&search, inputs, books, error);
  for (guint i = 0; i < search.found->len && good; i++)
    tell (charge_book_pair_book (books->charges), &g_array_index (search.found, PairCount, i));
  search_clear (&search);
  return good;
}

/* Some of them, one after the other, on one thread. */
typedef struct
{
  const GArray *volumes; /* of LateVolume */
  guint begin, end;
  const SettledWish *wish;
  Books *books;
  GError *error; /* NULL: all are good */
} LateRange;

/* In reading order; of LateVolume. @is_late: by file. (transfer full) */
static GArray *
list_late_volumes (const GArray *files, const Books *books, gboolean *is_late)
{
  GArray *volumes = g_array_new (FALSE, FALSE, sizeof (LateVolume));

  for (guint i = 0; i < files->len; i++)
    {
      const InputFile *file = &g_array_index (files, InputFile, i);
      LateVolume late = { .file = i };

      is_late[i] = has_lines (file, i, books);
      for (guint k = 0; is_late[i] && k < file->volumes->len; k++)
        {
          late.volume = g_ptr_array_index (file->volumes, k);
          g_array_append_val (volumes, late);
          late.lines_before += late.volume->head.lines;
        }
    }
  return volumes;
}

static void
read_late_range (gpointer ranges, guint number)
{
  LateRange *self = (LateRange *) ranges + number;

  shelf_volume_read_lines (&g_array_index (self->volumes, LateVolume, self->begin),
                           self->end - self->begin, self->wish, self->books, &self->error);
}

/* Of Books *, one for each of @jobs ranges. NULL: the first of the volumes that is not good. */
static GPtrArray *
read_late (const GArray *volumes, const SettledWish *wish, const HashKey *key, guint jobs,
           GError **error)
{
  g_autoptr (GPtrArray) late = g_ptr_array_new_with_free_func ((GDestroyNotify) books_free);
  const guint count = CLAMP (jobs, 1, volumes->len);
  g_autofree LateRange *ranges = g_new0 (LateRange, count);
  gboolean good = TRUE;

  for (guint i = 0; i < count; i++)
    {
      ranges[i] = (LateRange){ .volumes = volumes,
                               .begin = (guint) ((guint64) volumes->len * i / count),
                               .end = (guint) ((guint64) volumes->len * (i + 1) / count),
                               .wish = wish,
                               .books = books_new (key) };
      g_ptr_array_add (late, ranges[i].books);
    }
  worker_share ("lines", jobs, count, read_late_range, ranges);
  for (guint i = 0; i < count; i++)
    if (ranges[i].error != NULL)
      {
        g_propagate_error (good ? error : NULL, ranges[i].error);
        good = FALSE;
      }
  return good ? g_steal_pointer (&late) : NULL;
}

/* What lines that charge may take back: their keys but for the invoice. Of Hash128 *. */
static GHashTable *
rests_of_charging (const ChargeBook *charges)
{
  GHashTable *rests
      = g_hash_table_new_full (key_bytes_hash128_hash, key_bytes_hash128_equal, g_free, NULL);
  const GArray *lines = charge_book_aco_lines (charges);
  PairWish key;

  for (guint i = 0; i < lines->len; i++)
    if (decimal_sign (decimal_unpack (g_array_index (lines, AcoLine, i).credit)) < 0
        && pair_book_credit (charge_book_pair_book (charges), i, &key))
      {
        const Hash128 rest = pair_credits_rest (&key);
        g_hash_table_add (rests, g_memdup2 (&rest, sizeof rest));
      }
  return rests;
}

/* Settled credits that are wanted all the same become credits like others. */
static gboolean
look_for_settled (const InputSet *inputs, Books *books, const HashKey *key, guint jobs,
                  GError **error)
{
  const GArray *files = input_set_files (inputs);
  PairBook *pairs = charge_book_pair_book (books->charges);

  if (!pair_book_has_settled (pairs))
    return TRUE;
  g_autoptr (PairGroups) groups = pair_book_groups (pairs);
  g_autoptr (GHashTable) rests = rests_of_charging (books->charges);
  const SettledWish wish = { groups, rests };
  g_autofree gboolean *is_late = g_new0 (gboolean, files->len + 1);
  g_autoptr (GArray) volumes = list_late_volumes (files, books, is_late);

  if (g_hash_table_size (rests) == 0 && !pair_book_shares_settled (pairs, groups))
    return TRUE;
  g_autoptr (GPtrArray) late = read_late (volumes, &wish, key, jobs, error);
  if (late == NULL)
    return FALSE;
  late_lines_join (books, late, is_late);
  return TRUE;
}

gboolean
shelf_look (const InputSet *inputs, Books *books, const HashKey *key, guint jobs, GError **error)
{
  PairBook *pairs = charge_book_pair_book (books->charges);

  return shelf_set_is_empty (input_set_shelves (inputs))
         || (look_for_settled (inputs, books, key, jobs, error)
             && look_for (pair_book_open_keys (pairs), inputs, books, pair_book_set_open, error)
             && look_for (charge_book_keys_elsewhere (books->charges), inputs, books,
                          pair_book_add_elsewhere, error));
}

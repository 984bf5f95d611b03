/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/row-pack.h"

#include <pthread.h>
#include <string.h>

/* A page begins with a whole row, and lies in one block. Blocks grow, for there are small packs. */
#define BLOCK_BYTES_FIRST ((gsize) 64 << 10)
#define BLOCK_BYTES ((gsize) 1 << 20)
#define TEXT_BLOCK_BYTES (64 * 1024)

/* A page: where it begins, with which row, and whether its rows stand in full for those who keep
   pointers. Only pages before those of another pack that was taken can have fewer rows. */
typedef struct
{
  const guint8 *begin;
  gsize first;
  gint is_kept;
} Page;

/* The last row, and its sentence, in one place. */
typedef struct
{
  RowSentence sentence;
  guint64 row[];
} LastRow;

struct RowPack
{
  const ReportTableInfo *info;
  RowShape shape;
  gsize page_bytes_max;
  gsize block_bytes; /* of the next block */
  GPtrArray *blocks;
  guint8 *at; /* in the last block */
  guint8 *end;
  GArray *pages; /* of Page */
  gsize count;
  LastRow *last;
  pthread_mutex_t lock;    /* of the next two */
  char *kept;              /* room for all rows, side by side; NULL: nobody asked */
  GStringChunk *sentences; /* of rows that are kept; NULL: there are none */
};

RowPack *
row_pack_new (const ReportTableInfo *info)
{
  RowPack *self = g_new0 (RowPack, 1);

  self->info = info;
  self->shape = row_bytes_shape (info);
  self->page_bytes_max = ROW_PACK_PAGE_ROWS * self->shape.bytes_max;
  self->block_bytes = BLOCK_BYTES_FIRST;
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->pages = g_array_new (FALSE, TRUE, sizeof (Page));
  self->last = g_malloc0 (sizeof (LastRow) + info->row_size);
  pthread_mutex_init (&self->lock, NULL);
  return self;
}

/* All that hangs on rows that are kept; there may be more of them than there is room for. */
static void
forget_kept (RowPack *self)
{
  if (self->kept == NULL)
    return;
  g_clear_pointer (&self->kept, g_free);
  g_clear_pointer (&self->sentences, g_string_chunk_free);
  for (guint i = 0; i < self->pages->len; i++)
    g_array_index (self->pages, Page, i).is_kept = FALSE;
}

void
row_pack_free (RowPack *self)
{
  if (self == NULL)
    return;
  forget_kept (self);
  pthread_mutex_destroy (&self->lock);
  g_array_unref (self->pages);
  g_ptr_array_unref (self->blocks);
  g_free (self->last);
  g_free (self);
}

const ReportTableInfo *
row_pack_info (const RowPack *self)
{
  return self->info;
}

static Page *
page_at (const RowPack *self, gsize page)
{
  return &g_array_index (self->pages, Page, page);
}

/* The first row that does not stand in it any more. */
static gsize
end_of_page (const RowPack *self, gsize page)
{
  return page + 1 < self->pages->len ? page_at (self, page + 1)->first : self->count;
}

/* No page has more than ROW_PACK_PAGE_ROWS rows, so that a row stands in this page or behind it. */
static gsize
page_of_row (const RowPack *self, gsize index)
{
  gsize low = index / ROW_PACK_PAGE_ROWS, high = self->pages->len;

  while (high - low > 1)
    {
      const gsize middle = low + (high - low) / 2;
      if (page_at (self, middle)->first <= index)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static gboolean
is_last_page_full (const RowPack *self)
{
  return self->pages->len == 0
         || self->count - page_at (self, self->pages->len - 1)->first == ROW_PACK_PAGE_ROWS;
}

static void
begin_page (RowPack *self)
{
  if ((gsize) (self->end - self->at) < self->page_bytes_max)
    {
      const gsize size = MAX (self->page_bytes_max, self->block_bytes);

      self->at = g_malloc (size);
      self->end = self->at + size;
      self->block_bytes = MIN (2 * self->block_bytes, BLOCK_BYTES);
      g_ptr_array_add (self->blocks, self->at);
    }
  const Page page = { .begin = self->at, .first = self->count };
  g_array_append_val (self->pages, page);
  memset (self->last->row, 0, self->info->row_size);
}

void
row_pack_append (RowPack *self, gconstpointer row)
{
  if (is_last_page_full (self))
    begin_page (self);
  forget_kept (self);
  self->at = row_bytes_put (&self->shape, row, self->last->row, &self->last->sentence, self->at);
  self->count++;
}

/* Rows may go on being appended to what is the last page now. */
void
row_pack_take (RowPack *self, RowPack *other)
{
  g_assert (self->info == other->info);
  forget_kept (self);
  for (guint i = 0; i < other->pages->len; i++)
    {
      const Page *taken = page_at (other, i);
      const Page page = { .begin = taken->begin, .first = self->count + taken->first };
      g_array_append_val (self->pages, page);
    }
  if (other->count > 0)
    {
      self->at = other->at;
      self->end = other->end;
      self->block_bytes = other->block_bytes;
      g_free (self->last);
      self->last = g_steal_pointer (&other->last);
    }
  self->count += other->count;
  g_ptr_array_extend_and_steal (self->blocks, g_steal_pointer (&other->blocks));
  other->blocks = g_ptr_array_new ();
  row_pack_free (other);
}

gsize
row_pack_count (const RowPack *self)
{
  return self->count;
}

gconstpointer
row_pack_last (const RowPack *self)
{
  return self->count > 0 ? self->last->row : NULL;
}

static void
enter_page (const RowPack *self, gsize index, RowPackCursor *cursor, gpointer row)
{
  const gsize page = page_of_row (self, index);

  cursor->pack = self;
  cursor->next = page_at (self, page)->first;
  cursor->end = end_of_page (self, page);
  cursor->at = page_at (self, page)->begin;
  memset (row, 0, self->info->row_size);
}

void
row_pack_read (const RowPack *self, gsize index, RowPackCursor *cursor, gpointer row)
{
  g_assert (index < self->count);
  if (cursor->pack == self && index + 1 == cursor->next)
    return;
  if (cursor->pack != self || index < cursor->next || index >= cursor->end)
    enter_page (self, index, cursor, row);
  while (cursor->next <= index)
    {
      cursor->at = row_bytes_take (&self->shape, cursor->at, row, &cursor->sentence);
      cursor->next++;
    }
}

/* The sentence stands in @room, which the next row takes. */
static void
keep_sentence (RowPack *self, char *row, const RowSentence *room)
{
  for (gsize i = 0; i < self->info->column_count; i++)
    {
      const ReportColumn *column = &self->info->columns[i];
      const char **member = (gpointer) (row + column->offset);

      if (!column->is_sentence || *member != room->text)
        continue;
      if (self->sentences == NULL)
        self->sentences = g_string_chunk_new (TEXT_BLOCK_BYTES);
      *member = g_string_chunk_insert (self->sentences, *member);
    }
}

/* All rows of a page in full, where there is room for them. */
static void
expand_page (RowPack *self, gsize page)
{
  const gsize size = self->info->row_size, first = page_at (self, page)->first;
  const gsize end = end_of_page (self, page);
  const guint8 *at = page_at (self, page)->begin;
  RowSentence sentence;

  memset (self->kept + first * size, 0, size);
  for (gsize i = first; i < end; i++)
    {
      char *row = self->kept + i * size;

      if (i > first)
        memcpy (row, row - size, size);
      at = row_bytes_take (&self->shape, at, row, &sentence);
      keep_sentence (self, row, &sentence);
    }
}

/* Room that nobody has written to costs nothing: pages are expanded one by one. */
gconstpointer
row_pack_keep (RowPack *self, gsize index)
{
  g_assert (index < self->count);
  const gsize number = page_of_row (self, index);
  Page *page = page_at (self, number);

  if (!g_atomic_int_get (&page->is_kept))
    {
      pthread_mutex_lock (&self->lock);
      if (self->kept == NULL)
        self->kept = g_malloc_n (self->count, self->info->row_size);
      if (!page->is_kept)
        expand_page (self, number);
      g_atomic_int_set (&page->is_kept, TRUE);
      pthread_mutex_unlock (&self->lock);
    }
  return self->kept + index * self->info->row_size;
}

typedef struct
{
  GCompareDataFunc compare;
  gpointer data;
} Sorting;

static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  const Sorting *sorting = data;
  return sorting->compare (*(gconstpointer const *) a, *(gconstpointer const *) b, sorting->data);
}

RowPack *
row_pack_sort (RowPack *self, GCompareDataFunc compare, gpointer data)
{
  RowPack *sorted = row_pack_new (self->info);
  g_autofree gconstpointer *rows = g_new (gconstpointer, self->count);
  Sorting sorting = { compare, data };

  for (gsize i = 0; i < self->count; i++)
    rows[i] = row_pack_keep (self, i);
  /* Stable, so that equal rows stay in reading order; GLib promises it since 2.32. */
  g_qsort_with_data (rows, (gint) self->count, sizeof rows[0], compare_places, &sorting);
  for (gsize i = 0; i < self->count; i++)
    row_pack_append (sorted, rows[i]);
  row_pack_free (self);
  return sorted;
}

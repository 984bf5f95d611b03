/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/row-pack.h"

#include <string.h>

/* A page begins with a whole row, and lies in one block. */
#define PAGE_ROWS 64
#define BLOCK_BYTES ((gsize) 1 << 20)
#define COLUMNS_MAX 32

/* A page: where it begins, and whether its rows stand in full for those who keep pointers. */
typedef struct
{
  const guint8 *begin;
  gint is_kept;
} Page;

struct RowPack
{
  const ReportTableInfo *info;
  gsize row_bytes_max; /* packed */
  GPtrArray *blocks;
  guint8 *at; /* in the last block */
  guint8 *end;
  GArray *pages; /* of Page */
  gsize count;
  char *last;  /* the last row */
  GMutex lock; /* of the next */
  char *kept;  /* room for all rows, side by side; NULL: nobody asked */
};

/* Of a member as it stands in a row; decimals have a form of their own. */
static gsize
plain_size (ColumnType type)
{
  switch (type)
    {
    case COLUMN_TEXT:
    case COLUMN_CARRIED:
    case COLUMN_MONTHS:
      return sizeof (gpointer);
    case COLUMN_COUNT:
    case COLUMN_LINE:
    case COLUMN_DAYS:
      return sizeof (guint64);
    case COLUMN_FITS:
      return FIT_COUNT * sizeof (guint64);
    case COLUMN_MONTH:
    case COLUMN_DAY:
    case COLUMN_FLAG:
    case COLUMN_CODE:
    case COLUMN_NAME:
    case COLUMN_SEVERITY:
    case COLUMN_KIND:
    case COLUMN_STATE:
    case COLUMN_RESULT:
    case COLUMN_USAGE:
    case COLUMN_TRUTH:
      return sizeof (gint);
    case COLUMN_ROWS:
    case COLUMN_TEXTS:
      return sizeof (ReportSpan);
    case COLUMN_AMOUNT:
    case COLUMN_DECIMAL:
    default:
      g_assert_not_reached ();
    }
}

static gsize
packed_size_max (const ReportColumn *column)
{
  if (column->type == COLUMN_AMOUNT || column->type == COLUMN_DECIMAL)
    return 1 + DECIMAL_BYTES_MAX;
  return plain_size (column->type) + sizeof (gboolean);
}

RowPack *
row_pack_new (const ReportTableInfo *info)
{
  RowPack *self = g_new0 (RowPack, 1);

  g_assert (info->column_count <= COLUMNS_MAX);
  self->info = info;
  self->row_bytes_max = sizeof (guint32);
  for (gsize i = 0; i < info->column_count; i++)
    self->row_bytes_max += packed_size_max (&info->columns[i]);
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->pages = g_array_new (FALSE, TRUE, sizeof (Page));
  self->last = g_malloc0 (info->row_size);
  g_mutex_init (&self->lock);
  return self;
}

void
row_pack_free (RowPack *self)
{
  if (self == NULL)
    return;
  g_free (self->kept);
  g_mutex_clear (&self->lock);
  g_array_unref (self->pages);
  g_ptr_array_unref (self->blocks);
  g_free (self->last);
  g_free (self);
}

static void
begin_page (RowPack *self)
{
  const gsize needed = PAGE_ROWS * self->row_bytes_max;

  if ((gsize) (self->end - self->at) < needed)
    {
      self->at = g_malloc (MAX (needed, BLOCK_BYTES));
      self->end = self->at + MAX (needed, BLOCK_BYTES);
      g_ptr_array_add (self->blocks, self->at);
    }
  const Page page = { .begin = self->at };
  g_array_append_val (self->pages, page);
  memset (self->last, 0, self->info->row_size);
}

/* The room for all rows is no longer enough. */
static void
forget_kept (RowPack *self)
{
  if (self->kept == NULL)
    return;
  g_clear_pointer (&self->kept, g_free);
  for (guint i = 0; i < self->pages->len; i++)
    g_array_index (self->pages, Page, i).is_kept = FALSE;
}

static gboolean
is_same (const ReportColumn *column, const char *a, const char *b)
{
  a += column->offset;
  b += column->offset;
  if (column->type == COLUMN_DECIMAL)
    return decimal_is_same ((gconstpointer) a, (gconstpointer) b);
  if (column->type == COLUMN_AMOUNT)
    {
      const Amount *x = (gconstpointer) a, *y = (gconstpointer) b;
      return x->known == y->known && decimal_is_same (&x->value, &y->value);
    }
  return memcmp (a, b, plain_size (column->type)) == 0;
}

static gboolean
is_known_same (const ReportColumn *column, const char *a, const char *b)
{
  return column->type != COLUMN_DAYS
         || memcmp (a + column->known_offset, b + column->known_offset, sizeof (gboolean)) == 0;
}

static guint8 *
put_member (guint8 *to, const ReportColumn *column, const char *row)
{
  const char *member = row + column->offset;

  if (column->type == COLUMN_DECIMAL)
    return to + decimal_put_bytes ((gconstpointer) member, to);
  if (column->type == COLUMN_AMOUNT)
    {
      const Amount *amount = (gconstpointer) member;
      *to = amount->known ? 1 : 0;
      return to + 1 + decimal_put_bytes (&amount->value, to + 1);
    }
  const gsize size = plain_size (column->type);
  memcpy (to, member, size);
  if (column->type != COLUMN_DAYS)
    return to + size;
  memcpy (to + size, row + column->known_offset, sizeof (gboolean));
  return to + size + sizeof (gboolean);
}

static const guint8 *
take_member (const guint8 *from, const ReportColumn *column, char *row)
{
  char *member = row + column->offset;

  if (column->type == COLUMN_DECIMAL)
    return from + decimal_take_bytes ((gpointer) member, from);
  if (column->type == COLUMN_AMOUNT)
    {
      Amount *amount = (gpointer) member;
      amount->known = *from != 0;
      return from + 1 + decimal_take_bytes (&amount->value, from + 1);
    }
  const gsize size = plain_size (column->type);
  memcpy (member, from, size);
  if (column->type != COLUMN_DAYS)
    return from + size;
  memcpy (row + column->known_offset, from + size, sizeof (gboolean));
  return from + size + sizeof (gboolean);
}

static const guint8 *
take_row (const RowPack *self, const guint8 *from, char *row)
{
  guint32 changed;

  memcpy (&changed, from, sizeof changed);
  from += sizeof changed;
  for (gsize i = 0; i < self->info->column_count; i++)
    if ((changed >> i & 1) != 0)
      from = take_member (from, &self->info->columns[i], row);
  return from;
}

void
row_pack_append (RowPack *self, gconstpointer row)
{
  guint32 changed = 0;

  if (self->count % PAGE_ROWS == 0)
    begin_page (self);
  forget_kept (self);
  guint8 *begin = self->at, *to = begin + sizeof changed;
  for (gsize i = 0; i < self->info->column_count; i++)
    {
      const ReportColumn *column = &self->info->columns[i];

      if (is_same (column, row, self->last) && is_known_same (column, row, self->last))
        continue;
      changed |= (guint32) 1 << i;
      const guint8 *member = to;
      to = put_member (to, column, row);
      take_member (member, column, self->last);
    }
  memcpy (begin, &changed, sizeof changed);
  self->at = to;
  self->count++;
}

gsize
row_pack_count (const RowPack *self)
{
  return self->count;
}

gconstpointer
row_pack_last (const RowPack *self)
{
  return self->count > 0 ? self->last : NULL;
}

void
row_pack_read (const RowPack *self, gsize index, RowPackCursor *cursor, gpointer row)
{
  const gsize page = index / PAGE_ROWS;

  g_assert (index < self->count);
  if (cursor->pack == self && index + 1 == cursor->next)
    return;
  if (cursor->pack != self || index < cursor->next || cursor->next % PAGE_ROWS == 0
      || page != cursor->next / PAGE_ROWS)
    {
      *cursor = (RowPackCursor){ .pack = self,
                                 .next = page * PAGE_ROWS,
                                 .at = g_array_index (self->pages, Page, page).begin };
      memset (row, 0, self->info->row_size);
    }
  while (cursor->next <= index)
    {
      cursor->at = take_row (self, cursor->at, row);
      cursor->next++;
    }
}

/* All rows of a page in full, where there is room for them. */
static void
expand_page (const RowPack *self, gsize page)
{
  const gsize size = self->info->row_size, first = page * PAGE_ROWS;
  const gsize end = MIN (self->count, first + PAGE_ROWS);
  const guint8 *at = g_array_index (self->pages, Page, page).begin;

  memset (self->kept + first * size, 0, size);
  for (gsize i = first; i < end; i++)
    {
      if (i > first)
        memcpy (self->kept + i * size, self->kept + (i - 1) * size, size);
      at = take_row (self, at, self->kept + i * size);
    }
}

/* Room that nobody has written to costs nothing: pages are expanded one by one. */
gconstpointer
row_pack_keep (RowPack *self, gsize index)
{
  g_assert (index < self->count);
  Page *page = &g_array_index (self->pages, Page, index / PAGE_ROWS);

  if (!g_atomic_int_get (&page->is_kept))
    {
      g_mutex_lock (&self->lock);
      if (self->kept == NULL)
        self->kept = g_malloc_n (self->count, self->info->row_size);
      if (!page->is_kept)
        expand_page (self, index / PAGE_ROWS);
      g_atomic_int_set (&page->is_kept, TRUE);
      g_mutex_unlock (&self->lock);
    }
  return self->kept + index * self->info->row_size;
}

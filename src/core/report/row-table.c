/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/row-table.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#define BLOCK_BYTES ((gsize) 2 << 20)
#define ROOM_FIRST 8

void
row_table_init (RowTable *self, gsize row_size)
{
  *self = (RowTable){ .row_size = row_size,
                      .block_rows = BLOCK_BYTES / row_size,
                      .blocks = g_ptr_array_new_with_free_func (free) };
}

void
row_table_init_sized (RowTable *self, gsize row_size, gsize count)
{
  row_table_init (self, row_size);
  self->block_rows = MAX (self->block_rows, count);
  self->room = count;
  g_ptr_array_add (self->blocks, g_malloc_n (MAX (count, 1), row_size));
}

gpointer
row_table_row (const RowTable *self, gsize index)
{
  return (char *) g_ptr_array_index (self->blocks, index / self->block_rows)
         + index % self->block_rows * self->row_size;
}

static char *
new_block (void)
{
  char *block = aligned_alloc (BLOCK_BYTES, BLOCK_BYTES);

  if (block == NULL)
    g_error ("no memory for %" G_GSIZE_FORMAT " bytes", BLOCK_BYTES);
#ifdef MADV_HUGEPAGE
  (void) madvise (block, BLOCK_BYTES, MADV_HUGEPAGE); /* advice: what comes of it changes nothing */
#endif
  return block;
}

/* The first block grows, for most tables are small. */
static void
grow_first_block (RowTable *self)
{
  self->room = MIN (MAX (2 * self->room, ROOM_FIRST), self->block_rows);
  if (self->blocks->len == 0)
    g_ptr_array_add (self->blocks, NULL);
  gpointer *block = &g_ptr_array_index (self->blocks, 0);
  *block = g_realloc_n (*block, self->room, self->row_size);
}

gpointer
row_table_append (RowTable *self)
{
  if (self->count == self->room && self->room < self->block_rows)
    grow_first_block (self);
  else if (self->count == self->room)
    {
      g_ptr_array_add (self->blocks, new_block ());
      self->room += self->block_rows;
    }
  return row_table_row (self, self->count++);
}

gpointer
row_table_last (const RowTable *self)
{
  return self->count > 0 ? row_table_row (self, self->count - 1) : NULL;
}

void
row_table_clear (RowTable *self)
{
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
}

/* GLib promises a stable order since 2.32. */
void
row_table_sort (RowTable *self, GCompareDataFunc compare, gpointer data)
{
  g_autoptr (GArray) sorted
      = g_array_sized_new (FALSE, FALSE, (guint) self->row_size, (guint) self->count);

  for (gsize i = 0; i < self->count; i++)
    g_array_append_vals (sorted, row_table_row (self, i), 1);
  g_array_sort_with_data (sorted, compare, data);
  for (gsize i = 0; i < self->count; i++)
    memcpy (row_table_row (self, i), sorted->data + i * self->row_size, self->row_size);
}

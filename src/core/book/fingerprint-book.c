/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/fingerprint-book.h"

#include <string.h>

#include "core/book/row-print.h"

/* The rows of one invoice in one file. */
typedef struct
{
  FileKind kind;
  char *invoice; /* in lower case */
  guint32 file;
  GArray *prints; /* of RowPrint, in reading order */
} PrintGroup;

struct FingerprintBook
{
  HashKey key;
  KeyBytes bytes;
  GTree *groups;    /* PrintGroup * -> itself */
  PrintGroup *last; /* of the row before: files are mostly grouped */
};

static int
compare_groups (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  const PrintGroup *x = a, *y = b;

  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  const int order = strcmp (x->invoice, y->invoice);
  if (order != 0)
    return order;
  return x->file < y->file ? -1 : x->file > y->file;
}

static void
group_free (gpointer data)
{
  PrintGroup *group = data;

  g_free (group->invoice);
  g_array_unref (group->prints);
  g_free (group);
}

FingerprintBook *
fingerprint_book_new (const HashKey *key)
{
  FingerprintBook *self = g_new0 (FingerprintBook, 1);

  self->key = *key;
  key_bytes_init (&self->bytes);
  self->groups = g_tree_new_full (compare_groups, NULL, group_free, NULL);
  return self;
}

void
fingerprint_book_free (FingerprintBook *self)
{
  if (self == NULL)
    return;
  key_bytes_clear (&self->bytes);
  g_tree_unref (self->groups);
  g_free (self);
}

/* Takes @invoice over. */
static PrintGroup *
group_find_or_add (FingerprintBook *self, FileKind kind, char *invoice, guint32 file)
{
  const PrintGroup probe = { .kind = kind, .invoice = invoice, .file = file };
  PrintGroup *group = g_tree_lookup (self->groups, &probe);

  if (group != NULL)
    {
      g_free (invoice);
      return group;
    }
  group = g_memdup2 (&probe, sizeof probe);
  group->prints = g_array_new (FALSE, FALSE, sizeof (RowPrint));
  g_tree_insert (self->groups, group, group);
  return group;
}

static PrintGroup *
group_of_row (FingerprintBook *self, FileKind kind, Slice invoice, guint32 file)
{
  const PrintGroup *last = self->last;

  if (last == NULL || last->kind != kind || last->file != file
      || slice_compare_lowered (invoice, last->invoice) != 0)
    self->last = group_find_or_add (self, kind, slice_dup_lower (invoice), file);
  return self->last;
}

static void
group_append (PrintGroup *group, Hash128 hash)
{
  const RowPrint print = row_print_new (hash, group->prints->len);
  g_array_append_val (group->prints, print);
}

void
fingerprint_book_add_line (FingerprintBook *self, const InvoiceLine *line)
{
  group_append (group_of_row (self, KIND_INVOICE, line->invoice, line->at.file),
                fingerprint_of_line (line, &self->key, &self->bytes));
}

void
fingerprint_book_add_usage (FingerprintBook *self, const UsageRow *row)
{
  group_append (group_of_row (self, KIND_DAILY_USAGE, row->invoice, row->at.file),
                fingerprint_of_usage (row, &self->key, &self->bytes));
}

void
fingerprint_book_add_print (FingerprintBook *self, FileKind kind, Slice invoice, guint32 file,
                            Hash128 print)
{
  group_append (group_of_row (self, kind, invoice, file), print);
}

/* Places count on where the earlier part of the file ends. */
static void
merge_group (PrintGroup *group, const PrintGroup *later)
{
  const guint64 before = group->prints->len;

  for (guint i = 0; i < later->prints->len; i++)
    {
      RowPrint print = g_array_index (later->prints, RowPrint, i);
      row_print_move (&print, before);
      g_array_append_val (group->prints, print);
    }
}

void
fingerprint_book_merge (FingerprintBook *self, FingerprintBook *later)
{
  for (GTreeNode *node = g_tree_node_first (later->groups); node != NULL;
       node = g_tree_node_next (node))
    {
      const PrintGroup *from = g_tree_node_value (node);
      merge_group (group_find_or_add (self, from->kind, g_strdup (from->invoice), from->file),
                   from);
    }
  g_tree_remove_all (later->groups);
  later->last = NULL;
}

guint64
fingerprint_book_count (const FingerprintBook *self, FileKind kind, const char *invoice,
                        guint32 file)
{
  g_autofree char *copy = g_strdup (invoice);
  const PrintGroup probe = { .kind = kind, .invoice = copy, .file = file };
  const PrintGroup *group = g_tree_lookup (self->groups, &probe);

  return group != NULL ? group->prints->len : 0;
}

/* One file of the invoice on its way through the comparison. */
typedef struct
{
  const PrintGroup *group;
  guint at; /* the first print that was not taken yet */
  RowOverlap *overlap;
  guint64 first_place; /* the earliest shared row so far */
} Cursor;

static const RowPrint *
cursor_print (const Cursor *cursor)
{
  return &g_array_index (cursor->group->prints, RowPrint, cursor->at);
}

/* A heap of the cursors that have prints left, by print and then in reading order of the files. */
typedef struct
{
  Cursor **cursors;
  guint count;
} CursorHeap;

static gboolean
comes_before (const Cursor *a, const Cursor *b)
{
  const RowPrint *x = cursor_print (a), *y = cursor_print (b);

  if (row_print_is_same (x, y))
    return a->group->file < b->group->file;
  return row_print_compare (x, y) < 0;
}

static void
heap_sink (CursorHeap *heap, guint at)
{
  for (;;)
    {
      guint first = at;

      for (guint child = 2 * at + 1; child <= 2 * at + 2 && child < heap->count; child++)
        if (comes_before (heap->cursors[child], heap->cursors[first]))
          first = child;
      if (first == at)
        return;
      Cursor *moved = heap->cursors[at];
      heap->cursors[at] = heap->cursors[first];
      heap->cursors[first] = moved;
      at = first;
    }
}

/* The first cursor has moved on, perhaps to its end. */
static void
heap_settle (CursorHeap *heap)
{
  if (heap->cursors[0]->at == heap->cursors[0]->group->prints->len)
    heap->cursors[0] = heap->cursors[--heap->count];
  heap_sink (heap, 0);
}

/* Row number @number (from 0) of its fingerprint in the file; @earlier_count rows stand before. */
static void
take_print (Cursor *cursor, guint64 number, guint64 earlier_count, guint32 earlier_file)
{
  const PrintGroup *group = cursor->group;
  const guint64 place = row_print_place (cursor_print (cursor));

  cursor->at++;
  if (number >= earlier_count)
    return;
  if (cursor->overlap == NULL)
    {
      cursor->overlap
          = row_overlap_new (group->kind, group->invoice, group->file, group->prints->len);
      cursor->first_place = place;
      cursor->overlap->earlier_file = earlier_file;
    }
  else if (place < cursor->first_place)
    {
      cursor->first_place = place;
      cursor->overlap->earlier_file = earlier_file;
    }
  g_array_append_val (cursor->overlap->shared, place);
}

/* Takes all rows of one fingerprint: file after file, and each file's rows in reading order. */
static void
take_equal_prints (CursorHeap *heap)
{
  const RowPrint print = *cursor_print (heap->cursors[0]);
  const guint32 first_file = heap->cursors[0]->group->file;
  guint64 earlier_count = 0, number = 0;
  guint32 file = first_file;

  while (heap->count > 0 && row_print_is_same (cursor_print (heap->cursors[0]), &print))
    {
      Cursor *cursor = heap->cursors[0];

      if (cursor->group->file != file)
        {
          earlier_count += number;
          number = 0;
          file = cursor->group->file;
        }
      take_print (cursor, number++, earlier_count, first_file);
      heap_settle (heap);
    }
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const guint64 x = *(const guint64 *) a, y = *(const guint64 *) b;
  return x < y ? -1 : x > y;
}

/* The files of one invoice against each other: their sorted prints are walked side by side. */
static void
compare_files (GPtrArray *groups, GPtrArray *overlaps)
{
  g_autofree Cursor *cursors = g_new0 (Cursor, groups->len);
  g_autofree Cursor **order = g_new (Cursor *, groups->len);
  CursorHeap heap = { .cursors = order };

  for (guint i = 0; i < groups->len; i++)
    {
      cursors[i].group = g_ptr_array_index (groups, i);
      row_print_sort ((RowPrint *) (gpointer) cursors[i].group->prints->data,
                      cursors[i].group->prints->len);
      order[heap.count++] = &cursors[i];
    }
  for (guint i = heap.count; i-- > 0;)
    heap_sink (&heap, i);
  while (heap.count > 0)
    take_equal_prints (&heap);
  for (guint i = 0; i < groups->len; i++)
    if (cursors[i].overlap != NULL)
      {
        g_array_sort (cursors[i].overlap->shared, compare_places);
        g_ptr_array_add (overlaps, cursors[i].overlap);
      }
}

static gboolean
is_same_invoice (const PrintGroup *a, const PrintGroup *b)
{
  return a->kind == b->kind && strcmp (a->invoice, b->invoice) == 0;
}

GPtrArray *
fingerprint_book_overlaps (FingerprintBook *self)
{
  GPtrArray *overlaps = g_ptr_array_new_with_free_func (row_overlap_free);
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();

  for (GTreeNode *node = g_tree_node_first (self->groups); node != NULL;
       node = g_tree_node_next (node))
    {
      PrintGroup *group = g_tree_node_value (node);

      if (groups->len > 0 && !is_same_invoice (g_ptr_array_index (groups, 0), group))
        {
          compare_files (groups, overlaps);
          g_ptr_array_set_size (groups, 0);
        }
      g_ptr_array_add (groups, group);
    }
  if (groups->len > 0)
    compare_files (groups, overlaps);
  g_tree_remove_all (self->groups);
  self->last = NULL;
  return overlaps;
}

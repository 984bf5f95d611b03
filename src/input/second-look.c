/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/second-look.h"

#include <string.h>

#include "core/book/fingerprint-book.h"
#include "core/book/shelf/row-trail.h"
#include "input/bytes/file-stream.h"
#include "input/shelf/shelf-catalogue.h"

/* An invoice that several files of a kind name. */
typedef struct
{
  FileKind kind;
  const char *invoice; /* of the input book */
  guint files;
} SharedInvoice;

typedef struct
{
  const Books *books;
  const InputSet *inputs;
  GTree *invoices; /* SharedInvoice * -> itself: those of one file, too, until all are counted */
  FingerprintBook *prints;
  const GPtrArray *overlaps;
} Look;

static int
compare_invoices (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  const SharedInvoice *x = a, *y = b;
  return x->kind != y->kind ? (x->kind < y->kind ? -1 : 1) : strcmp (x->invoice, y->invoice);
}

static gboolean
has_rows_of_invoices (const InputTally *input)
{
  return !input->is_duplicate && file_kind_info (input->kind)->has_invoices;
}

/* For g_tree_search(): where the wanted invoice stands, seen from another. */
typedef struct
{
  FileKind kind;
  Slice invoice;
} WantedInvoice;

static gint
compare_wanted (gconstpointer shared_data, gconstpointer wanted_data)
{
  const SharedInvoice *shared = shared_data;
  const WantedInvoice *wanted = wanted_data;

  if (wanted->kind != shared->kind)
    return wanted->kind < shared->kind ? -1 : 1;
  return slice_compare_lowered (wanted->invoice, shared->invoice);
}

/* NULL: no file that was counted names it. */
static SharedInvoice *
find_invoice (GTree *invoices, FileKind kind, Slice invoice)
{
  const WantedInvoice wanted = { .kind = kind, .invoice = invoice };
  return g_tree_search (invoices, compare_wanted, &wanted);
}

static void
count_file (GTree *invoices, const InputTally *input)
{
  for (GTreeNode *node = g_tree_node_first (input->invoices); node != NULL;
       node = g_tree_node_next (node))
    {
      const InputInvoice *invoice = g_tree_node_value (node);
      SharedInvoice *shared = find_invoice (invoices, input->kind, slice_of (invoice->invoice));

      if (shared == NULL)
        {
          shared = g_new0 (SharedInvoice, 1);
          shared->kind = input->kind;
          shared->invoice = invoice->invoice;
          g_tree_insert (invoices, shared, shared);
        }
      shared->files++;
    }
}

/* Estimates have no invoice, and share nothing. */
static gboolean
is_shared (const Look *self, FileKind kind, Slice invoice)
{
  const SharedInvoice *found = find_invoice (self->invoices, kind, invoice);
  return found != NULL && found->files > 1;
}

static gboolean
wants_shared_invoices (gpointer data, guint32 index)
{
  const Look *self = data;
  const InputTally *input = input_book_lookup (self->books->inputs, index);

  if (!has_rows_of_invoices (input))
    return FALSE;
  for (GTreeNode *node = g_tree_node_first (input->invoices); node != NULL;
       node = g_tree_node_next (node))
    {
      const InputInvoice *invoice = g_tree_node_value (node);
      if (is_shared (self, input->kind, slice_of (invoice->invoice)))
        return TRUE;
    }
  return FALSE;
}

static void
print_line (gpointer data, const InvoiceLine *line)
{
  Look *self = data;

  if (is_shared (self, KIND_INVOICE, line->invoice))
    fingerprint_book_add_line (self->prints, line);
}

static void
print_usage (gpointer data, const UsageRow *row)
{
  Look *self = data;

  if (is_shared (self, KIND_DAILY_USAGE, row->invoice))
    fingerprint_book_add_usage (self->prints, row);
}

static const RecordVisitor into_prints = { .wants = wants_shared_invoices,
                                           .invoice = print_line,
                                           .usage = print_usage,
                                           .wants_usage_texts = TRUE /* for the ResourceURI */ };

static gboolean
refuse_changed (const Look *self, guint32 file, GError **error)
{
  return file_stream_refuse_changed (input_book_lookup (self->books->inputs, file)->file, error);
}

/* What was read now must be what was read first. */
static gboolean
check_counts (const Look *self, const InputTally *input, GError **error)
{
  for (GTreeNode *node = g_tree_node_first (input->invoices); node != NULL;
       node = g_tree_node_next (node))
    {
      const InputInvoice *invoice = g_tree_node_value (node);

      if (is_shared (self, input->kind, slice_of (invoice->invoice))
          && fingerprint_book_count (self->prints, input->kind, invoice->invoice, input->index)
                 != invoice->rows)
        return refuse_changed (self, input->index, error);
    }
  return TRUE;
}

static gboolean
wants_overlap (gpointer data, guint32 index)
{
  const Look *self = data;

  for (guint i = 0; i < self->overlaps->len; i++)
    if (((const RowOverlap *) g_ptr_array_index (self->overlaps, i))->file == index)
      return TRUE;
  return FALSE;
}

/* Where the wanted overlap stands, seen from another: they come by kind, invoice and file. */
static int
compare_with_overlap (FileKind kind, Slice invoice, guint32 file, const RowOverlap *overlap)
{
  if (kind != overlap->kind)
    return kind < overlap->kind ? -1 : 1;
  const int order = slice_compare_lowered (invoice, overlap->invoice);
  if (order != 0)
    return order;
  return file < overlap->file ? -1 : file > overlap->file;
}

/* NULL: no row of that invoice in the file is shared. */
static RowOverlap *
find_overlap (const Look *self, FileKind kind, Slice invoice, guint32 file)
{
  guint low = 0, high = self->overlaps->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      RowOverlap *overlap = g_ptr_array_index (self->overlaps, middle);
      const int order = compare_with_overlap (kind, invoice, file, overlap);

      if (order == 0)
        return overlap;
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return NULL;
}

static void
take_line (gpointer data, const InvoiceLine *line)
{
  RowOverlap *overlap = find_overlap (data, KIND_INVOICE, line->invoice, line->at.file);

  if (overlap != NULL)
    row_overlap_take (overlap, line->at, line->currency, DAY_NONE, &line->subtotal);
}

static void
take_usage (gpointer data, const UsageRow *row)
{
  RowOverlap *overlap = find_overlap (data, KIND_DAILY_USAGE, row->invoice, row->at.file);

  if (overlap != NULL)
    row_overlap_take (overlap, row->at, row->currency, row->usage_day, &row->billing_total);
}

static const RecordVisitor into_overlaps
    = { .wants = wants_overlap, .invoice = take_line, .usage = take_usage };

/* Files of which only books are there: what they kept of their rows. */
static gboolean
visit_file (const InputFile *file, const InputTally *input, const TrailVisitor *visitor,
            GError **error)
{
  guint64 lines = 0;

  for (guint i = 0; i < file->volumes->len; i++)
    {
      const ShelfVolume *volume = g_ptr_array_index (file->volumes, i);
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      if (volume->rows == NULL || !shelf_file_read (volume->file, volume->rows, bytes, error))
        return volume->rows == NULL;
      ShelfReader reader = { .at = bytes->data,
                             .end = bytes->data + bytes->len,
                             .file = input->index,
                             .lines_before = lines };
      row_trail_visit (&reader, visitor);
      if (!shelf_bytes_is_good (&reader))
        return shelf_file_refuse (volume->file, reader.fault, error);
      lines += volume->head.lines;
    }
  return TRUE;
}

/* What a trail is looked at for; of one file at a time. */
typedef struct
{
  Look *look;
  const InputTally *input;
} TrailLook;

static gboolean
visit_trails (Look *self, const RecordVisitor *wishes, TrailVisitor visitor, GError **error)
{
  const GArray *files = input_set_files (self->inputs);
  TrailLook look = { .look = self };

  visitor.data = &look;
  for (guint i = 0; i < files->len; i++)
    {
      const InputFile *file = &g_array_index (files, InputFile, i);

      look.input = file->volumes != NULL ? input_book_lookup (self->books->inputs, i) : NULL;
      if (look.input != NULL && !look.input->is_duplicate && !file->is_skipped
          && wishes->wants (self, i) && !visit_file (file, look.input, &visitor, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
wants_trail (gpointer data, Slice invoice)
{
  const TrailLook *self = data;
  return is_shared (self->look, self->input->kind, invoice);
}

static void
print_trail_row (gpointer data, Slice invoice, const TrailRow *row)
{
  const TrailLook *self = data;

  fingerprint_book_add_print (self->look->prints, self->input->kind, invoice, self->input->index,
                              row->print);
}

static void
take_trail_row (gpointer data, Slice invoice, const TrailRow *row)
{
  const TrailLook *self = data;
  RowOverlap *overlap = find_overlap (self->look, self->input->kind, invoice, self->input->index);

  if (overlap != NULL)
    row_overlap_take (overlap, row->at, row->currency, row->day, &row->amount);
}

static gboolean
count_files (Look *self)
{
  g_autoptr (GPtrArray) list = input_book_list (self->books->inputs);
  gboolean any = FALSE;

  for (guint i = 0; i < list->len; i++)
    if (has_rows_of_invoices (g_ptr_array_index (list, i)))
      count_file (self->invoices, g_ptr_array_index (list, i));
  for (GTreeNode *node = g_tree_node_first (self->invoices); node != NULL && !any;
       node = g_tree_node_next (node))
    any = ((const SharedInvoice *) g_tree_node_value (node))->files > 1;
  return any;
}

static gboolean
check_prints (const Look *self, GError **error)
{
  g_autoptr (GPtrArray) list = input_book_list (self->books->inputs);

  for (guint i = 0; i < list->len; i++)
    {
      const InputTally *input = g_ptr_array_index (list, i);
      if (has_rows_of_invoices (input) && !check_counts (self, input, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_overlaps (const Look *self, GError **error)
{
  for (guint i = 0; i < self->overlaps->len; i++)
    {
      const RowOverlap *overlap = g_ptr_array_index (self->overlaps, i);
      if (!row_overlap_is_complete (overlap))
        return refuse_changed (self, overlap->file, error);
    }
  return TRUE;
}

static gboolean
look (Look *self, const InputVisit *visit, Books *books, GError **error)
{
  static const TrailVisitor prints = { .wants = wants_trail, .row = print_trail_row };
  static const TrailVisitor overlaps = { .wants = wants_trail, .row = take_trail_row };

  if (!input_visit_read (visit, &into_prints, self, error)
      || !visit_trails (self, &into_prints, prints, error) || !check_prints (self, error))
    return FALSE;
  g_ptr_array_unref (books->overlaps);
  self->overlaps = books->overlaps = fingerprint_book_overlaps (self->prints);
  return self->overlaps->len == 0
         || (input_visit_read (visit, &into_overlaps, self, error)
             && visit_trails (self, &into_overlaps, overlaps, error)
             && check_overlaps (self, error));
}

gboolean
second_look (const InputVisit *visit, const HashKey *key, Books *books, GError **error)
{
  g_autoptr (FingerprintBook) prints = fingerprint_book_new (key);
  g_autoptr (GTree) invoices = g_tree_new_full (compare_invoices, NULL, NULL, g_free);
  Look self = { .books = books, .inputs = visit->inputs, .invoices = invoices, .prints = prints };

  return !count_files (&self) || look (&self, visit, books, error);
}

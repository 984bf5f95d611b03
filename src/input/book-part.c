/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/book-part.h"

#include "input/bytes/limits.h"

void
book_part_init (BookPart *self, const ReadPlan *plan, const HashKey *key, const char *name,
                guint32 index)
{
  *self = (BookPart){ .plan = plan,
                      .name = name,
                      .index = index,
                      .books = plan->content_key != NULL ? books_new_kept (key, plan->content_key)
                                                         : books_new (key),
                      .rejects = rejects_new (),
                      .matches = read_matches_new (plan->map, plan->aco_reasons),
                      .trail = plan->keeps_rows ? row_trail_new (plan->content_key) : NULL };
}

void
book_part_clear (BookPart *self)
{
  g_clear_pointer (&self->books, books_free);
  g_clear_pointer (&self->rejects, rejects_free);
  g_clear_pointer (&self->matches, read_matches_free);
  g_clear_pointer (&self->trail, row_trail_free);
}

static void
take_header (gpointer data, const Header *header, const KindReader *kind)
{
  BookPart *self = data;

  self->input = input_book_file (self->books->inputs, self->index, self->name, kind->kind);
  read_matches_note_header (self->matches, header);
  self->signs.first_header = header_lost_first_name (header);
  self->is_json = header_grows (header);
  self->input->version = kind->version (header);
  self->input->columns = header_column_count (header);
  g_free (self->input->unknown_columns);
  self->input->unknown_columns = g_strdup (header_unknown_columns (header));
}

static void
take_balance (gpointer data, const BalanceRow *row)
{
  BookPart *self = data;

  spreadsheet_signs_note_id (&self->signs, row->agreement);
  books_add_balance (self->books, self->input, row);
}

static void
take_invoice (gpointer data, const InvoiceLine *line)
{
  BookPart *self = data;

  spreadsheet_signs_note_sku (&self->signs, line->product, line->sku);
  spreadsheet_signs_note_id (&self->signs, line->invoice);
  books_add_invoice_line (self->books, self->input, line);
  if (self->trail != NULL && !slice_is_empty (line->invoice))
    row_trail_add_line (self->trail, line);
}

static void
take_usage (gpointer data, const UsageRow *row)
{
  BookPart *self = data;

  spreadsheet_signs_note_sku (&self->signs, row->product, row->sku);
  books_add_usage (self->books, self->input, row);
  if (self->trail != NULL && !slice_is_empty (row->invoice))
    row_trail_add_usage (self->trail, row);
}

static void
take_legacy (gpointer data)
{
  const BookPart *self = data;
  self->input->rows++;
}

static void
take_credit_reason (gpointer data, Slice reason)
{
  const BookPart *self = data;
  read_matches_note_reason (self->matches, reason);
}

gboolean
book_part_has_enough_bad_rows (const ReadPlan *plan, const Rejects *rejects)
{
  return !plan->keep_going && rejects_count (rejects) >= BAD_ROWS_NAMED_MAX;
}

gboolean
book_part_is_hopeless (const BookPart *self)
{
  return self->plan->keep_going && rejects_count (self->rejects) > self->plan->max_rejects;
}

static gboolean
take_bad_row (gpointer data, const BadRow *row)
{
  BookPart *self = data;

  self->short_rows += row->lacks_cells ? 1 : 0;
  rejects_add (self->rejects, self->name, row->line, row->column, row->reason, row->raw);
  input_book_tally_add_rejected (self->input, (Position){ self->index, row->line }, row->reason);
  return !book_part_has_enough_bad_rows (self->plan, self->rejects)
         && !book_part_is_hopeless (self);
}

/* Beside where texts are asked for, there is no difference. */
#define VISITOR(wants_texts) \
  { \
    .records = { .balance = take_balance, \
                 .invoice = take_invoice, \
                 .usage = take_usage, \
                 .wants_usage_texts = (wants_texts) }, \
    .header = take_header, .legacy = take_legacy, .credit_reason = take_credit_reason, \
    .bad_row = take_bad_row \
  }

const FileVisitor *
book_part_visitor (const ReadPlan *plan)
{
  static const FileVisitor usual = VISITOR (FALSE);
  static const FileVisitor for_trails = VISITOR (TRUE);

  return plan->keeps_rows ? &for_trails : &usual;
}

void
book_part_merge (BookPart *self, BookPart *later)
{
  books_merge (self->books, later->books);
  rejects_move (self->rejects, later->rejects);
  read_matches_add (self->matches, later->matches);
  self->short_rows += later->short_rows;
  spreadsheet_signs_add (&self->signs, &later->signs);
  if (self->trail != NULL)
    row_trail_merge (self->trail, later->trail);
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/restated-month.h"

#include <string.h>

#include "store/seal-figures.h"

static Amount
amount_of (const char *text)
{
  Amount amount = { 0 };

  amount.known = text != NULL && decimal_parse (text, strlen (text), DECIMAL_POINT, &amount.value);
  return amount;
}

static Amount
difference_of (const Amount *sealed, const Amount *now)
{
  return sealed->known && now->known ? amount_known (decimal_subtract (now->value, sealed->value))
                                     : (Amount){ 0 };
}

static guint64
count_of (const char *text)
{
  return text != NULL ? g_ascii_strtoull (text, NULL, 10) : 0;
}

static Month
month_of (const char *text)
{
  Month month = MONTH_NONE;

  if (text == NULL
      || calendar_parse_month (text, strlen (text), DATE_MONTH_FIRST, &month) != DATE_OK)
    return MONTH_NONE;
  return month;
}

static const char *
cell (char *const *cells, guint column)
{
  return cells != NULL ? cells[column] : NULL;
}

static const char *
change_of (const RestatedRow *row)
{
  return row->sealed == NULL ? "new" : row->now == NULL ? "gone" : "changed";
}

static const char *
name_of (const RestatedMonth *self, Report *diff, const char *customer)
{
  return report_text (diff, name_book_lookup (self->names, customer));
}

/* One row for each figure that moved. */
static void
add_figures (const RestatedMonth *self, Report *diff, const RestatedRow *row)
{
  for (guint figure = 0; figure < SEAL_FIGURE_COUNT; figure++)
    {
      DiffFigure out = { .customer_id = report_text (diff, row->keys[0]),
                         .customer_name = name_of (self, diff, row->keys[0]),
                         .currency = report_text (diff, row->keys[1]),
                         .figure = seal_figures_name (figure),
                         .sealed = amount_of (cell (row->sealed, figure)),
                         .now = amount_of (cell (row->now, figure)) };

      out.difference = difference_of (&out.sealed, &out.now);
      if (out.sealed.known != out.now.known
          || (out.difference.known && !decimal_is_zero (out.difference.value)))
        report_append (diff, DIFF_FIGURES, &out);
    }
}

static void
add_balance (const RestatedMonth *self, Report *diff, const RestatedRow *row)
{
  const DiffBalance out = { .customer_id = report_text (diff, row->keys[0]),
                            .customer_name = name_of (self, diff, row->keys[0]),
                            .agreement_id = report_text (diff, row->keys[1]),
                            .credit_name = report_text (diff, row->keys[2]),
                            .currency = report_text (diff, row->keys[3]),
                            .row_month = month_of (row->keys[4]),
                            .change = change_of (row),
                            .sealed_credit = amount_of (cell (row->sealed, 0)),
                            .now_credit = amount_of (cell (row->now, 0)),
                            .sealed_balance = amount_of (cell (row->sealed, 1)),
                            .now_balance = amount_of (cell (row->now, 1)) };

  report_append (diff, DIFF_BALANCES, &out);
}

static void
add_credit (const RestatedMonth *self, Report *diff, const RestatedRow *row)
{
  DiffCredit out = { .customer_id = report_text (diff, row->keys[0]),
                     .customer_name = name_of (self, diff, row->keys[0]),
                     .invoice = report_text (diff, row->keys[1]),
                     .currency = report_text (diff, row->keys[2]),
                     .product_id = report_text (diff, row->keys[3]),
                     .sku_id = report_text (diff, row->keys[4]),
                     .sealed_lines = count_of (cell (row->sealed, 0)),
                     .now_lines = count_of (cell (row->now, 0)),
                     .sealed = amount_of (cell (row->sealed, 1)),
                     .now = amount_of (cell (row->now, 1)) };

  out.difference = difference_of (&out.sealed, &out.now);
  report_append (diff, DIFF_CREDITS, &out);
}

static void
add_invoice (Report *diff, const RestatedRow *row)
{
  const DiffInvoice out = { .invoice = report_text (diff, row->keys[0]),
                            .currency = report_text (diff, row->keys[1]),
                            .change = change_of (row),
                            .sealed_lines = count_of (cell (row->sealed, 0)),
                            .now_lines = count_of (cell (row->now, 0)),
                            .sealed_total = amount_of (cell (row->sealed, 3)),
                            .now_total = amount_of (cell (row->now, 3)) };

  report_append (diff, DIFF_INVOICES, &out);
}

/* Findings */

static DiffFinding
finding_of (Report *diff, const RestatedRow *row)
{
  char *const *cells = row->now != NULL ? row->now : row->sealed;

  /* Behind the id: key, code, severity, customer, agreement, currency, month, subject, amount. */
  return (DiffFinding){ .id = report_text (diff, row->keys[0]),
                        .key = report_text (diff, cells[0]),
                        .code = report_text (diff, cells[1]),
                        .change = row->now != NULL ? "new" : "gone",
                        .sealed = amount_of (cell (row->sealed, 8)),
                        .now = amount_of (cell (row->now, 8)) };
}

static gint
compare_findings (gconstpointer a, gconstpointer b)
{
  const DiffFinding *x = a, *y = b;
  int order = strcmp (x->key, y->key);

  if (order == 0)
    order = decimal_compare (x->sealed.known ? x->sealed.value : x->now.value,
                             y->sealed.known ? y->sealed.value : y->now.value);
  return order != 0 ? order : strcmp (x->id, y->id);
}

/* One that is gone and one that is new of one key are one whose amount changed: in turn. */
static void
pair_findings (Report *diff, GArray *gone, GArray *fresh)
{
  guint i = 0, k = 0;

  g_array_sort (gone, compare_findings);
  g_array_sort (fresh, compare_findings);
  while (i < gone->len || k < fresh->len)
    {
      DiffFinding *before = i < gone->len ? &g_array_index (gone, DiffFinding, i) : NULL;
      DiffFinding *now = k < fresh->len ? &g_array_index (fresh, DiffFinding, k) : NULL;
      const int order = before == NULL ? 1 : now == NULL ? -1 : strcmp (before->key, now->key);

      if (order == 0)
        {
          now->change = "amount";
          now->sealed = before->sealed;
        }
      report_append (diff, DIFF_FINDINGS, order < 0 ? before : now);
      i += order <= 0;
      k += order >= 0;
    }
}

static void
add_findings (Report *diff, const GPtrArray *rows)
{
  g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (DiffFinding));
  g_autoptr (GArray) fresh = g_array_new (FALSE, FALSE, sizeof (DiffFinding));

  for (guint i = 0; i < rows->len; i++)
    {
      const RestatedRow *row = g_ptr_array_index (rows, i);
      const DiffFinding finding
          = row->table == CONTENT_FINDING ? finding_of (diff, row) : (DiffFinding){ 0 };

      /* The same id says the same. */
      if (finding.id != NULL && (row->sealed == NULL || row->now == NULL))
        g_array_append_val (*(row->now != NULL ? &fresh : &gone), finding);
    }
  pair_findings (diff, gone, fresh);
}

/* Files */

typedef struct
{
  const char *file;
  const char *sha256; /* NULL: it was not read */
  gboolean is_paired;
  gboolean is_of_month;
} SealedFile;

static GArray *
load_files (const RestatedMonth *self, Report *diff, GError **error)
{
  g_autoptr (GArray) files = g_array_new (FALSE, FALSE, sizeof (SealedFile));
  g_autoptr (DatabaseQuery) query = database_query_new (
      self->history,
      "SELECT file, sha256 FROM input WHERE month = ? AND version = ? ORDER BY position", error);
  GError *failure = NULL;
  char month[MONTH_TEXT_SIZE];

  if (query == NULL)
    return NULL;
  calendar_print_month (self->seal->month, month);
  database_query_bind_text (query, 1, month);
  database_query_bind_number (query, 2, self->seal->version);
  while (database_query_next (query, &failure))
    {
      const SealedFile file = { .file = report_text (diff, database_query_text (query, 0)),
                                .sha256 = report_text (diff, database_query_text (query, 1)) };
      g_array_append_val (files, file);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  return g_steal_pointer (&files);
}

static gboolean
is_of_month (const InputRow *input, Month month)
{
  for (guint i = 0; input->months != NULL && i < input->months->len; i++)
    if (g_array_index (input->months, Month, i) == month)
      return TRUE;
  return FALSE;
}

static GArray *
files_now (const RestatedMonth *self, Report *diff)
{
  GArray *files = g_array_new (FALSE, FALSE, sizeof (SealedFile));

  for (gsize i = 0; i < report_row_count (self->now, REPORT_INPUTS); i++)
    {
      const InputRow *input = report_row (self->now, REPORT_INPUTS, i);
      const SealedFile file = { .file = report_text (diff, input->file),
                                .sha256 = report_text (diff, input->sha256),
                                .is_of_month = is_of_month (input, self->seal->month) };
      g_array_append_val (files, file);
    }
  return files;
}

/* Of what was not read the name alone is known. */
static gboolean
are_one (const SealedFile *a, const SealedFile *b, gboolean by_name)
{
  return g_strcmp0 (a->sha256, b->sha256) == 0 && (by_name || a->sha256 != NULL)
         && (!by_name || strcmp (a->file, b->file) == 0);
}

static void
pair_files (Report *diff, GArray *sealed, GArray *now, gboolean by_name)
{
  for (guint k = 0; k < now->len; k++)
    for (guint i = 0; i < sealed->len; i++)
      {
        SealedFile *file = &g_array_index (now, SealedFile, k);
        SealedFile *before = &g_array_index (sealed, SealedFile, i);
        const DiffInput out = { file->file, before->file, by_name ? "same" : "renamed" };

        if (file->is_paired || before->is_paired || !are_one (file, before, by_name))
          continue;
        file->is_paired = before->is_paired = TRUE;
        report_append (diff, DIFF_INPUTS, &out);
      }
}

/* Whether each file with rows of the month was there. A file that came twice was there once. */
static gboolean
were_sealed (const GArray *now, const GArray *sealed)
{
  for (guint k = 0; k < now->len; k++)
    {
      const SealedFile *file = &g_array_index (now, SealedFile, k);
      gboolean found = !file->is_of_month;

      for (guint i = 0; i < sealed->len && !found; i++)
        found = are_one (file, &g_array_index (sealed, SealedFile, i), file->sha256 == NULL);
      if (!found)
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_inputs (const RestatedMonth *self, Report *diff, gboolean *same, GError **error)
{
  g_autoptr (GArray) sealed = load_files (self, diff, error);
  g_autoptr (GArray) now = files_now (self, diff);

  if (sealed == NULL)
    return FALSE;
  pair_files (diff, sealed, now, TRUE);
  pair_files (diff, sealed, now, FALSE);
  for (guint k = 0; k < now->len; k++)
    {
      const SealedFile *file = &g_array_index (now, SealedFile, k);
      const DiffInput out = { file->file, NULL, "new" };
      if (!file->is_paired)
        report_append (diff, DIFF_INPUTS, &out);
    }
  for (guint i = 0; i < sealed->len; i++)
    {
      const SealedFile *file = &g_array_index (sealed, SealedFile, i);
      const DiffInput out = { NULL, file->file, "gone" };
      if (!file->is_paired)
        report_append (diff, DIFF_INPUTS, &out);
    }
  *same = were_sealed (now, sealed);
  return TRUE;
}

static void
add_rows (const RestatedMonth *self, Report *diff)
{
  const GPtrArray *rows = restatement_rows (self->restatement);

  for (guint i = 0; i < rows->len; i++)
    {
      const RestatedRow *row = g_ptr_array_index (rows, i);

      if (row->table == CONTENT_FIGURE)
        add_figures (self, diff, row);
      else if (row->table == CONTENT_BALANCE)
        add_balance (self, diff, row);
      else if (row->table == CONTENT_CREDIT)
        add_credit (self, diff, row);
      else if (row->table == CONTENT_INVOICE)
        add_invoice (diff, row);
    }
  add_findings (diff, rows);
}

Report *
restated_month_diff (const RestatedMonth *self, GError **error)
{
  g_autoptr (Report) diff = report_new_of (month_diff_schema ());
  gboolean same = FALSE;

  add_rows (self, diff);
  if (!add_inputs (self, diff, &same, error))
    return NULL;
  const DiffHead head = { .month = self->seal->month,
                          .version = (guint64) self->seal->version,
                          .equal = month_diff_is_equal (diff) && same,
                          .sealed_at = report_text (diff, self->seal->sealed_at),
                          .preparer = report_text (diff, self->seal->preparer) };
  report_set_head (diff, &head);
  report_sort (diff);
  return g_steal_pointer (&diff);
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/report.h"

#include <string.h>

#include "core/report/report-layout.h"

#define TEXT_BLOCK_BYTES (64 * 1024)
#define RECENT_TEXTS 1024

struct Report
{
  Day as_of;
  gboolean complete;
  gboolean sorted;
  ReportOrigin origin;
  GPtrArray *options; /* of origin */
  GStringChunk *texts;
  GPtrArray *taken;                 /* of GStringChunk: the texts of reports that were taken */
  const char *recent[RECENT_TEXTS]; /* of texts, where their hash says; NULL: none yet */
  GArray *tables[REPORT_TABLE_COUNT];
};

const ReportTableInfo *
report_table_info (ReportTable table)
{
  return &report_layout (table)->info;
}

Report *
report_new (Day as_of, gboolean complete)
{
  Report *self = g_new0 (Report, 1);

  self->as_of = as_of;
  self->complete = complete;
  self->options = g_ptr_array_new ();
  g_ptr_array_add (self->options, NULL);
  self->origin.options = (const char *const *) self->options->pdata;
  self->texts = g_string_chunk_new (TEXT_BLOCK_BYTES);
  self->taken = g_ptr_array_new_with_free_func ((GDestroyNotify) g_string_chunk_free);
  for (guint i = 0; i < REPORT_TABLE_COUNT; i++)
    self->tables[i] = g_array_new (FALSE, FALSE, (guint) report_layout (i)->info.row_size);
  return self;
}

static void
free_months (GArray *inputs)
{
  for (guint i = 0; i < inputs->len; i++)
    g_clear_pointer (&g_array_index (inputs, InputRow, i).months, g_array_unref);
}

void
report_free (Report *self)
{
  if (self == NULL)
    return;
  free_months (self->tables[REPORT_INPUTS]);
  for (guint i = 0; i < REPORT_TABLE_COUNT; i++)
    g_array_unref (self->tables[i]);
  g_ptr_array_unref (self->options);
  g_clear_pointer (&self->texts, g_string_chunk_free);
  g_ptr_array_unref (self->taken);
  g_free (self);
}

const char *
report_text (Report *self, const char *text)
{
  if (text == NULL || *text == '\0')
    return NULL;
  /* Not insert_const: it keeps every text in an unseeded hash table, which input can make slow.
     Here equal hashes only cost the room of a text that is kept twice. */
  const char **recent = &self->recent[g_str_hash (text) % RECENT_TEXTS];
  if (*recent == NULL || strcmp (*recent, text) != 0)
    *recent = g_string_chunk_insert (self->texts, text);
  return *recent;
}

void
report_append (Report *self, ReportTable table, gconstpointer row)
{
  g_assert (table < REPORT_TABLE_COUNT);
  g_assert (!self->sorted);
  g_array_append_vals (self->tables[table], row, 1);
}

void
report_take (Report *self, Report *other)
{
  g_assert (!self->sorted && !other->sorted);
  for (guint i = 0; i < REPORT_TABLE_COUNT; i++)
    {
      GArray *rows = other->tables[i];

      g_array_append_vals (self->tables[i], rows->data, rows->len);
      g_array_set_size (rows, 0); /* with what they own */
    }
  g_ptr_array_extend_and_steal (self->taken, g_steal_pointer (&other->taken));
  g_ptr_array_add (self->taken, g_steal_pointer (&other->texts));
  other->taken = g_ptr_array_new ();
  report_free (other);
}

static int
compare_texts (const char *a, const char *b, OrderType type)
{
  a = a == NULL ? "" : a;
  b = b == NULL ? "" : b;
  return type == ORDER_TEXT ? strcmp (a, b) : g_ascii_strcasecmp (a, b);
}

#define COMPARE(Type, a, b) \
  ((*(const Type *) (a) > *(const Type *) (b)) - (*(const Type *) (a) < *(const Type *) (b)))

static int
compare_members (const OrderKey *key, gconstpointer a, gconstpointer b)
{
  a = (const char *) a + key->offset;
  b = (const char *) b + key->offset;
  switch (key->type)
    {
    case ORDER_TEXT:
    case ORDER_TEXT_NO_CASE:
      return compare_texts (*(const char *const *) a, *(const char *const *) b, key->type);
    case ORDER_MONTH:
      return COMPARE (Month, a, b);
    case ORDER_DAY:
      return COMPARE (Day, a, b);
    case ORDER_CODE:
      return COMPARE (FindingCode, a, b);
    case ORDER_LINE:
      return COMPARE (guint64, a, b);
    case ORDER_AMOUNT:
      return amount_order (a, b);
    case ORDER_DECIMAL:
      return decimal_compare (*(const Decimal *) a, *(const Decimal *) b);
    default:
      g_assert_not_reached ();
    }
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const TableLayout *layout = data;
  int result = 0;

  for (gsize i = 0; i < layout->order_count && result == 0; i++)
    result = compare_members (&layout->order[i], a, b);
  return result;
}

void
report_sort (Report *self)
{
  for (guint i = 0; i < REPORT_TABLE_COUNT; i++)
    {
      TableLayout layout = *report_layout (i);

      /* Stable, so that equal rows stay in reading order; GLib promises it since 2.32. */
      g_array_sort_with_data (self->tables[i], compare_rows, &layout);
    }
  self->sorted = TRUE;
}

Day
report_as_of (const Report *self)
{
  return self->as_of;
}

gboolean
report_is_complete (const Report *self)
{
  return self->complete;
}

gboolean
report_is_reliable (const Report *self)
{
  const GArray *findings = self->tables[REPORT_FINDINGS];

  for (guint i = 0; i < findings->len; i++)
    {
      const FindingRow *row = &g_array_index (findings, FindingRow, i);
      if (row->code == FINDING_ROW_REJECTED
          || (row->code == FINDING_ROWS_READ_TWICE && row->severity == SEVERITY_ERROR))
        return FALSE;
    }
  return TRUE;
}

void
report_set_origin (Report *self, const ReportOrigin *origin)
{
  g_ptr_array_set_size (self->options, 0);
  for (const char *const *option = origin->options; option != NULL && *option != NULL; option++)
    g_ptr_array_add (self->options, g_string_chunk_insert (self->texts, *option));
  g_ptr_array_add (self->options, NULL);
  self->origin = *origin;
  self->origin.options = (const char *const *) self->options->pdata;
  self->origin.config_file = report_text (self, origin->config_file);
}

const ReportOrigin *
report_origin (const Report *self)
{
  return &self->origin;
}

gsize
report_row_count (const Report *self, ReportTable table)
{
  g_assert (table < REPORT_TABLE_COUNT);
  return self->tables[table]->len;
}

gconstpointer
report_row (const Report *self, ReportTable table, gsize index)
{
  g_assert (index < report_row_count (self, table));
  return self->tables[table]->data + index * report_layout (table)->info.row_size;
}

gsize
report_count_findings (const Report *self, Severity severity)
{
  const GArray *findings = self->tables[REPORT_FINDINGS];
  gsize count = 0;

  for (guint i = 0; i < findings->len; i++)
    count += g_array_index (findings, FindingRow, i).severity == severity;
  return count;
}

gsize
report_count_result (const Report *self, TieOutResult result)
{
  const GArray *rows = self->tables[REPORT_TIE_OUT];
  gsize count = 0;

  for (guint i = 0; i < rows->len; i++)
    count += g_array_index (rows, TieOutRow, i).result == result;
  return count;
}

gsize
report_count_state (const Report *self, AgreementState state)
{
  const GArray *rows = self->tables[REPORT_AGREEMENTS];
  gsize count = 0;

  for (guint i = 0; i < rows->len; i++)
    count += g_array_index (rows, AgreementRow, i).state == state;
  return count;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/report.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "core/report/report-layout.h"

#define TEXT_BLOCK_BYTES (64 * 1024)
#define RECENT_TEXTS 1024

/* Rows in blocks: none is moved when a table grows, and large pages serve the large ones. */
#define BLOCK_BYTES ((gsize) 2 << 20)
#define ROOM_FIRST 8

typedef struct
{
  gsize row_size;
  gsize block_rows;  /* in each block */
  GPtrArray *blocks; /* all full but the last */
  gsize count;
  gsize room; /* in all blocks */
} Table;

struct Report
{
  Day as_of;
  gboolean complete;
  gboolean sorted;
  ReportOrigin origin;
  GPtrArray *options; /* of origin */
  GStringChunk *texts;
  const char *recent[RECENT_TEXTS]; /* of texts, where their ends say; NULL: none yet */
  Table tables[REPORT_TABLE_COUNT];
};

static void
table_init (Table *self, gsize row_size)
{
  *self = (Table){ .row_size = row_size,
                   .block_rows = BLOCK_BYTES / row_size,
                   .blocks = g_ptr_array_new_with_free_func (free) };
}

static gpointer
table_row (const Table *self, gsize index)
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
grow_first_block (Table *self)
{
  self->room = MIN (MAX (2 * self->room, ROOM_FIRST), self->block_rows);
  if (self->blocks->len == 0)
    g_ptr_array_add (self->blocks, NULL);
  gpointer *block = &g_ptr_array_index (self->blocks, 0);
  *block = g_realloc_n (*block, self->room, self->row_size);
}

static gpointer
table_append (Table *self)
{
  if (self->count == self->room && self->room < self->block_rows)
    grow_first_block (self);
  else if (self->count == self->room)
    {
      g_ptr_array_add (self->blocks, new_block ());
      self->room += self->block_rows;
    }
  return table_row (self, self->count++);
}

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
  for (guint i = 0; i < REPORT_TABLE_COUNT; i++)
    table_init (&self->tables[i], report_layout (i)->info.row_size);
  return self;
}

static void
free_months (Table *inputs)
{
  for (gsize i = 0; i < inputs->count; i++)
    g_clear_pointer (&((InputRow *) table_row (inputs, i))->months, g_array_unref);
}

void
report_free (Report *self)
{
  if (self == NULL)
    return;
  free_months (&self->tables[REPORT_INPUTS]);
  for (guint i = 0; i < REPORT_TABLE_COUNT; i++)
    g_ptr_array_unref (self->tables[i].blocks);
  g_ptr_array_unref (self->options);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/* By its length, its first bytes and its last. */
static guint
place_of_text (const char *text)
{
  const gsize length = strlen (text);
  guint64 front = 0, back = 0;

  memcpy (&front, text, MIN (length, sizeof front));
  if (length > sizeof back)
    memcpy (&back, text + length - sizeof back, sizeof back);
  front = (front ^ length) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return (guint) (((front ^ back) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 32) % RECENT_TEXTS;
}

const char *
report_text (Report *self, const char *text)
{
  if (text == NULL || *text == '\0')
    return NULL;
  /* Not insert_const: it keeps every text in an unseeded hash table, which input can make slow.
     Here texts that end alike only cost the room of a text that is kept twice. */
  const char **recent = &self->recent[place_of_text (text)];
  if (*recent == NULL || strcmp (*recent, text) != 0)
    *recent = g_string_chunk_insert (self->texts, text);
  return *recent;
}

void
report_append (Report *self, ReportTable table, gconstpointer row)
{
  g_assert (table < REPORT_TABLE_COUNT);
  g_assert (!self->sorted);
  Table *to = &self->tables[table];
  memcpy (table_append (to), row, to->row_size);
}

static int
compare_texts (const char *a, const char *b, OrderType type)
{
  if (a == b)
    return 0;
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

static gboolean
is_sorted (const Table *table, TableLayout *layout)
{
  for (gsize i = 1; i < table->count; i++)
    if (compare_rows (table_row (table, i - 1), table_row (table, i), layout) > 0)
      return FALSE;
  return TRUE;
}

static void
sort_table (Table *table, TableLayout *layout)
{
  const gsize size = table->row_size;
  g_autoptr (GArray) rows = g_array_sized_new (FALSE, FALSE, (guint) size, (guint) table->count);

  for (gsize i = 0; i < table->count; i++)
    g_array_append_vals (rows, table_row (table, i), 1);
  /* Stable, so that equal rows stay in reading order; GLib promises it since 2.32. */
  g_array_sort_with_data (rows, compare_rows, layout);
  for (gsize i = 0; i < table->count; i++)
    memcpy (table_row (table, i), rows->data + i * size, size);
}

/* Findings by their code, else in the order in which they came: that of the customers, mostly. */
static void
gather_codes (Table *findings)
{
  gsize places[FINDING_CODE_COUNT + 1] = { 0 };
  Table gathered;

  table_init (&gathered, findings->row_size);
  for (gsize i = 0; i < findings->count; i++)
    {
      places[((const FindingRow *) table_row (findings, i))->code + 1]++;
      table_append (&gathered);
    }
  for (guint code = 1; code <= FINDING_CODE_COUNT; code++)
    places[code] += places[code - 1];
  for (gsize i = 0; i < findings->count; i++)
    {
      const FindingRow *row = table_row (findings, i);
      *(FindingRow *) table_row (&gathered, places[row->code]++) = *row;
    }
  g_ptr_array_unref (findings->blocks);
  *findings = gathered;
}

/* Rules go from customer to customer: most tables are in their order already. */
void
report_sort (Report *self)
{
  gather_codes (&self->tables[REPORT_FINDINGS]);
  for (guint i = 0; i < REPORT_TABLE_COUNT; i++)
    {
      TableLayout layout = *report_layout (i);

      if (!is_sorted (&self->tables[i], &layout))
        sort_table (&self->tables[i], &layout);
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
  const Table *findings = &self->tables[REPORT_FINDINGS];

  for (gsize i = 0; i < findings->count; i++)
    {
      const FindingRow *row = table_row (findings, i);
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
  return self->tables[table].count;
}

gconstpointer
report_row (const Report *self, ReportTable table, gsize index)
{
  g_assert (index < report_row_count (self, table));
  return table_row (&self->tables[table], index);
}

gsize
report_count_findings (const Report *self, Severity severity)
{
  const Table *findings = &self->tables[REPORT_FINDINGS];
  gsize count = 0;

  for (gsize i = 0; i < findings->count; i++)
    count += ((const FindingRow *) table_row (findings, i))->severity == severity;
  return count;
}

gsize
report_count_result (const Report *self, TieOutResult result)
{
  const Table *rows = &self->tables[REPORT_TIE_OUT];
  gsize count = 0;

  for (gsize i = 0; i < rows->count; i++)
    count += ((const TieOutRow *) table_row (rows, i))->result == result;
  return count;
}

gsize
report_count_state (const Report *self, AgreementState state)
{
  const Table *rows = &self->tables[REPORT_AGREEMENTS];
  gsize count = 0;

  for (gsize i = 0; i < rows->count; i++)
    count += ((const AgreementRow *) table_row (rows, i))->state == state;
  return count;
}

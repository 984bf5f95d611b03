/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/report.h"

#include <string.h>

#include "core/report/finding-ids.h"
#include "core/report/finding-piles.h"
#include "core/report/report-texts.h"
#include "core/report/row-table.h"

struct Report
{
  const ReportSchema *schema;
  gpointer head; /* a row of what the schema has before its tables; NULL: nothing */
  Day as_of;
  gboolean complete;
  gboolean sorted;
  gboolean named;      /* findings have ids, or will have when they are sorted */
  const Report *whole; /* it is a part of; NULL: of none */
  const ReportPart *part;
  ReportOrigin *origin;
  Resolutions *resolutions; /* NULL: nobody was asked */
  ReportTexts *texts;
  ReportSpan cases_rest;               /* of CaseRest */
  RowTable tables[REPORT_TABLE_COUNT]; /* those that are not packed */
  RowPack *packs[REPORT_TABLE_COUNT];  /* the others */
  FindingPiles *piles; /* the findings until they are sorted, then NULL and a pack */
  gboolean unsorted[REPORT_TABLE_COUNT];
  gsize finding_counts[FINDING_CODE_COUNT][SEVERITY_ERROR + 1];
};

/* Tables of which there can be a row for every balance row, or for every day. */
static gboolean
is_packed (const ReportSchema *schema, guint table)
{
  return report_layout_is_main (schema)
         && (table == REPORT_ROLLFORWARD || table == REPORT_TIE_OUT || table == REPORT_WATERFALL
             || table == REPORT_AGREEMENTS || table == REPORT_CREDIT_DAYS
             || table == REPORT_USAGE_TIE_OUT);
}

const ReportTableInfo *
report_table_info (ReportTable table)
{
  return &report_layout (table)->info;
}

Report *
report_new (Day as_of, gboolean complete)
{
  Report *self = report_new_of (report_layout_main ());

  self->as_of = as_of;
  self->complete = complete;
  return self;
}

Report *
report_new_of (const ReportSchema *schema)
{
  Report *self = g_new0 (Report, 1);

  g_assert (schema->table_count <= REPORT_TABLE_COUNT);
  self->schema = schema;
  self->complete = TRUE;
  self->named = TRUE;
  self->origin = report_origin_copy (NULL);
  self->texts = report_texts_new ();
  for (guint i = 0; i < schema->table_count; i++)
    {
      row_table_init (&self->tables[i], schema->tables[i].info.row_size);
      if (is_packed (schema, i))
        report_pack (self, i);
    }
  if (schema->findings < schema->table_count)
    self->piles = finding_piles_new (&schema->tables[schema->findings]);
  return self;
}

Report *
report_new_part (const Report *whole, const ReportPart *part)
{
  g_assert (whole->sorted && whole->whole == NULL && report_layout_is_main (whole->schema));
  Report *self = report_new (whole->as_of, whole->complete);
  self->schema = whole->schema;
  self->whole = whole;
  self->part = part;
  return self;
}

const Report *
report_whole (const Report *self)
{
  return self->whole != NULL ? self->whole : self;
}

const ReportPart *
report_part (const Report *self)
{
  return self->part;
}

static void
free_months (RowTable *inputs)
{
  for (gsize i = 0; i < inputs->count; i++)
    g_clear_pointer (&((InputRow *) row_table_row (inputs, i))->months, g_array_unref);
}

void
report_free (Report *self)
{
  if (self == NULL)
    return;
  if (report_layout_is_main (self->schema) && self->whole == NULL)
    free_months (&self->tables[REPORT_INPUTS]);
  for (guint i = 0; i < self->schema->table_count; i++)
    {
      row_table_clear (&self->tables[i]);
      row_pack_free (self->packs[i]);
    }
  finding_piles_free (self->piles);
  report_origin_free (self->origin);
  resolutions_free (self->resolutions);
  g_free (self->head);
  report_texts_free (self->texts);
  g_free (self);
}

const char *
report_text (Report *self, const char *text)
{
  return report_texts_add (self->texts, text);
}

const char *
report_text_of_book (Report *self, const char *text)
{
  return report_texts_add_of_book (self->texts, text);
}

static int
compare_in_table (const Report *self, guint table, gconstpointer a, gconstpointer b)
{
  return report_layout_compare (&self->schema->tables[table], a, b);
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer layout)
{
  return report_layout_compare (layout, a, b);
}

static void
note_order (Report *self, guint table, gconstpointer last, gconstpointer next)
{
  if (last != NULL && !self->unsorted[table])
    self->unsorted[table] = compare_in_table (self, table, last, next) > 0;
}

void
report_append (Report *self, guint table, gconstpointer row)
{
  g_assert (table < self->schema->table_count);
  g_assert (!self->sorted);
  RowPack *pack = self->packs[table];
  if (table == self->schema->findings)
    {
      const FindingHead *head = row;
      self->finding_counts[head->code][head->severity]++;
      finding_piles_add (self->piles, row);
      return;
    }
  note_order (self, table,
              pack != NULL ? row_pack_last (pack) : row_table_last (&self->tables[table]), row);
  if (pack != NULL)
    row_pack_append (pack, row);
  else
    memcpy (row_table_append (&self->tables[table]), row, self->tables[table].row_size);
}

static void
take_table (Report *self, Report *other, guint table)
{
  ReportBuffer buffer = { 0 };

  if (self->packs[table] != NULL && report_row_count (other, table) > 0)
    {
      note_order (self, table, row_pack_last (self->packs[table]),
                  report_read (other, table, 0, &buffer));
      self->unsorted[table] = self->unsorted[table] || other->unsorted[table];
      row_pack_take (self->packs[table], g_steal_pointer (&other->packs[table]));
      return;
    }
  for (gsize row = 0; row < report_row_count (other, table); row++)
    report_append (self, table, report_row (other, table, row));
}

void
report_take (Report *self, Report *other)
{
  g_assert (!self->sorted && !other->sorted && self->schema == other->schema);
  for (guint i = 0; i < self->schema->table_count; i++)
    if (i != self->schema->findings)
      take_table (self, other, i);
  for (guint code = 0; code < FINDING_CODE_COUNT; code++)
    for (guint severity = 0; severity <= SEVERITY_ERROR; severity++)
      self->finding_counts[code][severity] += other->finding_counts[code][severity];
  if (self->piles != NULL)
    finding_piles_take (self->piles, g_steal_pointer (&other->piles));
  if (report_layout_is_main (self->schema))
    other->tables[REPORT_INPUTS].count = 0; /* what its rows own has gone with them */
  report_texts_take (self->texts, g_steal_pointer (&other->texts));
  report_free (other);
}

static void
sort_table (Report *self, guint table)
{
  TableLayout layout = self->schema->tables[table];

  if (self->packs[table] != NULL)
    self->packs[table] = row_pack_sort (self->packs[table], compare_rows, &layout);
  else
    row_table_sort (&self->tables[table], compare_rows, &layout);
}

static void
name_findings (Report *self)
{
  self->named = TRUE;
  self->packs[REPORT_FINDINGS] = finding_ids_name_rows (
      self->packs[REPORT_FINDINGS], self->origin->month, report_texts_chunk (self->texts));
}

void
report_leave_unnamed (Report *self)
{
  g_assert (!self->sorted);
  self->named = FALSE;
}

void
report_sort (Report *self)
{
  for (guint i = 0; i < self->schema->table_count; i++)
    if (self->unsorted[i]) /* few are: rules go from customer to customer */
      sort_table (self, i);
  if (self->piles != NULL)
    self->packs[self->schema->findings] = finding_piles_join (g_steal_pointer (&self->piles));
  if (report_layout_is_main (self->schema) && self->named)
    name_findings (self);
  self->sorted = TRUE;
}

void
report_resolve (Report *self, Resolutions *resolutions)
{
  g_assert (self->sorted && report_layout_is_main (self->schema));
  if (!self->named)
    name_findings (self);
  resolutions_free (self->resolutions);
  self->resolutions = resolutions;
  self->schema = report_layout_resolved ();
  self->packs[REPORT_FINDINGS] = resolutions_apply (resolutions, self->packs[REPORT_FINDINGS],
                                                    report_texts_chunk (self->texts));
}

const Resolutions *
report_resolutions (const Report *self)
{
  return report_whole (self)->resolutions;
}

void
report_set_cases (Report *self, const CaseRow *rows, gsize count, ReportSpan rest)
{
  g_assert (self->sorted && report_layout_is_main (self->schema));
  for (gsize i = 0; i < count; i++)
    memcpy (row_table_append (&self->tables[REPORT_CASES]), &rows[i], sizeof rows[i]);
  self->cases_rest = rest;
}

ReportSpan
report_cases_rest (const Report *self)
{
  return self->cases_rest;
}

gpointer
report_keep (Report *self, gpointer memory)
{
  return report_texts_keep (self->texts, memory);
}

void
report_pack (Report *self, guint table)
{
  g_assert (report_row_count (self, table) == 0 && self->packs[table] == NULL);
  self->packs[table] = row_pack_new (report_layout_held (&self->schema->tables[table]));
}

const ReportSchema *
report_schema (const Report *self)
{
  return self->schema;
}

void
report_set_head (Report *self, gconstpointer row)
{
  g_free (self->head);
  self->head = g_memdup2 (row, self->schema->head->row_size);
}

gconstpointer
report_head (const Report *self)
{
  return self->head;
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
  gsize rejected = 0;

  self = report_whole (self);
  for (guint severity = 0; severity <= SEVERITY_ERROR; severity++)
    rejected += report_finding_count (self, FINDING_ROW_REJECTED, severity);
  return rejected == 0 && report_finding_count (self, FINDING_ROWS_READ_TWICE, SEVERITY_ERROR) == 0;
}

void
report_set_origin (Report *self, const ReportOrigin *origin)
{
  report_origin_free (self->origin);
  self->origin = report_origin_copy (origin);
}

const ReportOrigin *
report_origin (const Report *self)
{
  return report_whole (self)->origin;
}

gsize
report_finding_count (const Report *self, FindingCode code, Severity severity)
{
  return self->finding_counts[code][severity];
}

static gboolean
is_piled (const Report *self, guint table)
{
  return table == self->schema->findings && self->piles != NULL;
}

gsize
report_row_count (const Report *self, guint table)
{
  g_assert (table < self->schema->table_count);
  if (is_piled (self, table))
    return finding_piles_count (self->piles);
  return self->packs[table] != NULL ? row_pack_count (self->packs[table])
                                    : self->tables[table].count;
}

gconstpointer
report_row (const Report *self, guint table, gsize index)
{
  g_assert (index < report_row_count (self, table));
  if (is_piled (self, table))
    return finding_piles_row (self->piles, index);
  return self->packs[table] != NULL ? row_pack_keep (self->packs[table], index)
                                    : row_table_row (&self->tables[table], index);
}

gconstpointer
report_read (const Report *self, guint table, gsize index, ReportBuffer *buffer)
{
  g_assert (index < report_row_count (self, table));
  if (self->packs[table] == NULL)
    return report_row (self, table, index);
  row_pack_read (self->packs[table], index, &buffer->cursor, &buffer->row);
  return &buffer->row;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "library/library-report.h"

#include <string.h>

#include "base/language/utf8-locale.h"
#include "core/report/report-cell.h"
#include "core/report/report-counts.h"
#include "core/rule/reckon.h"
#include "engine/intake.h"
#include "engine/option/part-options.h"
#include "engine/reconciliation.h"
#include "engine/report-status.h"
#include "library/library-error.h"
#include "library/library-job.h"

/* Each member borrows from those before it. */
struct AcoreconReport
{
  char **paths;
  char **names;
  Options *options;
  Plan *plan;
  ReportPart *part;
  Intake *intake;
  Report *whole;
  Report *shown; /* NULL: all of it */
};

void
acorecon_report_free (AcoreconReport *self)
{
  if (self == NULL)
    return;
  report_free (self->shown);
  report_free (self->whole);
  intake_free (self->intake);
  g_clear_pointer (&self->part, report_part_free);
  plan_free (self->plan);
  options_free (self->options);
  g_strfreev (self->names);
  g_strfreev (self->paths);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcoreconReport, acorecon_report_free)

/* Reckoning */

static void
note_bad_row (const char *file, guint64 line, const char *reason, gpointer details)
{
  g_ptr_array_add (details, g_strdup_printf ("%s:%" G_GUINT64_FORMAT ": %s", file, line, reason));
}

static gboolean
take_job (AcoreconReport *self, const AcoreconJob *job, GError **error)
{
  self->paths = library_job_paths (job);
  self->names = library_job_names (job);
  self->options = library_job_options (job, error);
  if (self->options == NULL)
    return FALSE;
  self->plan = plan_new_with_paths (self->options, (const char *const *) self->paths, error);
  self->part = self->plan != NULL ? part_options_new (self->options, error) : NULL;
  return self->part != NULL;
}

static gboolean
take_files (AcoreconReport *self, GPtrArray *details, GError **error)
{
  const IntakeOrder order = { .plan = self->plan,
                              .names = (const char *const *) self->names,
                              .listener = { .bad_row = note_bad_row, .data = details } };

  self->intake = intake_open (&order, error);
  return self->intake != NULL && intake_read (self->intake, error);
}

static gboolean
reckon_all (AcoreconReport *self, GError **error)
{
  const Reconciliation what = { .plan = self->plan, .part = self->part };
  Books *books = intake_books (self->intake);

  if (!reconciliation_take_customers (&what, books, error))
    return FALSE;
  const ReckonPlan plan = reconciliation_reckon_plan (&what);
  self->whole = reckon (books, &plan, error);
  if (self->whole == NULL)
    return FALSE;
  reconciliation_add_cases (&what, self->whole);
  self->shown = reconciliation_narrow (&what, self->whole);
  return TRUE;
}

AcoreconReport *
acorecon_job_reckon (const AcoreconJob *job, AcoreconError **error)
{
  g_autoptr (GPtrArray) details = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (AcoreconReport) self = NULL;
  Utf8Locale locale;
  GError *own = NULL;

  library_error_begin (error);
  if (job == NULL)
    {
      library_error_misuse (error, __func__, "a job");
      return NULL;
    }
  self = g_new0 (AcoreconReport, 1);
  utf8_locale_enter (&locale);
  const gboolean is_good
      = take_job (self, job, &own) && take_files (self, details, &own) && reckon_all (self, &own);
  utf8_locale_leave (&locale);
  if (is_good)
    return g_steal_pointer (&self);
  library_error_take (error, own, g_steal_pointer (&details));
  return NULL;
}

/* For cursors and forms */

const Report *
library_report_shown (const AcoreconReport *self)
{
  return self->shown != NULL ? self->shown : self->whole;
}

const WritePlan *
library_report_plan (const AcoreconReport *self)
{
  return plan_writing (self->plan);
}

PackContent
library_report_content (const AcoreconReport *self)
{
  return (PackContent){ .report = library_report_shown (self),
                        .rejects = intake_rejects (self->intake),
                        .plan = plan_writing (self->plan),
                        .exit_status = acorecon_report_exit_status (self) };
}

const ReportTableInfo *
library_report_table (const AcoreconReport *self, gsize table)
{
  const ReportSchema *schema = report_schema (self->whole);

  return table < schema->table_count ? &schema->tables[table].info : NULL;
}

const ReportColumn *
library_report_column (const ReportTableInfo *table, gsize column)
{
  for (gsize i = 0; i < table->column_count; i++)
    if (report_cell_is_flat (&table->columns[i]) && column-- == 0)
      return &table->columns[i];
  return NULL;
}

/* What it comes to */

int
acorecon_report_exit_status (const AcoreconReport *self)
{
  return self != NULL ? (int) report_status (plan_writing (self->plan), self->whole) : 0;
}

const char *
acorecon_report_verdict (const AcoreconReport *self)
{
  static const struct
  {
    TieOutResult result;
    const char *word;
  } worst_first[] = { { TIE_OUT_DIFFERS, "differs" },
                      { TIE_OUT_NOT_COMPARABLE, "not-comparable" },
                      { TIE_OUT_ROUNDING, "rounding" },
                      { TIE_OUT_AGREES, "agrees" } };

  if (self == NULL)
    return "nothing";
  if (!report_is_reliable (self->whole))
    return "unreliable";
  for (guint i = 0; i < G_N_ELEMENTS (worst_first); i++)
    if (report_counts_result (self->whole, worst_first[i].result) > 0)
      return worst_first[i].word;
  return "nothing";
}

/* Tables and columns */

size_t
acorecon_report_table_count (const AcoreconReport *self)
{
  return self != NULL ? report_schema (self->whole)->table_count : 0;
}

const char *
acorecon_report_table_name (const AcoreconReport *self, size_t table)
{
  const ReportTableInfo *info = self != NULL ? library_report_table (self, table) : NULL;

  return info != NULL ? info->name : NULL;
}

size_t
acorecon_report_find_table (const AcoreconReport *self, const char *name)
{
  const size_t count = acorecon_report_table_count (self);
  size_t table = 0;

  while (table < count && g_strcmp0 (acorecon_report_table_name (self, table), name) != 0)
    table++;
  return table;
}

size_t
acorecon_report_row_count (const AcoreconReport *self, size_t table)
{
  return table < acorecon_report_table_count (self)
             ? report_row_count (library_report_shown (self), (guint) table)
             : 0;
}

size_t
acorecon_report_column_count (const AcoreconReport *self, size_t table)
{
  size_t count = 0;

  while (acorecon_report_column_name (self, table, count) != NULL)
    count++;
  return count;
}

const char *
acorecon_report_column_name (const AcoreconReport *self, size_t table, size_t column)
{
  const ReportTableInfo *info = self != NULL ? library_report_table (self, table) : NULL;
  const ReportColumn *found = info != NULL ? library_report_column (info, column) : NULL;

  return found != NULL ? found->name : NULL;
}

size_t
acorecon_report_find_column (const AcoreconReport *self, size_t table, const char *name)
{
  const char *found;
  size_t column = 0;

  while ((found = acorecon_report_column_name (self, table, column)) != NULL
         && g_strcmp0 (found, name) != 0)
    column++;
  return column;
}

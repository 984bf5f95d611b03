/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/report-cell.h"

static ReportCell
text_cell (const char *text)
{
  if (text == NULL || *text == '\0')
    return (ReportCell){ .type = CELL_NULL };
  return (ReportCell){ .type = CELL_TEXT, .text = text };
}

static ReportCell
word_cell (ReportWord word)
{
  return (ReportCell){ .type = CELL_WORD, .word = word };
}

static ReportCell
amount_cell (const Amount *amount)
{
  if (!amount->known)
    return (ReportCell){ .type = CELL_NULL };
  return (ReportCell){ .type = CELL_DECIMAL, .decimal = &amount->value };
}

static ReportCell
month_cell (Month month)
{
  return (ReportCell){ .type = month == MONTH_NONE ? CELL_NULL : CELL_MONTH, .month = month };
}

static ReportCell
day_cell (Day day)
{
  return (ReportCell){ .type = day == DAY_NONE ? CELL_NULL : CELL_DAY, .day = day };
}

static ReportCell
line_cell (guint64 line)
{
  return (ReportCell){ .type = line == 0 ? CELL_NULL : CELL_COUNT, .count = line };
}

static ReportCell
days_cell (gboolean known, gint64 days)
{
  return (ReportCell){ .type = known ? CELL_DAYS : CELL_NULL, .days = days };
}

static ReportCell
truth_cell (ReportTruth truth)
{
  return (ReportCell){ .type = truth == TRUTH_UNKNOWN ? CELL_NULL : CELL_FLAG,
                       .flag = truth == TRUTH_TRUE };
}

ReportCell
report_cell (const ReportColumn *column, gconstpointer row)
{
  gconstpointer at = (const char *) row + column->offset;

  switch (column->type)
    {
    case COLUMN_TEXT:
    case COLUMN_CARRIED:
      return text_cell (*(const char *const *) at);
    case COLUMN_AMOUNT:
      return amount_cell (at);
    case COLUMN_DECIMAL:
      return (ReportCell){ .type = CELL_DECIMAL, .decimal = at };
    case COLUMN_MONTH:
      return month_cell (*(const Month *) at);
    case COLUMN_DAY:
      return day_cell (*(const Day *) at);
    case COLUMN_COUNT:
      return (ReportCell){ .type = CELL_COUNT, .count = *(const guint64 *) at };
    case COLUMN_LINE:
      return line_cell (*(const guint64 *) at);
    case COLUMN_DAYS:
      return days_cell (
          *(const gboolean *) (gconstpointer) ((const char *) row + column->known_offset),
          *(const gint64 *) at);
    case COLUMN_FLAG:
      return (ReportCell){ .type = CELL_FLAG, .flag = *(const gboolean *) at };
    case COLUMN_CODE:
      return text_cell (finding_info (*(const FindingCode *) at)->code);
    case COLUMN_NAME:
      return text_cell (finding_info (*(const FindingCode *) at)->name);
    case COLUMN_SEVERITY:
      return word_cell (report_word_of_severity (*(const Severity *) at));
    case COLUMN_KIND:
      return text_cell (file_kind_name (*(const FileKind *) at));
    case COLUMN_STATE:
      return word_cell (report_word_of_state (*(const AgreementState *) at));
    case COLUMN_RESULT:
      return word_cell (report_word_of_tie_out (*(const TieOutResult *) at));
    case COLUMN_USAGE:
      return word_cell (report_word_of_usage (*(const UsageResult *) at));
    case COLUMN_MONTHS:
      return (ReportCell){ .type = CELL_MONTHS, .months = *(GArray *const *) at };
    case COLUMN_FITS:
      return (ReportCell){ .type = CELL_FITS, .fits = at };
    case COLUMN_TRUTH:
      return truth_cell (*(const ReportTruth *) at);
    case COLUMN_ROWS:
      return (ReportCell){ .type = CELL_ROWS, .span = *(const ReportSpan *) at };
    case COLUMN_TEXTS:
      return (ReportCell){ .type = CELL_TEXTS, .span = *(const ReportSpan *) at };
    default:
      g_assert_not_reached ();
    }
}

gboolean
report_cell_is_flat (const ReportColumn *column)
{
  return column->type != COLUMN_MONTHS && column->type != COLUMN_FITS;
}

const char *
report_cell_text (const ReportColumn *column, gconstpointer row)
{
  const ReportCell cell = report_cell (column, row);

  g_assert (cell.type == CELL_TEXT || cell.type == CELL_NULL);
  return cell.type == CELL_TEXT ? cell.text : NULL;
}

const ReportColumn *
report_cell_column (const ReportTableInfo *info, const char *name)
{
  for (gsize i = 0; i < info->column_count; i++)
    if (g_str_equal (info->columns[i].name, name))
      return &info->columns[i];
  return NULL;
}

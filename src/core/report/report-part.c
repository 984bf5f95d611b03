/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/report-part.h"

#include "base/language/language-list.h"
#include "base/language/language-number.h"
#include "base/visible-text.h"
#include "core/report/report-cell.h"

#define TEXT_WIDTH 60
#define ID_START 8
#define PLACES 2    /* at least */
#define NAMED_MAX 3 /* customers; more are counted */

ReportPart *
report_part_new (void)
{
  ReportPart *self = g_new0 (ReportPart, 1);

  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->names = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
report_part_free (ReportPart *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->names);
  g_free (self);
}

static gboolean
has_customer (const ReportPart *self, const char *id)
{
  return g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, NULL);
}

void
report_part_add_customer (ReportPart *self, const char *id, const char *name)
{
  if (has_customer (self, id))
    return;
  g_ptr_array_add (self->ids, g_strdup (id));
  g_ptr_array_add (self->names, g_strdup (name));
}

void
report_part_add_code (ReportPart *self, FindingCode code)
{
  g_assert (code < FINDING_CODE_COUNT);
  self->has_code = TRUE;
  self->codes[code] = TRUE;
}

void
report_part_set_min (ReportPart *self, Decimal min)
{
  g_assert (decimal_sign (min) >= 0);
  self->min = (Amount){ .known = TRUE, .value = min };
}

gboolean
report_part_narrows (const ReportPart *self)
{
  return self->ids->len > 0 || report_part_narrows_findings (self);
}

gboolean
report_part_narrows_findings (const ReportPart *self)
{
  return self->has_code || self->min.known;
}

static gboolean
shows_finding (const ReportPart *self, const FindingRow *row)
{
  return (!self->has_code || self->codes[row->code])
         && (!self->min.known
             || decimal_compare (decimal_absolute (row->amount), self->min.value) >= 0);
}

static gboolean
shows_customer (const ReportPart *self, const ReportTableInfo *info, gconstpointer row)
{
  const ReportColumn *column = self->ids->len > 0 ? report_cell_column (info, "customer_id") : NULL;

  if (column == NULL)
    return TRUE;
  const char *id = report_cell_text (column, row);
  return id != NULL && has_customer (self, id);
}

gboolean
report_part_shows (const ReportPart *self, const ReportTableInfo *info, gconstpointer row)
{
  return shows_customer (self, info, row)
         && (!g_str_equal (info->name, "findings") || shows_finding (self, row));
}

/* The whole id only where there is no name. */
static void
append_customer (GString *out, const char *id, const char *name)
{
  g_autofree char *shown_id = visible_text (id, TEXT_WIDTH);
  g_autofree char *shown_name = visible_text (name, TEXT_WIDTH);
  const char *end = shown_id;

  for (guint i = 0; i < ID_START && *end != '\0'; i++)
    end += g_utf8_skip[(guchar) *end];
  if (name == NULL)
    g_string_append (out, shown_id);
  else
    g_string_append_printf (out, "%s (%.*s%s)", shown_name, (int) (end - shown_id), shown_id,
                            *end != '\0' ? "\xe2\x80\xa6" : "");
}

/* (transfer full) */
static char *
name_customers (const ReportPart *self, const Language *language)
{
  const guint named = MIN (self->ids->len, NAMED_MAX);
  const guint others = self->ids->len - named;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < named; i++)
    {
      GString *name = g_string_new (NULL);

      append_customer (name, g_ptr_array_index (self->ids, i), g_ptr_array_index (self->names, i));
      g_ptr_array_add (names, g_string_free (name, FALSE));
    }
  if (others == 0)
    return language_list (language, (const char *const *) names->pdata, names->len);
  g_autofree char *list
      = g_strjoinv (language_say (language, ", "),
                    (char *[]){ names->pdata[0], names->pdata[1], names->pdata[2], NULL });
  return g_strdup_printf (language_say_count (language, "%1$s and %2$u other customers",
                                              "%1$s and %2$u other customers", others),
                          list, others);
}

/* "ACO401, ACO402", or NULL: all. (transfer full) */
static char *
name_codes (const ReportPart *self, const Language *language)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint code = 0; code < FINDING_CODE_COUNT; code++)
    if (self->codes[code])
      g_string_append_printf (out, "%s%s", out->len > 0 ? language_say (language, ", ") : "",
                              finding_info ((FindingCode) code)->code);
  return self->has_code ? g_strdup (out->str) : NULL;
}

/* " of findings only ACO401 of at least 10.00;": which rows, or "" where it is all. */
static void
append_findings (GString *out, const ReportPart *self, gboolean plain, const Language *language)
{
  g_autofree char *codes = name_codes (self, language);
  g_autofree char *min = plain ? decimal_to_string (self->min.value, PLACES)
                               : language_number_of_decimal (language, self->min.value, PLACES);

  if (!report_part_narrows_findings (self))
    return;
  if (!self->min.known)
    g_string_append_printf (out, language_say (language, " of findings only %s;"), codes);
  else if (codes == NULL)
    g_string_append_printf (out, language_say (language, " of findings only those of at least %s;"),
                            min);
  else
    g_string_append_printf (
        out, language_say (language, " of findings only %1$s of at least %2$s;"), codes, min);
}

char *
report_part_words (const ReportPart *self, gboolean plain, const Language *language)
{
  g_autoptr (GString) rows = g_string_new (NULL);

  if (self == NULL || !report_part_narrows (self))
    return g_strdup ("");
  if (self->ids->len > 0)
    {
      g_autofree char *names = name_customers (self, language);
      g_string_append_printf (rows, language_say (language, " only rows of %s;"), names);
    }
  append_findings (rows, self, plain, language);
  /* translators: the text is " only rows of Contoso; of findings only ACO401;" or one of these */
  g_autofree char *words
      = g_strdup_printf (language_say (language, "PART:%s figures are those of all."), rows->str);
  return g_strconcat (words, " ", NULL);
}

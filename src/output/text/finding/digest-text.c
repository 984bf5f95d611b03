/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/finding/digest-text.h"

#include "base/language/language-fill.h"
#include "base/language/language-number.h"
#include "base/printable.h"
#include "output/text/text-table.h"

TextEmphasis
digest_text_emphasis (Severity severity)
{
  if (severity == SEVERITY_ERROR)
    return TEXT_ERROR;
  return severity == SEVERITY_WARNING ? TEXT_WARNING : TEXT_NOTICE;
}

static TextTable *
new_code_table (const Language *language)
{
  TextTable *table = text_table_new (language);

  text_table_add_column (table, "Code", TEXT_COLUMN_LEFT);
  text_table_add_column (table, "Finding", TEXT_COLUMN_LEFT);
  text_table_add_column (table, "Severity", TEXT_COLUMN_LEFT);
  text_table_add_column (table, "Count", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Amount", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Cur", TEXT_COLUMN_LEFT);
  return table;
}

/* A sum of 0 is of findings that are not about an amount. */
static void
add_sum (TextTable *table, const FindingSum *sum, const MoneyPlaces *places)
{
  const gboolean is_money = !decimal_is_zero (sum->amount);

  if (is_money)
    text_table_add_decimal (table, sum->amount, money_places_of (places, sum->currency));
  else
    text_table_add_cell (table, "-", 0);
  text_table_add_cell (table, is_money ? sum->currency : NULL, 0);
}

/* Whether a line more says anything: the first does in any case. */
static gboolean
is_told (const FindingGroup *group, guint sum)
{
  return !decimal_is_zero (g_array_index (group->sums, FindingSum, sum).amount);
}

static guint
first_sum (const FindingGroup *group)
{
  for (guint i = 0; i < group->sums->len; i++)
    if (is_told (group, i))
      return i;
  return 0;
}

/* Further currencies stand below, with nothing before them: they are of the same findings. */
static void
add_group (TextTable *table, const FindingGroup *group, const MoneyPlaces *places)
{
  const TextEmphasis emphasis = digest_text_emphasis (group->severity);
  const guint first = first_sum (group);

  text_table_add_row (table, emphasis);
  text_table_add_cell (table, finding_info (group->code)->code, 0);
  text_table_add_cell (table, finding_info (group->code)->name, 0);
  text_table_add_word (table, finding_severity_name (group->severity));
  text_table_add_count (table, group->count);
  add_sum (table, &g_array_index (group->sums, FindingSum, first), places);
  for (guint i = first + 1; i < group->sums->len; i++)
    {
      if (!is_told (group, i))
        continue;
      text_table_add_row (table, emphasis);
      for (guint column = 0; column < 4; column++)
        text_table_add_cell (table, NULL, 0);
      add_sum (table, &g_array_index (group->sums, FindingSum, i), places);
    }
}

void
digest_text_append_codes (const FindingDigest *digest, const MoneyPlaces *places,
                          const TextStyle *style, GString *out)
{
  const GPtrArray *groups = finding_digest_groups (digest);
  g_autoptr (TextTable) table = new_code_table (style->language);

  if (groups->len == 0)
    return;
  for (guint i = 0; i < groups->len; i++)
    add_group (table, g_ptr_array_index (groups, i), places);
  g_string_append_c (out, '\n');
  text_table_render (
      table, style,
      finding_digest_is_of_part (digest)
          ? language_say (style->language,
                          "FINDINGS SHOWN, BY CODE, AMOUNTS ADDED WITHOUT THEIR SIGNS")
          : language_say (style->language, "FINDINGS BY CODE, AMOUNTS ADDED WITHOUT THEIR SIGNS"),
      out);
}

/* @count: findings that are shown; "12", or "12 of 30". (transfer full) */
static char *
count_of_found (const FindingDigest *digest, Severity severity, const Language *language)
{
  const gsize count = finding_digest_count (digest, severity);
  const gsize found = finding_digest_found (digest, severity);
  g_autofree char *shown = language_number_of_count (language, count);
  g_autofree char *all = language_number_of_count (language, found);

  /* translators: so many findings are shown, of so many */
  return found > count ? g_strdup_printf (language_say (language, "%1$s of %2$s"), shown, all)
                       : g_steal_pointer (&shown);
}

gboolean
digest_text_append_heading (const FindingDigest *digest, Severity severity, const TextStyle *style,
                            GString *out)
{
  static const char *const titles[] = { [SEVERITY_NOTICE] = N_ ("NOTICES (%s)"),
                                        [SEVERITY_WARNING] = N_ ("WARNINGS (%s)"),
                                        [SEVERITY_ERROR] = N_ ("ERRORS (%s)") };
  const gsize listed = finding_digest_listed (digest, severity);
  g_autofree char *found = count_of_found (digest, severity, style->language);
  g_autofree char *lines = language_number_of_count (style->language, listed);
  g_autoptr (GString) heading = g_string_new (NULL);

  if (finding_digest_count (digest, severity) == 0)
    return FALSE;
  g_autofree char *counts
      = listed < finding_digest_count (digest, severity)
            /* translators: "12" or "12 of 30" findings, of which so many are listed */
            ? g_strdup_printf (language_say (style->language, "%1$s, %2$s listed"), found, lines)
            : g_strdup (found);
  language_fill (heading, language_say (style->language, titles[severity]),
                 (const char *const[]){ counts }, 1);
  g_string_append_c (out, '\n');
  text_style_append (style, TEXT_TITLE, heading->str, out);
  g_string_append_c (out, '\n');
  return TRUE;
}

void
digest_text_append_rest (const FindingDigest *digest, const TextStyle *style, GString *out)
{
  const GPtrArray *groups = finding_digest_groups (digest);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      const FindingGroup *group = g_ptr_array_index (groups, i);
      g_autofree char *count
          = language_number_of_count (style->language, group->count - group->listed);

      if (group->listed == group->count)
        continue;
      if (list->len > 0)
        g_string_append (list, language_say (style->language, ", "));
      g_string_append_printf (list, language_say (style->language, "%1$s more of %2$s"), count,
                              finding_info (group->code)->code);
    }
  if (list->len == 0)
    return;
  g_autofree char *text = g_strdup_printf (
      language_say (style->language, "Not listed: %s. --all lists them; the pack of --output and "
                                     "--format json hold them."),
      list->str);
  PrintableLine filler = printable_line_at (out, text_style_width (style), 0, 0);

  g_string_append_c (out, '\n');
  printable_line_add_text (&filler, text);
  g_string_append_c (out, '\n');
}

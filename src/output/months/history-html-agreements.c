/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/months/history-html-agreements.h"

#include "base/language/language-number.h"
#include "output/html/html-text.h"
#include "output/html/report-html-burn-down.h"

#define TEXT_WIDTH 120
#define BURN_DOWN_BYTES (1400 * 1024)
#define BURN_DOWN_MONTHS 24 /* of one agreement */

static gint
compare_agreements (gconstpointer a, gconstpointer b)
{
  const AgreementRow *x = *(const AgreementRow *const *) a, *y = *(const AgreementRow *const *) b;
  int order = decimal_compare (y->balance, x->balance);

  if (order == 0)
    order = g_strcmp0 (x->customer_id, y->customer_id);
  if (order == 0)
    order = g_strcmp0 (x->agreement_id, y->agreement_id);
  if (order == 0)
    order = g_strcmp0 (x->credit_name, y->credit_name);
  return order != 0 ? order : g_strcmp0 (x->currency, y->currency);
}

static gint
compare_with_row (const AgreementRow *agreement, const RollForwardRow *row)
{
  int order = g_strcmp0 (agreement->customer_id, row->customer_id);

  if (order == 0)
    order = g_strcmp0 (agreement->agreement_id, row->agreement_id);
  if (order == 0)
    order = g_strcmp0 (agreement->credit_name, row->credit_name);
  return order != 0 ? order : g_strcmp0 (agreement->currency, row->currency);
}

/* Rows of the roll-forward stand together by credit: which of them are of @agreement. */
static void
find_rows (const Report *balances, GHashTable *firsts, const AgreementRow *agreement, gsize *first,
           gsize *count)
{
  const gsize all = report_row_count (balances, REPORT_ROLLFORWARD);
  g_autofree char *key = g_strjoin ("\t", agreement->customer_id, agreement->agreement_id,
                                    agreement->credit_name != NULL ? agreement->credit_name : "",
                                    agreement->currency, NULL);
  gpointer found;

  *count = 0;
  if (!g_hash_table_lookup_extended (firsts, key, NULL, &found))
    return;
  *first = GPOINTER_TO_SIZE (found);
  while (*first + *count < all
         && compare_with_row (agreement, report_row (balances, REPORT_ROLLFORWARD, *first + *count))
                == 0)
    ++*count;
}

static GHashTable *
firsts_of (const Report *balances)
{
  GHashTable *firsts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = report_row_count (balances, REPORT_ROLLFORWARD); i-- > 0;)
    {
      const RollForwardRow *row = report_row (balances, REPORT_ROLLFORWARD, i);

      g_hash_table_insert (firsts,
                           g_strjoin ("\t", row->customer_id, row->agreement_id,
                                      row->credit_name != NULL ? row->credit_name : "",
                                      row->currency, NULL),
                           GSIZE_TO_POINTER (i));
    }
  return firsts;
}

/* "Used 120.00 a month of late. At that it is used up on 2027-03-05." (transfer full) */
static char *
forecast_text (const HtmlPage *self, const AgreementRow *agreement)
{
  const Language *language = self->language;
  const guint places = money_places_of (self->places, agreement->currency);
  const Amount *lost = &agreement->forecast_forfeit;
  g_autofree char *burn = language_number_of_decimal (language, agreement->burn.value, places);

  if (lost->known && decimal_sign (lost->value) > 0)
    {
      g_autofree char *amount = language_number_of_decimal (language, lost->value, places);
      g_autofree char *end = html_text_day (language, agreement->expiry_date);

      return g_strdup_printf (language_say (language, "Used %s a month of late. At that %s will be "
                                                      "lost on %s."),
                              burn, amount, end);
    }
  if (agreement->run_out_date == DAY_NONE)
    return g_strdup_printf (language_say (language, "Used %s a month of late."), burn);

  g_autofree char *day = html_text_day (language, agreement->run_out_date);
  return g_strdup_printf (
      language_say (language, "Used %s a month of late. At that it is used up on %s."), burn, day);
}

static void
append_forecast (GString *out, const HtmlPage *self, const AgreementRow *agreement)
{
  if (!agreement->burn.known)
    return;
  g_autofree char *text = forecast_text (self, agreement);
  html_text_append_paragraph (out, NULL, text);
}

static void
append_agreement (GString *out, const HtmlPage *self, GHashTable *firsts,
                  const AgreementRow *agreement)
{
  gsize first, count;

  find_rows (self->report, firsts, agreement, &first, &count);
  if (count == 0)
    return;
  g_string_append (out, "<h3>");
  html_text_append (
      out, agreement->customer_name != NULL ? agreement->customer_name : agreement->customer_id,
      TEXT_WIDTH);
  g_string_append (out, "</h3>\n");
  append_forecast (out, self, agreement);
  report_html_burn_down (out, self, agreement, first, count, BURN_DOWN_MONTHS);
}

static void
append_rest (GString *out, const Language *language, guint shown, guint total)
{
  /* translators: { and } stay around the command */
  g_autofree char *text = g_strdup_printf (
      language_say (language, "Shown: the %u of %u agreements with most left. All of them are in "
                              "the report of {acorecon reconcile --history}."),
      shown, total);

  g_string_append (out, "<p>");
  html_text_append_marked (out, text, "<code>", "</code>");
  g_string_append (out, "</p>\n");
}

static void
append_all (GString *out, const HtmlPage *self)
{
  const Report *balances = self->report;
  const gsize count = report_row_count (balances, REPORT_AGREEMENTS), before = out->len;
  g_autoptr (GPtrArray) agreements = g_ptr_array_sized_new ((guint) count);
  g_autoptr (GHashTable) firsts = firsts_of (balances);
  guint shown = 0;

  for (gsize i = 0; i < count; i++)
    g_ptr_array_add (agreements, (gpointer) (guintptr) report_row (balances, REPORT_AGREEMENTS, i));
  g_ptr_array_sort (agreements, compare_agreements);
  for (; shown < agreements->len && out->len - before < BURN_DOWN_BYTES; shown++)
    append_agreement (out, self, firsts, g_ptr_array_index (agreements, shown));
  if (shown < agreements->len)
    append_rest (out, self->language, shown, agreements->len);
}

void
history_html_agreements (GString *out, const Report *balances, const Language *language)
{
  g_autoptr (MoneyPlaces) places = money_places_new_of_report (balances);
  const HtmlPage page = { .report = balances, .language = language, .places = places };

  append_all (out, &page);
}

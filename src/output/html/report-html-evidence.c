/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/report-html-evidence.h"

#include <string.h>

#include "output/html/html-text.h"
#include "output/text/trace-words.h"

#define STATUS_WIDTH 40

typedef struct
{
  const char *name; /* NC_ ("figure", ...) */
  Amount value;
} Figure;

/* "<p>Tie-out: balance used 232.50, invoice credit 220.00". @what: NC_ ("evidence", ...) */
static void
append_figures (GString *out, const Language *language, const char *what, const Figure *figures,
                guint count, guint least)
{
  g_string_append (out, "<p>");
  html_text_append_escaped (out, language_say_in (language, "evidence", what));
  g_string_append (out, ": ");
  for (guint i = 0; i < count; i++)
    {
      g_string_append (out, i > 0 ? ", " : "");
      html_text_append_escaped (out, language_say_in (language, "figure", figures[i].name));
      g_string_append_c (out, ' ');
      html_text_append_amount (out, language, &figures[i].value, least, 0);
    }
}

/* The row of a balance report on which it stands: what was read there, and what follows. */
static gboolean
append_balance_row (GString *out, const HtmlPage *page, const HtmlCustomer *customer,
                    const FindingRow *row)
{
  const gsize first = customer->first[REPORT_ROLLFORWARD];

  for (gsize i = first; i < first + customer->count[REPORT_ROLLFORWARD]; i++)
    {
      const RollForwardRow *found = report_row (page->report, REPORT_ROLLFORWARD, i);
      const guint least = money_places_of (page->places, found->currency);
      const Figure read[] = { { "CreditAmount", amount_known (found->credit_amount) },
                              { "BalanceAmount", amount_known (found->closing) } };
      const Figure made[] = { { NC_ ("figure", "opening"), found->opening },
                              { NC_ ("figure", "used"), found->used } };

      if (found->line != row->line || g_strcmp0 (found->file, row->file) != 0)
        continue;
      append_figures (out, page->language, NC_ ("evidence", "Read there"), read,
                      G_N_ELEMENTS (read), least);
      g_string_append (out, ", Status ");
      html_text_append (out, found->status, STATUS_WIDTH);
      g_string_append (out, "</p>");
      append_figures (out, page->language, NC_ ("evidence", "Roll-forward"), made,
                      G_N_ELEMENTS (made), least);
      g_string_append (out, "</p>");
      return TRUE;
    }
  return FALSE;
}

static void
append_tie_out_row (GString *out, const HtmlPage *page, const HtmlCustomer *customer,
                    const FindingRow *row)
{
  const gsize first = customer->first[REPORT_TIE_OUT];

  for (gsize i = first; i < first + customer->count[REPORT_TIE_OUT]; i++)
    {
      const TieOutRow *found = report_row (page->report, REPORT_TIE_OUT, i);
      const Figure figures[] = { { NC_ ("figure", "balance used"), found->balance_used },
                                 { NC_ ("figure", "invoice credit"), found->invoice_credit },
                                 { NC_ ("figure", "usage credit"), found->usage_credit } };

      if (found->month != row->month || g_strcmp0 (found->currency, row->currency) != 0)
        continue;
      append_figures (out, page->language, NC_ ("evidence", "Tie-out of the month"), figures,
                      G_N_ELEMENTS (figures), money_places_of (page->places, found->currency));
      g_string_append (out, "</p>");
    }
}

static void
append_waterfall_row (GString *out, const HtmlPage *page, const HtmlCustomer *customer,
                      const FindingRow *row)
{
  const gsize first = customer->first[REPORT_WATERFALL];

  for (gsize i = first; i < first + customer->count[REPORT_WATERFALL]; i++)
    {
      const WaterfallRow *found = report_row (page->report, REPORT_WATERFALL, i);
      const Figure figures[]
          = { { NC_ ("figure", "charges"), amount_known (found->charges) },
              { NC_ ("figure", "ACO"), amount_known (found->aco_used) },
              { NC_ ("figure", "other credits"), amount_known (found->other_credits) },
              { NC_ ("figure", "net"), amount_known (found->net) },
              { NC_ ("figure", "PEC earned"), amount_known (found->pec_earned) } };

      if (found->month != row->month || g_strcmp0 (found->currency, row->currency) != 0)
        continue;
      append_figures (out, page->language, NC_ ("evidence", "Invoice lines of the month"), figures,
                      G_N_ELEMENTS (figures), money_places_of (page->places, found->currency));
      g_string_append (out, "</p>");
    }
}

void
report_html_evidence (GString *out, const HtmlPage *page, const FindingRow *row, const char *folder)
{
  const HtmlCustomer *customer = html_customers_lookup (page->customers, row->customer_id);
  const gsize begin = out->len;
  gsize opened;

  if (customer == NULL || row->month == MONTH_NONE)
    return;
  g_string_append (out, "<details><summary>");
  html_text_append_escaped (out, language_say (page->language, "Figures and trace"));
  g_string_append (out, "</summary>");
  opened = out->len;
  const gboolean is_balance = append_balance_row (out, page, customer, row);
  append_tie_out_row (out, page, customer, row);
  if (!is_balance)
    append_waterfall_row (out, page, customer, row);
  g_autofree char *command = trace_words_command (row,
                                                  finding_info (row->code)->code[3] == '3' ? "pec"
                                                  : is_balance                             ? "used"
                                                                                           : "aco",
                                                  folder);
  if (command != NULL)
    {
      g_string_append (out, "<p><code class=\"copy\">");
      html_text_append_escaped (out, command);
      g_string_append (out, "</code></p>");
    }
  g_string_append (out, "</details>");
  if (out->len == opened + strlen ("</details>"))
    g_string_truncate (out, begin);
}

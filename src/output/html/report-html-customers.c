/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/report-html-customers.h"

#include "output/html/html-table.h"
#include "output/html/html-text.h"
#include "output/html/report-html-burn-down.h"
#include "output/html/report-html-findings.h"
#include "output/html/report-html-tie-out.h"
#include "output/html/report-html-waterfall.h"
#include "output/stake-order.h"
#include "output/table/table-file.h"

/* No customer may fill the page alone. */
#define FINDINGS_MAX 40
#define CREDITS_MAX 8
#define MONTHS_MAX 24
#define ID_WIDTH 60

/* The credits of a customer */

static gboolean
is_same_credit (const RollForwardRow *a, const RollForwardRow *b)
{
  return g_strcmp0 (a->agreement_id, b->agreement_id) == 0
         && g_strcmp0 (a->credit_name, b->credit_name) == 0
         && g_strcmp0 (a->currency, b->currency) == 0;
}

static const AgreementRow *
find_agreement (const Report *report, const HtmlCustomer *customer, const RollForwardRow *credit)
{
  gsize first = customer->first[REPORT_AGREEMENTS];

  for (gsize i = first; i < first + customer->count[REPORT_AGREEMENTS]; i++)
    {
      const AgreementRow *row = report_row (report, REPORT_AGREEMENTS, i);

      if (g_strcmp0 (row->agreement_id, credit->agreement_id) == 0
          && g_strcmp0 (row->credit_name, credit->credit_name) == 0
          && g_strcmp0 (row->currency, credit->currency) == 0)
        return row;
    }
  return NULL;
}

static void
append_credits (GString *out, const HtmlPage *page, const HtmlCustomer *customer)
{
  const Report *report = page->report;
  gsize begin = customer->first[REPORT_ROLLFORWARD];
  gsize end = begin + customer->count[REPORT_ROLLFORWARD];
  guint credits = 0;

  if (begin == end)
    return;
  g_string_append (out, "<h4>");
  html_text_append_escaped (out,
                            language_say_in (page->language, "heading", "Burn-down of the credit"));
  g_string_append (out, "</h4>\n");
  for (gsize next; begin < end; begin = next, credits++)
    {
      const RollForwardRow *credit = report_row (report, REPORT_ROLLFORWARD, begin);

      next = begin + 1;
      while (next < end && is_same_credit (credit, report_row (report, REPORT_ROLLFORWARD, next)))
        next++;
      if (credits < CREDITS_MAX)
        report_html_burn_down (out, page, find_agreement (report, customer, credit), begin,
                               next - begin, MONTHS_MAX);
    }
  html_table_append_rest (out, page->language, MIN (credits, CREDITS_MAX), credits,
                          language_say (page->language, "these are agreements"),
                          REPORT_ROLLFORWARD);
}

/* The sections */

static void
append_news (GString *out, const Language *language, CustomerNews news)
{
  static const char *const texts[CUSTOMER_NEWS_COUNT] = {
    [CUSTOMER_QUIET] = NC_ ("customer", "nothing to report"),
    [CUSTOMER_NOTED] = NC_ ("customer", "to note"),
    [CUSTOMER_DOUBTFUL] = NC_ ("customer", "to check"),
    [CUSTOMER_DISAGREES] = NC_ ("customer", "does not agree"),
  };

  g_string_append_printf (out, " <b class=\"news%d\">", (int) news);
  html_text_append_escaped (out, language_say_in (language, "customer", texts[news]));
  g_string_append (out, "</b>");
}

static void
append_section (GString *out, const HtmlPage *page, const HtmlCustomer *customer)
{
  g_string_append_printf (out, "<section class=\"customer\" id=\"c%u\"><h3>", customer->number);
  html_text_append_escaped (out, customer->label);
  append_news (out, page->language, customer->news);
  g_string_append (out, "</h3>\n<p class=\"id\">");
  html_text_append (out, customer->id, ID_WIDTH);
  g_string_append (out, "</p>\n");
  report_html_findings_list (out, page, customer, FINDINGS_MAX);
  append_credits (out, page, customer);
  report_html_tie_out_customer (out, page, customer, MONTHS_MAX);
  report_html_waterfall_customer (out, page, customer, MONTHS_MAX);
  g_string_append (out, "</section>\n");
}

/* Those of one kind, most at stake first: in each currency one after the other. */
static void
add_by_stake (GPtrArray *ordered, const HtmlCustomers *customers, CustomerNews news)
{
  g_autoptr (GArray) stakes = g_array_new (FALSE, FALSE, sizeof (Stake));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (gsize i = 0; i < html_customers_count (customers); i++)
    {
      HtmlCustomer *customer = html_customers_get (customers, i);

      if (customer->news == news)
        html_customers_add_stakes (customers, customer, stakes);
    }
  stake_order_sort (stakes);
  for (guint i = 0; i < stakes->len; i++)
    {
      gpointer customer = (gpointer) (guintptr) g_array_index (stakes, Stake, i).item;

      if (g_hash_table_add (seen, customer))
        g_ptr_array_add (ordered, customer);
    }
}

/* In any order: all of them are shown, or none. */
static void
add_quiet (GPtrArray *ordered, const HtmlCustomers *customers)
{
  for (gsize i = 0; i < html_customers_count (customers); i++)
    {
      HtmlCustomer *customer = html_customers_get (customers, i);

      if (customer->news == CUSTOMER_QUIET)
        g_ptr_array_add (ordered, customer);
    }
}

typedef struct
{
  const HtmlPage *page;
  const GPtrArray *customers; /* of HtmlCustomer */
} Sections;

static void
append_section_at (GString *out, gconstpointer data, gsize index)
{
  const Sections *self = data;
  HtmlCustomer *customer = g_ptr_array_index (self->customers, index);
  const gsize begin = out->len;

  append_section (out, self->page, customer);
  customer->section = g_strndup (out->str + begin, out->len - begin);
}

/* Worst first, each kind by what is at stake: as many as there is room for. */
void
report_html_customers_choose (const HtmlPage *page)
{
  g_autoptr (GPtrArray) ordered = g_ptr_array_new ();
  const Sections sections = { page, ordered };
  HtmlRows trial = { append_section_at, &sections, 0 };
  gsize fitting;

  for (int news = CUSTOMER_DISAGREES; news > CUSTOMER_QUIET; news--)
    add_by_stake (ordered, page->customers, (CustomerNews) news);
  add_quiet (ordered, page->customers);
  trial.count = ordered->len;
  fitting = html_table_count_fitting_rows (&trial, HTML_SHARE_CUSTOMERS);
  for (guint i = 0; i < ordered->len; i++)
    {
      HtmlCustomer *customer = g_ptr_array_index (ordered, i);

      /* Some of the quiet ones would look as if they were all. */
      if (i >= fitting || (fitting < ordered->len && customer->news == CUSTOMER_QUIET))
        g_clear_pointer (&customer->section, g_free);
    }
}

static gsize
count_shown (const HtmlCustomers *customers)
{
  gsize count = 0;

  for (gsize i = 0; i < html_customers_count (customers); i++)
    count += html_customers_get (customers, i)->section != NULL ? 1 : 0;
  return count;
}

static gsize
count_telling (const HtmlCustomers *customers)
{
  gsize count = 0;

  for (gsize i = 0; i < html_customers_count (customers); i++)
    count += html_customers_get (customers, i)->news != CUSTOMER_QUIET ? 1 : 0;
  return count;
}

/* Where those are of whom nothing is shown. */
static void
append_files (GString *out, const Language *language)
{
  g_autofree char *tie_out = table_file_name (REPORT_TIE_OUT);
  g_autofree char *roll_forward = table_file_name (REPORT_ROLLFORWARD);
  g_autofree char *waterfall = table_file_name (REPORT_WATERFALL);
  /* translators: { and } stay around the names of files */
  g_autofree char *text = g_strdup_printf (
      language_say (language, "All customers are in {%s}, {%s} and {%s} of the report pack."),
      tie_out, roll_forward, waterfall);

  html_text_append_marked (out, text, "<code>", "</code>");
}

/* (transfer full) */
static char *
rest_text (const Language *language, gsize shown, gsize total, gsize telling)
{
  g_autofree char *some = html_text_count (language, shown);
  g_autofree char *all = html_text_count (language, total);
  g_autofree char *others = html_text_count (language, telling);

  if (shown == telling)
    return g_strdup_printf (
        language_say (language, "Shown: %s of %s customers, those of whom there is something to "
                                "tell: findings, months that do not agree, agreements expired, "
                                "expiring or not reported."),
        some, all);
  return g_strdup_printf (
      language_say (language, "Shown: %s of %s customers, the worst of %s of whom there is "
                              "something to tell, those with most at stake first; there is no "
                              "room for the others."),
      some, all, others);
}

static void
append_rest (GString *out, const HtmlPage *page, gsize shown)
{
  const gsize total = html_customers_count (page->customers);
  g_autofree char *text = rest_text (page->language, shown, total, count_telling (page->customers));

  if (shown == total)
    return;
  g_string_append (out, "<p class=\"rest\">");
  html_text_append_escaped (out, text);
  g_string_append_c (out, ' ');
  append_files (out, page->language);
  g_string_append (out, "</p>\n");
}

static void
append_index (GString *out, const HtmlPage *page)
{
  const HtmlCustomers *customers = page->customers;

  g_string_append (out, "<ul class=\"index\">\n");
  for (gsize i = 0; i < html_customers_count (customers); i++)
    {
      const HtmlCustomer *customer = html_customers_get (customers, i);

      if (customer->section == NULL)
        continue;
      g_string_append (out, "<li>");
      html_customers_append (customers, out, customer->id);
      if (customer->news != CUSTOMER_QUIET)
        append_news (out, page->language, customer->news);
      g_string_append (out, "</li>\n");
    }
  g_string_append (out, "</ul>\n");
}

void
report_html_customers (GString *out, const HtmlPage *page)
{
  const HtmlCustomers *customers = page->customers;
  const gsize total = html_customers_count (customers);
  const gsize shown = count_shown (customers);

  append_rest (out, page, shown);
  if (shown > 0)
    append_index (out, page);
  else if (total == 0)
    html_text_append_paragraph (out, NULL, language_say (page->language, "No customers."));
  for (gsize i = 0; i < total; i++)
    if (html_customers_get (customers, i)->section != NULL)
      g_string_append (out, html_customers_get (customers, i)->section);
}

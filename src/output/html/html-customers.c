/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/html-customers.h"

#include <string.h>

#include "output/customer-labels.h"
#include "output/finding-order.h"
#include "output/html/html-text.h"
#include "output/stake-order.h"

#define LABEL_WIDTH 60

struct HtmlCustomers
{
  const Report *report;
  GPtrArray *by_id;    /* of HtmlCustomer, owned */
  GPtrArray *by_label; /* the same, borrowed */
  GPtrArray *findings; /* of FindingRow, by customer, worst first */
};

/* The tables whose rows are sorted by customer; all begin with the id. */
static const ReportTable sorted_tables[]
    = { REPORT_AGREEMENTS, REPORT_ROLLFORWARD, REPORT_TIE_OUT, REPORT_WATERFALL };

G_STATIC_ASSERT (G_STRUCT_OFFSET (AgreementRow, customer_id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (RollForwardRow, customer_id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (TieOutRow, customer_id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (WaterfallRow, customer_id) == 0);

static gboolean
is_null (const char *text)
{
  return text == NULL || *text == '\0';
}

static void
customer_free (gpointer data)
{
  HtmlCustomer *customer = data;

  g_free (customer->label);
  g_free (customer->section);
  g_free (customer);
}

/* The customers */

static void
collect_id (GPtrArray *ids, const char *id)
{
  if (!is_null (id) && (ids->len == 0 || strcmp (g_ptr_array_index (ids, ids->len - 1), id) != 0))
    g_ptr_array_add (ids, (gpointer) (guintptr) id);
}

static gint
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Every id of the report, sorted, perhaps more than once. */
static GPtrArray *
collect_ids (const Report *report)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (gsize t = 0; t < G_N_ELEMENTS (sorted_tables); t++)
    for (gsize i = 0; i < report_row_count (report, sorted_tables[t]); i++)
      collect_id (ids, *(const char *const *) report_row (report, sorted_tables[t], i));
  for (gsize i = 0; i < report_row_count (report, REPORT_FINDINGS); i++)
    collect_id (ids, ((const FindingRow *) report_row (report, REPORT_FINDINGS, i))->customer_id);
  g_ptr_array_sort (ids, compare_texts);
  return ids;
}

static void
add_customers (HtmlCustomers *self, const Report *report)
{
  g_autoptr (GPtrArray) ids = collect_ids (report);
  g_autoptr (CustomerLabels) labels = customer_labels_new (report);

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);

      if (i > 0 && strcmp (g_ptr_array_index (ids, i - 1), id) == 0)
        continue;

      HtmlCustomer *customer = g_new0 (HtmlCustomer, 1);

      customer->id = id;
      customer->label = customer_labels_shorten (customer_labels_lookup (labels, id), LABEL_WIDTH);
      g_ptr_array_add (self->by_id, customer);
      g_ptr_array_add (self->by_label, customer);
    }
}

static gint
compare_labels (gconstpointer a, gconstpointer b)
{
  const HtmlCustomer *x = *(const HtmlCustomer *const *) a;
  const HtmlCustomer *y = *(const HtmlCustomer *const *) b;
  gint order = g_ascii_strcasecmp (x->label, y->label);

  return order != 0 ? order : strcmp (x->id, y->id);
}

static void
number_customers (HtmlCustomers *self)
{
  g_ptr_array_sort (self->by_label, compare_labels);
  for (guint i = 0; i < self->by_label->len; i++)
    ((HtmlCustomer *) g_ptr_array_index (self->by_label, i))->number = i + 1;
}

/* Their rows */

static HtmlCustomer *
find_customer (const HtmlCustomers *self, const char *id)
{
  guint low = 0, high = self->by_id->len;

  if (is_null (id))
    return NULL;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      HtmlCustomer *customer = g_ptr_array_index (self->by_id, middle);
      int order = strcmp (id, customer->id);

      if (order == 0)
        return customer;
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return NULL;
}

static void
tell (HtmlCustomer *customer, CustomerNews news)
{
  customer->news = MAX (customer->news, news);
}

static CustomerNews
news_of_row (ReportTable table, gconstpointer row)
{
  if (table == REPORT_TIE_OUT)
    {
      const TieOutResult result = ((const TieOutRow *) row)->result;

      if (result == TIE_OUT_DIFFERS)
        return CUSTOMER_DISAGREES;
      return result == TIE_OUT_NOT_COMPARABLE ? CUSTOMER_DOUBTFUL : CUSTOMER_QUIET;
    }
  if (table == REPORT_AGREEMENTS)
    {
      const AgreementState state = ((const AgreementRow *) row)->state;

      return state == AGREEMENT_EXPIRED || state == AGREEMENT_EXPIRING
                     || state == AGREEMENT_UNREPORTED
                 ? CUSTOMER_NOTED
                 : CUSTOMER_QUIET;
    }
  return CUSTOMER_QUIET;
}

static void
find_rows (HtmlCustomers *self, const Report *report, ReportTable table)
{
  HtmlCustomer *customer = NULL;

  for (gsize i = 0; i < report_row_count (report, table); i++)
    {
      gconstpointer row = report_row (report, table, i);
      const char *id = *(const char *const *) row;

      if (customer == NULL || g_strcmp0 (customer->id, id) != 0)
        {
          customer = find_customer (self, id);
          if (customer == NULL)
            continue;
          customer->first[table] = i;
        }
      customer->count[table]++;
      tell (customer, news_of_row (table, row));
    }
}

/* Their findings */

static gint
compare_findings (gconstpointer a, gconstpointer b)
{
  const FindingRow *x = *(const FindingRow *const *) a;
  const FindingRow *y = *(const FindingRow *const *) b;
  gint order = g_strcmp0 (x->customer_id, y->customer_id);

  return order != 0 ? order : finding_order_compare (x, y);
}

static void
sort_findings (HtmlCustomers *self, const Report *report)
{
  for (gsize i = 0; i < report_row_count (report, REPORT_FINDINGS); i++)
    g_ptr_array_add (self->findings, (gpointer) (guintptr) report_row (report, REPORT_FINDINGS, i));
  g_ptr_array_sort (self->findings, compare_findings);
}

static void
find_findings (HtmlCustomers *self)
{
  for (guint i = 0; i < self->findings->len; i++)
    {
      const FindingRow *row = g_ptr_array_index (self->findings, i);
      HtmlCustomer *customer = find_customer (self, row->customer_id);

      if (customer == NULL)
        continue;
      if (customer->finding_count++ == 0)
        customer->findings = (const FindingRow *const *) &g_ptr_array_index (self->findings, i);
      tell (customer, row->severity == SEVERITY_ERROR     ? CUSTOMER_DISAGREES
                      : row->severity == SEVERITY_WARNING ? CUSTOMER_DOUBTFUL
                                                          : CUSTOMER_NOTED);
    }
}

HtmlCustomers *
html_customers_new (const Report *report)
{
  HtmlCustomers *self = g_new0 (HtmlCustomers, 1);

  self->report = report;
  self->by_id = g_ptr_array_new_with_free_func (customer_free);
  self->by_label = g_ptr_array_new ();
  self->findings = g_ptr_array_new ();
  add_customers (self, report);
  number_customers (self);
  for (gsize t = 0; t < G_N_ELEMENTS (sorted_tables); t++)
    find_rows (self, report, sorted_tables[t]);
  sort_findings (self, report);
  find_findings (self);
  return self;
}

void
html_customers_free (HtmlCustomers *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->by_label);
  g_ptr_array_unref (self->by_id);
  g_ptr_array_unref (self->findings);
  g_free (self);
}

gsize
html_customers_count (const HtmlCustomers *self)
{
  return self->by_label->len;
}

HtmlCustomer *
html_customers_get (const HtmlCustomers *self, gsize index)
{
  g_assert (index < self->by_label->len);
  return g_ptr_array_index (self->by_label, index);
}

const HtmlCustomer *
html_customers_lookup (const HtmlCustomers *self, const char *id)
{
  return find_customer (self, id);
}

/* What is at stake */

/* The rows of a customer come currency by currency: only the last stake can be the same. */
static void
add_stake (GArray *stakes, guint begin, const HtmlCustomer *customer, const char *currency,
           Decimal amount)
{
  const Stake fresh = { .currency = currency, .item = customer };
  const Decimal size = decimal_absolute (amount);

  if (stakes->len == begin
      || g_strcmp0 (g_array_index (stakes, Stake, stakes->len - 1).currency, currency) != 0)
    g_array_append_val (stakes, fresh);
  decimal_accumulate (&g_array_index (stakes, Stake, stakes->len - 1).amount, &size);
}

static void
add_findings (const HtmlCustomer *customer, GArray *stakes)
{
  const guint begin = stakes->len;

  for (gsize i = 0; i < customer->finding_count; i++)
    {
      const FindingRow *row = customer->findings[i];

      if (row->severity == customer->findings[0]->severity)
        add_stake (stakes, begin, customer, row->currency, row->amount);
    }
}

static void
add_incomparable (const HtmlCustomers *self, const HtmlCustomer *customer, GArray *stakes)
{
  const guint begin = stakes->len;
  const Decimal zero = { 0 };

  for (gsize i = 0; i < customer->count[REPORT_TIE_OUT]; i++)
    {
      const TieOutRow *row
          = report_row (self->report, REPORT_TIE_OUT, customer->first[REPORT_TIE_OUT] + i);
      const Amount *used = &row->balance_used, *credit = &row->invoice_credit;

      if (row->result == TIE_OUT_NOT_COMPARABLE)
        add_stake (stakes, begin, customer, row->currency,
                   decimal_max (used->known ? decimal_absolute (used->value) : zero,
                                credit->known ? decimal_absolute (credit->value) : zero));
    }
}

void
html_customers_add_stakes (const HtmlCustomers *self, const HtmlCustomer *customer, GArray *stakes)
{
  const guint begin = stakes->len;

  add_findings (customer, stakes);
  if (customer->news == CUSTOMER_DOUBTFUL)
    add_incomparable (self, customer, stakes);
  if (stakes->len == begin)
    add_stake (stakes, begin, customer, NULL, (Decimal){ 0 });
}

void
html_customers_append (const HtmlCustomers *self, GString *out, const char *id)
{
  const HtmlCustomer *customer = find_customer (self, id);

  if (customer == NULL)
    {
      g_string_append (out, HTML_DASH);
      return;
    }
  if (customer->section != NULL)
    g_string_append_printf (out, "<a href=\"#c%u\">", customer->number);
  html_text_append_escaped (out, customer->label);
  if (customer->section != NULL)
    g_string_append (out, "</a>");
}

gint
html_customers_compare (const HtmlCustomers *self, const char *a, const char *b)
{
  const HtmlCustomer *x = find_customer (self, a);
  const HtmlCustomer *y = find_customer (self, b);
  guint p = x != NULL ? x->number : 0;
  guint q = y != NULL ? y->number : 0;

  return (p > q) - (p < q);
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/rule/usage-tie-out.h"

#include "base/language/language-number.h"

#include <string.h>

/* Groups of several invoices of one month are compared together. */
typedef struct
{
  const ProductGroup *ids;
  const char *availability; /* "" where no daily file tells it */
  Month month;
  guint64 lines;
  guint64 usage_rows;
  Decimal charges;
  Decimal usage; /* not rounded */
  Position first;
} UsageTie;

/* The unexplained differences of one customer, month and currency. */
typedef struct
{
  const char *customer;
  const char *currency;
  Month month;
  guint64 groups;
  Decimal difference;
  Position first;
} UsageGap;

static int
compare_texts (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  return strcmp (a, b);
}

/* The products that stand in some daily file. */
static GTree *
products_with_usage (const GPtrArray *groups)
{
  GTree *products = g_tree_new_full (compare_texts, NULL, NULL, NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      ProductGroup *group = g_ptr_array_index (groups, i);
      if (group->is_usage)
        g_tree_insert (products, (gpointer) (guintptr) group->product, group);
    }
  return products;
}

static Month
group_month (const Reckoning *reckoning, const ProductGroup *group)
{
  const InvoiceMonth *found = invoice_months_lookup (reckoning->invoice_months, group->invoice);
  return found != NULL ? found->month : group->usage_month;
}

/* Basic exports have no AvailabilityId: then charges are not told apart by it either. */
static gboolean
usage_tells_availability (const GPtrArray *groups)
{
  for (guint i = 0; i < groups->len; i++)
    {
      const ProductGroup *group = g_ptr_array_index (groups, i);
      if (group->is_usage && group->availability[0] != '\0')
        return TRUE;
    }
  return FALSE;
}

static UsageTie
tie_of_group (const ProductGroup *group, Month month, gboolean gross, gboolean by_availability)
{
  UsageTie tie = { .ids = group,
                   .availability = by_availability ? group->availability : "",
                   .month = month,
                   .first = group->first };

  if (!group->is_usage)
    {
      tie.lines = group->rows;
      tie.charges = decimal_sum_value (&group->sum);
      return tie;
    }
  tie.usage_rows = group->rows;
  tie.usage = decimal_sum_value (&group->sum);
  if (group->aco != NULL)
    decimal_accumulate (&tie.usage, gross ? &group->aco->gross : &group->aco->net);
  return tie;
}

static int
compare_percents (const ProductGroup *x, const ProductGroup *y)
{
  if (x->has_pec != y->has_pec)
    return x->has_pec ? 1 : -1;
  return x->has_pec
             ? decimal_compare (decimal_unpack (x->pec_percent), decimal_unpack (y->pec_percent))
             : 0;
}

static int
compare_ties (gconstpointer a, gconstpointer b)
{
  const UsageTie *x = a, *y = b;
  int order = strcmp (x->ids->customer, y->ids->customer);

  if (order == 0)
    order = strcmp (x->ids->currency, y->ids->currency);
  if (order == 0)
    order = x->month - y->month;
  if (order == 0)
    order = strcmp (x->ids->subscription, y->ids->subscription);
  if (order == 0)
    order = strcmp (x->ids->product, y->ids->product);
  if (order == 0)
    order = strcmp (x->ids->sku, y->ids->sku);
  if (order == 0)
    order = strcmp (x->availability, y->availability);
  return order != 0 ? order : compare_percents (x->ids, y->ids);
}

static void
merge_tie (UsageTie *to, const UsageTie *from)
{
  to->lines += from->lines;
  to->usage_rows += from->usage_rows;
  decimal_accumulate (&to->charges, &from->charges);
  decimal_accumulate (&to->usage, &from->usage);
  to->first = position_first (to->first, from->first);
}

static gboolean
is_compared (const Reckoning *reckoning, const ProductGroup *group, GTree *products, Month month)
{
  return month != MONTH_NONE && month_activity_has_usage (reckoning->activity, month)
         && month_activity_has_invoices (reckoning->activity, month)
         && g_tree_lookup (products, group->product) != NULL;
}

/* One per group and month, sorted. */
static GArray *
collect_ties (const Reckoning *reckoning)
{
  g_autoptr (GPtrArray) groups = product_book_list (reckoning->books->products);
  g_autoptr (GTree) products = products_with_usage (groups);
  const gboolean gross = usage_book_is_gross (reckoning->books->usage);
  const gboolean by_availability = usage_tells_availability (groups);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (UsageTie));
  GArray *ties = g_array_new (FALSE, FALSE, sizeof (UsageTie));

  for (guint i = 0; i < groups->len; i++)
    {
      const ProductGroup *group = g_ptr_array_index (groups, i);
      const Month month = group_month (reckoning, group);
      const UsageTie tie = tie_of_group (group, month, gross, by_availability);

      if (is_compared (reckoning, group, products, month))
        g_array_append_val (all, tie);
    }
  g_array_sort (all, compare_ties);
  for (guint i = 0; i < all->len; i++)
    {
      const UsageTie *tie = &g_array_index (all, UsageTie, i);
      UsageTie *last = ties->len > 0 ? &g_array_index (ties, UsageTie, ties->len - 1) : NULL;

      if (last != NULL && compare_ties (last, tie) == 0)
        merge_tie (last, tie);
      else
        g_array_append_vals (ties, tie, 1);
    }
  return ties;
}

/* A cent per invoice line: each is rounded to cents, daily rows are not. */
static UsageResult
judge (const UsageTie *tie, Decimal difference)
{
  const Decimal allowed
      = decimal_multiply (decimal_from_scaled (1, 2), decimal_from_int ((gint64) tie->lines));

  if (decimal_compare (decimal_absolute (difference), allowed) <= 0)
    return USAGE_AGREES;
  if (tie->lines == 0)
    return USAGE_ONLY_USAGE;
  return tie->usage_rows == 0 ? USAGE_ONLY_INVOICE : USAGE_DIFFERS;
}

static void
add_row (const Reckoning *reckoning, const UsageTie *tie, Decimal usage, Decimal difference,
         UsageResult result)
{
  Report *report = reckoning->report;
  const ProductGroup *ids = tie->ids;
  const UsageTieOutRow row = {
    .customer_id = report_text_of_book (report, ids->customer),
    .subscription_id = report_text_of_book (report, ids->subscription),
    .product_id = report_text_of_book (report, ids->product),
    .sku_id = report_text_of_book (report, ids->sku),
    .availability_id = report_text_of_book (report, tie->availability),
    .currency = report_text_of_book (report, ids->currency),
    .month = tie->month,
    .pec_percent = { .known = ids->has_pec, .value = decimal_unpack (ids->pec_percent) },
    .usage = usage,
    .invoice = tie->charges,
    .difference = difference,
    .lines = tie->lines,
    .result = result,
  };
  report_append (report, REPORT_USAGE_TIE_OUT, &row);
}

static void
add_gap (GArray *gaps, const UsageTie *tie, Decimal difference)
{
  UsageGap *last = gaps->len > 0 ? &g_array_index (gaps, UsageGap, gaps->len - 1) : NULL;

  if (last == NULL || last->month != tie->month || strcmp (last->customer, tie->ids->customer) != 0
      || strcmp (last->currency, tie->ids->currency) != 0)
    {
      const UsageGap fresh
          = { .customer = tie->ids->customer, .currency = tie->ids->currency, .month = tie->month };
      g_array_append_val (gaps, fresh);
      last = &g_array_index (gaps, UsageGap, gaps->len - 1);
    }
  last->groups++;
  decimal_accumulate (&last->difference, &difference);
  last->first = position_first (last->first, tie->first);
}

static void
take_tie (const Reckoning *reckoning, const UsageTie *tie, GArray *gaps)
{
  const Decimal usage = decimal_round (tie->usage, 2, DECIMAL_HALF_UP);
  const Decimal difference = decimal_subtract (usage, tie->charges);
  const UsageResult result = judge (tie, difference);

  if (reckoning_reports (reckoning, tie->month))
    add_row (reckoning, tie, usage, difference, result);
  if (result != USAGE_AGREES)
    add_gap (gaps, tie, difference);
}

/* ACO406 */
static void
find_gap (const Reckoning *reckoning, const UsageGap *gap)
{
  const FindingFacts facts = { .code = FINDING_USAGE_CHARGE_DIFFERENCE,
                               .customer = gap->customer,
                               .currency = gap->currency,
                               .month = gap->month,
                               .at = gap->first,
                               .amount = gap->difference };
  g_autofree char *sum = language_number_in_sentence (reckoning->language, gap->difference, 2);

  g_autofree char *groups = g_strdup_printf ("%" G_GUINT64_FORMAT, gap->groups);
  reckoning_find (reckoning, &facts,
                  language_say_count (reckoning->language,
                                      "daily usage and invoice charges differ in %s product group, "
                                      "usage less charges is %s; see usage_tieout",
                                      "daily usage and invoice charges differ in %s product "
                                      "groups, usage less charges is %s; see usage_tieout",
                                      gap->groups),
                  groups, sum);
}

void
usage_tie_out_report (const Reckoning *reckoning)
{
  if (!product_book_has_usage (reckoning->books->products)
      || !month_activity_has_billed_usage (reckoning->activity))
    return;
  g_autoptr (GArray) ties = collect_ties (reckoning);
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (UsageGap));

  for (guint i = 0; i < ties->len; i++)
    take_tie (reckoning, &g_array_index (ties, UsageTie, i), gaps);
  for (guint i = 0; i < gaps->len; i++)
    find_gap (reckoning, &g_array_index (gaps, UsageGap, i));
}

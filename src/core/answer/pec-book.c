/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/answer/pec-book.h"

#include <string.h>

#include "base/key-bytes.h"

struct PecBook
{
  const HashKey *key;
  const InvoiceMonths *months;
  gboolean gross;
  GTree *tallies;        /* PecTallies * -> itself */
  GHashTable *resources; /* &resource->hash -> PecResource * */
  KeyBytes bytes;
};

static int
compare_tallies (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  const PecTallies *x = a, *y = b;
  int order = strcmp (x->customer, y->customer);

  if (order == 0)
    order = strcmp (x->currency, y->currency);
  if (order == 0)
    order = x->month - y->month;
  return order != 0 ? order : x->from_usage - y->from_usage;
}

static void
tallies_free (gpointer data)
{
  PecTallies *tallies = data;

  g_free (tallies->customer);
  g_free (tallies->currency);
  g_clear_pointer (&tallies->pec, pec_tallies_free);
  g_free (tallies);
}

static void
resource_free (gpointer data)
{
  PecResource *resource = data;

  g_free (resource->customer);
  g_free (resource->currency);
  g_free (resource->resource);
  g_array_unref (resource->earned);
  g_array_unref (resource->lost);
  g_free (resource);
}

PecBook *
pec_book_new (const HashKey *key, const InvoiceMonths *months, gboolean gross)
{
  PecBook *self = g_new0 (PecBook, 1);

  self->key = key;
  self->months = months;
  self->gross = gross;
  self->tallies = g_tree_new_full (compare_tallies, NULL, NULL, tallies_free);
  self->resources = g_hash_table_new_full (key_bytes_hash128_hash, key_bytes_hash128_equal, NULL,
                                           resource_free);
  key_bytes_init (&self->bytes);
  return self;
}

void
pec_book_free (PecBook *self)
{
  if (self == NULL)
    return;
  g_tree_unref (self->tallies);
  g_hash_table_unref (self->resources);
  key_bytes_clear (&self->bytes);
  g_free (self);
}

static PecTallies *
tallies_of (PecBook *self, Slice customer, Slice currency, Month month, gboolean from_usage)
{
  g_autofree char *lower = slice_dup_lower (customer);
  g_autofree char *upper = slice_dup_upper (currency);
  const PecTallies probe
      = { .customer = lower, .currency = upper, .month = month, .from_usage = from_usage };
  PecTallies *tallies = g_tree_lookup (self->tallies, &probe);

  if (tallies == NULL)
    {
      tallies = g_memdup2 (&probe, sizeof probe);
      tallies->customer = g_steal_pointer (&lower);
      tallies->currency = g_steal_pointer (&upper);
      g_tree_insert (self->tallies, tallies, tallies);
    }
  return tallies;
}

/* NULL when the invoice was not read. */
static const InvoiceMonth *
month_of_invoice (const PecBook *self, Slice invoice)
{
  g_autofree char *number = slice_dup_lower (invoice);
  return invoice_months_lookup (self->months, number);
}

static gboolean
is_spot (const UsageRow *row)
{
  return slice_has_word_folded (row->texts.meter_name, "spot")
         || slice_has_word_folded (row->texts.sku_name, "spot");
}

static gboolean
is_savings_plan (const UsageRow *row)
{
  return slice_find_folded (row->texts.benefit_type, "savings") >= 0;
}

static gboolean
is_reservation (const UsageRow *row)
{
  return slice_find_folded (row->texts.benefit_type, "reservation") >= 0
         || slice_find_folded (row->texts.additional_info, "\"reservationorderid\"") >= 0
         || slice_has_word_folded (row->texts.product_name, "ri");
}

static gboolean
is_third_party (const UsageRow *row)
{
  return !slice_is_empty (row->texts.publisher)
         && !slice_begins_folded (row->texts.publisher, "microsoft");
}

PecReason
pec_book_reason_of_usage (const UsageRow *row)
{
  if (row->is_aco_credited)
    return PEC_REASON_ACO;
  if (is_third_party (row))
    return PEC_REASON_THIRD_PARTY;
  if (is_savings_plan (row))
    return PEC_REASON_SAVINGS_PLAN;
  if (is_reservation (row))
    return PEC_REASON_RESERVATION;
  return is_spot (row) ? PEC_REASON_SPOT : PEC_REASON_UNEXPLAINED;
}

static Hash128
resource_hash (PecBook *self, const UsageRow *row, const PecTallies *tallies)
{
  KeyBytes *bytes = &self->bytes;

  key_bytes_restart (bytes);
  key_bytes_add_text (bytes, slice_of (tallies->customer));
  key_bytes_add_text (bytes, slice_of (tallies->currency));
  key_bytes_add_number (bytes, tallies->month);
  key_bytes_add_text (bytes, row->texts.resource);
  return key_bytes_hash (bytes, self->key);
}

static PecResource *
resource_of (PecBook *self, const UsageRow *row, const PecTallies *tallies)
{
  const Hash128 hash = resource_hash (self, row, tallies);
  PecResource *resource = g_hash_table_lookup (self->resources, &hash);

  if (resource == NULL)
    {
      resource = g_new0 (PecResource, 1);
      resource->hash = hash;
      resource->customer = g_strdup (tallies->customer);
      resource->currency = g_strdup (tallies->currency);
      resource->month = tallies->month;
      resource->resource = slice_dup (row->texts.resource);
      resource->earned = g_array_new (FALSE, FALSE, sizeof (Day));
      resource->lost = g_array_new (FALSE, FALSE, sizeof (PecLostDay));
      g_hash_table_insert (self->resources, &resource->hash, resource);
    }
  return resource;
}

static gboolean
earned_on (const PecResource *resource, Day day)
{
  for (guint i = resource->earned->len; i-- > 0;)
    if (g_array_index (resource->earned, Day, i) == day)
      return TRUE;
  return FALSE;
}

static void
add_lost (PecResource *resource, const UsageRow *row)
{
  for (guint i = resource->lost->len; i-- > 0;)
    {
      PecLostDay *lost = &g_array_index (resource->lost, PecLostDay, i);
      if (lost->day != row->usage_day)
        continue;
      decimal_accumulate (&lost->value, &row->billing_total);
      return;
    }
  const PecLostDay fresh = { .day = row->usage_day, .value = row->billing_total };
  g_array_append_val (resource->lost, fresh);
}

static void
note_resource (PecBook *self, const UsageRow *row, const PecTallies *tallies)
{
  if (slice_is_empty (row->texts.resource))
    return;
  PecResource *resource = resource_of (self, row, tallies);
  if (!row->has_pec)
    add_lost (resource, row);
  else if (!earned_on (resource, row->usage_day))
    g_array_append_val (resource->earned, row->usage_day);
}

static void
add_without_pec (PecBook *self, const UsageRow *row, PecTallies *tallies)
{
  const PecReason reason = pec_book_reason_of_usage (row);
  Decimal value = row->billing_total;

  if (reason == PEC_REASON_ACO)
    value = self->gross ? usage_row_gross_billing (row) : decimal_absolute (row->billing_total);
  decimal_accumulate (&tallies->none[reason], &value);
  if (reason == PEC_REASON_UNEXPLAINED && !decimal_is_zero (value))
    note_resource (self, row, tallies);
}

void
pec_book_add_usage (PecBook *self, const UsageRow *row)
{
  if (slice_is_empty (row->invoice))
    return;
  const InvoiceMonth *found = month_of_invoice (self, row->invoice);
  const Month month = found != NULL ? found->month : calendar_month_of (row->usage_day);
  PecTallies *tallies = tallies_of (self, row->customer, row->currency, month, TRUE);

  if (!row->has_pec)
    {
      add_without_pec (self, row, tallies);
      return;
    }
  pec_tallies_add (&tallies->pec, row->pec_percent, row->billing_total);
  note_resource (self, row, tallies);
}

static gboolean
is_spot_line (const InvoiceLine *line)
{
  return slice_has_word_folded (line->texts.sku_name, "spot")
         || slice_has_word_folded (line->texts.meter_description, "spot");
}

static void
add_charge (PecTallies *tallies, const InvoiceLine *line)
{
  const gboolean is_plan = slice_find_folded (line->texts.term, "savings plan") >= 0;

  switch (line->product_class)
    {
    case PRODUCT_AZURE_USAGE:
      if (line->has_pec)
        pec_tallies_add (&tallies->pec, line->pec_percent, line->subtotal);
      else
        decimal_accumulate (
            &tallies->none[is_spot_line (line) ? PEC_REASON_SPOT : PEC_REASON_UNEXPLAINED],
            &line->subtotal);
      break;
    case PRODUCT_AZURE_COMMITMENT:
      decimal_accumulate (
          &tallies->none[is_plan ? PEC_REASON_SAVINGS_PLAN : PEC_REASON_RESERVATION],
          &line->subtotal);
      break;
    case PRODUCT_THIRD_PARTY:
      decimal_accumulate (&tallies->none[PEC_REASON_THIRD_PARTY], &line->subtotal);
      break;
    case PRODUCT_OTHER: /* licences and support earn nothing by their nature */
    default:
      break;
    }
}

void
pec_book_add_line (PecBook *self, const InvoiceLine *line)
{
  if (slice_is_empty (line->invoice) || line->line_class == LINE_OTHER_CREDIT)
    return;
  const Month month = month_of_invoice (self, line->invoice)->month;
  PecTallies *tallies = tallies_of (self, line->customer, line->currency, month, FALSE);

  if (line->line_class == LINE_CHARGE)
    add_charge (tallies, line);
  else if (line->product_class == PRODUCT_AZURE_USAGE)
    {
      /* What ACO paid for was charged without the credit, and explains that. */
      const Decimal credit = decimal_negate (line->subtotal);
      decimal_accumulate (&tallies->none[PEC_REASON_ACO], &credit);
      decimal_accumulate (&tallies->none[PEC_REASON_UNEXPLAINED], &line->subtotal);
    }
}

GPtrArray *
pec_book_list (const PecBook *self)
{
  GPtrArray *list = g_ptr_array_new ();

  for (GTreeNode *node = g_tree_node_first (self->tallies); node != NULL;
       node = g_tree_node_next (node))
    g_ptr_array_add (list, g_tree_node_value (node));
  return list;
}

static int
compare_resources (gconstpointer a, gconstpointer b)
{
  const PecResource *x = *(const PecResource *const *) a, *y = *(const PecResource *const *) b;
  int order = strcmp (x->customer, y->customer);

  if (order == 0)
    order = strcmp (x->currency, y->currency);
  if (order == 0)
    order = x->month - y->month;
  return order != 0 ? order : strcmp (x->resource, y->resource);
}

/* A day on which some meter of the resource earned the credit is no lost day. */
static void
drop_earned_days (PecResource *resource)
{
  for (guint i = resource->lost->len; i-- > 0;)
    if (earned_on (resource, g_array_index (resource->lost, PecLostDay, i).day))
      g_array_remove_index (resource->lost, i);
}

GPtrArray *
pec_book_resources (const PecBook *self)
{
  GPtrArray *list = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer data;

  g_hash_table_iter_init (&iter, self->resources);
  while (g_hash_table_iter_next (&iter, NULL, &data))
    {
      PecResource *resource = data;

      drop_earned_days (resource);
      if (resource->earned->len > 0 && resource->lost->len > 0)
        g_ptr_array_add (list, resource);
    }
  g_ptr_array_sort (list, compare_resources);
  return list;
}

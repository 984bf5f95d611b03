/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/month/customer-parts.h"

#include <string.h>

#include "core/book/charge-book.h"
#include "core/book/credit-book.h"
#include "core/book/usage-book.h"

/* A list and how far it has been dealt out. */
typedef struct
{
  const GPtrArray *list;
  guint next;
  guint end;
  const char *(*customer_of) (gconstpointer item);
} Dealer;

struct CustomerParts
{
  Dealer credits;
  Dealer charges;
  Dealer usage;
  CustomerPart part;
};

static const char *
customer_of_credit (gconstpointer item)
{
  return ((const Credit *) item)->key.customer;
}

static const char *
customer_of_charges (gconstpointer item)
{
  return ((const ChargeTally *) item)->customer;
}

static const char *
customer_of_usage (gconstpointer item)
{
  return ((const UsageTally *) item)->customer;
}

CustomerParts *
customer_parts_new (const GPtrArray *credits, const GPtrArray *charges, const GPtrArray *usage)
{
  return customer_parts_new_share (credits, charges, usage, 0, 1);
}

/* Who is the first of the share @index, by the longest of the lists; NULL: whoever comes first. */
static const char *
first_customer (const CustomerParts *self, guint index, guint count)
{
  const Dealer *longest = &self->credits;

  if (self->charges.list->len > longest->list->len)
    longest = &self->charges;
  if (self->usage.list->len > longest->list->len)
    longest = &self->usage;
  if (index == 0 || longest->list->len == 0)
    return NULL;
  const guint64 place = (guint64) longest->list->len * index / count;
  return longest->customer_of (g_ptr_array_index (longest->list, place));
}

/* Where that customer stands, or would stand. */
static guint
place_of (const Dealer *dealer, const char *customer)
{
  guint low = 0, high = customer != NULL ? dealer->list->len : 0;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (strcmp (dealer->customer_of (g_ptr_array_index (dealer->list, middle)), customer) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
limit (Dealer *dealer, const char *first, const char *next, gboolean is_last)
{
  dealer->next = place_of (dealer, first);
  dealer->end = is_last ? dealer->list->len : place_of (dealer, next);
}

CustomerParts *
customer_parts_new_share (const GPtrArray *credits, const GPtrArray *charges,
                          const GPtrArray *usage, guint index, guint count)
{
  CustomerParts *self = g_new0 (CustomerParts, 1);

  g_assert (index < count);
  self->credits = (Dealer){ .list = credits, .customer_of = customer_of_credit };
  self->charges = (Dealer){ .list = charges, .customer_of = customer_of_charges };
  self->usage = (Dealer){ .list = usage, .customer_of = customer_of_usage };
  const gboolean is_last = index + 1 == count;
  const char *first = first_customer (self, index, count);
  const char *next = is_last ? NULL : first_customer (self, index + 1, count);
  limit (&self->credits, first, next, is_last);
  limit (&self->charges, first, next, is_last);
  limit (&self->usage, first, next, is_last);
  self->part.credits = g_ptr_array_new ();
  self->part.charges = g_ptr_array_new ();
  self->part.usage = g_ptr_array_new ();
  return self;
}

void
customer_parts_free (CustomerParts *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->part.credits);
  g_ptr_array_unref (self->part.charges);
  g_ptr_array_unref (self->part.usage);
  g_free (self);
}

/* The lesser of @customer and the customer whose turn it is in the list; NULL: none yet. */
static const char *
lesser (const Dealer *dealer, const char *customer)
{
  if (dealer->next == dealer->end)
    return customer;
  const char *own = dealer->customer_of (g_ptr_array_index (dealer->list, dealer->next));
  return customer == NULL || strcmp (own, customer) < 0 ? own : customer;
}

static void
deal (Dealer *dealer, const char *customer, GPtrArray *part)
{
  g_ptr_array_set_size (part, 0);
  for (; dealer->next < dealer->end; dealer->next++)
    {
      gpointer item = g_ptr_array_index (dealer->list, dealer->next);
      const char *own = dealer->customer_of (item);
      if (own != customer && strcmp (own, customer) != 0)
        break;
      g_ptr_array_add (part, item);
    }
}

const CustomerPart *
customer_parts_next (CustomerParts *self)
{
  const char *customer
      = lesser (&self->usage, lesser (&self->charges, lesser (&self->credits, NULL)));

  if (customer == NULL)
    return NULL;
  self->part.customer = customer;
  deal (&self->credits, customer, self->part.credits);
  deal (&self->charges, customer, self->part.charges);
  deal (&self->usage, customer, self->part.usage);
  return &self->part;
}

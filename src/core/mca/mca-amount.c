/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/mca/mca-amount.h"

#include <string.h>

Amount
mca_amount_add (Amount a, Amount b)
{
  if (!a.known || !b.known)
    return (Amount){ 0 };
  return amount_known (decimal_add (a.value, b.value));
}

Amount
mca_amount_subtract (Amount a, Amount b)
{
  if (!a.known || !b.known)
    return (Amount){ 0 };
  return amount_known (decimal_subtract (a.value, b.value));
}

Decimal
mca_amount_or_zero (Amount amount)
{
  return amount.known ? amount.value : decimal_from_int (0);
}

gboolean
mca_amount_is_beyond (Decimal difference, Decimal tolerance)
{
  return decimal_compare (decimal_absolute (difference), tolerance) > 0;
}

static const char *
first_of (const char *a, const char *b, const char *c)
{
  if (a != NULL)
    return a;
  return b != NULL ? b : c;
}

const char *
mca_amount_currency_of_balance (const McaBalance *balance)
{
  return first_of (balance->current.currency, balance->credit_currency, NULL);
}

const char *
mca_amount_currency_of_lot (const McaLot *lot)
{
  return first_of (lot->remaining.currency, lot->original.currency, lot->credit_currency);
}

const char *
mca_amount_currency_of_event (const McaEvent *event)
{
  return first_of (event->closing.currency, event->new_credit.currency, event->credit_currency);
}

/* Those that name one name the same. */
static gboolean
are_several (const char *const *currencies, gsize count)
{
  const char *first = NULL;

  for (gsize i = 0; i < count; i++)
    {
      if (currencies[i] == NULL)
        continue;
      if (first != NULL && strcmp (first, currencies[i]) != 0)
        return TRUE;
      first = currencies[i];
    }
  return FALSE;
}

gboolean
mca_amount_is_mixed_balance (const McaBalance *balance)
{
  const char *const currencies[]
      = { balance->estimated.currency, balance->current.currency, balance->adjustments.currency,
          balance->expired.currency,   balance->charges.currency, balance->credit_currency };

  return are_several (currencies, G_N_ELEMENTS (currencies));
}

gboolean
mca_amount_is_mixed_lot (const McaLot *lot)
{
  const char *const currencies[]
      = { lot->original.currency, lot->remaining.currency, lot->credit_currency };

  return are_several (currencies, G_N_ELEMENTS (currencies));
}

gboolean
mca_amount_is_mixed_event (const McaEvent *event)
{
  const char *const currencies[]
      = { event->new_credit.currency, event->adjustments.currency, event->expired.currency,
          event->charges.currency,    event->closing.currency,     event->credit_currency };

  return are_several (currencies, G_N_ELEMENTS (currencies));
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/amount.h"

void
amount_accumulate (Amount *sum, Amount further)
{
  if (further.known)
    decimal_accumulate (&sum->value, &further.value);
  sum->known = sum->known && further.known;
}

int
amount_order (const Amount *a, const Amount *b)
{
  if (a->known != b->known)
    return a->known ? 1 : -1;
  return a->known ? decimal_order (&a->value, &b->value) : 0;
}

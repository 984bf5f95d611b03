/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/usage-tally.h"

UsageCredit *
usage_tally_credit (UsageTally *self)
{
  if (self->aco == NULL)
    self->aco = g_new0 (UsageCredit, 1);
  return self->aco;
}

static void
merge_aco (UsageTally *to, const UsageCredit *from)
{
  UsageCredit *aco = usage_tally_credit (to);

  decimal_accumulate (&aco->net, &from->net);
  decimal_accumulate (&aco->gross, &from->gross);
  decimal_accumulate (&aco->pricing_net, &from->pricing_net);
  decimal_accumulate (&aco->pricing_gross, &from->pricing_gross);
  aco->first = position_first (aco->first, from->first);
  aco->first_net = position_first (aco->first_net, from->first_net);
  aco->first_gross = position_first (aco->first_gross, from->first_gross);
}

void
usage_tally_merge (UsageTally *self, const UsageTally *later)
{
  if (later->aco != NULL)
    merge_aco (self, later->aco);
  pec_tallies_merge (&self->pec, later->pec);
  self->first_pec = position_first (self->first_pec, later->first_pec);
  self->first_pec_value = position_first (self->first_pec_value, later->first_pec_value);
  self->has_pec_value = self->has_pec_value || later->has_pec_value;
  decimal_sum_add_sum (&self->plain, &later->plain);
}

void
usage_tally_clear (UsageTally *self)
{
  decimal_sum_clear (&self->plain);
  g_clear_pointer (&self->aco, g_free);
  g_clear_pointer (&self->pec, pec_tallies_free);
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/month/agreement-end.h"

/* granted = used + balance + forfeited so far */
Decimal
agreement_end_forfeited (const AgreementRow *row)
{
  return decimal_subtract (decimal_subtract (row->granted, row->used_total), row->balance);
}

Decimal
agreement_end_lost (const AgreementRow *row)
{
  return decimal_subtract (row->granted, row->used_total);
}

gboolean
agreement_end_is_unseen (const AgreementRow *row)
{
  return row->state == AGREEMENT_EXPIRED && row->expiry_date != DAY_NONE
         && row->last_month != MONTH_NONE && row->last_month < calendar_month_of (row->expiry_date)
         && !decimal_is_zero (agreement_end_lost (row));
}

gboolean
agreement_end_is_unreported (const AgreementRow *row)
{
  return row->state == AGREEMENT_UNREPORTED;
}

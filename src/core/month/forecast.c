/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/month/forecast.h"

/* A month is 30.4375 = 487 / 16 days: a twelfth of 365.25. */
#define MONTH_DAYS_NUMERATOR 487
#define MONTH_DAYS_DENOMINATOR 16

#define LAST_YEAR 9999

void
forecast_take (RecentUse *recent, const RollForward *row)
{
  if (recent->months == FORECAST_MONTHS || !row->used.known || roll_forward_has_gap (row))
    return;
  recent->months++;
  decimal_accumulate (&recent->used, &row->used.value);
}

/* as-of + floor (B x 30.4375 / burn), where burn = used / months. */
static Day
run_out_date (const RecentUse *recent, Decimal balance, Day as_of)
{
  const Day last = calendar_last_day (calendar_month (LAST_YEAR, 12));
  const Decimal scaled = decimal_multiply (
      balance, decimal_from_int ((gint64) recent->months * MONTH_DAYS_NUMERATOR));
  const Decimal divisor
      = decimal_multiply (recent->used, decimal_from_int (MONTH_DAYS_DENOMINATOR));
  const Decimal days = decimal_multiply_divide (scaled, decimal_from_int (1), divisor, 0,
                                                DECIMAL_TRUNCATE); /* both are > 0 */

  if (decimal_order_int (&days, last - as_of) > 0)
    return DAY_NONE;
  g_autofree char *text = decimal_to_string (days, 0);
  return as_of + (Day) g_ascii_strtoll (text, NULL, 10);
}

/* H (B - burn x D / 30.4375), of which nothing is divided before the end. */
static Decimal
forecast_forfeit (const RecentUse *recent, Decimal balance, gint64 days)
{
  const Decimal divisor = decimal_from_int ((gint64) recent->months * MONTH_DAYS_NUMERATOR);
  const Decimal used
      = decimal_multiply (recent->used, decimal_from_int (days * MONTH_DAYS_DENOMINATOR));
  const Decimal left = decimal_subtract (decimal_multiply (balance, divisor), used);

  if (decimal_sign (left) <= 0)
    return (Decimal){ 0 };
  return decimal_multiply_divide (left, decimal_from_int (1), divisor, 2, DECIMAL_HALF_UP);
}

Forecast
forecast_make (const RecentUse *recent, const CreditFigures *figures, Day as_of)
{
  const Decimal zero = { 0 };
  const RecentUse use = { .months = recent->months, .used = decimal_max (recent->used, zero) };
  Forecast forecast = { 0 };

  if (use.months == 0)
    return forecast;
  forecast.burn = amount_known (decimal_multiply_divide (
      use.used, decimal_from_int (1), decimal_from_int (use.months), 2, DECIMAL_HALF_UP));
  if (!decimal_is_zero (use.used))
    forecast.run_out_date = run_out_date (&use, credit_book_balance_amount (figures), as_of);
  if (figures->expiry != DAY_NONE)
    forecast.forecast_forfeit = amount_known (forecast_forfeit (
        &use, credit_book_balance_amount (figures), (gint64) figures->expiry - as_of));
  return forecast;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/record/invoice-line.h"

#include "base/currency.h"

static gboolean
is_term_of_commitment (const InvoiceLine *line)
{
  const Slice term = line->texts.term;
  guint answer;

  if (run_notes_answer (line->notes.term, &answer))
    return answer != 0;
  const gboolean is_one = slice_find_folded (term, "reservation") >= 0
                          || slice_find_folded (term, "savings plan") >= 0;
  return run_notes_keep_flag (line->notes.term, is_one);
}

#define SALE_IS_SUPPORT 1
#define SALE_IS_CUSTOMER_CREDIT 2

/* Of these: what product and charge type say. */
static guint
sale_of_line (const InvoiceLine *line)
{
  const InvoiceTexts *texts = &line->texts;
  guint answer = 0;

  if (run_notes_answer (line->notes.product, &answer))
    return answer;
  if (slice_has_word_folded (texts->product_name, "support")
      || slice_has_word_folded (texts->sku_name, "support"))
    answer |= SALE_IS_SUPPORT;
  if (slice_equals_folded (texts->charge_type, "customercredit"))
    answer |= SALE_IS_CUSTOMER_CREDIT;
  return run_notes_keep_answer (line->notes.product, answer);
}

#define PLAN_FIRST_PARTY 1
#define PLAN_OF_AZURE 2

/* Of these. */
static guint
plan_of_line (const InvoiceLine *line)
{
  const InvoiceTexts *texts = &line->texts;
  guint answer = 0;

  if (run_notes_answer (line->notes.plan, &answer))
    return answer;
  if (slice_is_empty (texts->publisher) || slice_begins_folded (texts->publisher, "microsoft"))
    answer |= PLAN_FIRST_PARTY;
  if (slice_equals_folded (texts->subscription_description, "azure plan"))
    answer |= PLAN_OF_AZURE;
  return run_notes_keep_answer (line->notes.plan, answer);
}

static ProductClass
product_class_of (const InvoiceLine *line)
{
  const guint plan = plan_of_line (line);
  const gboolean is_first_party = (plan & PLAN_FIRST_PARTY) != 0;
  const gboolean is_usage
      = (plan & PLAN_OF_AZURE) != 0 || !slice_is_empty (line->texts.meter_description);
  const gboolean commitment
      = !slice_is_empty (line->texts.reservation_order) || is_term_of_commitment (line);

  if (is_usage && is_first_party && !commitment && (sale_of_line (line) & SALE_IS_SUPPORT) == 0)
    return PRODUCT_AZURE_USAGE;
  if (commitment)
    return PRODUCT_AZURE_COMMITMENT;
  return is_first_party ? PRODUCT_OTHER : PRODUCT_THIRD_PARTY;
}

static gboolean
is_aco_reason (Slice reason, const char *const *further)
{
  if (slice_is_empty (reason))
    return FALSE;
  if (slice_equals_folded (reason, "azure credit offer")
      || slice_equals_folded (reason, "azure credit")
      || slice_equals_folded (reason, "azure consumption credit"))
    return TRUE;
  for (; further != NULL && *further != NULL; further++)
    if (slice_equals_folded (reason, *further))
      return TRUE;
  return FALSE;
}

static LineClass
line_class_of (const InvoiceLine *line, const char *const *aco_reasons)
{
  if (is_aco_reason (line->texts.credit_reason, aco_reasons))
    return LINE_ACO_CREDIT;
  return (sale_of_line (line) & SALE_IS_CUSTOMER_CREDIT) != 0 ? LINE_OTHER_CREDIT : LINE_CHARGE;
}

void
invoice_line_classify (InvoiceLine *line, const char *const *aco_reasons, DecimalMark mark,
                       PecMemo *memo)
{
  line->product_class = product_class_of (line);
  line->line_class = line_class_of (line, aco_reasons);
  line->has_pec
      = pec_percent_remembered (memo, line->texts.price_adjustment, mark, &line->pec_percent);
}

/* T(E x Q): an amount of the pricing currency, which has cents whatever the billing one has. */
static Decimal
priced_amount (const InvoiceLine *line)
{
  return decimal_round (decimal_multiply (line->price, line->quantity), 2, DECIMAL_TRUNCATE);
}

static gboolean
has_rate (const InvoiceLine *line)
{
  return !decimal_is_int (&line->rate, 1);
}

/* T(E x R): what a seat costs. */
static Decimal
seat_amount (const InvoiceLine *line, guint places)
{
  const Decimal exact = has_rate (line) ? decimal_multiply (line->price, line->rate) : line->price;
  return decimal_round (exact, places, DECIMAL_TRUNCATE);
}

/* T(T(E x Q) x R), Microsoft's documented formula for usage (spec section 7.5). */
static Decimal
usage_subtotal (const InvoiceLine *line, guint places)
{
  return decimal_round (decimal_multiply (priced_amount (line), line->rate), places,
                        DECIMAL_TRUNCATE);
}

/* Whether usage_subtotal() is the Subtotal. Where the rate is 1, cutting the product once to
   @places gives the same as cutting it to cents first, for @places are at most 2. */
static gboolean
fits_usage (const InvoiceLine *line, guint places)
{
  if (!has_rate (line))
    return decimal_is_rounded_product (&line->subtotal, &line->price, &line->quantity, places,
                                       DECIMAL_TRUNCATE);
  const Decimal priced = priced_amount (line);
  return decimal_is_rounded_product (&line->subtotal, &priced, &line->rate, places,
                                     DECIMAL_TRUNCATE);
}

/* T(E x R) x Q, the documented formula for licences. */
static Decimal
licence_subtotal (const InvoiceLine *line, guint places)
{
  return decimal_multiply (seat_amount (line, places), line->quantity);
}

static gboolean
fits_licence (const InvoiceLine *line, guint places)
{
  const Decimal seat = seat_amount (line, places);
  return decimal_is_rounded_product (&line->subtotal, &seat, &line->quantity, DECIMAL_PLACES_ALL,
                                     DECIMAL_TRUNCATE);
}

/* H(E x Q x R) */
static Decimal
half_up_subtotal (const InvoiceLine *line, guint places)
{
  const Decimal exact
      = decimal_multiply (decimal_multiply (line->price, line->quantity), line->rate);
  return decimal_round (exact, places, DECIMAL_HALF_UP);
}

static gboolean
fits_half_up (const InvoiceLine *line, guint places)
{
  if (!has_rate (line))
    return decimal_is_rounded_product (&line->subtotal, &line->price, &line->quantity, places,
                                       DECIMAL_HALF_UP);
  const Decimal priced = decimal_multiply (line->price, line->quantity);
  return decimal_is_rounded_product (&line->subtotal, &priced, &line->rate, places,
                                     DECIMAL_HALF_UP);
}

static Decimal
distance (Decimal a, Decimal b)
{
  return decimal_absolute (decimal_subtract (a, b));
}

/* One cent per line, or per seat and rate where seats are rounded one by one. */
static gboolean
is_near (const InvoiceLine *line, Decimal usage, Decimal licence)
{
  const Decimal cent = decimal_from_scaled (1, 2);

  if (decimal_compare (distance (line->subtotal, usage), cent) <= 0)
    return TRUE;
  if (line->product_class == PRODUCT_AZURE_USAGE)
    return FALSE;
  const Decimal seats = decimal_multiply (decimal_absolute (line->quantity), line->rate);
  return decimal_compare (distance (line->subtotal, licence), decimal_multiply (cent, seats)) <= 0;
}

#define RULE_COUNT (FIT_HALF_UP + 1)

/* What the three rules give, in the order in which ties are decided. */
static void
set_rules (const InvoiceLine *line, guint places, Decimal rules[RULE_COUNT])
{
  rules[FIT_USAGE] = usage_subtotal (line, places);
  rules[FIT_LICENCE] = licence_subtotal (line, places);
  rules[FIT_HALF_UP] = half_up_subtotal (line, places);
}

static Decimal
nearest_excess (Decimal subtotal, const Decimal *rules, guint rule_count)
{
  Decimal nearest = decimal_subtract (subtotal, rules[0]);

  for (guint i = 1; i < rule_count; i++)
    {
      const Decimal excess = decimal_subtract (subtotal, rules[i]);
      if (decimal_compare (decimal_absolute (excess), decimal_absolute (nearest)) < 0)
        nearest = excess;
    }
  return nearest;
}

/* The first of the three rules that gives the Subtotal, or FIT_NONE. */
static Fit
exact_fit (const InvoiceLine *line, guint places)
{
  if (fits_usage (line, places))
    return FIT_USAGE;
  if (fits_licence (line, places))
    return FIT_LICENCE;
  return fits_half_up (line, places) ? FIT_HALF_UP : FIT_NONE;
}

/* For a line that no rule gives exactly. */
static Fit
near_fit (const InvoiceLine *line, gboolean is_whole, Decimal *excess)
{
  Decimal rules[2 * RULE_COUNT]; /* to cents, then to whole units */

  set_rules (line, 2, rules);
  if (is_near (line, rules[FIT_USAGE], rules[FIT_LICENCE]))
    return FIT_NEAR;
  if (is_whole)
    set_rules (line, 0, rules + RULE_COUNT);
  *excess = nearest_excess (line->subtotal, rules, is_whole ? 2 * RULE_COUNT : RULE_COUNT);
  return FIT_NONE;
}

Fit
invoice_line_fit (const InvoiceLine *line, Decimal *excess)
{
  if (!line->has_price || !line->has_quantity)
    return FIT_NOT_TESTED;
  Fit fit = exact_fit (line, 2);
  if (fit != FIT_NONE)
    return fit;
  const gboolean is_whole = currency_is_whole (line->currency);
  if (is_whole)
    fit = exact_fit (line, 0);
  return fit != FIT_NONE ? fit : near_fit (line, is_whole, excess);
}

Decimal
invoice_line_pricing_credit (const InvoiceLine *line)
{
  return decimal_negate (priced_amount (line));
}

const char *
invoice_line_class_name (ProductClass product_class)
{
  static const char *const names[] = { "azure-usage", "azure-commitment", "third-party", "other" };
  return names[product_class];
}

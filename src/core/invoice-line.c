/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/invoice-line.h"

#include "core/currency.h"

static gboolean
is_commitment (const InvoiceTexts *texts)
{
  return !slice_is_empty (texts->reservation_order)
         || slice_find_folded (texts->term, "reservation") >= 0
         || slice_find_folded (texts->term, "savings plan") >= 0;
}

static gboolean
is_support_plan (const InvoiceTexts *texts)
{
  return slice_has_word_folded (texts->product_name, "support")
         || slice_has_word_folded (texts->sku_name, "support");
}

static gboolean
is_first_party (const InvoiceTexts *texts)
{
  return slice_is_empty (texts->publisher) || slice_begins_folded (texts->publisher, "microsoft");
}

static gboolean
is_azure_plan (const InvoiceTexts *texts)
{
  return slice_equals_folded (texts->subscription_description, "azure plan")
         || !slice_is_empty (texts->meter_description);
}

static ProductClass
product_class_of (const InvoiceTexts *texts)
{
  const gboolean commitment = is_commitment (texts);

  if (is_azure_plan (texts) && is_first_party (texts) && !commitment && !is_support_plan (texts))
    return PRODUCT_AZURE_USAGE;
  if (commitment)
    return PRODUCT_AZURE_COMMITMENT;
  return is_first_party (texts) ? PRODUCT_OTHER : PRODUCT_THIRD_PARTY;
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
line_class_of (const InvoiceTexts *texts, const char *const *aco_reasons)
{
  if (is_aco_reason (texts->credit_reason, aco_reasons))
    return LINE_ACO_CREDIT;
  if (slice_equals_folded (texts->charge_type, "customercredit"))
    return LINE_OTHER_CREDIT;
  return LINE_CHARGE;
}

static gboolean
is_number_character (char c, DecimalMark mark)
{
  return g_ascii_isdigit (c) || c == '.' || (mark == DECIMAL_COMMA && c == ',');
}

/* A sign, a letter or a comma inside a number before it: what follows is not the whole number. */
static gboolean
is_part_of_more (Slice text, gsize start)
{
  if (start == 0)
    return FALSE;
  const char before = text.text[start - 1];
  if (before == ',')
    return start >= 2 && g_ascii_isdigit (text.text[start - 2]);
  return before == '-' || before == '+' || g_ascii_isalnum (before);
}

/* The number that ends just before @end, written with either mark where both can occur. */
static gboolean
number_before (Slice text, gsize end, DecimalMark mark, Decimal *number)
{
  gsize start;

  while (end > 0 && text.text[end - 1] == ' ')
    end--;
  for (start = end; start > 0 && is_number_character (text.text[start - 1], mark); start--)
    ;
  while (start < end && text.text[start] == ',') /* of the list before, not of the number */
    start++;
  return start < end && !is_part_of_more (text, start)
         && (decimal_parse (text.text + start, end - start, DECIMAL_POINT, number)
             || decimal_parse (text.text + start, end - start, mark, number));
}

/* "p%", any blanks, "Partner earned credit": where the percent sign stands, or -1. */
static gssize
find_percent_sign (Slice text, gssize *phrase)
{
  gsize end;

  *phrase = slice_find_folded (text, "partner earned credit");
  if (*phrase < 0)
    return -1;
  for (end = (gsize) *phrase; end > 0 && text.text[end - 1] == ' '; end--)
    ;
  return end > 0 && text.text[end - 1] == '%' ? (gssize) end - 1 : -1;
}

static gboolean
is_percentage_of_credit (Decimal percent)
{
  return decimal_sign (percent) > 0 && decimal_compare (percent, decimal_from_int (100)) < 0;
}

gboolean
pec_percent_from_text (Slice text, DecimalMark mark, Decimal *percent)
{
  gssize phrase = 0;

  while (phrase >= 0)
    {
      const gssize sign = find_percent_sign (text, &phrase);
      Decimal found;

      if (sign >= 0 && number_before (text, (gsize) sign, mark, &found)
          && is_percentage_of_credit (found))
        {
          *percent = found;
          return TRUE;
        }
      if (phrase >= 0)
        text = (Slice){ text.text + phrase + 1, text.length - (gsize) phrase - 1 };
    }
  return FALSE;
}

void
invoice_line_classify (InvoiceLine *line, const char *const *aco_reasons, DecimalMark mark)
{
  line->product_class = product_class_of (&line->texts);
  line->line_class = line_class_of (&line->texts, aco_reasons);
  line->has_pec = pec_percent_from_text (line->texts.price_adjustment, mark, &line->pec_percent);
}

static Decimal
list_share (Decimal net, Decimal part, Decimal percent)
{
  const Decimal rest = decimal_subtract (decimal_from_int (100), percent);
  return decimal_multiply_divide (net, part, rest, 2, DECIMAL_HALF_UP);
}

Decimal
pec_list_value (Decimal net, Decimal percent)
{
  return list_share (net, decimal_from_int (100), percent);
}

Decimal
pec_earned (Decimal net, Decimal percent)
{
  return list_share (net, percent, percent);
}

/* T(T(E x Q) x R), Microsoft's documented formula for usage (spec section 7.5). E x Q is an amount
   of the pricing currency, which has cents whatever the billing currency has. */
static Decimal
usage_subtotal (const InvoiceLine *line, guint places)
{
  const Decimal priced
      = decimal_round (decimal_multiply (line->price, line->quantity), 2, DECIMAL_TRUNCATE);
  return decimal_round (decimal_multiply (priced, line->rate), places, DECIMAL_TRUNCATE);
}

/* T(E x R) x Q, the documented formula for licences. */
static Decimal
licence_subtotal (const InvoiceLine *line, guint places)
{
  const Decimal seat
      = decimal_round (decimal_multiply (line->price, line->rate), places, DECIMAL_TRUNCATE);
  return decimal_multiply (seat, line->quantity);
}

static Decimal
half_up_subtotal (const InvoiceLine *line, guint places)
{
  const Decimal exact
      = decimal_multiply (decimal_multiply (line->price, line->quantity), line->rate);
  return decimal_round (exact, places, DECIMAL_HALF_UP);
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

/* The rules come in the order in which ties are decided. */
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

#define RULE_COUNT (FIT_HALF_UP + 1)

/* The first of the three rules that gives the Subtotal, or FIT_NONE; @rules: what they give. */
static Fit
exact_fit (const InvoiceLine *line, guint places, Decimal rules[RULE_COUNT])
{
  rules[FIT_USAGE] = usage_subtotal (line, places);
  if (decimal_equal (line->subtotal, rules[FIT_USAGE]))
    return FIT_USAGE;
  rules[FIT_LICENCE] = licence_subtotal (line, places);
  if (decimal_equal (line->subtotal, rules[FIT_LICENCE]))
    return FIT_LICENCE;
  rules[FIT_HALF_UP] = half_up_subtotal (line, places);
  return decimal_equal (line->subtotal, rules[FIT_HALF_UP]) ? FIT_HALF_UP : FIT_NONE;
}

Fit
invoice_line_fit (const InvoiceLine *line, Decimal *excess)
{
  Decimal rules[2 * RULE_COUNT]; /* to cents, then to whole units */
  guint rule_count = RULE_COUNT;

  if (!line->has_price || !line->has_quantity)
    return FIT_NOT_TESTED;
  Fit fit = exact_fit (line, 2, rules);
  if (fit == FIT_NONE && currency_is_whole (line->currency))
    {
      fit = exact_fit (line, 0, rules + RULE_COUNT);
      rule_count += RULE_COUNT;
    }
  if (fit != FIT_NONE)
    return fit;
  if (is_near (line, rules[FIT_USAGE], rules[FIT_LICENCE]))
    return FIT_NEAR;
  *excess = nearest_excess (line->subtotal, rules, rule_count);
  return FIT_NONE;
}

Decimal
invoice_line_pricing_credit (const InvoiceLine *line)
{
  return decimal_negate (
      decimal_round (decimal_multiply (line->price, line->quantity), 2, DECIMAL_TRUNCATE));
}

const char *
product_class_name (ProductClass product_class)
{
  static const char *const names[] = { "azure-usage", "azure-commitment", "third-party", "other" };
  return names[product_class];
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/table/report-focus.h"

#include "output/table/csv-text.h"

/* A part of a waterfall row as FOCUS sees it. */
typedef struct
{
  const char *category;
  const char *description;
  const char *publisher; /* NULL: not known */
  const char *service;
  const char *part; /* the x_ column: which figure of the waterfall it is */
  Decimal billed;
  Decimal list; /* before what a discount took off */
} FocusCharge;

typedef void (*CellWriter) (const WaterfallRow *row, const FocusCharge *charge, Sink *sink);

typedef struct
{
  const char *name;
  CellWriter write; /* NULL: the report does not know it */
} FocusColumn;

static void
write_money (Decimal value, Sink *sink)
{
  g_autofree char *text = decimal_to_string (value, 2);

  sink_append (sink, text);
}

static void
write_billed (const WaterfallRow *row G_GNUC_UNUSED, const FocusCharge *charge, Sink *sink)
{
  write_money (charge->billed, sink);
}

static void
write_list (const WaterfallRow *row G_GNUC_UNUSED, const FocusCharge *charge, Sink *sink)
{
  write_money (charge->list, sink);
}

static void
write_category (const WaterfallRow *row G_GNUC_UNUSED, const FocusCharge *charge, Sink *sink)
{
  sink_append (sink, charge->category);
}

static void
write_description (const WaterfallRow *row G_GNUC_UNUSED, const FocusCharge *charge, Sink *sink)
{
  sink_append (sink, charge->description);
}

static void
write_publisher (const WaterfallRow *row G_GNUC_UNUSED, const FocusCharge *charge, Sink *sink)
{
  csv_text_write (charge->publisher, sink);
}

static void
write_service (const WaterfallRow *row G_GNUC_UNUSED, const FocusCharge *charge, Sink *sink)
{
  sink_append (sink, charge->service);
}

static void
write_part (const WaterfallRow *row G_GNUC_UNUSED, const FocusCharge *charge, Sink *sink)
{
  sink_append (sink, charge->part);
}

static void
write_microsoft (const WaterfallRow *row G_GNUC_UNUSED, const FocusCharge *charge G_GNUC_UNUSED,
                 Sink *sink)
{
  sink_append (sink, "Microsoft");
}

static void
write_other (const WaterfallRow *row G_GNUC_UNUSED, const FocusCharge *charge G_GNUC_UNUSED,
             Sink *sink)
{
  sink_append (sink, "Other");
}

static void
write_currency (const WaterfallRow *row, const FocusCharge *charge G_GNUC_UNUSED, Sink *sink)
{
  csv_text_write (row->currency, sink);
}

static void
write_customer (const WaterfallRow *row, const FocusCharge *charge G_GNUC_UNUSED, Sink *sink)
{
  csv_text_write (row->customer_id, sink);
}

static void
write_customer_name (const WaterfallRow *row, const FocusCharge *charge G_GNUC_UNUSED, Sink *sink)
{
  csv_text_write (row->customer_name, sink);
}

static void
write_midnight (Month month, Sink *sink)
{
  char date[DAY_TEXT_SIZE];

  calendar_print_day (calendar_first_day (month), date);
  sink_printf (sink, "%sT00:00:00Z", date);
}

static void
write_start (const WaterfallRow *row, const FocusCharge *charge G_GNUC_UNUSED, Sink *sink)
{
  write_midnight (row->month, sink);
}

/* Ends are exclusive. */
static void
write_end (const WaterfallRow *row, const FocusCharge *charge G_GNUC_UNUSED, Sink *sink)
{
  if (row->month < calendar_month (9999, 12)) /* there is no year 10000 to name it by */
    write_midnight (row->month + 1, sink);
}

/* In the order of the alphabet, as FOCUS lists them, its own before ours. */
static const FocusColumn columns[] = {
  { "BilledCost", write_billed },
  { "BillingAccountId", NULL },
  { "BillingAccountName", NULL },
  { "BillingCurrency", write_currency },
  { "BillingPeriodEnd", write_end },
  { "BillingPeriodStart", write_start },
  { "ChargeCategory", write_category },
  { "ChargeClass", NULL },
  { "ChargeDescription", write_description },
  { "ChargePeriodEnd", write_end },
  { "ChargePeriodStart", write_start },
  { "ContractedCost", write_billed },
  { "EffectiveCost", write_billed },
  { "InvoiceIssuerName", write_microsoft },
  { "ListCost", write_list },
  { "PricingQuantity", NULL },
  { "PricingUnit", NULL },
  { "ProviderName", write_microsoft },
  { "PublisherName", write_publisher },
  { "ServiceCategory", write_other },
  { "ServiceName", write_service },
  { "SubAccountId", write_customer },
  { "SubAccountName", write_customer_name },
  { "x_WaterfallPart", write_part },
};

static void
write_header (Sink *sink)
{
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    sink_printf (sink, i == 0 ? "%s" : ",%s", columns[i].name);
  sink_append_char (sink, '\n');
}

static void
write_charge (const WaterfallRow *row, const FocusCharge *charge, Sink *sink)
{
  /* Lines of list value 0 and cost 0 are no charge; a part may be free and have a list value. */
  if (decimal_is_zero (charge->billed) && decimal_is_zero (charge->list))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      if (i > 0)
        sink_append_char (sink, ',');
      if (columns[i].write != NULL)
        columns[i].write (row, charge, sink);
    }
  sink_append_char (sink, '\n');
}

static void
write_charges (const WaterfallRow *row, Sink *sink)
{
  const Decimal rest
      = decimal_subtract (decimal_subtract (row->charges, row->plain), row->pec_base);
  const FocusCharge charges[] = {
    { "Usage", "Azure usage without Partner Earned Credit", "Microsoft", "Azure", "plain",
      row->plain, row->plain },
    { "Usage", "Azure usage with Partner Earned Credit", "Microsoft", "Azure", "pec_base",
      row->pec_base, row->pec_list },
    { "Purchase", "All other charges", NULL, "Other Microsoft invoice charges", "other_charges",
      rest, rest },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (charges); i++)
    write_charge (row, &charges[i], sink);
}

static void
write_credits (const WaterfallRow *row, Sink *sink)
{
  const Decimal aco = decimal_negate (row->aco_used);
  const Decimal other = decimal_negate (row->other_credits);
  const FocusCharge credits[] = {
    { "Credit", "Azure Credit Offer", "Microsoft", "Azure", "aco_used", aco, aco },
    { "Credit", "Other credits", "Microsoft", "Other Microsoft invoice charges", "other_credits",
      other, other },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (credits); i++)
    write_charge (row, &credits[i], sink);
}

void
report_focus_write (const Report *report, Sink *sink)
{
  const gsize count = report_row_count (report, REPORT_WATERFALL);

  write_header (sink);
  for (gsize i = 0; i < count && !sink_has_failed (sink); i++)
    {
      const WaterfallRow *row = report_row (report, REPORT_WATERFALL, i);

      write_charges (row, sink);
      write_credits (row, sink);
    }
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/mca/charge-file.h"

#include "input/mca/mca-owner.h"

enum
{
  CHARGE_DATE,
  CHARGE_AMOUNT,
  CHARGE_CURRENCY,
  CHARGE_PRODUCT,
  CHARGE_PUBLISHER,
  CHARGE_PUBLISHER_TYPE,
  CHARGE_KIND,
  CHARGE_PRICING_MODEL,
  CHARGE_PROFILE,
  CHARGE_INVOICE,
  CHARGE_ELIGIBLE,
  CHARGE_COLUMN_COUNT
};

const TableForm *
charge_file_form (void)
{
  static const char *const dates[] = { "Date", "UsageDate", "ChargeDate", "TransactionDate", NULL };
  static const char *const amounts[]
      = { "Amount", "CostInBillingCurrency", "Cost", "BillingPreTaxTotal", "Subtotal", NULL };
  static const char *const currencies[]
      = { "Currency", "BillingCurrency", "BillingCurrencyCode", "CurrencyCode", NULL };
  static const char *const products[] = { "Product", "ProductName", NULL };
  static const char *const publishers[] = { "Publisher", "PublisherName", NULL };
  static const char *const publisher_types[] = { "PublisherType", NULL };
  static const char *const kinds[] = { "Kind", "ChargeType", NULL };
  static const char *const models[] = { "PricingModel", NULL };
  static const char *const profiles[] = { "BillingProfile", "BillingProfileId", NULL };
  static const char *const invoices[] = { "Invoice", "InvoiceId", "InvoiceNumber", NULL };
  static const char *const flags[] = { "IsAzureCreditEligible", "CreditEligible", NULL };
  static const TableColumn columns[CHARGE_COLUMN_COUNT] = {
    [CHARGE_DATE] = { .role = "date", .names = dates, .is_needed = TRUE },
    [CHARGE_AMOUNT] = { .role = "amount", .names = amounts, .is_needed = TRUE },
    [CHARGE_CURRENCY] = { .role = "currency", .names = currencies, .is_needed = TRUE },
    [CHARGE_PRODUCT]
    = { .role = "product", .names = products, .is_needed = TRUE, .may_be_empty = TRUE },
    [CHARGE_PUBLISHER] = { .role = "publisher", .names = publishers },
    [CHARGE_PUBLISHER_TYPE] = { .role = "publisher-type", .names = publisher_types },
    [CHARGE_KIND] = { .role = "kind", .names = kinds },
    [CHARGE_PRICING_MODEL] = { .role = "pricing-model", .names = models },
    [CHARGE_PROFILE] = { .role = "profile", .names = profiles },
    [CHARGE_INVOICE] = { .role = "invoice", .names = invoices },
    [CHARGE_ELIGIBLE] = { .role = "eligible", .names = flags },
  };
  static const TableForm form = { "a table of charges", columns, CHARGE_COLUMN_COUNT };

  return &form;
}

typedef struct
{
  ApplyCharges *charges;
  const char *file;
} Reading;

static ReportTruth
eligible (TableRow *row)
{
  if (table_reader_text (row, CHARGE_ELIGIBLE).length == 0)
    return TRUTH_UNKNOWN;
  return table_reader_flag (row, CHARGE_ELIGIBLE) ? TRUTH_TRUE : TRUTH_FALSE;
}

static void
take_row (TableRow *row, gpointer data)
{
  const Reading *self = data;
  McaBook *book = self->charges->book;
  const CreditProduct product = { .product = table_reader_text (row, CHARGE_PRODUCT),
                                  .publisher = table_reader_text (row, CHARGE_PUBLISHER),
                                  .publisher_type = table_reader_text (row, CHARGE_PUBLISHER_TYPE),
                                  .kind = table_reader_text (row, CHARGE_KIND),
                                  .pricing_model = table_reader_text (row, CHARGE_PRICING_MODEL) };
  const ApplyCharge charge
      = { .date = table_reader_day (row, CHARGE_DATE),
          .profile_id
          = mca_book_text_lower (book, mca_owner_last (table_reader_text (row, CHARGE_PROFILE))),
          .invoice = mca_book_text (book, table_reader_text (row, CHARGE_INVOICE)),
          .currency = mca_book_text_upper (book, table_reader_text (row, CHARGE_CURRENCY)),
          .amount = table_reader_number (row, CHARGE_AMOUNT),
          .eligible = eligible (row),
          .file = self->file,
          .line = table_reader_line (row) };

  if (table_reader_is_good (row))
    apply_charges_add (self->charges, &charge, &product);
}

gboolean
charge_file_read (const TableContent *content, const TableFormat *format, ApplyCharges *charges,
                  guint64 *count, GError **error)
{
  Reading reading = { charges, mca_book_text (charges->book, slice_of (content->name)) };

  const guint before = charges->charges->len;

  if (!table_reader_read (content, charge_file_form (), format, take_row, &reading, error))
    return FALSE;
  *count = charges->charges->len - before;
  return TRUE;
}

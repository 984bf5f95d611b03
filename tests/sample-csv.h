/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_CSV_H
#define SAMPLE_CSV_H

#include <check.h>
#include <stdarg.h>
#include <string.h>

#include "input/billing/cells.h"

/*
 * Files in memory, read up to their cells, and the documented header versions (spec sections
 * 7.1, 7.3, 7.4 and 7.7).
 */

#define BALANCE_COLUMNS \
  "PartnerID,CustomerID,InvoiceMonth,CreditName,CreditAmount,Status,BalanceAmount,CurrencyCode," \
  "AgreementID,EffectiveDate,ExpiryDate"

#define INVOICE_COLUMNS_BEFORE_RESELLER \
  "PartnerId,CustomerId,CustomerName,CustomerDomainName,CustomerCountry,InvoiceNumber,MpnId,"
#define INVOICE_COLUMNS_AFTER_RESELLER \
  "OrderId,OrderDate,ProductId,SkuId,AvailabilityId,SkuName,ProductName,ChargeType,UnitPrice," \
  "Quantity,Subtotal,TaxTotal,Total,Currency,PriceAdjustmentDescription,PublisherName," \
  "PublisherId,SubscriptionDescription,SubscriptionId,ChargeStartDate,ChargeEndDate," \
  "TermAndBillingCycle,EffectiveUnitPrice,UnitType,AlternateId,BillableQuantity," \
  "BillingFrequency,PricingCurrency,PCToBCExchangeRate,PCToBCExchangeRateDate," \
  "MeterDescription,ReservationOrderId"
#define INVOICE_COLUMNS_OF_2021 \
  ",CreditReasonCode,SubscriptionStartDate,SubscriptionEndDate,ReferenceID,ProductQualifiers," \
  "PromotionID"
#define INVOICE_COLUMNS_40 \
  INVOICE_COLUMNS_BEFORE_RESELLER "ResellerMpnId," INVOICE_COLUMNS_AFTER_RESELLER
#define INVOICE_COLUMNS_41 INVOICE_COLUMNS_40 ",CreditReasonCode"
#define INVOICE_COLUMNS_45 \
  INVOICE_COLUMNS_BEFORE_RESELLER INVOICE_COLUMNS_AFTER_RESELLER INVOICE_COLUMNS_OF_2021
#define INVOICE_COLUMNS_46 INVOICE_COLUMNS_40 INVOICE_COLUMNS_OF_2021
#define INVOICE_COLUMNS_47 \
  INVOICE_COLUMNS_BEFORE_RESELLER \
  "Tier2MpnId," INVOICE_COLUMNS_AFTER_RESELLER INVOICE_COLUMNS_OF_2021 ",ProductCategory"

#define USAGE_COLUMNS_BEFORE_RESELLER \
  "PartnerId,PartnerName,CustomerId,CustomerName,CustomerDomainName,CustomerCountry,MpnId,"
#define USAGE_COLUMNS_AFTER_RESELLER \
  "InvoiceNumber,ProductId,SkuId,AvailabilityId,SkuName,ProductName,PublisherName,PublisherId," \
  "SubscriptionDescription,SubscriptionId,ChargeStartDate,ChargeEndDate,UsageDate,MeterType," \
  "MeterCategory,MeterId,MeterSubCategory,MeterName,MeterRegion,Unit,ResourceLocation," \
  "ConsumedService,ResourceGroup,ResourceURI,ChargeType,UnitPrice,Quantity,UnitType," \
  "BillingPreTaxTotal,BillingCurrency,PricingPreTaxTotal,PricingCurrency,ServiceInfo1," \
  "ServiceInfo2,Tags,AdditionalInfo,EffectiveUnitPrice,PCToBCExchangeRate," \
  "PCToBCExchangeRateDate,EntitlementId,EntitlementDescription,PartnerEarnedCreditPercentage"
#define USAGE_COLUMNS_OF_CREDIT ",CreditPercentage,CreditType"
#define USAGE_COLUMNS_50 USAGE_COLUMNS_BEFORE_RESELLER "Tier2MpnId," USAGE_COLUMNS_AFTER_RESELLER
#define USAGE_COLUMNS_52 USAGE_COLUMNS_50 USAGE_COLUMNS_OF_CREDIT
#define USAGE_COLUMNS_54 \
  USAGE_COLUMNS_BEFORE_RESELLER USAGE_COLUMNS_AFTER_RESELLER USAGE_COLUMNS_OF_CREDIT \
      ",BenefitOrderId,BenefitId,BenefitType"
#define USAGE_COLUMNS_55_DOCUMENTED USAGE_COLUMNS_52 ",BenefitOrderId,BenefitId,BenefitType"
#define USAGE_COLUMNS_55_REAL USAGE_COLUMNS_52 ",BenefitId,BenefitOrderId,BenefitType"

#define LEGACY_LICENCE_COLUMNS "CustomerId,OrderId,DurableOfferId,ChargeType,Subtotal,Currency"

/* A row under @columns with these cells, "Name", "value", ..., NULL; the others are empty.
   (transfer full) */
static inline char *G_GNUC_NULL_TERMINATED
sample_row (const char *columns, ...)
{
  g_auto (GStrv) names = g_strsplit (columns, ",", -1);
  const guint count = g_strv_length (names);
  g_autofree char **cells = g_new0 (char *, count + 1);
  va_list arguments;
  const char *name;

  for (guint i = 0; i < count; i++)
    cells[i] = g_strdup ("");
  va_start (arguments, columns);
  while ((name = va_arg (arguments, const char *)) != NULL)
    {
      guint i = 0;

      while (i < count && strcmp (names[i], name) != 0)
        i++;
      ck_assert_msg (i < count, "there is no column %s", name);
      g_free (cells[i]);
      cells[i] = g_strdup (va_arg (arguments, const char *));
    }
  va_end (arguments);
  char *row = g_strjoinv (",", cells);
  for (guint i = 0; i < count; i++)
    g_free (cells[i]);
  return row;
}

/* One file, read from a text. Set the format before opening; all zero is the default one. */
typedef struct
{
  const char *at;
  gsize left;
  CellFormat format;
  ColumnMap *map;
  RowReader *rows;
  Header *header;
  Cells cells;
} SampleFile;

static inline gssize
sample_file_read (void *data, char *buffer, gsize size, GError **error G_GNUC_UNUSED)
{
  SampleFile *self = data;
  const gsize count = MIN (size, self->left);

  memcpy (buffer, self->at, count);
  self->at += count;
  self->left -= count;
  return (gssize) count;
}

static inline void
sample_file_open (SampleFile *self, const char *text, const guint *roles, gsize role_count)
{
  g_autoptr (GError) error = NULL;
  const Row *row;

  self->at = text;
  self->left = strlen (text);
  self->map = column_map_new ();
  self->rows = row_reader_new ("f.csv", self->format.decimal_mark == DECIMAL_COMMA ? ';' : ',',
                               sample_file_read, self, &error);
  ck_assert_int_eq (row_reader_next (self->rows, &row, &error), ROWS_HEADER);
  self->header = header_new (row, self->map, "f.csv", &error);
  ck_assert_msg (self->header != NULL, "%s", error != NULL ? error->message : "no error");
  cells_bind (&self->cells, self->header, &self->format, roles, role_count, self->rows);
}

/* The next row into the cells; what it borrows lives until the next call. */
static inline void
sample_file_next (SampleFile *self)
{
  const Row *row;

  ck_assert_int_eq (row_reader_next (self->rows, &row, NULL), ROWS_ROW);
  cells_take_row (&self->cells, row, NULL);
}

static inline void
sample_file_close (SampleFile *self)
{
  header_free (self->header);
  row_reader_free (self->rows);
  column_map_free (self->map);
}

static inline void
assert_slice (Slice found, const char *expected)
{
  g_autofree char *text = slice_dup (found);
  ck_assert_str_eq (text, expected);
}

static inline void
assert_decimal (Decimal found, const char *expected)
{
  g_autofree char *text = decimal_to_string (found, 0);
  ck_assert_str_eq (text, expected);
}

/* NULL: no day. */
static inline void
assert_day (Day found, const char *expected)
{
  char text[DAY_TEXT_SIZE] = "none";

  if (found != DAY_NONE)
    calendar_print_day (found, text);
  ck_assert_str_eq (text, expected != NULL ? expected : "none");
}

#endif

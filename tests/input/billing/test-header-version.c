/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "input/billing/header-version.h"
#include "sample-header.h"

#define BALANCE "InvoiceMonth,CreditAmount,BalanceAmount,Currency,AgreementId"
#define INVOICE "CustomerId,InvoiceNumber,ChargeType,Subtotal,Currency"
#define USAGE "CustomerId,UsageDate,BillingPreTaxTotal,BillingCurrency"

static const struct
{
  const char *line, *version;
} versions[] = {
  { "CustomerId," BALANCE, "2022 names" },
  { "CustomerTenantId," BALANCE, "current names" },
  { INVOICE, "2020-11 (40 columns)" },
  { INVOICE ",ResellerMpnId", "2020-11 (40 columns)" },
  { INVOICE ",CreditReasonCode", "2021-03 (41 columns)" },
  { INVOICE ",ResellerMpnId,CreditReasonCode", "2021-03 (41 columns)" },
  { INVOICE ",CreditReasonCode,ReferenceID", "2021-06 direct bill (45 columns)" },
  { INVOICE ",CreditReasonCode,ReferenceID,ResellerMpnId", "2021-06 (46 columns)" },
  { INVOICE ",Tier2MpnId,CreditReasonCode,ReferenceID", "2021-06 (46 columns)" },
  { INVOICE ",Tier2MpnId,CreditReasonCode,ReferenceID,ProductCategory", "2025-07 (47 columns)" },
  { INVOICE ",product category", "2025-07 (47 columns)" },
  { USAGE, "2020-01 (50 columns)" },
  { USAGE ",Tier2MpnId", "2020-01 (50 columns)" },
  { USAGE ",CreditPercentage,CreditType", "2021-03 (52 columns)" },
  { USAGE ",Tier2MpnId,CreditType", "2021-03 (52 columns)" },
  { USAGE ",CreditType,BenefitType", "2022-11 direct bill (54 columns)" },
  { USAGE ",CreditType,BenefitType,Tier2MpnId", "2022-11 (55 columns)" },
  { USAGE ",ResellerMpnId,CreditType,BenefitType", "2022-11 (55 columns)" },
  { "CustomerId,DurableOfferId", "legacy" },
  /* As they are documented. */
  { BALANCE_COLUMNS, "2022 names" },
  { INVOICE_COLUMNS_40, "2020-11 (40 columns)" },
  { INVOICE_COLUMNS_41, "2021-03 (41 columns)" },
  { INVOICE_COLUMNS_45, "2021-06 direct bill (45 columns)" },
  { INVOICE_COLUMNS_46, "2021-06 (46 columns)" },
  { INVOICE_COLUMNS_47, "2025-07 (47 columns)" },
  { USAGE_COLUMNS_50, "2020-01 (50 columns)" },
  { USAGE_COLUMNS_52, "2021-03 (52 columns)" },
  { USAGE_COLUMNS_54, "2022-11 direct bill (54 columns)" },
  { USAGE_COLUMNS_55_DOCUMENTED, "2022-11 (55 columns)" },
  { USAGE_COLUMNS_55_REAL, "2022-11 (55 columns)" },
  { LEGACY_LICENCE_COLUMNS, "legacy" },
};

START_TEST (the_version_follows_from_the_columns)
{
  g_autoptr (Header) header = good_header (versions[_i].line, NULL);

  ck_assert_str_eq (header_version (header), versions[_i].version);
}
END_TEST

START_TEST (the_case_of_names_does_not_count)
{
  g_autofree char *line = g_ascii_strup (USAGE_COLUMNS_54, -1);
  g_autoptr (Header) header = good_header (line, NULL);

  ck_assert_str_eq (header_version (header), "2022-11 direct bill (54 columns)");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("header-version");
  TCase *tests = tcase_create ("header-version");

  tcase_add_loop_test (tests, the_version_follows_from_the_columns, 0, G_N_ELEMENTS (versions));
  tcase_add_test (tests, the_case_of_names_does_not_count);
  suite_add_tcase (suite, tests);
  return suite;
}

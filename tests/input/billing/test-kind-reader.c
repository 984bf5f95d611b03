/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

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

  ck_assert_str_eq (good_kind (header)->version (header), versions[_i].version);
}
END_TEST

START_TEST (the_case_of_names_does_not_count)
{
  g_autofree char *line = g_ascii_strup (USAGE_COLUMNS_54, -1);
  g_autoptr (Header) header = good_header (line, NULL);

  ck_assert_str_eq (good_kind (header)->version (header), "2022-11 direct bill (54 columns)");
}
END_TEST

START_TEST (every_kind_that_is_opened_has_its_line)
{
  guint count;
  const KindReader *kinds = kind_reader_table (&count);
  guint lines[FILE_KIND_COUNT] = { 0 };

  for (guint i = 0; i < count; i++)
    {
      lines[kinds[i].kind]++;
      ck_assert_int_eq (kinds[i].take != NULL, file_kind_is_read (kinds[i].kind));
      ck_assert_int_eq (kinds[i].roles != NULL, file_kind_is_read (kinds[i].kind));
      ck_assert_uint_gt (kinds[i].needed.count + kinds[i].telling.count, 0);
    }
  for (FileKind kind = 0; kind < FILE_KIND_COUNT; kind++)
    ck_assert_uint_eq (lines[kind], kind == KIND_SKIPPED ? 0 : 1);
}
END_TEST

START_TEST (what_makes_a_kind_is_read)
{
  guint count;
  const KindReader *kinds = kind_reader_table (&count);

  for (guint i = 0; i < count; i++)
    for (guint k = 0; kinds[i].roles != NULL && k < kinds[i].needed.count; k++)
      {
        gsize read, at = 0;
        const guint *roles = kinds[i].roles (FALSE, &read);

        while (at < read && roles[at] != kinds[i].needed.roles[k])
          at++;
        ck_assert_uint_lt (at, read);
      }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("kind-reader");
  TCase *tests = tcase_create ("kind-reader");

  tcase_add_loop_test (tests, the_version_follows_from_the_columns, 0, G_N_ELEMENTS (versions));
  tcase_add_test (tests, the_case_of_names_does_not_count);
  tcase_add_test (tests, every_kind_that_is_opened_has_its_line);
  tcase_add_test (tests, what_makes_a_kind_is_read);
  suite_add_tcase (suite, tests);
  return suite;
}

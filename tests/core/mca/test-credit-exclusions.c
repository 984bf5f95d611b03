/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/mca/credit-exclusions.h"
#include "test-main.h"

#include <check.h>

static const struct
{
  const char *product, *publisher, *publisher_type, *kind, *model;
  const char *rule; /* "-": none */
  const char *sponsorship;
} cases[] = {
  { "Virtual Machines", "", "", "", "", "-", "-" },
  { "CANONICAL-Ubuntu", "", "", "", "", "canonical", "-" },
  { "", "Canonical Ltd.", "", "", "", "canonical", "-" },
  { "Canonicals", "", "", "", "", "-", "-" },
  { "OpenLogic CentOS", "", "", "", "", "openlogic", "-" },
  { "x", "openlogic", "", "", "", "openlogic", "-" },
  { "Citrix XenApp  Essentials", "", "", "", "", "citrix-xenapp-essentials", "-" },
  { "Citrix_XenDesktop", "", "", "", "", "citrix-xendesktop", "-" },
  { "Citrix Xen Desktop", "", "", "", "", "-", "-" },
  { "Remote Access Rights XenApp Essentials Registered User", "", "", "", "",
    "remote-access-rights", "-" },
  { "Registered User", "", "", "", "", "registered-user", "-" },
  { "Registered Users", "", "", "", "", "-", "-" },
  { "Ubuntu Advantage for VMs", "", "", "", "", "ubuntu-advantage", "-" },
  { "Visual Studio Enterprise - monthly", "", "", "", "", "visual-studio-enterprise", "-" },
  { "Visual Studio Professional", "", "", "", "", "visual-studio-professional", "-" },
  { "Visual Studio Test Professional", "", "", "", "", "-", "-" },
  { "Azure Marketplace", "", "", "", "", "marketplace", "-" },
  { "", "", " MarketPlace", "", "", "third-party", "-" },
  { "", "", "marketplace", "", "", "marketplace", "-" },
  { "", "", "", "Marketplace usage", "", "marketplace", "-" },
  { "Support plan", "", "", "", "", "support-plan", "-" },
  { "Supported", "", "", "", "", "-", "-" },
  { "", "", "", "support", "", "support-plan", "-" },
  { "VM", "Contoso", "", "", "", "third-party", "-" },
  { "VM", "microsoft corp", "AZURE", "", "", "-", "-" },
  { "VM", "", "Partner", "", "", "third-party", "-" },
  { "Windows licenses", "", "", "", "", "-", "-" },
  { "", "", "", "Software-Licence", "", "licence", "-" },
  { "Reserved VM", "", "", "", "", "-", "reservation" },
  { "", "", "", "Reservations", "", "-", "reservation" },
  { "", "", "", "", "SavingsPlan", "-", "savings-plan" },
  { "", "", "", "", "Savings Plans, reserved", "-", "reservation" },
  { "Savings account plan", "", "", "", "", "-", "-" },
  { "Caf\xc3\xa9support", "", "", "", "", "-", "-" },
};

START_TEST (each_rule_has_its_words_and_a_near_miss)
{
  const CreditProduct product = { slice_of (cases[_i].product), slice_of (cases[_i].publisher),
                                  slice_of (cases[_i].publisher_type), slice_of (cases[_i].kind),
                                  slice_of (cases[_i].model) };
  const char *rule = credit_exclusions_name (credit_exclusions_judge (&product).rule);
  const char *sponsorship
      = credit_exclusions_sponsorship_name (credit_exclusions_judge (&product).sponsorship);

  ck_assert_str_eq (rule != NULL ? rule : "-", cases[_i].rule);
  ck_assert_str_eq (sponsorship != NULL ? sponsorship : "-", cases[_i].sponsorship);
}
END_TEST

START_TEST (each_rule_has_its_source)
{
  ck_assert_str_eq (credit_exclusions_source (EXCLUSION_CANONICAL), "list of 2019");
  ck_assert_str_eq (credit_exclusions_source (EXCLUSION_SUPPORT_PLAN), "2019, 2026");
  ck_assert_str_eq (credit_exclusions_source (EXCLUSION_LICENCE), "2026");
  ck_assert (credit_exclusions_has (slice_of ("Azure SPONSORSHIP 2"), "sponsorship"));
  ck_assert (!credit_exclusions_has (slice_of ("sponsorships"), "sponsorship"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("credit-exclusions");
  TCase *tests = tcase_create ("credit-exclusions");

  tcase_add_loop_test (tests, each_rule_has_its_words_and_a_near_miss, 0, G_N_ELEMENTS (cases));
  tcase_add_test (tests, each_rule_has_its_source);
  suite_add_tcase (suite, tests);
  return suite;
}

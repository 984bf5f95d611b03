/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/billing/header-version.h"

static const char *
balance_version (const Header *header)
{
  return header_has_name (header, "customertenantid") ? "current names" : "2022 names";
}

static const char *
invoice_version (const Header *header)
{
  if (header_has_name (header, "productcategory"))
    return "2025-07 (47 columns)";
  if (!header_has_name (header, "creditreasoncode"))
    return "2020-11 (40 columns)";
  if (!header_has_name (header, "referenceid"))
    return "2021-03 (41 columns)";
  if (header_has_name (header, "resellermpnid") || header_has_name (header, "tier2mpnid"))
    return "2021-06 (46 columns)";
  return "2021-06 direct bill (45 columns)";
}

static const char *
usage_version (const Header *header)
{
  if (!header_has_name (header, "credittype"))
    return "2020-01 (50 columns)";
  if (!header_has_name (header, "benefittype"))
    return "2021-03 (52 columns)";
  if (header_has_name (header, "resellermpnid") || header_has_name (header, "tier2mpnid"))
    return "2022-11 (55 columns)";
  return "2022-11 direct bill (54 columns)";
}

const char *
header_version (const Header *header)
{
  switch (header_kind (header))
    {
    case KIND_ACO_BALANCE:
      return balance_version (header);
    case KIND_INVOICE:
      return invoice_version (header);
    case KIND_DAILY_USAGE:
      return usage_version (header);
    case KIND_LEGACY:
      return "legacy";
    case KIND_SKIPPED:
    default:
      g_assert_not_reached ();
    }
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/mca/mca-member.h"

#include <string.h>

static const char *const names[MEMBER_COUNT] = {
  [MEMBER_OTHER] = "",
  [MEMBER_ADJUSTMENTS] = "adjustments",
  [MEMBER_AGREEMENT_TYPE] = "agreementType",
  [MEMBER_BALANCE_SUMMARY] = "balanceSummary",
  [MEMBER_BILLING_CURRENCY] = "billingCurrency",
  [MEMBER_BILLING_PROFILE_ID] = "billingProfileId",
  [MEMBER_BILLING_PROFILES] = "billingProfiles",
  [MEMBER_CANCELED_CREDIT] = "canceledCredit",
  [MEMBER_CHARGES] = "charges",
  [MEMBER_CLOSED_BALANCE] = "closedBalance",
  [MEMBER_CODE] = "code",
  [MEMBER_CREDIT_CURRENCY] = "creditCurrency",
  [MEMBER_CREDIT_EXPIRED] = "creditExpired",
  [MEMBER_CURRENCY] = "currency",
  [MEMBER_CURRENT_BALANCE] = "currentBalance",
  [MEMBER_DESCRIPTION] = "description",
  [MEMBER_DISPLAY_NAME] = "displayName",
  [MEMBER_ERROR] = "error",
  [MEMBER_ESTIMATED_BALANCE] = "estimatedBalance",
  [MEMBER_EVENT_TYPE] = "eventType",
  [MEMBER_EXPIRATION_DATE] = "expirationDate",
  [MEMBER_EXPIRED_CREDIT] = "expiredCredit",
  [MEMBER_HAS_MORE_RESULTS] = "hasMoreResults",
  [MEMBER_ID] = "id",
  [MEMBER_INVOICE_DAY] = "invoiceDay",
  [MEMBER_INVOICE_NUMBER] = "invoiceNumber",
  [MEMBER_IS_ESTIMATED_BALANCE] = "isEstimatedBalance",
  [MEMBER_NAME] = "name",
  [MEMBER_NEW_CREDIT] = "newCredit",
  [MEMBER_NEXT_LINK] = "nextLink",
  [MEMBER_ORIGINAL_AMOUNT] = "originalAmount",
  [MEMBER_PENDING_CREDIT_ADJUSTMENTS] = "pendingCreditAdjustments",
  [MEMBER_PENDING_ELIGIBLE_CHARGES] = "pendingEligibleCharges",
  [MEMBER_PO_NUMBER] = "poNumber",
  [MEMBER_PROPERTIES] = "properties",
  [MEMBER_SOURCE] = "source",
  [MEMBER_START_DATE] = "startDate",
  [MEMBER_STATUS] = "status",
  [MEMBER_SYSTEM_ID] = "systemId",
  [MEMBER_TRANSACTION_DATE] = "transactionDate",
  [MEMBER_TYPE] = "type",
  [MEMBER_VALUE] = "value",
};

McaMember
mca_member_of (Slice key)
{
  if (key.length == 0)
    return MEMBER_OTHER;
  const char first = slice_lower_char (key.text[0]);

  for (guint i = MEMBER_OTHER + 1; i < MEMBER_COUNT; i++)
    if (names[i][0] == first && g_ascii_strncasecmp (names[i], key.text, key.length) == 0
        && names[i][key.length] == '\0')
      return (McaMember) i;
  return MEMBER_OTHER;
}

const char *
mca_member_name (McaMember member)
{
  g_assert (member > MEMBER_OTHER && member < MEMBER_COUNT);
  return names[member];
}

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

#define LENGTH_MAX 24
#define MOST_OF_A_LENGTH 7

/* The members by the length of their names; MEMBER_OTHER ends a shorter list. */
static const guint8 members_of_length[LENGTH_MAX + 1][MOST_OF_A_LENGTH] = {
  [2] = { MEMBER_ID },
  [4] = { MEMBER_CODE, MEMBER_NAME, MEMBER_TYPE },
  [5] = { MEMBER_ERROR, MEMBER_VALUE },
  [6] = { MEMBER_SOURCE, MEMBER_STATUS },
  [7] = { MEMBER_CHARGES },
  [8] = { MEMBER_CURRENCY, MEMBER_NEXT_LINK, MEMBER_PO_NUMBER, MEMBER_SYSTEM_ID },
  [9] = { MEMBER_EVENT_TYPE, MEMBER_NEW_CREDIT, MEMBER_START_DATE },
  [10] = { MEMBER_INVOICE_DAY, MEMBER_PROPERTIES },
  [11] = { MEMBER_ADJUSTMENTS, MEMBER_DESCRIPTION, MEMBER_DISPLAY_NAME },
  [13] = { MEMBER_AGREEMENT_TYPE, MEMBER_CLOSED_BALANCE, MEMBER_CREDIT_EXPIRED,
           MEMBER_EXPIRED_CREDIT, MEMBER_INVOICE_NUMBER },
  [14] = { MEMBER_BALANCE_SUMMARY, MEMBER_CANCELED_CREDIT, MEMBER_CREDIT_CURRENCY,
           MEMBER_CURRENT_BALANCE, MEMBER_EXPIRATION_DATE, MEMBER_HAS_MORE_RESULTS,
           MEMBER_ORIGINAL_AMOUNT },
  [15] = { MEMBER_BILLING_CURRENCY, MEMBER_BILLING_PROFILES, MEMBER_TRANSACTION_DATE },
  [16] = { MEMBER_BILLING_PROFILE_ID, MEMBER_ESTIMATED_BALANCE },
  [18] = { MEMBER_IS_ESTIMATED_BALANCE },
  [22] = { MEMBER_PENDING_ELIGIBLE_CHARGES },
  [24] = { MEMBER_PENDING_CREDIT_ADJUSTMENTS },
};

static gboolean
is_named (const char *name, Slice key)
{
  for (gsize i = 0; i < key.length; i++)
    if (slice_lower_char (key.text[i]) != slice_lower_char (name[i]))
      return FALSE;
  return TRUE;
}

McaMember
mca_member_of (Slice key)
{
  if (key.length > LENGTH_MAX)
    return MEMBER_OTHER;
  for (guint i = 0; i < MOST_OF_A_LENGTH; i++)
    {
      const McaMember member = (McaMember) members_of_length[key.length][i];
      if (member == MEMBER_OTHER || is_named (names[member], key))
        return member;
    }
  return MEMBER_OTHER;
}

const char *
mca_member_name (McaMember member)
{
  g_assert (member > MEMBER_OTHER && member < MEMBER_COUNT);
  return names[member];
}

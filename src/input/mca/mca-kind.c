/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/mca/mca-kind.h"

#include "base/printable.h"

static const struct
{
  const char *type; /* in lower case */
  McaKind kind;
} types[] = {
  { "microsoft.consumption/credits/balancesummary", MCA_BALANCE },
  { "microsoft.consumption/credits", MCA_BALANCE },
  { "microsoft.consumption/events", MCA_EVENTS },
  { "microsoft.consumption/lots", MCA_LOTS },
  { "microsoft.billing/billingaccounts/billingprofiles", MCA_PROFILES },
  { "microsoft.billing/billingaccounts", MCA_ACCOUNTS },
};

/* In the order of the contract: the first that is there tells. */
static const struct
{
  McaMember member;
  McaKind kind;
} marks[] = {
  { MEMBER_BALANCE_SUMMARY, MCA_BALANCE },   { MEMBER_TRANSACTION_DATE, MCA_EVENTS },
  { MEMBER_EVENT_TYPE, MCA_EVENTS },         { MEMBER_ORIGINAL_AMOUNT, MCA_LOTS },
  { MEMBER_CLOSED_BALANCE, MCA_LOTS },       { MEMBER_INVOICE_DAY, MCA_PROFILES },
  { MEMBER_SYSTEM_ID, MCA_PROFILES },        { MEMBER_AGREEMENT_TYPE, MCA_ACCOUNTS },
  { MEMBER_BILLING_PROFILES, MCA_ACCOUNTS },
};

#define EXPECTED \
  "a resource of credits (balanceSummary, lots, events), billing accounts or billing profiles"

static gboolean
kind_of_type (Slice type, McaKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (slice_equals_folded (type, types[i].type))
      {
        *kind = types[i].kind;
        return TRUE;
      }
  return FALSE;
}

static gboolean
kind_of_properties (const McaResource *resource, McaKind *kind)
{
  const McaNode properties = mca_resource_find (resource, 0, MEMBER_PROPERTIES);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (mca_resource_find (resource, properties, marks[i].member) != MCA_NODE_NONE)
      {
        *kind = marks[i].kind;
        return TRUE;
      }
  return FALSE;
}

/* The code of the service says what went wrong; it names nobody. */
static void
refuse_error (McaResource *resource, McaNode failure)
{
  const McaNode node = mca_resource_find (resource, failure, MEMBER_CODE);
  g_autofree char *code = mca_resource_is (resource, node, JSON_TOKEN_STRING)
                              ? slice_dup (mca_resource_text (resource, node))
                              : g_strdup ("no code");
  g_autofree char *shown = printable_text (code);
  g_autofree char *found = g_strdup_printf ("the error %s of the service", shown);

  mca_resource_refuse (resource, 0, found, EXPECTED "; ask for it again");
}

gboolean
mca_kind_of (McaResource *resource, McaKind *kind)
{
  const McaNode failure = mca_resource_find (resource, 0, MEMBER_ERROR);
  const Slice type = mca_resource_text (resource, mca_resource_find (resource, 0, MEMBER_TYPE));

  if (type.length > 0 ? kind_of_type (type, kind) : kind_of_properties (resource, kind))
    return TRUE;
  if (mca_resource_is (resource, failure, JSON_TOKEN_OBJECT))
    refuse_error (resource, failure);
  else
    mca_resource_refuse (resource, 0, "a resource of another kind", EXPECTED);
  return FALSE;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/mca/mca-values.h"

#include "input/mca/mca-owner.h"

/* What is being taken. */
typedef struct
{
  McaResource *resource;
  McaNode node; /* of the resource */
  McaNode properties;
  McaBook *book;
  const char *file;
} Taking;

static McaNode
property (const Taking *self, McaMember member)
{
  return mca_resource_find (self->resource, self->properties, member);
}

static Slice
own_text (const Taking *self, McaMember member)
{
  return mca_resource_text (self->resource, mca_resource_find (self->resource, self->node, member));
}

static const char *
text (const Taking *self, McaMember member)
{
  return mca_book_text (self->book, mca_resource_text (self->resource, property (self, member)));
}

static const char *
currency (const Taking *self, McaMember member)
{
  return mca_book_text_upper (self->book,
                              mca_resource_text (self->resource, property (self, member)));
}

static McaAmount
amount (const Taking *self, McaMember member)
{
  return mca_resource_amount (self->resource, property (self, member), self->book);
}

static Day
day (const Taking *self, McaMember member)
{
  return mca_resource_day (self->resource, property (self, member));
}

static ReportTruth
estimated (const Taking *self)
{
  return mca_resource_truth (self->resource, property (self, MEMBER_IS_ESTIMATED_BALANCE));
}

static void
need (const Taking *self, McaNode parent, McaMember member, const char *path)
{
  if (!mca_resource_is_null (self->resource, mca_resource_find (self->resource, parent, member)))
    return;
  g_autofree char *found = g_strdup_printf ("a resource without %s", path);
  g_autofree char *expected = g_strdup_printf ("%s in each resource of this kind", path);
  mca_resource_refuse (self->resource, self->node, found, expected);
}

static Taking
taking_of (McaResource *resource, McaNode node, const char *file, McaBook *book)
{
  const McaNode properties = mca_resource_find (resource, node, MEMBER_PROPERTIES);

  if (!mca_resource_is_null (resource, properties)
      && !mca_resource_is (resource, properties, JSON_TOKEN_OBJECT))
    mca_resource_refuse (resource, properties, "another value", "an object in properties");
  return (Taking){ resource, node, properties, book, file };
}

/* Whose it is */

static const char *
segment (const Taking *self, Slice id, const char *name)
{
  return mca_book_text_lower (self->book, mca_owner_segment (id, name));
}

static McaOrigin
origin_of (const Taking *self)
{
  const Slice id = own_text (self, MEMBER_ID);
  const Slice name = own_text (self, MEMBER_NAME);
  const Slice last = mca_owner_last (id);

  return (McaOrigin){ .id = mca_book_text_lower (self->book, id),
                      .own_id = mca_book_text_lower (self->book, last.length > 0 ? last : name),
                      .account_id = segment (self, id, "billingaccounts"),
                      .profile_id = segment (self, id, "billingprofiles"),
                      .file = self->file,
                      .line = mca_resource_place (self->resource, self->node).line };
}

/* An event of an account names its profile elsewhere. */
static void
find_profile_of_event (const Taking *self, McaOrigin *origin)
{
  const Slice id = mca_resource_text (self->resource, property (self, MEMBER_BILLING_PROFILE_ID));

  if (origin->profile_id != NULL)
    return;
  origin->profile_id = segment (self, id, "billingprofiles");
  if (origin->account_id == NULL)
    origin->account_id = segment (self, id, "billingaccounts");
}

/* The records */

static void
take_balance (const Taking *self)
{
  const McaNode summary = property (self, MEMBER_BALANCE_SUMMARY);

  need (self, summary, MEMBER_ESTIMATED_BALANCE, "properties.balanceSummary.estimatedBalance");
  need (self, summary, MEMBER_CURRENT_BALANCE, "properties.balanceSummary.currentBalance");
  const McaBalance balance
      = { .origin = origin_of (self),
          .estimated = mca_resource_amount (
              self->resource, mca_resource_find (self->resource, summary, MEMBER_ESTIMATED_BALANCE),
              self->book),
          .current = mca_resource_amount (
              self->resource, mca_resource_find (self->resource, summary, MEMBER_CURRENT_BALANCE),
              self->book),
          .adjustments = amount (self, MEMBER_PENDING_CREDIT_ADJUSTMENTS),
          .expired = amount (self, MEMBER_EXPIRED_CREDIT),
          .charges = amount (self, MEMBER_PENDING_ELIGIBLE_CHARGES),
          .credit_currency = currency (self, MEMBER_CREDIT_CURRENCY),
          .is_estimated = estimated (self) };
  g_array_append_val (self->book->balances, balance);
}

static void
take_lot (const Taking *self)
{
  const McaLot lot = { .origin = origin_of (self),
                       .original = amount (self, MEMBER_ORIGINAL_AMOUNT),
                       .remaining = amount (self, MEMBER_CLOSED_BALANCE),
                       .source = text (self, MEMBER_SOURCE),
                       .start = day (self, MEMBER_START_DATE),
                       .expiration = day (self, MEMBER_EXPIRATION_DATE),
                       .po_number = text (self, MEMBER_PO_NUMBER),
                       .status = text (self, MEMBER_STATUS),
                       .credit_currency = currency (self, MEMBER_CREDIT_CURRENCY),
                       .billing_currency = currency (self, MEMBER_BILLING_CURRENCY),
                       .is_estimated = estimated (self) };

  g_array_append_val (self->book->lots, lot);
}

static void
take_event (const Taking *self)
{
  need (self, self->properties, MEMBER_TRANSACTION_DATE, "properties.transactionDate");
  McaEvent event = { .origin = origin_of (self),
                     .date = day (self, MEMBER_TRANSACTION_DATE),
                     .description = text (self, MEMBER_DESCRIPTION),
                     .new_credit = amount (self, MEMBER_NEW_CREDIT),
                     .adjustments = amount (self, MEMBER_ADJUSTMENTS),
                     .expired = amount (self, MEMBER_CREDIT_EXPIRED),
                     .charges = amount (self, MEMBER_CHARGES),
                     .canceled = amount (self, MEMBER_CANCELED_CREDIT),
                     .closing = amount (self, MEMBER_CLOSED_BALANCE),
                     .type = text (self, MEMBER_EVENT_TYPE),
                     .invoice = text (self, MEMBER_INVOICE_NUMBER),
                     .billing_profile = text (self, MEMBER_BILLING_PROFILE_ID),
                     .credit_currency = currency (self, MEMBER_CREDIT_CURRENCY),
                     .is_estimated = estimated (self) };

  if (event.date == DAY_NONE
      && mca_resource_is (self->resource, property (self, MEMBER_TRANSACTION_DATE),
                          JSON_TOKEN_STRING))
    mca_resource_refuse (self->resource, property (self, MEMBER_TRANSACTION_DATE), "no date",
                         "a date like 10/31/2026 or 2026-10-31 in properties.transactionDate");
  find_profile_of_event (self, &event.origin);
  g_array_append_val (self->book->events, event);
}

/* @account_id: of the account around it; NULL: there is none. */
static void
take_profile (const Taking *self, const char *account_id)
{
  McaProfile profile = { .origin = origin_of (self),
                         .name = text (self, MEMBER_DISPLAY_NAME),
                         .currency = currency (self, MEMBER_CURRENCY) };

  if (profile.origin.profile_id == NULL)
    profile.origin.profile_id = profile.origin.own_id;
  if (profile.origin.account_id == NULL)
    profile.origin.account_id = account_id;
  g_array_append_val (self->book->profiles, profile);
}

static void
take_profiles_of (const Taking *self, McaNode list, const char *account_id)
{
  McaNode node = mca_resource_first (self->resource, list);

  for (; node != MCA_NODE_NONE; node = mca_resource_next (self->resource, list, node))
    {
      if (!mca_resource_is (self->resource, node, JSON_TOKEN_OBJECT))
        {
          mca_resource_refuse (self->resource, node, "another value",
                               "a billing profile, which is an object, in "
                               "properties.billingProfiles");
          continue;
        }
      const Taking profile = taking_of (self->resource, node, self->file, self->book);
      take_profile (&profile, account_id);
    }
}

static void
take_account (const Taking *self, JsonTokenType *shape)
{
  const McaNode profiles = property (self, MEMBER_BILLING_PROFILES);
  McaNode list = profiles;
  McaAccount account = { .origin = origin_of (self), .name = text (self, MEMBER_DISPLAY_NAME) };

  if (account.origin.account_id == NULL)
    account.origin.account_id = account.origin.own_id;
  if (mca_resource_is (self->resource, profiles, JSON_TOKEN_OBJECT))
    {
      *shape = JSON_TOKEN_OBJECT;
      list = mca_resource_find (self->resource, profiles, MEMBER_VALUE);
      account.has_more = mca_resource_truth (
          self->resource, mca_resource_find (self->resource, profiles, MEMBER_HAS_MORE_RESULTS));
    }
  else if (mca_resource_is (self->resource, profiles, JSON_TOKEN_ARRAY))
    *shape = JSON_TOKEN_ARRAY;
  if (mca_resource_is (self->resource, list, JSON_TOKEN_ARRAY))
    take_profiles_of (self, list, account.origin.account_id);
  else if (!mca_resource_is_null (self->resource, list))
    mca_resource_refuse (self->resource, list, "another value",
                         "an array of billing profiles in properties.billingProfiles");
  g_array_append_val (self->book->accounts, account);
}

static gboolean
is_newer (const Taking *self)
{
  return property (self, MEMBER_CREDIT_CURRENCY) != MCA_NODE_NONE
         || property (self, MEMBER_BILLING_CURRENCY) != MCA_NODE_NONE
         || property (self, MEMBER_IS_ESTIMATED_BALANCE) != MCA_NODE_NONE;
}

McaTold
mca_values_take (McaResource *resource, McaKind kind, const char *file, McaBook *book)
{
  const Taking self = taking_of (resource, 0, file, book);
  McaTold told = { .profiles = JSON_TOKEN_END };

  switch (kind)
    {
    case MCA_BALANCE:
      take_balance (&self);
      break;
    case MCA_EVENTS:
      take_event (&self);
      break;
    case MCA_LOTS:
      take_lot (&self);
      break;
    case MCA_PROFILES:
      take_profile (&self, NULL);
      break;
    case MCA_ACCOUNTS:
      take_account (&self, &told.profiles);
      break;
    case MCA_EMPTY:
    case MCA_KIND_COUNT:
    default:
      g_assert_not_reached ();
    }
  told.is_newer = is_newer (&self);
  return told;
}

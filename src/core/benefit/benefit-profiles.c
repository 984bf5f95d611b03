/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/benefit/benefit-profiles.h"

#include <string.h>

#include "core/benefit/benefit-finder.h"

typedef enum
{
  REASON_TYPE,
  REASON_ACCOUNT,
  REASON_ACTIVE_CREDITS,
  REASON_PAYMENT,
  REASON_ACCESS,
  REASON_COUNT
} Reason;

G_STATIC_ASSERT (REASON_COUNT <= LANGUAGE_SENTENCE_VALUES_MAX);

static const struct
{
  const char *name;
  const char *verdict; /* the portal's */
  const char *words;
} reasons[REASON_COUNT] = {
  [REASON_TYPE] = { "type", "Not eligible", N_ ("its agreement is of another type") },
  [REASON_ACCOUNT]
  = { "account", "Not eligible", N_ ("it is in another billing account than the purchase") },
  [REASON_ACTIVE_CREDITS] = { "active-credits", "Has active Azure credits",
                              N_ ("credits of another offer are active there") },
  [REASON_PAYMENT] = { "payment", "No payment instrument", N_ ("it has no payment instrument") },
  [REASON_ACCESS]
  = { "access", "Get contributor access", N_ ("the role there is neither owner nor contributor") },
};

/* Letters and digits alone, in lower case. */
static gboolean
is_eligible_type (const char *type)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *at = type; *at != '\0'; at++)
    if (g_ascii_isalnum (*at))
      g_string_append_c (plain, g_ascii_tolower (*at));
  return g_str_equal (plain->str, "mcastandard") || g_str_equal (plain->str, "mcapremier");
}

/* The last word: every ASCII character that is neither letter nor digit parts words. */
static gboolean
may_write (const char *access)
{
  gsize end = strlen (access);

  while (end > 0 && !g_ascii_isalnum (access[end - 1]) && (guchar) access[end - 1] < 0x80)
    end--;
  gsize start = end;
  while (start > 0 && (g_ascii_isalnum (access[start - 1]) || (guchar) access[start - 1] >= 0x80))
    start--;
  const Slice word = { access + start, end - start };
  return slice_equals_folded (word, "owner") || slice_equals_folded (word, "contributor");
}

static gboolean
holds (const BenefitProfile *profile, Reason reason, const BenefitProfilePlan *plan,
       const char *account)
{
  switch (reason)
    {
    case REASON_TYPE:
      return !is_eligible_type (profile->type);
    case REASON_ACCOUNT:
      return g_strcmp0 (profile->account_id, account) != 0;
    case REASON_ACTIVE_CREDITS:
      return profile->offer != NULL
             && (plan->offer == NULL || g_ascii_strcasecmp (profile->offer, plan->offer) != 0);
    case REASON_PAYMENT:
      return !profile->has_payment;
    case REASON_ACCESS:
      return !may_write (profile->access);
    case REASON_COUNT:
    default:
      return FALSE;
    }
}

/* The reasons against a profile, as a bit each. */
static guint
reasons_against (const BenefitProfile *profile, const BenefitProfilePlan *plan, const char *account)
{
  guint found = 0;

  for (guint reason = 0; reason < REASON_COUNT; reason++)
    if (holds (profile, (Reason) reason, plan, account))
      found |= 1u << reason;
  return found;
}

/* The list of its reasons' names, which belongs to the book. */
static ReportSpan
span_of (BenefitBook *book, guint found)
{
  const char *list[REASON_COUNT];
  gsize count = 0;

  for (guint reason = 0; reason < REASON_COUNT; reason++)
    if ((found & 1u << reason) != 0)
      list[count++] = reasons[reason].name;
  return (ReportSpan){ benefit_book_list (book, list, count), count };
}

static void
find_reasons (const BenefitFinder *finder, const BenefitProfile *profile, guint found)
{
  const BenefitFindingRow row = { .code = FINDING_BENEFIT_PROFILE_NOT_ELIGIBLE,
                                  .file = profile->file,
                                  .line = profile->line };
  static const char *const texts[REASON_COUNT]
      = { "%s", "%s; %s", "%s; %s; %s", "%s; %s; %s; %s", "%s; %s; %s; %s; %s" };
  LanguageSentence message = { 0 };
  guint count = 0;

  for (guint reason = 0; reason < REASON_COUNT; reason++)
    if ((found & 1u << reason) != 0)
      message.values[count++] = language_sentence_word (reasons[reason].words);
  if (count == 0)
    return;
  message.text = texts[count - 1];
  benefit_finder_add (finder, row, &message);
}

static const char *
verdict_of (guint found)
{
  for (guint reason = 0; reason < REASON_COUNT; reason++)
    if ((found & 1u << reason) != 0)
      return reasons[reason].verdict;
  return "Eligible to redeem";
}

static void
add_profile (const BenefitFinder *finder, BenefitBook *book, const BenefitProfile *profile,
             guint found)
{
  const BenefitProfileRow row = { .profile = profile->profile,
                                  .profile_id = profile->id,
                                  .type = profile->type,
                                  .account_id = profile->account_id,
                                  .verdict = verdict_of (found),
                                  .reasons = span_of (book, found),
                                  .file = profile->file,
                                  .line = profile->line };

  report_append (finder->report, BENEFIT_PROFILE_TABLE_PROFILES, &row);
  find_reasons (finder, profile, found);
}

static void
find_none (const BenefitFinder *finder, const BenefitBook *book)
{
  const BenefitProfile *first = &g_array_index (book->profiles, BenefitProfile, 0);
  const BenefitFindingRow row
      = { .code = FINDING_BENEFIT_NO_ELIGIBLE_PROFILE, .file = first->file, .line = first->line };

  benefit_finder_add (finder, row,
                      &LANGUAGE_SENTENCE (N_ ("no billing profile may receive the deposit")));
}

/* (transfer full) */
static char *
account_of (const BenefitProfilePlan *plan)
{
  const char *slash = strrchr (plan->account, '/');

  return slice_dup_lower (slice_trim (slice_of (slash != NULL ? slash + 1 : plan->account)));
}

Report *
benefit_profiles_reckon (BenefitBook *book, const BenefitProfilePlan *plan)
{
  Report *report = report_new_of (benefit_rows_profile_schema ());
  const BenefitFinder finder = { report, BENEFIT_PROFILE_TABLE_FINDINGS, plan->language };
  g_autofree char *account = account_of (plan);
  BenefitProfileHead head
      = { .account_id = report_text (report, account), .offer = report_text (report, plan->offer) };

  for (guint i = 0; i < book->profiles->len; i++)
    {
      const BenefitProfile *profile = &g_array_index (book->profiles, BenefitProfile, i);
      const guint found = reasons_against (profile, plan, account);
      add_profile (&finder, book, profile, found);
      head.eligible += found == 0;
    }
  if (head.eligible == 0 && book->profiles->len > 0)
    find_none (&finder, book);
  report_set_head (report, &head);
  benefit_finder_add_inputs (&finder, BENEFIT_PROFILE_TABLE_INPUTS, book);
  benefit_finder_add_files (&finder, book);
  report_sort (report);
  return report;
}

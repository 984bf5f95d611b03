/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/mca/credit-exclusions.h"

#include <string.h>

#include "base/language/language.h"

#define LIST_OF_2019 N_ ("list of 2019")
#define BOTH "2019, 2026"
#define OF_2026 "2026"

/* A set of phrases, a bit each. */
typedef guint32 Phrases;

static const struct
{
  const char *words;
  Phrases bit;
} phrases[] = {
#define CANONICAL (1U << 0)
  { "canonical", CANONICAL },
#define OPENLOGIC (1U << 1)
  { "openlogic", OPENLOGIC },
#define XENAPP (1U << 2)
  { "citrix xenapp essentials", XENAPP },
#define XENDESKTOP (1U << 3)
  { "citrix xendesktop", XENDESKTOP },
#define REMOTE_ACCESS (1U << 4)
  { "remote access rights", REMOTE_ACCESS },
#define REGISTERED_USER (1U << 5)
  { "registered user", REGISTERED_USER },
#define UBUNTU (1U << 6)
  { "ubuntu advantage", UBUNTU },
#define ENTERPRISE (1U << 7)
  { "visual studio enterprise", ENTERPRISE },
#define PROFESSIONAL (1U << 8)
  { "visual studio professional", PROFESSIONAL },
#define MARKETPLACE (1U << 9)
  { "marketplace", MARKETPLACE },
#define SUPPORT (1U << 10)
  { "support", SUPPORT },
#define LICENCE (1U << 11)
  { "licence", LICENCE },
  { "license", LICENCE },
  { "licences", LICENCE },
  { "licenses", LICENCE },
  { "software", LICENCE },
#define RESERVATION (1U << 12)
  { "reservation", RESERVATION },
  { "reservations", RESERVATION },
  { "reserved", RESERVATION },
#define SAVINGS (1U << 13)
  { "savings plan", SAVINGS },
  { "savings plans", SAVINGS },
  { "savingsplan", SAVINGS },
};

typedef struct
{
  const char *name;
  const char *source;
  Phrases in_product; /* any of them */
  Phrases in_publisher;
  Phrases in_kind;
  Phrases in_pricing_model;
  gboolean (*also) (const CreditProduct *product); /* what fits without a phrase; NULL: nothing */
} Rule;

static gboolean
is_of_marketplace (const CreditProduct *product)
{
  return slice_equals_folded (product->publisher_type, "marketplace");
}

static gboolean
is_of_others (const CreditProduct *product)
{
  return (product->publisher.length > 0 && !slice_begins_folded (product->publisher, "microsoft"))
         || (product->publisher_type.length > 0
             && !slice_equals_folded (product->publisher_type, "azure")
             && !slice_equals_folded (product->publisher_type, "microsoft"));
}

/* In the order in which they are tried. */
static const Rule rules[EXCLUSION_COUNT] = {
  [EXCLUSION_NONE] = { NULL, NULL, 0, 0, 0, 0, NULL },
  [EXCLUSION_CANONICAL] = { "canonical", LIST_OF_2019, CANONICAL, CANONICAL, 0, 0, NULL },
  [EXCLUSION_OPENLOGIC] = { "openlogic", LIST_OF_2019, OPENLOGIC, OPENLOGIC, 0, 0, NULL },
  [EXCLUSION_CITRIX_XENAPP_ESSENTIALS]
  = { "citrix-xenapp-essentials", LIST_OF_2019, XENAPP, 0, 0, 0, NULL },
  [EXCLUSION_CITRIX_XENDESKTOP] = { "citrix-xendesktop", LIST_OF_2019, XENDESKTOP, 0, 0, 0, NULL },
  [EXCLUSION_REMOTE_ACCESS_RIGHTS]
  = { "remote-access-rights", LIST_OF_2019, REMOTE_ACCESS, 0, 0, 0, NULL },
  [EXCLUSION_REGISTERED_USER] = { "registered-user", LIST_OF_2019, REGISTERED_USER, 0, 0, 0, NULL },
  [EXCLUSION_UBUNTU_ADVANTAGE] = { "ubuntu-advantage", LIST_OF_2019, UBUNTU, 0, 0, 0, NULL },
  [EXCLUSION_VISUAL_STUDIO_ENTERPRISE]
  = { "visual-studio-enterprise", LIST_OF_2019, ENTERPRISE, 0, 0, 0, NULL },
  [EXCLUSION_VISUAL_STUDIO_PROFESSIONAL]
  = { "visual-studio-professional", LIST_OF_2019, PROFESSIONAL, 0, 0, 0, NULL },
  [EXCLUSION_MARKETPLACE]
  = { "marketplace", BOTH, MARKETPLACE, 0, MARKETPLACE, 0, is_of_marketplace },
  [EXCLUSION_SUPPORT_PLAN] = { "support-plan", BOTH, SUPPORT, 0, SUPPORT, 0, NULL },
  [EXCLUSION_THIRD_PARTY] = { "third-party", OF_2026, 0, 0, 0, 0, is_of_others },
  [EXCLUSION_LICENCE] = { "licence", OF_2026, 0, 0, LICENCE, 0, NULL },
  [EXCLUSION_COLUMN] = { "column", N_ ("the charge itself"), 0, 0, 0, 0, NULL },
};

static const Rule sponsorship_rules[] = {
  [SPONSORSHIP_PAYS] = { NULL, NULL, 0, 0, 0, 0, NULL },
  [SPONSORSHIP_RESERVATION]
  = { "reservation", OF_2026, RESERVATION, 0, RESERVATION, RESERVATION, NULL },
  [SPONSORSHIP_SAVINGS_PLAN] = { "savings-plan", OF_2026, SAVINGS, 0, SAVINGS, SAVINGS, NULL },
};

/* Words */

/* Bytes beyond ASCII are parts of words. */
static gboolean
is_of_word (char c)
{
  return g_ascii_isalnum (c) || (guchar) c >= 0x80;
}

static gsize
skip_between (Slice text, gsize at)
{
  while (at < text.length && !is_of_word (text.text[at]))
    at++;
  return at;
}

/* The words of @phrase are those from @at on. */
static gboolean
begins_with_words (Slice text, gsize at, const char *phrase)
{
  for (; *phrase != '\0'; phrase++)
    {
      if (*phrase == ' ')
        {
          const gsize next = skip_between (text, at);
          if (next == at)
            return FALSE;
          at = next;
        }
      else if (at >= text.length || slice_lower_char (text.text[at++]) != *phrase)
        return FALSE;
    }
  return at == text.length || !is_of_word (text.text[at]);
}

static gsize
skip_word (Slice text, gsize at)
{
  while (at < text.length && is_of_word (text.text[at]))
    at++;
  return at;
}

gboolean
credit_exclusions_has (Slice text, const char *phrase)
{
  for (gsize at = skip_between (text, 0); at < text.length;
       at = skip_between (text, skip_word (text, at)))
    if (begins_with_words (text, at, phrase))
      return TRUE;
  return FALSE;
}

/* Most words begin otherwise. */
static gboolean
may_begin_phrase (char first)
{
  switch (slice_lower_char (first))
    {
    case 'c':
    case 'l':
    case 'm':
    case 'o':
    case 'r':
    case 's':
    case 'u':
    case 'v':
      return TRUE;
    default:
      return FALSE;
    }
}

/* All phrases that stand in @text, in one pass. */
static Phrases
phrases_in (Slice text)
{
  Phrases found = 0;

  for (gsize at = skip_between (text, 0); at < text.length;
       at = skip_between (text, skip_word (text, at)))
    for (guint i = 0; may_begin_phrase (text.text[at]) && i < G_N_ELEMENTS (phrases); i++)
      if (*phrases[i].words == slice_lower_char (text.text[at])
          && begins_with_words (text, at, phrases[i].words))
        found |= phrases[i].bit;
  return found;
}

/* Rules */

/* What stands in the texts of a charge. */
typedef struct
{
  Phrases product;
  Phrases publisher;
  Phrases kind;
  Phrases pricing_model;
} Found;

static Found
found_in (const CreditProduct *product)
{
  return (Found){ phrases_in (product->product), phrases_in (product->publisher),
                  phrases_in (product->kind), phrases_in (product->pricing_model) };
}

static gboolean
fits (const Rule *rule, const Found *found, const CreditProduct *product)
{
  return (rule->in_product & found->product) != 0 || (rule->in_publisher & found->publisher) != 0
         || (rule->in_kind & found->kind) != 0
         || (rule->in_pricing_model & found->pricing_model) != 0
         || (rule->also != NULL && rule->also (product));
}

CreditVerdict
credit_exclusions_judge (const CreditProduct *product)
{
  const Found found = found_in (product);
  CreditVerdict verdict = { EXCLUSION_NONE, SPONSORSHIP_PAYS };

  for (guint i = EXCLUSION_NONE + 1; i < EXCLUSION_COLUMN && verdict.rule == EXCLUSION_NONE; i++)
    if (fits (&rules[i], &found, product))
      verdict.rule = (CreditExclusion) i;
  for (guint i = SPONSORSHIP_PAYS + 1;
       i < G_N_ELEMENTS (sponsorship_rules) && verdict.sponsorship == SPONSORSHIP_PAYS; i++)
    if (fits (&sponsorship_rules[i], &found, product))
      verdict.sponsorship = (SponsorshipExclusion) i;
  return verdict;
}

const char *
credit_exclusions_name (CreditExclusion rule)
{
  return rules[rule].name;
}

const char *
credit_exclusions_sponsorship_name (SponsorshipExclusion rule)
{
  return sponsorship_rules[rule].name;
}

const char *
credit_exclusions_source (CreditExclusion rule)
{
  return rules[rule].source;
}

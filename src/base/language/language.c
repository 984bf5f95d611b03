/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/language/language.h"

#include "base/language/catalog.h"
#include "base/language/catalogs.inc" /* made of po/CODE.po: a CATALOG_CODE for each */

struct Language
{
  const char *code;
  Catalog catalog;
  PluralRule plural;
  LanguageForms forms;
};

#define NO_BREAK_SPACE "\xc2\xa0"
#define YEAR_JA "\xe5\xb9\xb4"
#define MONTH_JA "\xe6\x9c\x88"
#define DAY_JA "\xe6\x97\xa5"

/* The languages that there are, by code; po/CODE.po is the translation of each. */
static const Language languages[] = {
  { "de", CATALOG_DE, PLURAL_ONE_OTHER, { ",", ".", "%d.%m.%Y", "%m.%Y", "%B %Y" } },
  { "ja",
    CATALOG_JA,
    PLURAL_NONE,
    { ".", ",", "%Y" YEAR_JA "%n" MONTH_JA "%e" DAY_JA, "%Y" YEAR_JA "%n" MONTH_JA,
      "%Y" YEAR_JA "%n" MONTH_JA } },
  { "nl", CATALOG_NL, PLURAL_ONE_OTHER, { ",", ".", "%d-%m-%Y", "%m-%Y", "%B %Y" } },
  { "ru", CATALOG_RU, PLURAL_SLAVIC, { ",", NO_BREAK_SPACE, "%d.%m.%Y", "%m.%Y", "%B %Y" } },
};

static const LanguageForms english = { ".", ",", "%Y-%m-%d", "%Y-%m", "%B %Y" };

gboolean
language_find (const char *code, const Language **out)
{
  g_assert (code != NULL && out != NULL);

  *out = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_ascii_strcasecmp (code, languages[i].code) == 0)
      *out = &languages[i];
  return *out != NULL || g_ascii_strcasecmp (code, "en") == 0;
}

const char *const *
language_codes (void)
{
  static const char *const codes[] = { "en", "de", "ja", "nl", "ru", NULL };

  G_STATIC_ASSERT (G_N_ELEMENTS (codes) == G_N_ELEMENTS (languages) + 2);
  return codes;
}

const char *
language_code (const Language *self)
{
  return self == NULL ? "en" : self->code;
}

const LanguageForms *
language_forms (const Language *self)
{
  return self == NULL ? &english : &self->forms;
}

const char *
language_translation (const Language *self, const char *text)
{
  return language_translation_in (self, NULL, text);
}

const char *
language_translation_in (const Language *self, const char *context, const char *text)
{
  const char *said = catalog_find (&self->catalog, context, text, 0);

  return said != NULL ? said : text;
}

const char *
language_translation_count (const Language *self, const char *one, const char *many, guint64 count)
{
  const char *said
      = catalog_find (&self->catalog, NULL, one, plural_rule_form (self->plural, count));

  return said != NULL ? said : count == 1 ? one : many;
}

const char *
language_header (const Language *self)
{
  return catalog_header (&self->catalog);
}

PluralRule
language_plural (const Language *self)
{
  return self->plural;
}

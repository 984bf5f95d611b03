/* SPDX-License-Identifier: MIT */
#ifndef BASE_LANGUAGE_PLURAL_RULE_H
#define BASE_LANGUAGE_PLURAL_RULE_H

#include <glib.h>

/** PluralRule: which of its forms a language has for a count. That of a catalog says the same in C.
 */
typedef enum
{
  PLURAL_NONE,      /* one form */
  PLURAL_ONE_OTHER, /* one for 1, one for all others */
  PLURAL_SLAVIC     /* one for 1, 21, 31 ...; one for 2 to 4, 22 to 24 ...; one for all others */
} PluralRule;

/** The number of the form, from 0 on. */
guint plural_rule_form (PluralRule self, guint64 count);

/** The same as the header of a catalog must have it: "nplurals=2; plural=(n != 1);". */
const char *plural_rule_header (PluralRule self);

#endif

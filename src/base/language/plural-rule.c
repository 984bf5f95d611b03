/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/language/plural-rule.h"

static guint
slavic_form (guint64 count)
{
  const guint64 last = count % 10, last_two = count % 100;

  if (last == 1 && last_two != 11)
    return 0;
  return last >= 2 && last <= 4 && (last_two < 12 || last_two > 14) ? 1 : 2;
}

guint
plural_rule_form (PluralRule self, guint64 count)
{
  switch (self)
    {
    case PLURAL_ONE_OTHER:
      return count == 1 ? 0 : 1;
    case PLURAL_SLAVIC:
      return slavic_form (count);
    case PLURAL_NONE:
    default:
      return 0;
    }
}

const char *
plural_rule_header (PluralRule self)
{
  switch (self)
    {
    case PLURAL_ONE_OTHER:
      return "nplurals=2; plural=(n != 1);";
    case PLURAL_SLAVIC:
      return "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || "
             "n%100>14) ? 1 : 2);";
    case PLURAL_NONE:
    default:
      return "nplurals=1; plural=0;";
    }
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/language/utf8-locale.h"

#include <locale.h>

void
utf8_locale_enter (Utf8Locale *self)
{
  const locale_t own = newlocale (LC_CTYPE_MASK, "C.UTF-8", (locale_t) 0);

  self->own = own;
  self->before = own != (locale_t) 0 ? uselocale (own) : NULL;
}

void
utf8_locale_leave (Utf8Locale *self)
{
  if (self->own == NULL)
    return;
  (void) uselocale (self->before);
  freelocale (self->own);
}

gpointer
utf8_locale_of_thread (void)
{
  return uselocale ((locale_t) 0);
}

void
utf8_locale_take_over (gpointer locale)
{
  (void) uselocale (locale);
}

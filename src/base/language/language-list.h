/* SPDX-License-Identifier: MIT */
#ifndef BASE_LANGUAGE_LANGUAGE_LIST_H
#define BASE_LANGUAGE_LANGUAGE_LIST_H

#include "base/language/language.h"

/** "a", "a and b", "a, b and c", in the language; "" of none. (transfer full) */
char *language_list (const Language *language, const char *const *texts, gsize count);

#endif

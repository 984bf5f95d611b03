/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_LANGUAGE_H
#define SAMPLE_LANGUAGE_H

#include <check.h>

#include "base/language/language.h"

/** A language that there is. */
static inline const Language *
sample_language (const char *code)
{
  const Language *language;

  ck_assert_msg (language_find (code, &language), "%s", code);
  return language;
}

#endif

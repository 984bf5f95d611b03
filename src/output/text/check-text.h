/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TEXT_CHECK_TEXT_H
#define OUTPUT_TEXT_CHECK_TEXT_H

#include "base/language/language.h"
#include "core/answer/check-facts.h"
#include "core/book/books.h"

/**
 * What `acorecon check` says of the files that were read, as text for people. @facts: of the same
 * reading, or NULL; @order: how its dates were read.
 */
void check_text_render (const Books *books, const CheckFacts *facts, DateOrder order,
                        const Language *language, GString *out);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef IO_CHECK_TEXT_H
#define IO_CHECK_TEXT_H

#include "core/books.h"
#include "io/check-facts.h"

/**
 * What `acorecon check` says of the files that were read, as text for people. @facts: of the same
 * reading, or NULL; @order: how its dates were read.
 */
void check_text_render (const Books *books, const CheckFacts *facts, DateOrder order, GString *out);

#endif

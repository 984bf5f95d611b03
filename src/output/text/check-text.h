/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TEXT_CHECK_TEXT_H
#define OUTPUT_TEXT_CHECK_TEXT_H

#include "core/answer/check-facts.h"
#include "core/answer/month-needs.h"
#include "core/book/books.h"
#include "output/text/text-style.h"

/**
 * What `acorecon check` says of the files that were read, as text for people. @facts: of the same
 * reading, or NULL; @order: how its dates were read.
 */
void check_text_render (const Books *books, const CheckFacts *facts, DateOrder order,
                        const Language *language, GString *out);

/**
 * What the files lack for a tie-out of each month, and where it is downloaded: a blank line, a
 * table, and sentences. Of very many months those alone that lack something.
 */
void check_text_render_needs (const Report *needs, const TextStyle *style, GString *out);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef IO_CHECK_TEXT_H
#define IO_CHECK_TEXT_H

#include "core/books.h"

/** What `acorecon check` says of the files that were read, as text for people. */
void check_text_render (const Books *books, GString *out);

#endif

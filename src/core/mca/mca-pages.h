/* SPDX-License-Identifier: MIT */
#ifndef CORE_MCA_MCA_PAGES_H
#define CORE_MCA_MCA_PAGES_H

#include "core/mca/mca-book.h"

/**
 * McaPages: which pages of lists were read, one after the other, and after which the next is
 * missing (credits contract 1.1, "Pages").
 */

/**
 * Finds the account and profile of each page of @book, and returns the pages (const McaPage *, in
 * the order of reading) that tell of a further one which was not read. (transfer container)
 */
GPtrArray *mca_pages_waiting (McaBook *book);

#endif

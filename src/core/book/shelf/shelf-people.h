/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_SHELF_SHELF_PEOPLE_H
#define CORE_BOOK_SHELF_SHELF_PEOPLE_H

#include "core/book/name-book.h"
#include "core/book/partner-book.h"
#include "core/book/shelf/shelf-bytes.h"

/** ShelfPeople: names and partners of customers as bytes. */

void shelf_people_put (ShelfWriter *self, const NameBook *names, const PartnerBook *partners);
void shelf_people_take (ShelfReader *self, NameBook *names, PartnerBook *partners);

#endif

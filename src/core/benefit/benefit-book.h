/* SPDX-License-Identifier: MIT */
#ifndef CORE_BENEFIT_BENEFIT_BOOK_H
#define CORE_BENEFIT_BENEFIT_BOOK_H

#include "base/slice.h"
#include "core/benefit/benefit-record.h"

/** BenefitBook: everything that was read about benefits, in the order of reading. */
typedef struct
{
  GArray *files;      /* of BenefitFile */
  GArray *benefits;   /* of Benefit */
  GArray *uses;       /* of BenefitUse */
  GArray *profiles;   /* of BenefitProfile */
  GPtrArray *ignored; /* const char *: files that were left out of folders */
  GStringChunk *texts;
  GHashTable *ids;  /* of benefits: id to index + 1 */
  GPtrArray *lists; /* const char **, that reports borrow */
} BenefitBook;

BenefitBook *benefit_book_new (void);
void benefit_book_free (BenefitBook *self); /* NULL is fine */

/** A copy that lives as long as the book; an empty one is NULL. */
const char *benefit_book_text (BenefitBook *self, Slice text);
const char *benefit_book_text_lower (BenefitBook *self, Slice text);
const char *benefit_book_text_upper (BenefitBook *self, Slice text);

/** A copy of @count texts, which are borrowed, that lives as long as the book. */
const char *const *benefit_book_list (BenefitBook *self, const char *const *texts, gsize count);

/** FALSE: there is one with its id, at *@earlier. */
gboolean benefit_book_add (BenefitBook *self, const Benefit *benefit, const Benefit **earlier);
/** By its id, in lower case; NULL: none. */
const Benefit *benefit_book_find (const BenefitBook *self, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenefitBook, benefit_book_free)

#endif

/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_ARTICLE_POOL_H
#define CORE_BOOK_ARTICLE_POOL_H

#include "base/slice.h"

/**
 * ArticlePool: what lines and rows are about, as "product id/sku id" in lower case, either part
 * empty where the file has none; each text kept once. Findings on single lines name it (spec
 * section 5, "Ids of findings"). Memory follows the products that have such lines, not the lines.
 */
typedef struct ArticlePool ArticlePool;

ArticlePool *article_pool_new (void);
void article_pool_free (ArticlePool *self); /* NULL is fine */

/** Lives as long as the pool, or the one that absorbs it. */
const char *article_pool_hold (ArticlePool *self, Slice product, Slice sku);
/** The same for both as one text, as it was held elsewhere. */
const char *article_pool_hold_text (ArticlePool *self, Slice article);

/** The texts of @later stay where they are, and are @self's from now on; it is left empty. */
void article_pool_absorb (ArticlePool *self, ArticlePool *later);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArticlePool, article_pool_free)

#endif

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/article-pool.h"

#include <string.h>

/* A tree, not a hash table: it cannot be flooded with colliding ids. */
struct ArticlePool
{
  GTree *articles;     /* char * -> itself */
  GPtrArray *absorbed; /* of GTree *: those of other pools; a text may stand in several */
  GString *wanted;
  const char *last;
};

static int
compare_articles (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  return strcmp (a, b);
}

static GTree *
new_tree (void)
{
  return g_tree_new_full (compare_articles, NULL, g_free, NULL);
}

ArticlePool *
article_pool_new (void)
{
  ArticlePool *self = g_new0 (ArticlePool, 1);

  self->articles = new_tree ();
  self->absorbed = g_ptr_array_new_with_free_func ((GDestroyNotify) g_tree_unref);
  self->wanted = g_string_new (NULL);
  return self;
}

void
article_pool_free (ArticlePool *self)
{
  if (self == NULL)
    return;
  g_tree_unref (self->articles);
  g_ptr_array_unref (self->absorbed);
  g_string_free (self->wanted, TRUE);
  g_free (self);
}

static void
append_lower (GString *text, Slice slice)
{
  for (gsize i = 0; i < slice.length; i++)
    g_string_append_c (text, slice_lower_char (slice.text[i]));
}

static const char *
hold_wanted (ArticlePool *self)
{
  if (self->last != NULL && strcmp (self->last, self->wanted->str) == 0)
    return self->last;

  char *article = g_tree_lookup (self->articles, self->wanted->str);
  if (article == NULL)
    {
      article = g_strdup (self->wanted->str);
      g_tree_insert (self->articles, article, article);
    }
  return self->last = article;
}

const char *
article_pool_hold (ArticlePool *self, Slice product, Slice sku)
{
  g_string_truncate (self->wanted, 0);
  append_lower (self->wanted, product);
  g_string_append_c (self->wanted, '/');
  append_lower (self->wanted, sku);
  return hold_wanted (self);
}

const char *
article_pool_hold_text (ArticlePool *self, Slice article)
{
  g_string_truncate (self->wanted, 0);
  append_lower (self->wanted, article);
  return hold_wanted (self);
}

void
article_pool_absorb (ArticlePool *self, ArticlePool *later)
{
  if (g_tree_nnodes (later->articles) > 0)
    {
      g_ptr_array_add (self->absorbed, later->articles);
      later->articles = new_tree ();
    }
  g_ptr_array_extend_and_steal (self->absorbed, g_steal_pointer (&later->absorbed));
  later->absorbed = g_ptr_array_new_with_free_func ((GDestroyNotify) g_tree_unref);
  later->last = NULL;
}

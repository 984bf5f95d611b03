/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/tally-tree.h"

gpointer
tally_tree_insert (GTree **tree, GCompareDataFunc compare, GDestroyNotify free_tally,
                   gpointer tally)
{
  if (*tree == NULL)
    *tree = g_tree_new_full (compare, NULL, NULL, free_tally);
  g_tree_insert (*tree, tally, tally);
  return tally;
}

typedef struct
{
  GCompareFunc order;
  gconstpointer wanted;
} Search;

static gint
compare_wanted (gconstpointer tally, gconstpointer data)
{
  const Search *search = data;
  return search->order (search->wanted, tally);
}

gpointer
tally_tree_find (GTree *tree, GCompareFunc order, gconstpointer wanted)
{
  const Search search = { .order = order, .wanted = wanted };

  return tree != NULL ? g_tree_search (tree, compare_wanted, &search) : NULL;
}

GTreeNode *
tally_tree_first (GTree *tree)
{
  return tree != NULL ? g_tree_node_first (tree) : NULL;
}

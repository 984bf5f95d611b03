/* SPDX-License-Identifier: MIT */
#ifndef BASE_TALLY_TREE_H
#define BASE_TALLY_TREE_H

#include <glib.h>

/**
 * Tallies of one thing in their order, found fast however many there are: input decides how many
 * currencies, reasons or percentages a customer has. A GTree whose keys are its values. There is
 * none as long as there is no tally: NULL counts as empty.
 */

/** Makes *@tree if need be and puts @tally, which it takes over, into it; gives @tally back. */
gpointer tally_tree_insert (GTree **tree, GCompareDataFunc compare, GDestroyNotify free_tally,
                            gpointer tally);
/** @order: how what is looked for, @wanted, compares with a tally. NULL: it is not there. */
gpointer tally_tree_find (GTree *tree, GCompareFunc order, gconstpointer wanted);

/** For walks: the first and the next, with g_tree_node_value(); NULL at the end. */
GTreeNode *tally_tree_first (GTree *tree);

#endif

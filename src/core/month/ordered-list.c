/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/month/ordered-list.h"

#include "base/search.h"

struct OrderedList
{
  GCompareFunc compare;
  GPtrArray *list; /* in order */
  GTree *others;   /* what came too late for it, each its own key; NULL: nothing did */
};

OrderedList *
ordered_list_new (GCompareFunc compare)
{
  OrderedList *self = g_new0 (OrderedList, 1);

  self->compare = compare;
  self->list = g_ptr_array_new ();
  return self;
}

void
ordered_list_free (OrderedList *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->list);
  g_clear_pointer (&self->others, g_tree_unref);
  g_free (self);
}

/* Whether it stands behind all that are in the list. */
static gboolean
is_behind (const OrderedList *self, gconstpointer probe)
{
  const guint count = self->list->len;
  return count == 0 || self->compare (g_ptr_array_index (self->list, count - 1), probe) < 0;
}

gpointer
ordered_list_find (const OrderedList *self, gconstpointer probe)
{
  if (!is_behind (self, probe))
    {
      const guint place = search_lower_bound_pointer (self->list, probe, self->compare);
      gpointer found = g_ptr_array_index (self->list, place);

      if (self->compare (probe, found) == 0)
        return found;
    }
  return self->others != NULL ? g_tree_lookup (self->others, probe) : NULL;
}

void
ordered_list_add (OrderedList *self, gpointer element)
{
  if (is_behind (self, element))
    {
      g_ptr_array_add (self->list, element);
      return;
    }
  if (self->others == NULL)
    self->others = g_tree_new (self->compare);
  g_tree_insert (self->others, element, element);
}

/* Both are in order. */
static GPtrArray *
merge (const OrderedList *self)
{
  GPtrArray *merged = g_ptr_array_new ();
  guint next = 0;

  for (GTreeNode *node = g_tree_node_first (self->others); node != NULL;
       node = g_tree_node_next (node))
    {
      gpointer other = g_tree_node_value (node);

      while (next < self->list->len
             && self->compare (g_ptr_array_index (self->list, next), other) < 0)
        g_ptr_array_add (merged, g_ptr_array_index (self->list, next++));
      g_ptr_array_add (merged, other);
    }
  while (next < self->list->len)
    g_ptr_array_add (merged, g_ptr_array_index (self->list, next++));
  return merged;
}

const GPtrArray *
ordered_list_settle (OrderedList *self)
{
  if (self->others == NULL)
    return self->list;
  GPtrArray *merged = merge (self);
  g_ptr_array_unref (self->list);
  self->list = merged;
  g_clear_pointer (&self->others, g_tree_unref);
  return self->list;
}

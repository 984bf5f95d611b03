/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/case/case-singles.h"

typedef struct
{
  Decimal amount;
  guint index;
} KeptSingle;

/* Of a currency, a severity and what is decided or not: the sum of all, and the largest. */
typedef struct
{
  CaseRest all;
  GArray *kept; /* of KeptSingle, the largest first; equal ones as they came */
} SinglesGroup;

/* A currency is whatever stands in the cell: there can be as many as there are lines. */
struct CaseSingles
{
  gsize most;
  GTree *groups;      /* SinglesGroup * -> itself */
  SinglesGroup *last; /* that was added to: the next is mostly of the same */
};

static void
free_group (gpointer data)
{
  SinglesGroup *group = data;

  g_array_unref (group->kept);
  g_free (group);
}

static gint
compare_groups (gconstpointer left, gconstpointer right, gpointer data G_GNUC_UNUSED)
{
  const CaseRest *a = &((const SinglesGroup *) left)->all,
                 *b = &((const SinglesGroup *) right)->all;
  gint order = (gint) a->severity - (gint) b->severity;

  if (order == 0)
    order = (gint) a->is_open - (gint) b->is_open;
  return order != 0 ? order : g_strcmp0 (a->currency, b->currency);
}

CaseSingles *
case_singles_new (gsize most)
{
  CaseSingles *self = g_new0 (CaseSingles, 1);

  self->most = most;
  self->groups = g_tree_new_full (compare_groups, NULL, NULL, free_group);
  return self;
}

void
case_singles_free (CaseSingles *self)
{
  if (self == NULL)
    return;
  g_tree_unref (self->groups);
  g_free (self);
}

static SinglesGroup *
group_of (CaseSingles *self, const FindingRow *row)
{
  const SinglesGroup key = { .all = { .severity = row->severity,
                                      .is_open = report_rows_finding_is_open (row),
                                      .currency = row->currency,
                                      .amount = decimal_from_int (0) } };

  if (self->last != NULL && compare_groups (self->last, &key, NULL) == 0)
    return self->last;
  self->last = g_tree_lookup (self->groups, &key);
  if (self->last != NULL)
    return self->last;
  self->last = g_memdup2 (&key, sizeof key);
  self->last->kept = g_array_new (FALSE, FALSE, sizeof (KeptSingle));
  g_tree_insert (self->groups, self->last, self->last);
  return self->last;
}

static void
keep_largest (GArray *kept, KeptSingle single, gsize most)
{
  guint place = kept->len;

  while (place > 0
         && decimal_compare (g_array_index (kept, KeptSingle, place - 1).amount, single.amount) < 0)
    place--;
  if (place >= most)
    return;
  g_array_insert_val (kept, place, single);
  if (kept->len > most)
    g_array_set_size (kept, (guint) most);
}

void
case_singles_add (CaseSingles *self, const FindingRow *row, guint index)
{
  SinglesGroup *group = group_of (self, row);
  const KeptSingle single = { .amount = decimal_absolute (row->amount), .index = index };

  group->all.count++;
  decimal_accumulate (&group->all.amount, &single.amount);
  if (group->all.is_open && group->all.severity != SEVERITY_NOTICE)
    keep_largest (group->kept, single, self->most);
}

static gint
compare_indexes (gconstpointer a, gconstpointer b)
{
  const guint first = *(const guint *) a, second = *(const guint *) b;

  return (first > second) - (first < second);
}

static gboolean
add_kept (gpointer key G_GNUC_UNUSED, gpointer value, gpointer indexes)
{
  const SinglesGroup *group = value;

  for (guint i = 0; i < group->kept->len; i++)
    g_array_append_val ((GArray *) indexes, g_array_index (group->kept, KeptSingle, i).index);
  return FALSE;
}

GArray *
case_singles_kept (const CaseSingles *self)
{
  GArray *indexes = g_array_new (FALSE, FALSE, sizeof (guint));

  g_tree_foreach (self->groups, add_kept, indexes);
  g_array_sort (indexes, compare_indexes);
  return indexes;
}

static gboolean
add_rest (gpointer key G_GNUC_UNUSED, gpointer value, gpointer all)
{
  const SinglesGroup *group = value;
  CaseRest rest = group->all;

  rest.count -= group->kept->len;
  for (guint i = 0; i < group->kept->len; i++)
    rest.amount = decimal_subtract (rest.amount, g_array_index (group->kept, KeptSingle, i).amount);
  if (rest.count > 0)
    g_array_append_val ((GArray *) all, rest);
  return FALSE;
}

GArray *
case_singles_rest (const CaseSingles *self)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (CaseRest));

  g_tree_foreach (self->groups, add_rest, all);
  return all;
}

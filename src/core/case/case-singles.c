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

struct CaseSingles
{
  gsize most;
  GArray *groups; /* of SinglesGroup */
  guint last;     /* that was added to: the next is mostly of the same */
};

static void
clear_group (gpointer group)
{
  g_array_unref (((SinglesGroup *) group)->kept);
}

CaseSingles *
case_singles_new (gsize most)
{
  CaseSingles *self = g_new0 (CaseSingles, 1);

  self->most = most;
  self->groups = g_array_new (FALSE, FALSE, sizeof (SinglesGroup));
  g_array_set_clear_func (self->groups, clear_group);
  return self;
}

void
case_singles_free (CaseSingles *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->groups);
  g_free (self);
}

static gboolean
is_group (const SinglesGroup *group, const FindingRow *row)
{
  return group->all.severity == row->severity
         && group->all.is_open == report_rows_finding_is_open (row)
         && g_strcmp0 (group->all.currency, row->currency) == 0;
}

static SinglesGroup *
group_of (CaseSingles *self, const FindingRow *row)
{
  SinglesGroup added = { .all = { .severity = row->severity,
                                  .is_open = report_rows_finding_is_open (row),
                                  .currency = row->currency,
                                  .amount = decimal_from_int (0) } };

  for (guint i = 0; i < self->groups->len; i++)
    {
      const guint at = (self->last + i) % self->groups->len;

      if (is_group (&g_array_index (self->groups, SinglesGroup, at), row))
        {
          self->last = at;
          return &g_array_index (self->groups, SinglesGroup, at);
        }
    }
  added.kept = g_array_new (FALSE, FALSE, sizeof (KeptSingle));
  g_array_append_val (self->groups, added);
  self->last = self->groups->len - 1;
  return &g_array_index (self->groups, SinglesGroup, self->last);
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

GArray *
case_singles_kept (const CaseSingles *self)
{
  GArray *indexes = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->groups->len; i++)
    {
      const GArray *kept = g_array_index (self->groups, SinglesGroup, i).kept;

      for (guint k = 0; k < kept->len; k++)
        g_array_append_val (indexes, g_array_index (kept, KeptSingle, k).index);
    }
  g_array_sort (indexes, compare_indexes);
  return indexes;
}

GArray *
case_singles_rest (const CaseSingles *self)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (CaseRest));

  for (guint i = 0; i < self->groups->len; i++)
    {
      const SinglesGroup *group = &g_array_index (self->groups, SinglesGroup, i);
      CaseRest rest = group->all;

      rest.count -= group->kept->len;
      for (guint k = 0; k < group->kept->len; k++)
        rest.amount
            = decimal_subtract (rest.amount, g_array_index (group->kept, KeptSingle, k).amount);
      if (rest.count > 0)
        g_array_append_val (all, rest);
    }
  return all;
}

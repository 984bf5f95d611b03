/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/finding/finding-digest.h"

#include "core/report/report-cell.h"
#include "core/report/report-counts.h"
#include "output/stake-order.h"

/* The largest findings of one severity, code and currency. */
typedef struct
{
  FindingSum sum;
  GArray *largest; /* of Candidate, largest first, equal ones in the order of the report */
} Tally;

typedef struct
{
  gsize index; /* of the row */
  Decimal amount;
} Candidate;

struct FindingDigest
{
  const Report *report;
  GPtrArray *groups; /* of FindingGroup * */
  GPtrArray *rows;   /* that are listed */
};

/* While findings are counted. */
typedef struct
{
  const Report *report;
  const ReportColumn *currency;
  const ReportColumn *amount;
  gboolean all;
  GPtrArray *tallies[SEVERITY_ERROR + 1][FINDING_CODE_COUNT]; /* of Tally *, by currency; NULL */
  gsize counts[SEVERITY_ERROR + 1][FINDING_CODE_COUNT];
  GArray *listed;      /* of gsize */
  ReportBuffer buffer; /* texts of a row but its sentence outlive it */
} Counting;

static void
tally_free (gpointer data)
{
  Tally *tally = data;

  g_array_unref (tally->largest);
  g_free (tally);
}

static void
group_free (gpointer data)
{
  FindingGroup *group = data;

  g_array_unref (group->sums);
  g_free (group);
}

static gint
compare_currencies (const char *a, const char *b)
{
  if ((a == NULL) != (b == NULL))
    return a == NULL ? 1 : -1;
  return g_strcmp0 (a, b);
}

/* A currency is whatever stands in the cell: there can be as many as there are lines. */
static Tally *
find_or_add_tally (GPtrArray *tallies, const char *currency)
{
  guint low = 0, high = tallies->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      Tally *tally = g_ptr_array_index (tallies, middle);
      const gint order = compare_currencies (tally->sum.currency, currency);

      if (order == 0)
        return tally;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }

  Tally *tally = g_new0 (Tally, 1);
  tally->sum.currency = currency;
  tally->largest = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_ptr_array_insert (tallies, (gint) low, tally);
  return tally;
}

static void
offer (GArray *largest, const Candidate *candidate)
{
  guint place = largest->len;

  while (
      place > 0
      && decimal_compare (g_array_index (largest, Candidate, place - 1).amount, candidate->amount)
             < 0)
    place--;
  if (place == FINDING_DIGEST_LISTED_MAX)
    return;
  g_array_insert_val (largest, place, *candidate);
  if (largest->len > FINDING_DIGEST_LISTED_MAX)
    g_array_set_size (largest, FINDING_DIGEST_LISTED_MAX);
}

static void
count_row (Counting *self, gsize index)
{
  const guint table = report_schema (self->report)->findings;
  const FindingHead *head = report_read (self->report, table, index, &self->buffer);
  const ReportCell amount = report_cell (self->amount, head);
  GPtrArray **tallies = &self->tallies[head->severity][head->code];
  Candidate candidate = { .index = index };

  if (*tallies == NULL)
    *tallies = g_ptr_array_new_with_free_func (tally_free);
  if (amount.type == CELL_DECIMAL)
    candidate.amount = decimal_absolute (*amount.decimal);

  Tally *tally = find_or_add_tally (*tallies, report_cell_text (self->currency, head));

  self->counts[head->severity][head->code]++;
  decimal_accumulate (&tally->sum.amount, &candidate.amount);
  if (self->all)
    g_array_append_val (self->listed, index);
  else
    offer (tally->largest, &candidate);
}

/* Returns how many of the group are listed. */
static gsize
list_largest (Counting *self, const GPtrArray *tallies)
{
  g_autoptr (GArray) stakes = g_array_new (FALSE, FALSE, sizeof (Stake));
  gsize count;

  for (guint i = 0; i < tallies->len; i++)
    {
      const Tally *tally = g_ptr_array_index (tallies, i);

      for (guint k = 0; k < tally->largest->len; k++)
        {
          const Candidate *candidate = &g_array_index (tally->largest, Candidate, k);
          const Stake stake = { .currency = tally->sum.currency,
                                .amount = candidate->amount,
                                .item = &candidate->index };

          g_array_append_val (stakes, stake);
        }
    }
  stake_order_sort (stakes);
  count = MIN (stakes->len, FINDING_DIGEST_LISTED_MAX);
  for (guint i = 0; i < count; i++)
    g_array_append_val (self->listed, *(const gsize *) g_array_index (stakes, Stake, i).item);
  return count;
}

static FindingGroup *
new_group (Counting *self, Severity severity, FindingCode code)
{
  const GPtrArray *tallies = self->tallies[severity][code];
  FindingGroup *group = g_new (FindingGroup, 1);

  *group = (FindingGroup){ .severity = severity,
                           .code = code,
                           .count = self->counts[severity][code],
                           .sums = g_array_new (FALSE, FALSE, sizeof (FindingSum)) };
  group->listed = self->all ? group->count : list_largest (self, tallies);
  for (guint i = 0; i < tallies->len; i++)
    g_array_append_val (group->sums, ((Tally *) g_ptr_array_index (tallies, i))->sum);
  return group;
}

static gint
compare_indices (gconstpointer a, gconstpointer b)
{
  const gsize *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

FindingDigest *
finding_digest_new (const Report *report, gboolean all)
{
  const guint table = report_schema (report)->findings;
  const ReportTableInfo *info = &report_schema (report)->tables[table].info;
  g_autoptr (GArray) listed = g_array_new (FALSE, FALSE, sizeof (gsize));
  Counting counting = { .report = report,
                        .currency = report_cell_column (info, "currency"),
                        .amount = report_cell_column (info, "amount"),
                        .all = all,
                        .listed = listed };
  FindingDigest *self = g_new (FindingDigest, 1);

  self->report = report;
  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->rows = g_ptr_array_new ();
  for (gsize i = 0; i < report_row_count (report, table); i++)
    count_row (&counting, i);
  for (int severity = SEVERITY_ERROR; severity >= SEVERITY_NOTICE; severity--)
    for (guint code = 0; code < FINDING_CODE_COUNT; code++)
      {
        GPtrArray *tallies = counting.tallies[severity][code];

        if (tallies == NULL)
          continue;
        g_ptr_array_add (self->groups,
                         new_group (&counting, (Severity) severity, (FindingCode) code));
        g_ptr_array_unref (tallies);
      }
  g_array_sort (listed, compare_indices);
  for (guint i = 0; i < listed->len; i++)
    g_ptr_array_add (self->rows, (gpointer) (guintptr) report_row (
                                     report, table, g_array_index (listed, gsize, i)));
  return self;
}

void
finding_digest_free (FindingDigest *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

const GPtrArray *
finding_digest_groups (const FindingDigest *self)
{
  return self->groups;
}

const GPtrArray *
finding_digest_rows (const FindingDigest *self)
{
  return self->rows;
}

gsize
finding_digest_count (const FindingDigest *self, Severity severity)
{
  gsize count = 0;

  for (guint i = 0; i < self->groups->len; i++)
    {
      const FindingGroup *group = g_ptr_array_index (self->groups, i);

      count += group->severity == severity ? group->count : 0;
    }
  return count;
}

gsize
finding_digest_listed (const FindingDigest *self, Severity severity)
{
  gsize listed = 0;

  for (guint i = 0; i < self->groups->len; i++)
    {
      const FindingGroup *group = g_ptr_array_index (self->groups, i);

      listed += group->severity == severity ? group->listed : 0;
    }
  return listed;
}

gsize
finding_digest_found (const FindingDigest *self, Severity severity)
{
  return report_counts_findings (report_whole (self->report), severity);
}

gboolean
finding_digest_is_of_part (const FindingDigest *self)
{
  return report_part (self->report) != NULL;
}

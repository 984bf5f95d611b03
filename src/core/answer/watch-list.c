/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/answer/watch-list.h"

#include <string.h>

struct WatchList
{
  Report *report;
  GPtrArray *spans; /* of the arrays behind the spans of rows */
  GPtrArray *marks; /* of the report's texts */
};

/* An agreement on its way into the list. */
typedef struct
{
  WatchRow row;
  guint reasons;       /* bits of WatchReason */
  gboolean has_amount; /* a finding gave one */
  GPtrArray *disputed; /* ids of findings; NULL: none */
} Watched;

static void
watched_free (gpointer data)
{
  Watched *watched = data;

  if (watched->disputed != NULL)
    g_ptr_array_unref (watched->disputed);
  g_free (watched);
}

static int
compare_keys (const WatchRow *a, const WatchRow *b)
{
  int order = g_strcmp0 (a->customer_id, b->customer_id); /* null first */

  if (order == 0)
    order = g_strcmp0 (a->agreement_id, b->agreement_id);
  if (order == 0)
    order = g_strcmp0 (a->credit_name, b->credit_name);
  return order != 0 ? order : g_strcmp0 (a->currency, b->currency);
}

static gint
compare_in_tree (gconstpointer a, gconstpointer b, gpointer data G_GNUC_UNUSED)
{
  return compare_keys (&((const Watched *) a)->row, &((const Watched *) b)->row);
}

static gint
compare_by_stake (gconstpointer a, gconstpointer b)
{
  const Watched *x = *(const Watched *const *) a, *y = *(const Watched *const *) b;
  const int order = decimal_compare (y->row.amount, x->row.amount);

  return order != 0 ? order : compare_keys (&x->row, &y->row);
}

/* Every agreement of the report, by its key. */
static GTree *
take_agreements (const Report *report)
{
  GTree *tree = g_tree_new_full (compare_in_tree, NULL, NULL, watched_free);
  ReportBuffer buffer = { 0 };

  for (gsize i = 0; i < report_row_count (report, REPORT_AGREEMENTS); i++)
    {
      const AgreementRow *from = report_read (report, REPORT_AGREEMENTS, i, &buffer);
      Watched *watched = g_new0 (Watched, 1);

      watched->row = (WatchRow){ .customer_id = from->customer_id,
                                 .customer_name = from->customer_name,
                                 .agreement_id = from->agreement_id,
                                 .credit_name = from->credit_name,
                                 .currency = from->currency,
                                 .balance = amount_known (from->balance),
                                 .amount = from->balance,
                                 .state = report_word_of_state (from->state).text,
                                 .expiry_date = from->expiry_date,
                                 .days_left_known = from->days_left_known,
                                 .days_left = from->days_left,
                                 .burn = from->burn,
                                 .run_out_date = from->run_out_date,
                                 .forecast_forfeit = from->forecast_forfeit,
                                 .last_month = from->last_month };
      g_tree_insert (tree, watched, watched);
    }
  return tree;
}

static const char *
null_if_empty (const char *text)
{
  return text != NULL && *text != '\0' ? text : NULL;
}

static Watched *
find_key (GTree *tree, const CreditKey *key)
{
  const Watched probe = { .row = { .customer_id = null_if_empty (key->customer),
                                   .agreement_id = null_if_empty (key->agreement),
                                   .credit_name = null_if_empty (key->credit_name),
                                   .currency = null_if_empty (key->currency) } };

  return g_tree_lookup (tree, &probe);
}

static void
add_amount (Watched *watched, Decimal amount)
{
  if (!watched->has_amount || decimal_compare (amount, watched->row.amount) > 0)
    watched->row.amount = amount;
  watched->has_amount = TRUE;
}

static WatchReason
reason_of (const FindingRow *finding, Month as_of)
{
  static const struct
  {
    FindingCode code;
    WatchReason reason;
  } reasons[] = {
    { FINDING_AGREEMENT_EXPIRED, WATCH_LOST },
    { FINDING_AGREEMENT_EXPIRING, WATCH_EXPIRING },
    { FINDING_WILL_FORFEIT, WATCH_WILL_FORFEIT },
    { FINDING_WILL_RUN_OUT, WATCH_WILL_RUN_OUT },
    { FINDING_AGREEMENT_VANISHED, WATCH_VANISHED },
    { FINDING_AGREEMENT_UNREPORTED, WATCH_UNREPORTED },
  };

  if ((finding->code == FINDING_AGREEMENT_EXPIRED && finding->severity != SEVERITY_WARNING)
      || (finding->code == FINDING_AGREEMENT_VANISHED && finding->month != as_of))
    return WATCH_REASON_COUNT;
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (reasons[i].code == finding->code)
      return reasons[i].reason;
  return WATCH_REASON_COUNT;
}

static void
take_findings (GTree *tree, const Report *report)
{
  const Month as_of = calendar_month_of (report_as_of (report));

  for (gsize i = 0; i < report_row_count (report, REPORT_FINDINGS); i++)
    {
      const FindingRow *finding = report_row (report, REPORT_FINDINGS, i);
      const WatchReason reason = reason_of (finding, as_of);
      const CreditKey key = { finding->customer_id, finding->agreement_id, finding->credit_name,
                              finding->currency };
      Watched *watched = reason != WATCH_REASON_COUNT ? find_key (tree, &key) : NULL;

      if (watched == NULL)
        continue;
      watched->reasons |= 1u << reason;
      add_amount (watched, finding->amount);
    }
}

static void
take_grants (GTree *tree, const WatchSources *sources)
{
  g_autoptr (GPtrArray) credits = credit_book_list (sources->credits);
  const Month as_of = calendar_month_of (report_as_of (sources->report));

  for (guint i = 0; i < credits->len; i++)
    {
      const Credit *credit = g_ptr_array_index (credits, i);
      Watched *watched
          = credit_book_month (credit, 0)->month == as_of ? find_key (tree, &credit->key) : NULL;

      if (watched != NULL)
        watched->reasons |= 1u << WATCH_GRANTED;
    }
}

static gboolean
is_about (const Watched *watched, const WatchDispute *dispute)
{
  const WatchRow *row = &watched->row;

  return g_strcmp0 (row->customer_id, dispute->customer_id) == 0
         && g_strcmp0 (row->agreement_id, dispute->agreement_id) == 0
         && g_strcmp0 (row->currency, dispute->currency) == 0;
}

/* A line of its own, for a finding about no agreement of the report. */
static Watched *
watched_of_dispute (const WatchDispute *dispute, const NameBook *names)
{
  Watched *watched = g_new0 (Watched, 1);

  watched->row = (WatchRow){ .customer_id = dispute->customer_id,
                             .customer_name = dispute->customer_id != NULL
                                                  ? name_book_lookup (names, dispute->customer_id)
                                                  : NULL,
                             .agreement_id = dispute->agreement_id,
                             .currency = dispute->currency };
  return watched;
}

static Watched *
find_disputed (GTree *tree, const WatchDispute *dispute)
{
  for (GTreeNode *node = g_tree_node_first (tree); node != NULL && dispute->agreement_id != NULL;
       node = g_tree_node_next (node))
    if (is_about (g_tree_node_value (node), dispute))
      return g_tree_node_value (node);
  return NULL;
}

static void
dispute (Watched *watched, const WatchDispute *about)
{
  if (watched->disputed == NULL)
    watched->disputed = g_ptr_array_new ();
  g_ptr_array_add (watched->disputed, (gpointer) (guintptr) about->finding_id);
  watched->reasons |= 1u << WATCH_DISPUTED;
  add_amount (watched, about->amount);
}

static void
take_disputes (GTree *tree, GPtrArray *list, const WatchSources *sources)
{
  for (guint i = 0; i < sources->disputes->len; i++)
    {
      const WatchDispute *about = g_ptr_array_index (sources->disputes, i);
      Watched *watched = find_disputed (tree, about);

      if (watched == NULL)
        {
          watched = watched_of_dispute (about, sources->names);
          g_ptr_array_add (list, watched);
        }
      dispute (watched, about);
    }
}

/* Of a disputed finding its id, for there may be several. */
static void
add_mark (WatchList *self, const Watched *watched, const char *reason, GPtrArray *marks)
{
  const WatchRow *row = &watched->row;
  const char *parts[] = { row->customer_id, row->agreement_id, row->credit_name, row->currency };
  g_autoptr (GString) mark = g_string_new (reason);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_string_append_printf (mark, "\t%s", parts[i] != NULL ? parts[i] : "");
  g_ptr_array_add (marks, (gpointer) (guintptr) report_text (self->report, mark->str));
}

static ReportSpan
keep_span (WatchList *self, GPtrArray *texts)
{
  g_ptr_array_add (self->spans, texts);
  return (ReportSpan){ texts->pdata, texts->len };
}

static void
copy_texts (WatchList *self, WatchRow *row)
{
  const char **texts[] = { &row->customer_id, &row->customer_name, &row->agreement_id,
                           &row->credit_name, &row->currency };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    *texts[i] = report_text (self->report, *texts[i]);
}

static void
make_spans (WatchList *self, Watched *watched)
{
  GPtrArray *reasons = g_ptr_array_new (), *marks = g_ptr_array_new ();

  for (guint reason = 0; reason < WATCH_REASON_COUNT; reason++)
    {
      const char *name = watch_row_reason_name (reason);

      if ((watched->reasons & 1u << reason) == 0)
        continue;
      g_ptr_array_add (reasons, (gpointer) (guintptr) name);
      if (reason != WATCH_DISPUTED)
        add_mark (self, watched, name, marks);
    }
  for (guint i = 0; watched->disputed != NULL && i < watched->disputed->len; i++)
    add_mark (self, watched, g_ptr_array_index (watched->disputed, i), marks);
  watched->row.reasons = keep_span (self, reasons);
  watched->row.marks = keep_span (self, marks);
}

static gboolean
is_new (const WatchRow *row, GHashTable *known)
{
  const char *const *marks = row->marks.elements;

  for (gsize i = 0; known != NULL && i < row->marks.count; i++)
    if (!g_hash_table_contains (known, marks[i]))
      return TRUE;
  return known == NULL;
}

static void
add_watched (WatchList *self, Watched *watched, GHashTable *known)
{
  const char *const *marks;

  copy_texts (self, &watched->row);
  make_spans (self, watched);
  marks = watched->row.marks.elements;
  for (gsize i = 0; i < watched->row.marks.count; i++)
    g_ptr_array_add (self->marks, (gpointer) (guintptr) marks[i]);
  if (is_new (&watched->row, known))
    report_append (self->report, 0, &watched->row);
}

/* Those with a reason, and disputes about no agreement; most at stake first. */
static GPtrArray *
gather (GTree *tree, const GPtrArray *others)
{
  GPtrArray *list = g_ptr_array_new ();

  for (GTreeNode *node = g_tree_node_first (tree); node != NULL; node = g_tree_node_next (node))
    if (((const Watched *) g_tree_node_value (node))->reasons != 0)
      g_ptr_array_add (list, g_tree_node_value (node));
  for (guint i = 0; i < others->len; i++)
    g_ptr_array_add (list, g_ptr_array_index (others, i));
  g_ptr_array_sort (list, compare_by_stake);
  return list;
}

WatchList *
watch_list_new (const WatchSources *sources, GHashTable *known)
{
  WatchList *self = g_new0 (WatchList, 1);
  g_autoptr (GTree) tree = take_agreements (sources->report);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (watched_free);
  const WatchHead head = { report_as_of (sources->report) };

  self->report = report_new_of (watch_row_schema ());
  self->spans = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->marks = g_ptr_array_new ();
  take_findings (tree, sources->report);
  take_grants (tree, sources);
  take_disputes (tree, others, sources);
  g_autoptr (GPtrArray) list = gather (tree, others);
  for (guint i = 0; i < list->len; i++)
    add_watched (self, g_ptr_array_index (list, i), known);
  report_set_head (self->report, &head);
  report_sort (self->report);
  return self;
}

void
watch_list_free (WatchList *self)
{
  if (self == NULL)
    return;
  report_free (self->report);
  g_ptr_array_unref (self->spans);
  g_ptr_array_unref (self->marks);
  g_free (self);
}

const Report *
watch_list_report (const WatchList *self)
{
  return self->report;
}

const GPtrArray *
watch_list_marks (const WatchList *self)
{
  return self->marks;
}

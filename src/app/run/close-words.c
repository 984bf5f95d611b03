/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/run/close-words.h"

#include <string.h>

#include "base/printable.h"
#include "base/recon-error.h"
#include "core/report/grouped-number.h"
#include "store/event-body.h"
#include "store/seal-figures.h"

static void
append_printable (GString *out, const char *text)
{
  g_autofree char *printable = printable_text (text);

  g_string_append (out, printable);
}

static gint
compare_texts (gconstpointer a, gconstpointer b, gpointer data G_GNUC_UNUSED)
{
  return strcmp (a, b);
}

/* What is known of all customers. */
static void
append_figures (GString *out, const Report *report, Month month)
{
  g_autoptr (GPtrArray) rows = seal_figures_of_report (report, month);
  g_autoptr (GTree) currencies = g_tree_new_full (compare_texts, NULL, NULL, g_free);

  for (guint i = 0; i < rows->len; i++)
    {
      const SealFigures *row = g_ptr_array_index (rows, i);
      Amount *sums = g_tree_lookup (currencies, row->currency);

      if (sums == NULL)
        {
          sums = g_new0 (Amount, SEAL_FIGURE_COUNT);
          g_tree_insert (currencies, (gpointer) (guintptr) row->currency, sums);
        }
      for (guint figure = 0; figure < SEAL_FIGURE_COUNT; figure++)
        if (row->figures[figure].known)
          {
            sums[figure].known = TRUE;
            decimal_accumulate (&sums[figure].value, &row->figures[figure].value);
          }
    }
  for (GTreeNode *node = g_tree_node_first (currencies); node != NULL;
       node = g_tree_node_next (node))
    {
      const Amount *sums = g_tree_node_value (node);

      g_string_append_printf (out, "\n%s\n", (const char *) g_tree_node_key (node));
      for (guint figure = 0; figure < SEAL_FIGURE_COUNT; figure++)
        {
          g_autofree char *amount = sums[figure].known
                                        ? grouped_number_of_decimal (sums[figure].value, 2)
                                        : g_strdup ("-");
          g_string_append_printf (out, "  %-16s %16s\n", seal_figures_name (figure), amount);
        }
    }
}

static void
append_inputs (GString *out, const GArray *inputs)
{
  g_string_append (out, "\nInputs\n");
  for (guint i = 0; i < inputs->len; i++)
    {
      const EventInput *input = &g_array_index (inputs, EventInput, i);

      g_string_append (out, "  ");
      append_printable (out, input->file);
      g_autofree char *rows = grouped_number_of_count (input->rows);
      if (input->sha256 != NULL)
        g_string_append_printf (out, "  %s, %s rows\n  %s\n", input->kind, rows, input->sha256);
      else
        g_string_append_printf (out, "  %s\n", input->kind);
    }
}

void
close_words_sealed (GString *out, const CloseOptions *options, gint64 version, const Report *report,
                    const GArray *inputs, const char *hash)
{
  char month[MONTH_TEXT_SIZE];

  calendar_print_month (options->month, month);
  g_string_append_printf (out, "%s is sealed, version %" G_GINT64_FORMAT "%s.\nPrepared by ", month,
                          version, report == NULL ? ", without figures" : "");
  append_printable (out, options->preparer);
  g_string_append (out, ", approved by ");
  append_printable (out, options->approver);
  g_string_append (out, ".\n");
  if (report != NULL)
    append_figures (out, report, options->month);
  if (inputs != NULL)
    append_inputs (out, inputs);
  g_string_append_printf (out, "\nHash, to be kept elsewhere\n  %s\n", hash);
}

void
close_words_already (GString *out, const Seal *seal)
{
  char month[MONTH_TEXT_SIZE];

  calendar_print_month (seal->month, month);
  g_string_append_printf (out, "%s is sealed already, version %" G_GINT64_FORMAT ", on %s by ",
                          month, seal->version, seal->sealed_at);
  append_printable (out, seal->preparer);
  g_string_append (out, ", approved by ");
  append_printable (out, seal->approver);
  g_string_append (out, "; nothing is different.\n");
}

static const char *
reason_of (SealOrder order)
{
  switch (order)
    {
    case SEAL_ORDER_RESTATES:
      return "was sealed before, and is different now; to seal it as it is now, give --restate "
             "and --reason";
    case SEAL_ORDER_LATER_STAND:
      return "cannot be restated while a later month is sealed: reopen that first";
    case SEAL_ORDER_NEEDS_FIRST:
      return "is the first of this history: if it is meant to be, give --first";
    case SEAL_ORDER_NOT_FIRST:
      return "is not the first of this history: leave --first away";
    case SEAL_ORDER_GAP_BEFORE:
      return "cannot be sealed before the month before it is; if there are no files of that, "
             "see --gap";
    case SEAL_ORDER_TOO_LATE:
      return "cannot be sealed any more: a later month is";
    case SEAL_ORDER_FREE:
    default:
      g_assert_not_reached ();
    }
}

gboolean
close_words_refuse (SealOrder order, Month month, GError **error)
{
  char text[MONTH_TEXT_SIZE];

  calendar_print_month (month, text);
  g_set_error (error, RECON_ERROR, RECON_ERROR_HISTORY, "%s %s", text, reason_of (order));
  return FALSE;
}

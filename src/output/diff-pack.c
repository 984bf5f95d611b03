/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/diff-pack.h"

#include "core/answer/month-diff.h"
#include "output/html/diff-html.h"
#include "output/text/diff-text.h"

#define DIFF_JSON "diff.json"

static void
write_page (const PackForm *form G_GNUC_UNUSED, const PackContent *content,
            guint which G_GNUC_UNUSED, Sink *sink)
{
  diff_html_write (content->report, content->plan->style.language, sink);
}

static gboolean
wants_journal (const PackContent *content, guint format)
{
  return content->correction != NULL && content->plan->journal == (JournalFormat) format;
}

static void
write_journal (const PackForm *form G_GNUC_UNUSED, const PackContent *content, guint format,
               Sink *sink)
{
  journal_write_correction (content->correction, content->correction_day, (JournalFormat) format,
                            content->plan->accounts, sink);
}

#define JOURNAL(name, format) \
  { \
    name, NULL, format, wants_journal, write_journal \
  }

/* A name that was ever written must stay. */
static const PackFile files[] = {
  PACK_FORM_SUMMARY,
  PACK_FORM_JSON (DIFF_JSON),
  PACK_FORM_TABLE (DIFF_INPUTS),
  PACK_FORM_TABLE (DIFF_FIGURES),
  PACK_FORM_TABLE (DIFF_BALANCES),
  PACK_FORM_TABLE (DIFF_CREDITS),
  PACK_FORM_TABLE (DIFF_INVOICES),
  PACK_FORM_TABLE (DIFF_FINDINGS),
  { "diff.html", "diff.html", 0, NULL, write_page },
  JOURNAL ("correction.hledger", JOURNAL_HLEDGER),
  JOURNAL ("correction.beancount", JOURNAL_BEANCOUNT),
  JOURNAL ("correction.ledger", JOURNAL_LEDGER),
  JOURNAL ("correction.csv", JOURNAL_CSV),
};

const PackForm *
diff_pack_form (void)
{
  static const PackForm form
      = { .kind = { .what = "a diff",
                    .is_name = pack_form_is_name,
                    .is_ours = pack_form_is_ours,
                    .not_ours = "is not empty and holds no " DIFF_JSON " of an earlier diff",
                    .earlier = "holds an earlier diff, which only --force replaces" },
          .schema = month_diff_schema,
          .json = DIFF_JSON,
          .csv = DIFF_FIGURES,
          .render_text = diff_text_render,
          .files = files,
          .file_count = G_N_ELEMENTS (files) };

  return &form;
}

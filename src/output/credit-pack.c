/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/credit-pack.h"

#include "core/credit/credit-rows.h"
#include "output/html/credit-html.h"
#include "output/text/credit-text.h"

static void
write_page (const PackForm *form G_GNUC_UNUSED, const PackContent *content,
            guint which G_GNUC_UNUSED, Sink *sink)
{
  credit_html_write (content->report, content->plan->style.language, sink);
}

/* A name that was ever written must stay: by it an earlier pack may be replaced. */
static const PackFile files[] = {
  PACK_FORM_SUMMARY,
  PACK_FORM_JSON ("credits.json"),
  PACK_FORM_TABLE (CREDIT_TABLE_INPUTS),
  PACK_FORM_TABLE (CREDIT_TABLE_CREDITS),
  PACK_FORM_TABLE (CREDIT_TABLE_TOTALS),
  { "credits.html", "credits.html", 0, NULL, write_page },
};

const PackForm *
credit_pack_report (void)
{
  static const PackForm form
      = { .kind = { .what = "a report of acorecon credits",
                    .is_name = pack_form_is_name,
                    .is_ours = pack_form_is_ours,
                    .not_ours = "is not empty and holds no credits.json of an earlier report",
                    .earlier = "holds an earlier report, which only --force replaces" },
          .schema = credit_rows_schema,
          .json = "credits.json",
          .csv = CREDIT_TABLE_CREDITS,
          .render_text = credit_text_render,
          .files = files,
          .file_count = G_N_ELEMENTS (files) };

  return &form;
}

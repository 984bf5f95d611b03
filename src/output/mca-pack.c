/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/mca-pack.h"

#include "core/mca/apply-rows.h"
#include "core/mca/mca-rows.h"
#include "output/html/apply-html.h"
#include "output/html/mca-html.h"
#include "output/text/apply-text.h"
#include "output/text/mca-text.h"

static void
write_page (const PackForm *form G_GNUC_UNUSED, const PackContent *content,
            guint which G_GNUC_UNUSED, Sink *sink)
{
  mca_html_write (content->report, content->plan->style.language, sink);
}

static void
write_apply_page (const PackForm *form G_GNUC_UNUSED, const PackContent *content,
                  guint which G_GNUC_UNUSED, Sink *sink)
{
  apply_html_write (content->report, content->plan->style.language, sink);
}

/* A name that was ever written must stay: by it an earlier pack may be replaced. */
static const PackFile files[] = {
  PACK_FORM_SUMMARY,
  PACK_FORM_JSON ("mca.json"),
  PACK_FORM_TABLE (MCA_TABLE_INPUTS),
  PACK_FORM_TABLE (MCA_TABLE_PROFILES),
  PACK_FORM_TABLE (MCA_TABLE_LOTS),
  PACK_FORM_TABLE (MCA_TABLE_EVENTS),
  PACK_FORM_TABLE (MCA_TABLE_FINDINGS),
  PACK_FORM_TABLE (MCA_TABLE_TOTALS),
  { "mca.html", "mca.html", 0, NULL, write_page },
};

const PackForm *
mca_pack_report (void)
{
  static const PackForm form
      = { .kind = { .what = "a report of acorecon mca",
                    .is_name = pack_form_is_name,
                    .is_ours = pack_form_is_ours,
                    .not_ours = "is not empty and holds no mca.json of an earlier report",
                    .earlier = "holds an earlier report, which only --force replaces" },
          .schema = mca_rows_schema,
          .json = "mca.json",
          .csv = MCA_TABLE_LOTS,
          .render_text = mca_text_render,
          .files = files,
          .file_count = G_N_ELEMENTS (files) };

  return &form;
}

static const PackFile apply_files[] = {
  PACK_FORM_SUMMARY,
  PACK_FORM_JSON ("apply.json"),
  PACK_FORM_TABLE (APPLY_TABLE_INPUTS),
  PACK_FORM_TABLE (APPLY_TABLE_CHARGES),
  PACK_FORM_TABLE (APPLY_TABLE_LOTS),
  PACK_FORM_TABLE (APPLY_TABLE_SUMMARY),
  PACK_FORM_TABLE (APPLY_TABLE_FINDINGS),
  { "apply.html", "apply.html", 0, NULL, write_apply_page },
};

const PackForm *
mca_pack_apply (void)
{
  static const PackForm form
      = { .kind = { .what = "a report of acorecon mca apply",
                    .is_name = pack_form_is_name,
                    .is_ours = pack_form_is_ours,
                    .not_ours = "is not empty and holds no apply.json of an earlier report",
                    .earlier = "holds an earlier report, which only --force replaces" },
          .schema = apply_rows_schema,
          .json = "apply.json",
          .csv = APPLY_TABLE_CHARGES,
          .render_text = apply_text_render,
          .files = apply_files,
          .file_count = G_N_ELEMENTS (apply_files) };

  return &form;
}

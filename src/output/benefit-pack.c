/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/benefit-pack.h"

#include "core/benefit/benefit-rows.h"
#include "output/html/benefit-html.h"
#include "output/text/benefit-text.h"

static void
write_page (const PackForm *form G_GNUC_UNUSED, const PackContent *content,
            guint which G_GNUC_UNUSED, Sink *sink)
{
  benefit_html_write (content->report, content->plan->style.language, sink);
}

static void
write_profile_page (const PackForm *form G_GNUC_UNUSED, const PackContent *content,
                    guint which G_GNUC_UNUSED, Sink *sink)
{
  benefit_html_write_profiles (content->report, content->plan->style.language, sink);
}

/* A name that was ever written must stay: by it an earlier pack may be replaced. */
static const PackFile files[] = {
  PACK_FORM_SUMMARY,
  PACK_FORM_JSON ("benefits.json"),
  PACK_FORM_TABLE (BENEFIT_TABLE_INPUTS),
  PACK_FORM_TABLE (BENEFIT_TABLE_BENEFITS),
  PACK_FORM_TABLE (BENEFIT_TABLE_MONTHS),
  PACK_FORM_TABLE (BENEFIT_TABLE_FINDINGS),
  PACK_FORM_TABLE (BENEFIT_TABLE_TOTALS),
  { "benefits.html", "benefits.html", 0, NULL, write_page },
};

static const PackFile profile_files[] = {
  PACK_FORM_SUMMARY,
  PACK_FORM_JSON ("benefit-profiles.json"),
  PACK_FORM_TABLE (BENEFIT_PROFILE_TABLE_INPUTS),
  PACK_FORM_TABLE (BENEFIT_PROFILE_TABLE_PROFILES),
  PACK_FORM_TABLE (BENEFIT_PROFILE_TABLE_FINDINGS),
  { "benefit-profiles.html", "benefit-profiles.html", 0, NULL, write_profile_page },
};

const PackForm *
benefit_pack_report (void)
{
  static const PackForm form
      = { .kind = { .what = "a report of acorecon benefits",
                    .is_name = pack_form_is_name,
                    .is_ours = pack_form_is_ours,
                    .not_ours = "is not empty and holds no benefits.json of an earlier report",
                    .earlier = "holds an earlier report, which only --force replaces" },
          .schema = benefit_rows_schema,
          .json = "benefits.json",
          .csv = BENEFIT_TABLE_MONTHS,
          .render_text = benefit_text_render,
          .files = files,
          .file_count = G_N_ELEMENTS (files) };

  return &form;
}

const PackForm *
benefit_pack_profiles (void)
{
  static const PackForm form
      = { .kind
          = { .what = "a report of acorecon benefits --profiles",
              .is_name = pack_form_is_name,
              .is_ours = pack_form_is_ours,
              .not_ours = "is not empty and holds no benefit-profiles.json of an earlier report",
              .earlier = "holds an earlier report, which only --force replaces" },
          .schema = benefit_rows_profile_schema,
          .json = "benefit-profiles.json",
          .csv = BENEFIT_PROFILE_TABLE_PROFILES,
          .render_text = benefit_text_render_profiles,
          .files = profile_files,
          .file_count = G_N_ELEMENTS (profile_files) };

  return &form;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/months/history-pack.h"

#include "core/answer/month-list.h"
#include "output/months/history-html.h"
#include "output/text/history-text.h"

#define HISTORY_JSON "history.json"

static void
render_text (const Report *report, const TextStyle *style, GString *out)
{
  history_text_render (report, style->language, out);
}

/* Of one month alone there is no course. */
static gboolean
has_course (const PackContent *content, guint which G_GNUC_UNUSED)
{
  return content->course != NULL;
}

static void
write_page (const PackForm *form G_GNUC_UNUSED, const PackContent *content,
            guint which G_GNUC_UNUSED, Sink *sink)
{
  history_html_write (content->report, content->course, content->plan->style.language, sink);
}

/* A name that was ever written must stay. */
static const PackFile files[] = {
  PACK_FORM_SUMMARY,
  PACK_FORM_JSON (HISTORY_JSON),
  PACK_FORM_TABLE (LIST_MONTHS),
  PACK_FORM_TABLE (LIST_EVENTS),
  PACK_FORM_TABLE (LIST_RESOLUTIONS),
  PACK_FORM_TABLE (LIST_INPUTS),
  { "history.html", "history.html", 0, has_course, write_page },
};

const PackForm *
history_pack_form (void)
{
  static const PackForm form
      = { .kind = { .what = "a history's pack",
                    .is_name = pack_form_is_name,
                    .is_ours = pack_form_is_ours,
                    .not_ours = "is not empty and holds no " HISTORY_JSON " of an earlier one",
                    .earlier = "holds an earlier one, which only --force replaces" },
          .schema = month_list_schema,
          .json = HISTORY_JSON,
          .csv = LIST_MONTHS,
          .render_text = render_text,
          .files = files,
          .file_count = G_N_ELEMENTS (files) };

  return &form;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/case/case-rows.h"

#include "core/case/case-contact.h"
#include "core/case/case-list.h"
#include "core/case/case-ticket.h"

/* Each code once, as the codes ascend. */
static ReportSpan
list_codes (Report *report, const CaseList *cases, const Case *c)
{
  gboolean seen[FINDING_CODE_COUNT] = { FALSE };
  const char **codes;
  gsize count = 0;

  for (guint i = 0; i < c->findings->len; i++)
    {
      const FindingCode code = case_list_finding (cases, c, i)->code;

      count += seen[code] ? 0 : 1;
      seen[code] = TRUE;
    }
  codes = report_keep (report, g_new (const char *, count));
  count = 0;
  for (guint code = 0; code < FINDING_CODE_COUNT; code++)
    if (seen[code])
      codes[count++] = finding_info ((FindingCode) code)->code;
  return (ReportSpan){ .elements = codes, .count = count };
}

static ReportSpan
list_ids (Report *report, const CaseList *cases, const Case *c)
{
  const char **ids;

  if (c->head->id == NULL)
    return (ReportSpan){ 0 };
  ids = report_keep (report, g_new (const char *, c->findings->len));
  for (guint i = 0; i < c->findings->len; i++)
    ids[i] = case_list_finding (cases, c, i)->id;
  return (ReportSpan){ .elements = ids, .count = c->findings->len };
}

static const char *
ticket_of (Report *report, const CaseList *cases, const Case *c)
{
  g_autofree char *ticket = c->head->id == NULL ? NULL : case_ticket (report, cases, c);

  return report_text (report, ticket);
}

/* What a finding of its own says of itself is more than its rule does. */
static void
set_words (CaseRow *row, const Case *c)
{
  const CaseRuleInfo *rule = case_rule_info (c->rule);

  row->name = case_list_name (c);
  row->said = c->rule == CASE_SINGLE ? c->head->said : NULL;
  row->sentence = c->rule == CASE_SINGLE ? c->head->message : rule->sentence;
  row->remedy = c->rule == CASE_SINGLE ? finding_info (c->head->code)->remedy : rule->remedy;
  row->ask = c->rule == CASE_SINGLE ? case_contact_words (case_contact (c->head->code)) : rule->ask;
}

static CaseRow
row_of (Report *report, const CaseList *cases, const Case *c)
{
  CaseRow row = { .severity = c->severity,
                  .customer_id = c->is_of_many ? NULL : c->head->customer_id,
                  .customer_name = c->is_of_many ? NULL : c->head->customer_name,
                  .agreement_id = c->head->agreement_id,
                  .month = c->first,
                  .last_month = c->last,
                  .currency = c->head->currency,
                  .amount = c->amount,
                  .open = c->open,
                  .codes = list_codes (report, cases, c),
                  .findings = list_ids (report, cases, c),
                  .ticket = ticket_of (report, cases, c) };

  set_words (&row, c);
  return row;
}

static ReportSpan
keep_rest (Report *report, CaseList *cases)
{
  g_autoptr (GArray) rest = case_list_steal_rest (cases);
  const gsize count = rest == NULL ? 0 : rest->len;

  if (count == 0)
    return (ReportSpan){ 0 };
  return (ReportSpan){ .elements
                       = report_keep (report, g_memdup2 (rest->data, count * sizeof (CaseRest))),
                       .count = count };
}

void
case_rows_add (Report *report, gsize most)
{
  g_autoptr (CaseList) cases = case_list_new_of_most (report, most);
  const guint count = case_list_count (cases);
  g_autofree CaseRow *rows = g_new (CaseRow, count);

  for (guint i = 0; i < count; i++)
    rows[i] = row_of (report, cases, case_list_case (cases, i));
  report_set_cases (report, rows, count, keep_rest (report, cases));
}

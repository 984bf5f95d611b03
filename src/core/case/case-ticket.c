/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/case/case-ticket.h"

#include <string.h>

#include "core/case/case-contact.h"
#include "core/case/case-gap.h"

/* A ticket is read by a person. */
#define INVOICES_MAX 10
#define FINDINGS_MAX 30
#define MONTHS_MAX 12

static void
append_amount (GString *out, Decimal amount, const char *currency)
{
  g_autofree char *text = decimal_to_string (amount, 2);

  g_string_append (out, text);
  if (currency != NULL)
    g_string_append_printf (out, " %s", currency);
}

static void
append_known (GString *out, const char *label, const Amount *amount)
{
  g_string_append_printf (out, ", %s ", label);
  if (amount->known)
    append_amount (out, amount->value, NULL);
  else
    g_string_append (out, "not known");
}

static void
append_fact (GString *out, const char *label, const char *text)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (out, "%s: %s\n", label, text);
}

/* Of the case's months and currency; partners with several accounts have several. */
static char *
list_invoices (const CaseInvoices *invoices, const Case *c)
{
  g_autoptr (GPtrArray) found = NULL;
  GString *list = g_string_new (NULL);

  if (c->head->currency == NULL || c->first == MONTH_NONE)
    return g_string_free (list, FALSE);
  found = case_invoices_find (invoices, c->head->currency, c->first, c->last);
  for (guint i = 0; i < MIN (found->len, INVOICES_MAX); i++)
    {
      const InvoiceRow *row = g_ptr_array_index (found, i);

      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", row->invoice);
    }
  if (found->len > INVOICES_MAX)
    g_string_append_printf (list, " and %u more", found->len - INVOICES_MAX);
  return g_string_free (list, FALSE);
}

static void
append_months (GString *out, const Case *c)
{
  char first[MONTH_TEXT_SIZE], last[MONTH_TEXT_SIZE];

  if (c->first == MONTH_NONE)
    return;
  calendar_print_month (c->first, first);
  calendar_print_month (c->last, last);
  if (c->first == c->last)
    g_string_append_printf (out, "Month: %s\n", first);
  else
    g_string_append_printf (out, "Months: %s to %s\n", first, last);
}

/* What three documents say of the case's months. */
static void
append_figures (GString *out, const Report *report, const Case *c)
{
  FindingRow asked = *c->head;
  const Month last = MIN (c->last, c->first + MONTHS_MAX - 1);

  if (asked.customer_id == NULL || c->first == MONTH_NONE)
    return;
  for (asked.month = c->first; asked.month <= last; asked.month++)
    {
      char month[MONTH_TEXT_SIZE];
      TieOutRow row;

      if (!case_gap_tie_out (report, &asked, &row))
        continue;
      calendar_print_month (asked.month, month);
      g_string_append_printf (out, "%s %s", month, row.currency);
      append_known (out, "used by the balance report", &row.balance_used);
      append_known (out, "credit on the invoice", &row.invoice_credit);
      if (row.usage_credit.known)
        append_known (out, "credit in the daily usage file", &row.usage_credit);
      g_string_append (out, "\n");
    }
}

/* The invoice, the product and the SKU of a line are what finds it again. */
static void
append_finding (GString *out, const FindingRow *row)
{
  const FindingInfo *info = finding_info (row->code);
  char month[MONTH_TEXT_SIZE];

  g_string_append_printf (out, "- %s (%s)", info->name, info->code);
  if (row->month != MONTH_NONE)
    {
      calendar_print_month (row->month, month);
      g_string_append_printf (out, ", %s", month);
    }
  if (row->agreement_id != NULL)
    g_string_append_printf (out, ", agreement %s", row->agreement_id);
  if (row->subject != NULL && strchr (row->subject, '/') != NULL)
    g_string_append_printf (out, ", line %s", row->subject);
  if (!decimal_is_zero (row->amount))
    {
      g_string_append (out, ", ");
      append_amount (out, row->amount, row->currency);
    }
  g_string_append (out, "\n");
}

static void
append_findings (GString *out, const CaseList *cases, const Case *c)
{
  const guint shown = MIN (c->findings->len, FINDINGS_MAX);

  for (guint i = 0; i < shown; i++)
    append_finding (out, case_list_finding (cases, c, i));
  if (shown < c->findings->len)
    g_string_append_printf (out, "- and %u more\n", c->findings->len - shown);
}

static const char *
request_of (const Case *c)
{
  if (c->rule != CASE_SINGLE)
    return case_rule_info (c->rule)->request;
  return case_contact (c->head->code) == CONTACT_MICROSOFT
             ? "Please explain this difference, and correct it where it is wrong."
             : NULL;
}

static const char *
sentence_of (const Case *c)
{
  return c->rule == CASE_SINGLE ? finding_info (c->head->code)->meaning
                                : case_rule_info (c->rule)->sentence;
}

char *
case_ticket (const Report *report, const CaseList *cases, const Case *c)
{
  const char *request = request_of (c);
  GString *out;

  if (request == NULL)
    return NULL;
  g_autofree char *list = list_invoices (case_list_invoices (cases), c);
  out = g_string_new ("Azure Credit Offer: ");
  g_string_append_printf (out, "%s\n\n", sentence_of (c));
  append_fact (out, "Customer tenant id", c->head->customer_id);
  append_fact (out, "Agreement id", c->head->agreement_id);
  append_months (out, c);
  append_fact (out, "Invoices", list);
  g_string_append (out, "At stake: ");
  append_amount (out, c->amount, c->head->currency);
  g_string_append (out, "\n\n");
  append_figures (out, report, c);
  append_findings (out, cases, c);
  g_string_append_printf (out, "\n%s\n", request);
  return g_string_free (out, FALSE);
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/rule/reckoning.h"

#include <string.h>

const char *
reckoning_name (const Reckoning *self, const char *customer)
{
  if (customer != NULL && customer == self->customer)
    return self->name;
  return customer != NULL ? name_book_lookup (self->books->names, customer) : NULL;
}

const char *
reckoning_file (const Reckoning *self, Position at)
{
  return input_book_lookup (self->books->inputs, at.file)->file;
}

/* At most so many partners are named. */
#define PARTNERS_NAMED 4

char *
reckoning_partner_note (const Reckoning *self, const char *customer)
{
  g_autoptr (GPtrArray) partners = partner_book_list (self->books->partners, customer);

  if (partners == NULL)
    return g_strdup ("");
  g_autoptr (GString) names = g_string_new (NULL);
  for (guint i = 0; i < MIN (partners->len, PARTNERS_NAMED); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? language_say (self->language, ", ") : "",
                            (const char *) g_ptr_array_index (partners, i));
  if (partners->len > PARTNERS_NAMED)
    g_string_append_printf (names, language_say (self->language, " and %u more"),
                            partners->len - PARTNERS_NAMED);
  return g_strdup_printf (
      language_say_count (
          self->language, "; rows of %1$u partners were read for this customer: %2$s",
          "; rows of %1$u partners were read for this customer: %2$s", partners->len),
      partners->len, names->str);
}

gboolean
reckoning_reports (const Reckoning *self, Month month)
{
  return reckon_plan_reports_month (self->plan, month);
}

FindingFacts
reckoning_facts_of_cell (const MonthCell *cell, FindingCode code, Decimal amount, Position at)
{
  return (FindingFacts){ .code = code,
                         .customer = cell->customer,
                         .currency = cell->currency,
                         .month = cell->month,
                         .at = at,
                         .amount = amount };
}

/* As g_vsnprintf() does, but sooner. FALSE: there is something else than texts in it, or they are
   too long for @room. */
static gboolean
print_texts (RowSentence *room, const char *format, va_list texts)
{
  gsize length = 0;

  for (const char *at = format; *at != '\0';)
    {
      const gboolean is_text = at[0] == '%' && at[1] == 's';
      const char *part = is_text ? va_arg (texts, const char *) : at;
      const gsize part_length = is_text ? strlen (part) : (gsize) (strchrnul (at, '%') - at);

      if (part_length == 0 && !is_text) /* another directive */
        return FALSE;
      if (length + part_length > ROW_SENTENCE_MAX)
        return FALSE;
      memcpy (room->text + length, part, part_length);
      length += part_length;
      at += is_text ? 2 : part_length;
    }
  room->text[length] = '\0';
  return TRUE;
}

/* In the reader's language, which is all that is wanted of the finding now. */
static void G_GNUC_PRINTF (2, 0)
    say_message (const Reckoning *self, const char *format, va_list arguments)
{
  said_messages_add (self->said,
                     g_strdup_vprintf (language_say (self->language, format), arguments));
}

/* It stands in @room, or is kept by the report. */
static const char *G_GNUC_PRINTF (3, 0)
    print_message (const Reckoning *self, RowSentence *room, const char *format, va_list arguments)
{
  va_list again;

  va_copy (again, arguments);
  const gboolean is_done = print_texts (room, format, again);
  va_end (again);
  if (is_done)
    return room->text;
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  return report_text (self->report, message);
}

void
reckoning_find (const Reckoning *self, const FindingFacts *facts, const char *format, ...)
{
  const gboolean has_file = facts->on_file || position_is_set (facts->at);
  RowSentence room;
  va_list arguments;

  if (!facts->always && !reckoning_reports (self, facts->month))
    return;
  va_start (arguments, format);
  if (self->said != NULL && said_messages_are_collected (self->said))
    {
      say_message (self, format, arguments);
      va_end (arguments);
      return;
    }
  const char *message = print_message (self, &room, format, arguments);
  va_end (arguments);
  const FindingRow row = {
    .code = facts->code,
    .severity = facts->has_severity ? facts->severity : finding_info (facts->code)->severity,
    .customer_id = report_text_of_book (self->report, facts->customer),
    .customer_name = report_text_of_book (self->report, reckoning_name (self, facts->customer)),
    .agreement_id = report_text_of_book (self->report, facts->agreement),
    .month = facts->month,
    .currency = report_text_of_book (self->report, facts->currency),
    .amount = facts->amount,
    .file = has_file ? report_text_of_book (self->report, reckoning_file (self, facts->at)) : NULL,
    .line = facts->at.line,
    .message = message,
    .subject = report_text (self->report, facts->subject),
    .credit_name = report_text_of_book (self->report, facts->credit_name),
    .said = self->said != NULL ? report_text (self->report, said_messages_next (self->said)) : NULL,
  };
  report_append (self->report, REPORT_FINDINGS, &row);
}

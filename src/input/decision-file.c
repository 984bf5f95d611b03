/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/decision-file.h"

#include <string.h>

#include "base/formula-guard.h"
#include "base/nearest.h"
#include "base/printable.h"
#include "core/report/resolutions.h"
#include "input/bytes/file-stream.h"

typedef enum
{
  DECIDED_ID,
  DECIDED_AMOUNT,
  DECIDED_RESOLUTION,
  DECIDED_NOTE,
  DECIDED_CODE,
  DECIDED_CUSTOMER,
  DECIDED_AGREEMENT,
  DECIDED_CURRENCY,
  DECIDED_MONTH,
  DECIDED_SUBJECT,
  DECIDED_COUNT
} DecisionColumn;

static const TableForm *
form (void)
{
  static const char *const id[] = { "id", NULL };
  static const char *const amount[] = { "amount", NULL };
  static const char *const resolution[] = { "resolution", NULL };
  static const char *const note[] = { "note", NULL };
  static const char *const code[] = { "code", NULL };
  static const char *const customer[] = { "customer_id", NULL };
  static const char *const agreement[] = { "agreement_id", NULL };
  static const char *const currency[] = { "currency", NULL };
  static const char *const month[] = { "month", NULL };
  static const char *const subject[] = { "subject", NULL };
  static const TableColumn columns[DECIDED_COUNT] = {
    [DECIDED_ID] = { "id", id, TRUE, TRUE },
    [DECIDED_AMOUNT] = { "amount", amount, TRUE, TRUE },
    [DECIDED_RESOLUTION] = { "resolution", resolution, TRUE, TRUE },
    [DECIDED_NOTE] = { "note", note, TRUE, TRUE },
    [DECIDED_CODE] = { "code", code, FALSE, TRUE },
    [DECIDED_CUSTOMER] = { "customer", customer, FALSE, TRUE },
    [DECIDED_AGREEMENT] = { "agreement", agreement, FALSE, TRUE },
    [DECIDED_CURRENCY] = { "currency", currency, FALSE, TRUE },
    [DECIDED_MONTH] = { "month", month, FALSE, TRUE },
    [DECIDED_SUBJECT] = { "subject", subject, FALSE, TRUE },
  };
  static const TableForm decisions = { "findings with a resolution", columns, DECIDED_COUNT };

  return &decisions;
}

typedef struct
{
  DecisionFunc func;
  gpointer data;
  GStringChunk *texts; /* of one row */
} Reading;

/* Without the apostrophe that keeps a spreadsheet from running it (see formula-guard). */
static const char *
text_of (const Reading *self, TableRow *row, guint column)
{
  const Slice cell = table_reader_name (row, column);
  const char *text = g_string_chunk_insert_len (self->texts, cell.text, (gssize) cell.length);

  return text[0] == '\'' && formula_guard_wants (text + 1) ? text + 1 : text;
}

static Month
month_of (const Reading *self, TableRow *row)
{
  const char *text = text_of (self, row, DECIDED_MONTH);
  Month month = MONTH_NONE;

  (void) calendar_parse_month (text, strlen (text), DATE_MONTH_FIRST, &month);
  return month;
}

static void
judge (const Reading *self, TableRow *row, const Decision *decision)
{
  switch (self->func (decision, self->data))
    {
    case DECISION_UNKNOWN_ID:
      table_reader_refuse (row, DECIDED_ID,
                           "the id of a finding of the history or of --report, or one that the "
                           "other columns of its row give");
      break;
    case DECISION_OTHER_AMOUNT:
      table_reader_refuse (row, DECIDED_AMOUNT, "the amount of the finding, as it was reported");
      break;
    case DECISION_TAKEN:
    default:
      break;
    }
}

static void
refuse_word (TableRow *row, const char *word)
{
  g_autofree char *question = nearest_question (word, resolutions_words ());
  g_autofree char *expected
      = g_strconcat ("accepted, disputed, corrected or expected", question, NULL);

  table_reader_refuse (row, DECIDED_RESOLUTION, expected);
}

static void
take_row (TableRow *row, gpointer data)
{
  const Reading *self = data;

  g_string_chunk_clear (self->texts);
  const char *resolution = text_of (self, row, DECIDED_RESOLUTION);
  g_autofree char *word = g_ascii_strdown (resolution, -1);
  if (*word == '\0')
    return;
  const Decision decision = { .line = table_reader_line (row),
                              .id = text_of (self, row, DECIDED_ID),
                              .code = text_of (self, row, DECIDED_CODE),
                              .customer_id = text_of (self, row, DECIDED_CUSTOMER),
                              .agreement_id = text_of (self, row, DECIDED_AGREEMENT),
                              .currency = text_of (self, row, DECIDED_CURRENCY),
                              .month = month_of (self, row),
                              .subject = text_of (self, row, DECIDED_SUBJECT),
                              .amount = table_reader_number (row, DECIDED_AMOUNT),
                              .resolution = word,
                              .note = text_of (self, row, DECIDED_NOTE) };
  if (!resolutions_is_word (word))
    refuse_word (row, word);
  else if (*decision.note == '\0')
    table_reader_refuse (row, DECIDED_NOTE, "a note: why it is resolved so");
  if (table_reader_is_good (row))
    judge (self, row, &decision);
}

static gssize
read_stream (void *stream, char *buffer, gsize size, GError **error)
{
  return byte_stream_read (stream, buffer, size, error);
}

gboolean
decision_file_read (const char *path, const TableFormat *format, DecisionFunc func, gpointer data,
                    GError **error)
{
  g_autofree char *name = printable_text (path);
  g_autoptr (ByteStream) stream = file_stream_new (name, path, error);

  if (stream == NULL)
    return FALSE;
  g_autoptr (TableMap) map = table_form_map_new ();
  TableFormat own = *format;
  const TableContent content = { .name = name, .read = read_stream, .stream = stream };
  own.map = map; /* these columns have no other names */
  Reading reading = { .func = func, .data = data, .texts = g_string_chunk_new (1024) };
  const gboolean fine = table_reader_read (&content, form (), &own, take_row, &reading, error);

  g_string_chunk_free (reading.texts);
  return fine;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/billing/cells.h"

#include <string.h>

#define EXPECTED_TEXT "a text"
#define EXPECTED_TEXT_NO_WORD EXPECTED_TEXT " (this word means that there is none)"
#define EXPECTED_NUMBER_POINT "a number like 1234.56"
#define EXPECTED_NUMBER_COMMA "a number like 1234,56"
#define EXPECTED_NUMBER_POINT_HINT EXPECTED_NUMBER_POINT " (for 1234,56 give --decimal-comma)"
#define EXPECTED_NUMBER_COMMA_HINT EXPECTED_NUMBER_COMMA " (for 1234.56 leave out --decimal-comma)"
#define EXPECTED_NUMBER_SHORTER "a number of at most 38 digits and 38 decimals"
#define EXPECTED_MONTH "a month like 2026-10"
#define EXPECTED_MONTH_AGAIN \
  EXPECTED_MONTH " (a spreadsheet writes months this way when it saves a file: download it again)"
#define EXPECTED_DAY_MONTH_FIRST "a date like 10/31/2026 or 2026-10-31"
#define EXPECTED_DAY_DAY_FIRST "a date like 31/10/2026 or 2026-10-31"

static int
compare_columns (gconstpointer a, gconstpointer b)
{
  const guint x = *(const guint *) a, y = *(const guint *) b;
  return x < y ? -1 : x > y;
}

void
cells_bind (Cells *self, const Header *header, const CellFormat *format, const guint *roles,
            gsize role_count, RowReader *reader)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));

  *self = (Cells){ .header = header, .format = format, .bad_role = ROLE_NONE };
  for (guint role = 0; role < ROLE_READ_COUNT; role++)
    self->positions[role] = -1;
  for (gsize i = 0; i < role_count; i++)
    {
      const int column = header_column (header, roles[i]);
      if (column >= 0)
        g_array_append_val (columns, column);
    }
  g_array_sort (columns, compare_columns);
  for (gsize i = 0; i < role_count; i++)
    for (guint at = 0; at < columns->len; at++)
      if (g_array_index (columns, int, at) == header_column (header, roles[i]))
        self->positions[roles[i]] = (int) at;
  row_reader_want (reader, (const guint *) (gconstpointer) columns->data, columns->len);
}

gboolean
cells_are_good (const Cells *self)
{
  return self->bad_role == ROLE_NONE;
}

gboolean
cells_have_column (const Cells *self, guint role)
{
  return self->positions[role] >= 0;
}

Slice
cells_raw (const Cells *self, guint role)
{
  const int position = self->positions[role];
  return position >= 0 ? self->row->cells[position] : (Slice){ "", 0 };
}

static inline Slice
trimmed (const Cells *self, guint role)
{
  return slice_trim (cells_raw (self, role));
}

#define NOTHING_LENGTH_MAX 6 /* "(null)" */

/* Nearly all cells are told by their length or first byte. */
static inline gboolean
means_nothing (Slice text)
{
  if (text.length - 1 >= NOTHING_LENGTH_MAX) /* also when it is 0 */
    return FALSE;
  switch (text.text[0])
    {
    case 'n':
    case 'N':
    case '-':
    case '#':
    case '(':
    case '\\':
      return slice_is_word_for_nothing (text);
    default:
      return FALSE;
    }
}

Slice
cells_text (const Cells *self, guint role)
{
  Slice text = trimmed (self, role);

  if (means_nothing (text))
    text.length = 0;
  return text;
}

#define GUID_LENGTH 36

/* As an id is mostly written: nothing to take off. */
static inline Slice
unwrapped (Slice id)
{
  return id.length > GUID_LENGTH ? slice_unwrap_guid (id) : id;
}

Slice
cells_id (const Cells *self, guint role)
{
  return unwrapped (cells_text (self, role));
}

/* The first one is told; that of the customer goes before all, whenever it is read. */
static void
note_bad (Cells *self, guint role, Slice cell, const char *expected)
{
  if (self->is_other_order || (self->bad_role != ROLE_NONE && role != ROLE_CUSTOMER))
    return;
  self->bad_role = role;
  self->bad_cell = cell;
  self->expected = expected;
}

static void
note_other_order (Cells *self, guint role, Slice cell, const char *expected)
{
  if (self->is_other_order)
    return;
  self->bad_role = ROLE_NONE;
  note_bad (self, role, cell, expected);
  self->is_other_order = TRUE;
}

Slice
cells_needed_text (Cells *self, guint role)
{
  const Slice text = cells_text (self, role);

  if (slice_is_empty (text))
    {
      const Slice found = trimmed (self, role);
      note_bad (self, role, found, slice_is_empty (found) ? EXPECTED_TEXT : EXPECTED_TEXT_NO_WORD);
    }
  return text;
}

Slice
cells_needed_id (Cells *self, guint role)
{
  return unwrapped (cells_needed_text (self, role));
}

static gboolean
is_number_with (Slice text, DecimalMark mark)
{
  Decimal number;
  return decimal_parse (text.text, text.length, mark, &number);
}

/* Digits, with at most one mark among them and a sign before them: a number but for its length. */
static gboolean
is_long_number (Slice text, char mark)
{
  gsize i = text.length > 0 && (text.text[0] == '-' || text.text[0] == '+') ? 1 : 0;
  guint marks = 0;

  for (; i < text.length; i++)
    if (text.text[i] == mark)
      marks++;
    else if (!g_ascii_isdigit (text.text[i]))
      return FALSE;
  return text.length > 38 && marks <= 1;
}

/* Nothing is guessed about numbers: the message says which option would settle it. */
static const char *
expected_number (const Cells *self, Slice text)
{
  if (is_long_number (text, self->format->decimal_mark == DECIMAL_COMMA ? ',' : '.'))
    return EXPECTED_NUMBER_SHORTER;
  if (self->format->decimal_mark == DECIMAL_COMMA)
    return is_number_with (text, DECIMAL_POINT) ? EXPECTED_NUMBER_COMMA_HINT
                                                : EXPECTED_NUMBER_COMMA;
  return is_number_with (text, DECIMAL_COMMA) ? EXPECTED_NUMBER_POINT_HINT : EXPECTED_NUMBER_POINT;
}

gboolean
cells_number (Cells *self, guint role, Decimal *number)
{
  const Slice text = trimmed (self, role);

  if (slice_is_empty (text))
    return FALSE;
  if (decimal_parse (text.text, text.length, self->format->decimal_mark, number))
    {
      if (self->format->signs != NULL && spreadsheet_signs_may_be_exponent (text))
        {
          spreadsheet_signs_note_number (self->format->signs, text);
          self->noted_sign = TRUE;
        }
      return TRUE;
    }
  note_bad (self, role, text, expected_number (self, text));
  return FALSE;
}

Decimal
cells_needed_number (Cells *self, guint role)
{
  Decimal number = { 0 };

  if (!cells_number (self, role, &number))
    note_bad (self, role, trimmed (self, role), expected_number (self, trimmed (self, role)));
  return number;
}

static const char *
expected_day (const Cells *self)
{
  return self->format->date_order == DATE_DAY_FIRST ? EXPECTED_DAY_DAY_FIRST
                                                    : EXPECTED_DAY_MONTH_FIRST;
}

static void
note_date (Cells *self, guint role, Slice text, DateVerdict verdict, const char *expected)
{
  if (verdict == DATE_OTHER_ORDER)
    note_other_order (self, role, text, expected_day (self));
  else if (verdict == DATE_BAD)
    note_bad (self, role, text, expected);
}

static inline void
note_slashes (const Cells *self, guint role, Slice text)
{
  if (self->format->slash_dates != NULL)
    slash_dates_note (self->format->slash_dates, role, text, self->format->date_order);
}

/* A column of dates has few values, and they come in runs: the last one is known, and was noted. */
static DateVerdict
read_day (Cells *self, guint role, Slice text, Day *day)
{
  CellsDay *last = &self->days[role];

  if (text.length == last->length && memcmp (text.text, last->text, text.length) == 0)
    {
      *day = last->day;
      return DATE_OK;
    }
  note_slashes (self, role, text);

  const DateVerdict verdict
      = calendar_parse_day (text.text, text.length, self->format->date_order, day);
  if (verdict == DATE_OK && text.length <= sizeof last->text)
    {
      memcpy (last->text, text.text, text.length);
      last->length = text.length;
      last->day = *day;
    }
  return verdict;
}

Day
cells_day (Cells *self, guint role)
{
  const Slice text = trimmed (self, role);
  Day day = DAY_NONE;

  if (slice_is_empty (text))
    return DAY_NONE;
  note_date (self, role, text, read_day (self, role, text, &day), expected_day (self));
  return day;
}

Day
cells_day_if_any (Cells *self, guint role)
{
  const Slice text = trimmed (self, role);
  Day day = DAY_NONE;

  if (slice_is_empty (text))
    return DAY_NONE;
  if (read_day (self, role, text, &day) == DATE_OTHER_ORDER)
    note_other_order (self, role, text, expected_day (self));
  return day;
}

Day
cells_needed_day (Cells *self, guint role)
{
  const Day day = cells_day (self, role);

  if (day == DAY_NONE)
    note_bad (self, role, trimmed (self, role), expected_day (self));
  return day;
}

static gboolean
is_letter (char c)
{
  return g_ascii_isalpha (c) || (guchar) c >= 0x80 || c == '.';
}

/* "Oct-26" for 2026-10, in any language. */
static gboolean
is_spreadsheet_month (Slice text)
{
  gsize letters = 0;

  while (letters < text.length && is_letter (text.text[letters]))
    letters++;
  return letters >= 3 && text.length == letters + 3 && text.text[letters] == '-'
         && g_ascii_isdigit (text.text[letters + 1]) && g_ascii_isdigit (text.text[letters + 2]);
}

Month
cells_needed_month (Cells *self, guint role)
{
  const Slice text = trimmed (self, role);
  Month month = MONTH_NONE;

  note_slashes (self, role, text);
  note_date (self, role, text,
             calendar_parse_month (text.text, text.length, self->format->date_order, &month),
             is_spreadsheet_month (text) ? EXPECTED_MONTH_AGAIN : EXPECTED_MONTH);
  return month;
}

void
cells_refuse (Cells *self, guint role, const char *expected)
{
  note_bad (self, role, trimmed (self, role), expected);
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "record-builders.h"

#include <check.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "core/report/report-cell.h"

typedef enum
{
  FIELD_TEXT,        /* Slice */
  FIELD_NUMBER,      /* Decimal */
  FIELD_DAY,         /* Day */
  FIELD_MONTH,       /* Month */
  FIELD_WHOLE_MONTH, /* Day, the first of the month, and another at @further, the last */
  FIELD_FLAG,        /* gboolean */
  FIELD_FILE,        /* guint32 */
  FIELD_LINE         /* guint64 */
} FieldType;

typedef struct
{
  const char *name;
  FieldType type;
  gsize offset;
  gsize further; /* of the gboolean that says the field is given; 0: there is none */
} Field;

static const Field balance_fields[] = {
  { "file", FIELD_FILE, offsetof (BalanceRow, at.file), 0 },
  { "line", FIELD_LINE, offsetof (BalanceRow, at.line), 0 },
  { "customer", FIELD_TEXT, offsetof (BalanceRow, customer), 0 },
  { "name", FIELD_TEXT, offsetof (BalanceRow, customer_name), 0 },
  { "partner", FIELD_TEXT, offsetof (BalanceRow, partner), 0 },
  { "agreement", FIELD_TEXT, offsetof (BalanceRow, agreement), 0 },
  { "credit-name", FIELD_TEXT, offsetof (BalanceRow, credit_name), 0 },
  { "currency", FIELD_TEXT, offsetof (BalanceRow, currency), 0 },
  { "month", FIELD_MONTH, offsetof (BalanceRow, month), 0 },
  { "C", FIELD_NUMBER, offsetof (BalanceRow, credit_amount), 0 },
  { "B", FIELD_NUMBER, offsetof (BalanceRow, balance_amount), 0 },
  { "status", FIELD_TEXT, offsetof (BalanceRow, status_text), 0 },
  { "effective", FIELD_DAY, offsetof (BalanceRow, effective), 0 },
  { "expiry", FIELD_DAY, offsetof (BalanceRow, expiry), 0 },
  { NULL, 0, 0, 0 },
};

static const Field invoice_fields[] = {
  { "file", FIELD_FILE, offsetof (InvoiceLine, at.file), 0 },
  { "line", FIELD_LINE, offsetof (InvoiceLine, at.line), 0 },
  { "customer", FIELD_TEXT, offsetof (InvoiceLine, customer), 0 },
  { "name", FIELD_TEXT, offsetof (InvoiceLine, customer_name), 0 },
  { "partner", FIELD_TEXT, offsetof (InvoiceLine, partner), 0 },
  { "invoice", FIELD_TEXT, offsetof (InvoiceLine, invoice), 0 },
  { "currency", FIELD_TEXT, offsetof (InvoiceLine, currency), 0 },
  { "pricing-currency", FIELD_TEXT, offsetof (InvoiceLine, pricing_currency), 0 },
  { "subscription-id", FIELD_TEXT, offsetof (InvoiceLine, subscription), 0 },
  { "product", FIELD_TEXT, offsetof (InvoiceLine, product), 0 },
  { "sku", FIELD_TEXT, offsetof (InvoiceLine, sku), 0 },
  { "availability", FIELD_TEXT, offsetof (InvoiceLine, availability), 0 },
  { "order", FIELD_DAY, offsetof (InvoiceLine, order_day), 0 },
  { "start", FIELD_DAY, offsetof (InvoiceLine, charge_start), 0 },
  { "end", FIELD_DAY, offsetof (InvoiceLine, charge_end), 0 },
  { "month", FIELD_WHOLE_MONTH, offsetof (InvoiceLine, charge_start),
    offsetof (InvoiceLine, charge_end) },
  { "subtotal", FIELD_NUMBER, offsetof (InvoiceLine, subtotal), 0 },
  { "tax", FIELD_NUMBER, offsetof (InvoiceLine, tax), 0 },
  { "total", FIELD_NUMBER, offsetof (InvoiceLine, total), offsetof (InvoiceLine, has_total) },
  { "price", FIELD_NUMBER, offsetof (InvoiceLine, price), offsetof (InvoiceLine, has_price) },
  { "quantity", FIELD_NUMBER, offsetof (InvoiceLine, quantity),
    offsetof (InvoiceLine, has_quantity) },
  { "rate", FIELD_NUMBER, offsetof (InvoiceLine, rate), 0 },
  { "tells-product", FIELD_FLAG, offsetof (InvoiceLine, tells_product), 0 },
  { "type", FIELD_TEXT, offsetof (InvoiceLine, texts.charge_type), 0 },
  { "reason", FIELD_TEXT, offsetof (InvoiceLine, texts.credit_reason), 0 },
  { "subscription", FIELD_TEXT, offsetof (InvoiceLine, texts.subscription_description), 0 },
  { "meter", FIELD_TEXT, offsetof (InvoiceLine, texts.meter_description), 0 },
  { "publisher", FIELD_TEXT, offsetof (InvoiceLine, texts.publisher), 0 },
  { "reservation", FIELD_TEXT, offsetof (InvoiceLine, texts.reservation_order), 0 },
  { "term", FIELD_TEXT, offsetof (InvoiceLine, texts.term), 0 },
  { "product-name", FIELD_TEXT, offsetof (InvoiceLine, texts.product_name), 0 },
  { "sku-name", FIELD_TEXT, offsetof (InvoiceLine, texts.sku_name), 0 },
  { "adjustment", FIELD_TEXT, offsetof (InvoiceLine, texts.price_adjustment), 0 },
  { NULL, 0, 0, 0 },
};

static const Field usage_fields[] = {
  { "file", FIELD_FILE, offsetof (UsageRow, at.file), 0 },
  { "line", FIELD_LINE, offsetof (UsageRow, at.line), 0 },
  { "customer", FIELD_TEXT, offsetof (UsageRow, customer), 0 },
  { "name", FIELD_TEXT, offsetof (UsageRow, customer_name), 0 },
  { "partner", FIELD_TEXT, offsetof (UsageRow, partner), 0 },
  { "invoice", FIELD_TEXT, offsetof (UsageRow, invoice), 0 },
  { "currency", FIELD_TEXT, offsetof (UsageRow, currency), 0 },
  { "pricing-currency", FIELD_TEXT, offsetof (UsageRow, pricing_currency), 0 },
  { "subscription-id", FIELD_TEXT, offsetof (UsageRow, subscription), 0 },
  { "product", FIELD_TEXT, offsetof (UsageRow, product), 0 },
  { "sku", FIELD_TEXT, offsetof (UsageRow, sku), 0 },
  { "availability", FIELD_TEXT, offsetof (UsageRow, availability), 0 },
  { "day", FIELD_DAY, offsetof (UsageRow, usage_day), 0 },
  { "total", FIELD_NUMBER, offsetof (UsageRow, billing_total), 0 },
  { "pricing-total", FIELD_NUMBER, offsetof (UsageRow, pricing_total),
    offsetof (UsageRow, has_pricing_total) },
  { "resource", FIELD_TEXT, offsetof (UsageRow, texts.resource), 0 },
  { "price", FIELD_NUMBER, offsetof (UsageRow, unit_price), offsetof (UsageRow, has_unit_price) },
  { "quantity", FIELD_NUMBER, offsetof (UsageRow, quantity), offsetof (UsageRow, has_quantity) },
  { "rate", FIELD_NUMBER, offsetof (UsageRow, rate), 0 },
  { "credit-type", FIELD_TEXT, offsetof (UsageRow, credit_type),
    offsetof (UsageRow, has_credit_type) },
  { "pec", FIELD_NUMBER, offsetof (UsageRow, pec_column_percent),
    offsetof (UsageRow, has_pec_column_percent) },
  { "percent", FIELD_NUMBER, offsetof (UsageRow, credit_percent),
    offsetof (UsageRow, has_credit_percent) },
  { NULL, 0, 0, 0 },
};

/* Reading values */

static Decimal
read_number (Slice text)
{
  Decimal number = { 0 };

  ck_assert_msg (decimal_parse (text.text, text.length, DECIMAL_POINT, &number),
                 "'%.*s' is not a number", (int) text.length, text.text);
  return number;
}

static Day
read_day (Slice text)
{
  Day day = DAY_NONE;

  ck_assert_msg (calendar_parse_day (text.text, text.length, DATE_MONTH_FIRST, &day) == DATE_OK,
                 "'%.*s' is not a day", (int) text.length, text.text);
  return day;
}

static Month
read_month (Slice text)
{
  Month month = MONTH_NONE;

  ck_assert_msg (calendar_parse_month (text.text, text.length, DATE_MONTH_FIRST, &month) == DATE_OK,
                 "'%.*s' is not a month", (int) text.length, text.text);
  return month;
}

static guint64
read_count (Slice text)
{
  g_autofree char *digits = slice_dup (text);
  guint64 count = 0;

  ck_assert_msg (g_ascii_string_to_unsigned (digits, 10, 0, G_MAXUINT32, &count, NULL),
                 "'%s' is not a count", digits);
  return count;
}

static gboolean
read_flag (Slice text)
{
  const gboolean yes = slice_equals_folded (text, "yes");

  ck_assert_msg (yes || slice_equals_folded (text, "no"), "'%.*s' is neither yes nor no",
                 (int) text.length, text.text);
  return yes;
}

static void
set_further (const Field *field, char *record)
{
  if (field->further != 0)
    *(gboolean *) (gpointer) (record + field->further) = TRUE;
}

static void
set_field (const Field *field, char *record, Slice value)
{
  const gpointer member = record + field->offset;

  switch (field->type)
    {
    case FIELD_TEXT:
      *(Slice *) member = value;
      set_further (field, record);
      break;
    case FIELD_NUMBER:
      *(Decimal *) member = read_number (value);
      set_further (field, record);
      break;
    case FIELD_DAY:
      *(Day *) member = read_day (value);
      break;
    case FIELD_MONTH:
      *(Month *) member = read_month (value);
      break;
    case FIELD_WHOLE_MONTH:
      *(Day *) member = calendar_first_day (read_month (value));
      *(Day *) (gpointer) (record + field->further) = calendar_last_day (read_month (value));
      break;
    case FIELD_FLAG:
      *(gboolean *) member = read_flag (value);
      break;
    case FIELD_FILE:
      *(guint32 *) member = (guint32) read_count (value);
      break;
    case FIELD_LINE:
      *(guint64 *) member = read_count (value);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Reading records */

static const Field *
find_field (const Field *fields, Slice name)
{
  for (; fields->name != NULL; fields++)
    if (strlen (fields->name) == name.length && memcmp (fields->name, name.text, name.length) == 0)
      return fields;
  ck_abort_msg ("there is no field '%.*s'", (int) name.length, name.text);
  return NULL;
}

/* Cuts off what stands before the next @mark; FALSE at the end of @rest. */
static gboolean
next_part (Slice *rest, char mark, Slice *part)
{
  if (rest->length == 0)
    return FALSE;
  const char *found = memchr (rest->text, mark, rest->length);
  const gsize length = found != NULL ? (gsize) (found - rest->text) : rest->length;
  const gsize step = found != NULL ? length + 1 : length;

  *part = slice_trim ((Slice){ rest->text, length });
  *rest = (Slice){ rest->text + step, rest->length - step };
  return TRUE;
}

/* Each NAME=VALUE of @text into the member of *@record that @fields gives for it. */
static void
read_record (const Field *fields, gpointer record, const char *text)
{
  Slice rest = slice_of (text), part;

  while (next_part (&rest, '|', &part))
    {
      Slice name;

      if (slice_is_empty (part))
        continue;
      ck_assert_msg (memchr (part.text, '=', part.length) != NULL, "'%.*s' has no '='",
                     (int) part.length, part.text);
      (void) next_part (&part, '=', &name);
      set_field (find_field (fields, name), record, slice_trim (part));
    }
}

static gboolean
is_named (const char *text, const char *field)
{
  Slice rest = slice_of (text), part, name;

  while (next_part (&rest, '|', &part))
    if (next_part (&part, '=', &name) && slice_equals_folded (name, field))
      return TRUE;
  return FALSE;
}

static const Position default_position = { .file = 0, .line = 2 };

BalanceRow
build_balance_row (const char *text)
{
  BalanceRow row = { .at = default_position,
                     .customer = slice_of ("c1"),
                     .customer_name = slice_of (""),
                     .partner = slice_of (""),
                     .agreement = slice_of ("a1"),
                     .credit_name = slice_of ("ACO"),
                     .currency = slice_of ("USD"),
                     .month = calendar_month (2026, 10),
                     .status_text = slice_of ("") };

  read_record (balance_fields, &row, text);
  row.status = balance_row_status_from_text (row.status_text, is_named (text, "status"));
  return row;
}

InvoiceLine
build_invoice_line (const char *text)
{
  InvoiceLine line = { .at = default_position,
                       .customer = slice_of ("c1"),
                       .customer_name = slice_of (""),
                       .partner = slice_of (""),
                       .invoice = slice_of ("G1"),
                       .currency = slice_of ("USD"),
                       .pricing_currency = slice_of ("USD"),
                       .subscription = slice_of (""),
                       .product = slice_of (""),
                       .sku = slice_of (""),
                       .availability = slice_of (""),
                       .rate = decimal_from_int (1),
                       .tells_product = TRUE,
                       .texts = { .charge_type = slice_of ("new"),
                                  .credit_reason = slice_of (""),
                                  .subscription_description = slice_of ("Azure plan"),
                                  .meter_description = slice_of (""),
                                  .publisher = slice_of ("Microsoft"),
                                  .reservation_order = slice_of (""),
                                  .term = slice_of (""),
                                  .product_name = slice_of (""),
                                  .sku_name = slice_of (""),
                                  .price_adjustment = slice_of ("") } };

  if (!is_named (text, "start") && !is_named (text, "end"))
    read_record (invoice_fields, &line, "month=2026-10");
  read_record (invoice_fields, &line, text);
  if (!line.has_total)
    line.total = decimal_add (line.subtotal, line.tax);
  PecMemo memo = { .length = 0 };
  invoice_line_classify (&line, NULL, DECIMAL_POINT, &memo);
  return line;
}

UsageRow
build_usage_row (const char *text)
{
  UsageRow row = { .at = default_position,
                   .customer = slice_of ("c1"),
                   .customer_name = slice_of (""),
                   .partner = slice_of (""),
                   .invoice = slice_of ("G1"),
                   .currency = slice_of ("USD"),
                   .pricing_currency = slice_of ("USD"),
                   .subscription = slice_of (""),
                   .product = slice_of (""),
                   .sku = slice_of (""),
                   .availability = slice_of (""),
                   .usage_day = calendar_day (2026, 10, 15),
                   .rate = decimal_from_int (1),
                   .credit_type = slice_of ("") };

  read_record (usage_fields, &row, text);
  row.has_gross = row.has_unit_price && row.has_quantity;
  usage_row_classify (&row);
  return row;
}

/* Books */

static const HashKey fixed_key = { 1, 2 };

Books *
build_books (void)
{
  return books_new (&fixed_key);
}

RowIds *
build_ids (void)
{
  return row_ids_new (&fixed_key);
}

static const char *const kind_names[] = { "balance", "invoice", "usage" };
static const FileKind kinds[] = { KIND_ACO_BALANCE, KIND_INVOICE, KIND_DAILY_USAGE };

/* The tally of the row's file; sets its position as far as @fields do not. */
static InputTally *
place_row (Books *books, guint32 kind, const char *fields, Position *at)
{
  if (!is_named (fields, "file"))
    at->file = kind;
  g_autofree char *name = at->file == kind
                              ? g_strdup_printf ("%s.csv", kind_names[kind])
                              : g_strdup_printf ("%s-%u.csv", kind_names[kind], at->file);
  InputTally *input = input_book_file (books->inputs, at->file, name, kinds[kind]);

  if (!is_named (fields, "line"))
    at->line = input->rows + 2;
  return input;
}

static void
add_row (Books *books, guint32 kind, const char *fields)
{
  InputTally *input;

  if (kinds[kind] == KIND_ACO_BALANCE)
    {
      BalanceRow row = build_balance_row (fields);
      input = place_row (books, kind, fields, &row.at);
      books_add_balance (books, input, &row);
    }
  else if (kinds[kind] == KIND_INVOICE)
    {
      InvoiceLine line = build_invoice_line (fields);
      input = place_row (books, kind, fields, &line.at);
      books_add_invoice_line (books, input, &line);
    }
  else
    {
      UsageRow row = build_usage_row (fields);
      input = place_row (books, kind, fields, &row.at);
      books_add_usage (books, input, &row);
    }
}

static guint32
kind_of_text (const char *text, const char **fields)
{
  for (guint32 kind = 0; kind < G_N_ELEMENTS (kind_names); kind++)
    {
      const gsize length = strlen (kind_names[kind]);
      if (g_str_has_prefix (text, kind_names[kind]) && text[length] == ':')
        {
          *fields = text + length + 1;
          return kind;
        }
    }
  ck_abort_msg ("'%s' is of no kind", text);
  return 0;
}

void
build_rows (Books *books, const char *const *texts)
{
  for (; *texts != NULL; texts++)
    {
      const char *fields = NULL;
      const guint32 kind = kind_of_text (*texts, &fields);
      add_row (books, kind, fields);
    }
}

Report *
build_report (const Books *books, const ReckonPlan *plan)
{
  const ReckonPlan usual = reckon_plan_default ();
  GError *error = NULL;
  Report *report = reckon (books, plan != NULL ? plan : &usual, &error);

  ck_assert_msg (report != NULL, "no report: %s", error != NULL ? error->message : "and no error");
  return report;
}

Report *
build_report_of_rows (const ReckonPlan *plan, const char *const *texts)
{
  g_autoptr (Books) books = build_books ();

  build_rows (books, texts);
  return build_report (books, plan);
}

/* Describing reports */

static void
describe_text (GString *out, const char *text)
{
  g_string_append (out, text != NULL && text[0] != '\0' ? text : "-");
}

static void
describe_amount (GString *out, Decimal value)
{
  g_autofree char *text = decimal_to_string (value, 2);
  describe_text (out, text);
}

static void
describe_day (GString *out, Day day)
{
  char text[DAY_TEXT_SIZE];

  calendar_print_day (day, text);
  describe_text (out, text);
}

static void
describe_month (GString *out, Month month)
{
  char text[MONTH_TEXT_SIZE];

  calendar_print_month (month, text);
  describe_text (out, text);
}

static void
describe_months (GString *out, const GArray *months)
{
  if (months->len == 0)
    describe_text (out, NULL);
  for (guint i = 0; i < months->len; i++)
    {
      g_string_append (out, i > 0 ? "," : "");
      describe_month (out, g_array_index (months, Month, i));
    }
}

static void
describe_fits (GString *out, const guint64 *fits)
{
  for (guint i = 0; i < FIT_COUNT; i++)
    g_string_append_printf (out, "%s%" G_GUINT64_FORMAT, i > 0 ? "," : "", fits[i]);
}

static void
describe_number (GString *out, gint64 number)
{
  g_string_append_printf (out, "%" G_GINT64_FORMAT, number);
}

static void
describe_cell (GString *out, const ReportColumn *column, gconstpointer row)
{
  const ReportCell cell = report_cell (column, row);

  switch (cell.type)
    {
    case CELL_NULL:
      describe_text (out, NULL);
      break;
    case CELL_TEXT:
      describe_text (out, cell.text);
      break;
    case CELL_WORD:
      describe_text (out, cell.word.text);
      break;
    case CELL_DECIMAL:
      describe_amount (out, *cell.decimal);
      break;
    case CELL_COUNT:
      describe_number (out, (gint64) cell.count);
      break;
    case CELL_DAYS:
      describe_number (out, cell.days);
      break;
    case CELL_MONTH:
      describe_month (out, cell.month);
      break;
    case CELL_DAY:
      describe_day (out, cell.day);
      break;
    case CELL_FLAG:
      describe_text (out, cell.flag ? "yes" : "no");
      break;
    case CELL_MONTHS:
      describe_months (out, cell.months);
      break;
    case CELL_FITS:
      describe_fits (out, cell.fits);
      break;
    case CELL_ROWS:
    case CELL_TEXTS:
    default:
      g_assert_not_reached ();
    }
}

static const ReportColumn *
find_column (const ReportTableInfo *info, const char *name)
{
  const ReportColumn *column = report_cell_column (info, name);

  ck_assert_msg (column != NULL, "%s has no column '%s'", info->name, name);
  return column;
}

static void
describe_row (GString *out, const ReportTableInfo *info, const char *const *columns,
              gconstpointer row)
{
  if (out->len > 0)
    g_string_append_c (out, '\n');
  for (guint i = 0; columns[i] != NULL; i++)
    {
      g_string_append (out, i > 0 ? " " : "");
      describe_cell (out, find_column (info, columns[i]), row);
    }
}

char *
describe_rows (const Report *report, ReportTable table, const char *columns)
{
  g_auto (GStrv) names = g_strsplit (columns, " ", -1);
  GString *out = g_string_new (NULL);

  for (gsize i = 0; i < report_row_count (report, table); i++)
    describe_row (out, report_table_info (table), (const char *const *) names,
                  report_row (report, table, i));
  return g_string_free (out, FALSE);
}

char *
describe_findings (const Report *report, const char *code)
{
  g_auto (GStrv) names = g_strsplit (FINDING_COLUMNS, " ", -1);
  GString *out = g_string_new (NULL);

  for (gsize i = 0; i < report_row_count (report, REPORT_FINDINGS); i++)
    {
      const FindingRow *row = report_row (report, REPORT_FINDINGS, i);
      if (strcmp (finding_info (row->code)->code, code) == 0)
        describe_row (out, report_table_info (REPORT_FINDINGS), (const char *const *) names, row);
    }
  return g_string_free (out, FALSE);
}

char *
describe_codes (const Report *report)
{
  GString *out = g_string_new (NULL);

  for (gsize i = 0; i < report_row_count (report, REPORT_FINDINGS); i++)
    {
      const FindingRow *row = report_row (report, REPORT_FINDINGS, i);
      const char *code = finding_info (row->code)->code;
      if (!g_str_has_suffix (out->str, code))
        g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", code);
    }
  return g_string_free (out, FALSE);
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/books.h"

#include "core/rule/reckon.h"
#include "output/table/report-json.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

/* What would be printed of the books; a refusal counts as what is printed. */
static char *
print_books (const Books *books, const ReckonPlan *plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Report) report = reckon (books, plan, &error);

  if (report == NULL)
    return g_strdup (error->message);
  GString *text = g_string_new (NULL);
  g_autoptr (Sink) sink = sink_new_string (text);
  report_json_write (report, 0, sink);
  ck_assert (sink_flush (sink, &error));
  return g_string_free (text, FALSE);
}

/* A failure tells the first lines that part, for reports are long. */
static void
assert_same (const char *expected, const char *found, const char *how)
{
  g_auto (GStrv) expected_lines = g_strsplit (expected, "\n", -1);
  g_auto (GStrv) found_lines = g_strsplit (found, "\n", -1);
  guint i = 0;

  if (g_str_equal (expected, found))
    return;
  while (expected_lines[i] != NULL && g_strcmp0 (expected_lines[i], found_lines[i]) == 0)
    i++;
  ck_abort_msg ("%s, line %u:\nexpected %s\nfound %s", how, i + 1,
                expected_lines[i] != NULL ? expected_lines[i] : "the end",
                found_lines[i] != NULL ? found_lines[i] : "the end");
}

static void
assert_prints (const Books *books, const char *expected, const char *how)
{
  const ReckonPlan plan = reckon_plan_default ();
  g_autofree char *text = print_books (books, &plan);

  assert_same (expected, text, how);
}

/* One row */

static const InputTally *
input_of (const Books *books, guint32 index)
{
  return input_book_lookup (books->inputs, index);
}

START_TEST (a_balance_row_goes_into_credits_names_and_the_months_of_its_file)
{
  g_autoptr (Books) books = build_books ();

  BUILD_ROWS (books, "balance: C=5|name=Contoso", "balance: month=2026-09",
              "balance: customer=c2|C=7");
  g_autoptr (GPtrArray) credits = credit_book_list (books->credits);
  const InputTally *input = input_of (books, 0);
  ck_assert_uint_eq (credits->len, 2);
  ck_assert_uint_eq (input->rows, 3);
  ck_assert_uint_eq (input->months->len, 2);
  ck_assert_str_eq (name_book_lookup (books->names, "c1"), "Contoso");
  ck_assert_ptr_null (name_book_lookup (books->names, "c2"));
}
END_TEST

START_TEST (an_invoice_line_goes_into_charges_and_the_invoices_of_its_file)
{
  g_autoptr (Books) books = build_books ();

  BUILD_ROWS (books, "invoice: subtotal=5|name=Contoso", "invoice: invoice=G2|subtotal=1");
  g_autoptr (GPtrArray) invoices = charge_book_invoices (books->charges);
  const InputTally *input = input_of (books, 1);
  ck_assert_uint_eq (invoices->len, 2);
  ck_assert_uint_eq (input->rows, 2);
  ck_assert_int_eq (g_tree_nnodes (input->invoices), 2);
  ck_assert_uint_eq (input->unbilled->len, 0);
  ck_assert_str_eq (name_book_lookup (books->names, "c1"), "Contoso");
}
END_TEST

START_TEST (a_usage_row_goes_into_usage_and_the_invoices_of_its_file)
{
  g_autoptr (Books) books = build_books ();

  BUILD_ROWS (books, "usage: total=5|name=Contoso", "usage: day=2026-09-30|total=1");
  g_autoptr (GPtrArray) tallies = usage_book_list (books->usage);
  const InputTally *input = input_of (books, 2);
  const InputInvoice *invoice = g_tree_node_value (g_tree_node_first (input->invoices));
  ck_assert_uint_eq (tallies->len, 2);
  ck_assert_uint_eq (input->rows, 2);
  ck_assert_str_eq (invoice->invoice, "g1");
  ck_assert_uint_eq (invoice->months->len, 2);
  ck_assert_str_eq (name_book_lookup (books->names, "c1"), "Contoso");
}
END_TEST

START_TEST (estimates_are_counted_lend_their_name_and_nothing_else)
{
  g_autoptr (Books) books = build_books ();

  BUILD_ROWS (books, "invoice: invoice=|subtotal=5|tax=1|name=Contoso|customer=c1",
              "usage: invoice=|total=7|name=Fabrikam|customer=c2");
  g_autoptr (GPtrArray) invoices = charge_book_invoices (books->charges);
  g_autoptr (GPtrArray) tallies = usage_book_list (books->usage);
  ck_assert_uint_eq (invoices->len, 0);
  ck_assert_uint_eq (tallies->len, 0);
  for (guint32 file = 1; file <= 2; file++)
    {
      const InputTally *input = input_of (books, file);
      ck_assert_uint_eq (input->rows, 1);
      ck_assert_int_eq (g_tree_nnodes (input->invoices), 0);
      ck_assert_uint_eq (input->unbilled->len, 1);
      const UnbilledTally *unbilled = &g_array_index (input->unbilled, UnbilledTally, 0);
      ck_assert_str_eq (unbilled->currency, "USD");
      ck_assert (decimal_equal (unbilled->sum, decimal_from_int (file == 1 ? 5 : 7)));
      ck_assert_uint_eq (unbilled->first.line, 2);
    }
  ck_assert_str_eq (name_book_lookup (books->names, "c1"), "Contoso");
  ck_assert_str_eq (name_book_lookup (books->names, "c2"), "Fabrikam");
  books_free (NULL);
}
END_TEST

/* Merging */

static const char *const some_rows[] = {
  "balance: C=5|B=95|effective=2026-10-01|name=Contoso|line=2",
  "balance: C=6|B=94|effective=2026-10-01|line=3",
  "invoice: subtotal=-5|reason=Azure Credit Offer|price=-5|quantity=1|line=2",
  "invoice: subtotal=5|total=6|price=5|quantity=1|line=3",
  "invoice: subtotal=9|invoice=|line=4",
  "usage: total=5|credit-type=Azure Credit Applied|pec=15|line=2",
  "usage: total=5|invoice=|line=3",
  NULL,
};

START_TEST (books_that_were_merged_print_like_new_ones)
{
  const ReckonPlan plan = reckon_plan_default ();
  g_autoptr (Books) fresh = build_books ();
  g_autoptr (Books) books = build_books ();
  g_autoptr (Books) later = build_books ();
  g_autofree char *nothing = print_books (fresh, &plan);

  build_rows (later, some_rows);
  g_autofree char *something = print_books (later, &plan);
  ck_assert_str_ne (something, nothing);
  books_merge (books, later);
  assert_prints (books, something, "merged");
  assert_prints (later, nothing, "emptied");
  books_merge (books, later);
  assert_prints (books, something, "merged with nothing");
}
END_TEST

START_TEST (books_that_were_merged_know_no_names_any_more)
{
  g_autoptr (Books) books = build_books ();
  g_autoptr (Books) later = build_books ();

  BUILD_ROWS (later, "balance: name=Contoso");
  books_merge (books, later);
  ck_assert_str_eq (name_book_lookup (books->names, "c1"), "Contoso");
  ck_assert_ptr_null (name_book_lookup (later->names, "c1"));
}
END_TEST

/* Not even where the books were given other names in between. */
START_TEST (books_that_are_used_again_bring_back_no_older_name)
{
  g_autoptr (Books) books = build_books ();
  g_autoptr (Books) later = build_books ();

  BUILD_ROWS (later, "balance: line=2|name=Contoso");
  books_merge (books, later);
  BUILD_ROWS (books, "balance: line=3|month=2026-11|name=Contoso Ltd");
  BUILD_ROWS (later, "balance: line=4|customer=c2|name=Fabrikam");
  books_merge (books, later);
  ck_assert_str_eq (name_book_lookup (books->names, "c1"), "Contoso Ltd");
  ck_assert_str_eq (name_book_lookup (books->names, "c2"), "Fabrikam");
}
END_TEST

/* Random rows, with few values each, so that keys collide often. */

typedef enum
{
  ROW_BALANCE,
  ROW_INVOICE,
  ROW_USAGE,
  ROW_REJECTED /* of a file of any kind */
} RowKind;

typedef struct
{
  RowKind kind;
  FileKind file_kind;
  char *text; /* the record points into it */
  union
  {
    BalanceRow balance;
    InvoiceLine invoice;
    UsageRow usage;
    Position rejected;
  } record;
} BookRow;

typedef struct
{
  const char *field;
  const char *values; /* with '/' between them; an empty one leaves the field out */
} Choice;

static const Choice shared_choices[] = {
  { "customer", "c1/C1/c2/c3" },
  { "name", "///Contoso/Contoso Ltd/Fabrikam" },
  { "currency", "USD/USD/usd/EUR" },
  { "partner", "//p1/p1/P1/p2" },
};

static const Choice balance_choices[] = {
  { "agreement", "a1/a1/A1/a2" },
  { "credit-name", "ACO/ACO/ACO/ACO/aco" },
  { "month", "2026-07/2026-08/2026-09/2026-10" },
  { "C", "10/10/10/25.5/0" },
  { "B", "50/50/50/50/24.5/100/0/-3" },
  { "status", "Active/Active/active/active/Expired/suspended" },
  { "effective", "/////2026-07-01/2026-08-15/2026-09-01/2026-10-01" },
  { "expiry", "/////2026-08-31/2026-10-15/2026-12-31" },
};

static const Choice billed_choices[] = {
  { "invoice", "G1/g1/G2/g3/X" }, /* X: see append_choice() */
  { "pricing-currency", "USD/USD/eur/GBP" },
  { "subscription-id", "//s1/S1" },
  { "product", "/p1/P1/p2" },
  { "sku", "//k1" },
  { "rate", "//0.9" },
  { "price", "//2/-2/2/2/1.25/0.333" },
  { "quantity", "//1/-1/1/3" },
};

static const Choice invoice_choices[] = {
  { "order", "//2026-10-01" },
  { "month", "2026-08/2026-09/2026-10/2026-10" },
  { "end", "//////2026-11-05" },
  { "subtotal", "0/2/-2/6/-6/1.25/-1.25/0.99/5.005/100" },
  { "tax", "//0.38" },
  { "total", "////2.38" },
  { "type", "new/new/customerCredit/customerCredit" },
  { "reason", "////Azure Credit Offer/Azure Credit Offer/azure credit/GoodWill/goodwill" },
  { "subscription", "Azure plan/Azure plan/Azure plan/X" },
  { "meter", "///D2" },
  { "publisher", "Microsoft/Microsoft/Microsoft/Red Hat" },
  { "reservation", "/////r1" },
  { "adjustment", "///15% Partner earned credit/3.75% Partner earned credit" },
};

static const Choice usage_choices[] = {
  { "day", "2026-08-31/2026-09-01/2026-09-15/2026-10-15/2026-10-16" },
  { "total", "0/0/0/5/1.005/-5/0.33333" },
  { "pricing-total", "//4.5/0" },
  { "credit-type", "/Azure Credit Applied/Azure Credit Applied/Partner Earned Credit Applied" },
  { "pec", "///15/15.0/0" },
  { "percent", "////100/3.75" },
};

/* "|FIELD=VALUE" with one of its values; X stands for a cell that is given and empty. */
static void
append_choice (GString *text, GRand *random, const Choice *choice)
{
  g_auto (GStrv) values = g_strsplit (choice->values, "/", -1);
  const char *value = values[g_rand_int_range (random, 0, (gint32) g_strv_length (values))];

  if (g_str_equal (value, "X"))
    g_string_append_printf (text, "|%s=", choice->field);
  else if (value[0] != '\0')
    g_string_append_printf (text, "|%s=%s", choice->field, value);
}

static void
append_choices (GString *text, GRand *random, const Choice *choices, gsize count)
{
  for (gsize i = 0; i < count; i++)
    append_choice (text, random, &choices[i]);
}

static char *
random_fields (GRand *random, RowKind kind)
{
  GString *text = g_string_new (NULL);

  append_choices (text, random, shared_choices, G_N_ELEMENTS (shared_choices));
  if (kind == ROW_BALANCE)
    append_choices (text, random, balance_choices, G_N_ELEMENTS (balance_choices));
  else
    append_choices (text, random, billed_choices, G_N_ELEMENTS (billed_choices));
  if (kind == ROW_INVOICE)
    append_choices (text, random, invoice_choices, G_N_ELEMENTS (invoice_choices));
  else if (kind == ROW_USAGE)
    append_choices (text, random, usage_choices, G_N_ELEMENTS (usage_choices));
  return g_string_free (text, FALSE);
}

static void
row_clear (gpointer data)
{
  g_free (((BookRow *) data)->text);
}

static void
append_random_row (GArray *rows, GRand *random, guint32 file, FileKind file_kind, guint64 line)
{
  BookRow row = { .kind = (RowKind) file_kind, .file_kind = file_kind };
  const Position at = { .file = file, .line = line };

  if (g_rand_int_range (random, 0, 100) == 0)
    row.kind = ROW_REJECTED;
  row.text = random_fields (random, row.kind);
  if (row.kind == ROW_BALANCE)
    {
      row.record.balance = build_balance_row (row.text);
      row.record.balance.at = at;
    }
  else if (row.kind == ROW_INVOICE)
    {
      row.record.invoice = build_invoice_line (row.text);
      row.record.invoice.at = at;
    }
  else if (row.kind == ROW_USAGE)
    {
      row.record.usage = build_usage_row (row.text);
      row.record.usage.at = at;
    }
  else
    row.record.rejected = at;
  g_array_append_val (rows, row);
}

/* The rows of a few files, in reading order; more often than not one file of each kind. */
static GArray *
random_rows (GRand *random)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (BookRow));
  const guint32 file_count = (guint32) g_rand_int_range (random, 2, 5);
  const guint32 start = g_rand_int (random) % 3;

  g_array_set_clear_func (rows, row_clear);
  for (guint32 file = 0; file < file_count; file++)
    {
      static const FileKind kinds[] = { KIND_ACO_BALANCE, KIND_INVOICE, KIND_DAILY_USAGE };
      const FileKind kind = kinds[(start + file) % G_N_ELEMENTS (kinds)];
      const guint64 row_count = (guint64) g_rand_int_range (random, 0, 40);

      for (guint64 line = 2; line < row_count + 2; line++)
        append_random_row (rows, random, file, kind, line);
    }
  return rows;
}

static Position
position_of (const BookRow *row)
{
  switch (row->kind)
    {
    case ROW_BALANCE:
      return row->record.balance.at;
    case ROW_INVOICE:
      return row->record.invoice.at;
    case ROW_USAGE:
      return row->record.usage.at;
    case ROW_REJECTED:
      return row->record.rejected;
    default:
      g_assert_not_reached ();
    }
}

static void
add_row (Books *books, const BookRow *row)
{
  const Position at = position_of (row);
  g_autofree char *name = g_strdup_printf ("%u.csv", at.file);
  InputTally *input = input_book_file (books->inputs, at.file, name, row->file_kind);

  if (row->kind == ROW_BALANCE)
    books_add_balance (books, input, &row->record.balance);
  else if (row->kind == ROW_INVOICE)
    books_add_invoice_line (books, input, &row->record.invoice);
  else if (row->kind == ROW_USAGE)
    books_add_usage (books, input, &row->record.usage);
  else
    input_book_tally_add_rejected (input, at, "bad cell");
}

static Books *
books_of_rows (const HashKey *key, const GArray *rows, guint from, guint to)
{
  Books *books = books_new (key);

  for (guint i = from; i < to; i++)
    add_row (books, &g_array_index (rows, BookRow, i));
  return books;
}

/* The books of up to twelve parts, some of them empty. */
static GPtrArray *
random_parts (GRand *random, const HashKey *key, const GArray *rows)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) books_free);
  const guint cut_count = (guint) g_rand_int_range (random, 0, 12);
  g_autoptr (GArray) cuts = g_array_new (TRUE, TRUE, sizeof (guint8));
  guint from = 0;

  g_array_set_size (cuts, rows->len + 1);
  for (guint i = 0; i < cut_count; i++)
    g_array_index (cuts, guint8, (guint) g_rand_int_range (random, 0, (gint32) rows->len + 1))++;
  for (guint to = 0; to <= rows->len; to++)
    for (guint8 i = 0; i < g_array_index (cuts, guint8, to); i++, from = to)
      g_ptr_array_add (parts, books_of_rows (key, rows, from, to));
  g_ptr_array_add (parts, books_of_rows (key, rows, from, rows->len));
  return parts;
}

typedef enum
{
  LEFT_FOLD,  /* the first two, then the next into them */
  RIGHT_FOLD, /* the last two, then these into the one before */
  RANDOM_TREE,
  ASSOCIATION_COUNT
} Association;

static const char *const association_names[] = { "from the left", "from the right", "as a tree" };

/* Merges neighbours until one part is left. */
static void
merge_parts (GRand *random, GPtrArray *parts, Association association)
{
  while (parts->len > 1)
    {
      guint at = 0;

      if (association == RIGHT_FOLD)
        at = parts->len - 2;
      else if (association == RANDOM_TREE)
        at = (guint) g_rand_int_range (random, 0, (gint32) parts->len - 1);
      books_merge (g_ptr_array_index (parts, at), g_ptr_array_index (parts, at + 1));
      g_ptr_array_remove_index (parts, at + 1);
    }
}

static ReckonPlan
random_rules (GRand *random)
{
  ReckonPlan plan = reckon_plan_default ();

  if (g_rand_int_range (random, 0, 3) == 0)
    plan.month = calendar_month (2026, 7 + g_rand_int_range (random, 0, 4));
  if (g_rand_int_range (random, 0, 3) == 0)
    plan.as_of = calendar_day (2026, 7 + g_rand_int_range (random, 0, 4), 20);
  if (g_rand_int_range (random, 0, 3) == 0)
    plan.tolerance = decimal_from_int (g_rand_int_range (random, 0, 2) * 5);
  return plan;
}

static const HashKey keys[]
    = { { 1, 2 }, { G_GUINT64_CONSTANT (0xfedcba9876543210), G_GUINT64_CONSTANT (0x0123456789) } };

#define SEED 20261031
#define ROUNDS 250

static GRand *
random_of_round (guint round)
{
  return g_rand_new_with_seed (SEED + round);
}

static void
assert_same_in_round (guint round, const char *whole, const char *merged, const char *how)
{
  g_autofree char *label = g_strdup_printf ("seed %d + %u, merged %s", SEED, round, how);

  assert_same (whole, merged, label);
}

static void
check_round (guint round)
{
  g_autoptr (GRand) random = random_of_round (round);
  g_autoptr (GArray) rows = random_rows (random);
  const ReckonPlan plan = random_rules (random);
  g_autoptr (Books) books = books_of_rows (&keys[0], rows, 0, rows->len);
  g_autofree char *whole = print_books (books, &plan);

  for (Association association = 0; association < ASSOCIATION_COUNT; association++)
    {
      const HashKey *key = &keys[(round + association) % G_N_ELEMENTS (keys)];
      g_autoptr (GPtrArray) parts = random_parts (random, key, rows);

      merge_parts (random, parts, association);
      g_autofree char *merged = print_books (g_ptr_array_index (parts, 0), &plan);
      assert_same_in_round (round, whole, merged, association_names[association]);
    }
}

START_TEST (however_the_rows_are_cut_and_merged_the_report_is_the_same)
{
  for (guint round = 0; round < ROUNDS; round++)
    check_round (round);
}
END_TEST

/* Two books take turns; the second is filled, merged, filled again. */
START_TEST (books_can_be_used_again_and_again)
{
  for (guint round = 0; round < ROUNDS / 5; round++)
    {
      g_autoptr (GRand) random = random_of_round (round);
      g_autoptr (GArray) rows = random_rows (random);
      const ReckonPlan plan = random_rules (random);
      g_autoptr (Books) all = books_of_rows (&keys[0], rows, 0, rows->len);
      g_autoptr (Books) books = books_new (&keys[1]);
      g_autoptr (Books) later = books_new (&keys[1]);
      g_autofree char *whole = print_books (all, &plan);
      Books *in_turn = books;

      for (guint i = 0; i < rows->len; i++)
        {
          const gboolean turn = g_rand_int_range (random, 0, 5) == 0;

          add_row (in_turn, &g_array_index (rows, BookRow, i));
          if (turn && in_turn == later)
            books_merge (books, later);
          if (turn)
            in_turn = in_turn == later ? books : later;
        }
      books_merge (books, later);
      g_autofree char *merged = print_books (books, &plan);
      assert_same_in_round (round, whole, merged, "again and again");
    }
}
END_TEST

static gboolean
has_finding (const char *report, FindingCode code)
{
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", finding_info (code)->code);

  return strstr (report, quoted) != NULL;
}

static const char *const joining_words[] = {
  "such a charge without a credit stands on invoice",
  "it takes back the credit on",
  "a likely renewal",
  "rows of 2 partners were read",
};

/* Or the comparison of reports would prove little. */
START_TEST (the_random_rows_raise_findings_of_many_kinds)
{
  guint count = 0;
  g_autoptr (GString) reports = g_string_new (NULL);
  g_autoptr (GString) missing = g_string_new (NULL);

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GRand) random = random_of_round (round);
      g_autoptr (GArray) rows = random_rows (random);
      const ReckonPlan plan = random_rules (random);
      g_autoptr (Books) books = books_of_rows (&keys[0], rows, 0, rows->len);
      g_autofree char *text = print_books (books, &plan);

      g_string_append (reports, text);
    }
  for (FindingCode code = 0; code < FINDING_CODE_COUNT; code++)
    if (has_finding (reports->str, code))
      count++;
    else
      g_string_append_printf (missing, " %s", finding_info (code)->code);
  for (guint i = 0; i < G_N_ELEMENTS (joining_words); i++)
    ck_assert_msg (strstr (reports->str, joining_words[i]) != NULL, "nowhere \"%s\"",
                   joining_words[i]);
  ck_assert_msg (count >= 36, "only %u kinds of findings, without%s", count, missing->str);
}
END_TEST

/* Statements ask for names and invoices while they are made. */
START_TEST (what_was_reckoned_can_be_forgotten_but_not_names_and_invoices)
{
  g_autoptr (Books) books = build_books ();

  BUILD_ROWS (books, "balance: customer=c1 | name=Contoso", "invoice: customer=c2 | invoice=G1",
              "usage: customer=c3");
  books_forget_reckoned (books);
  ck_assert_ptr_null (books->credits);
  ck_assert_ptr_null (books->usage);
  ck_assert_ptr_null (books->products);
  ck_assert_ptr_null (books->partners);
  ck_assert_str_eq (name_book_lookup (books->names, "c1"), "Contoso");
  g_autoptr (GPtrArray) invoices = charge_book_invoices (books->charges);
  ck_assert_uint_eq (invoices->len, 1);
}
END_TEST

START_TEST (whoever_has_a_row_of_any_kind_is_a_customer)
{
  g_autoptr (Books) books = build_books ();

  BUILD_ROWS (books, "balance: customer=c1", "invoice: customer=c2 | invoice=G1",
              "usage: customer=c3");
  ck_assert (books_has_customer (books, "c1"));
  ck_assert (books_has_customer (books, "c2"));
  ck_assert (books_has_customer (books, "c3"));
  ck_assert (!books_has_customer (books, "c4"));
}
END_TEST

/* A run of cells that comes again after another one of its customer: its name is the last again. */
START_TEST (the_last_name_counts_however_rows_are_remembered)
{
  g_autoptr (Books) books = books_new (&keys[0]);
  InputTally *input = input_book_file (books->inputs, 0, "f.csv", KIND_INVOICE);
  RunNotes runs[2] = { { 0 } };
  static const char *const names[] = { "Contoso", "Contoso Ltd" };
  static const guint order[] = { 0, 0, 1, 1, 0, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      InvoiceLine line = build_invoice_line ("customer=c1|invoice=g1|subtotal=1|total=1");

      line.customer_name = slice_of (names[order[i]]);
      line.notes.customer = &runs[order[i]];
      books_add_invoice_line (books, input, &line);
      ck_assert_str_eq (name_book_lookup (books->names, "c1"), names[order[i]]);
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("books");
  TCase *rows = tcase_create ("rows");
  TCase *merge = tcase_create ("merge");
  TCase *random = tcase_create ("random");

  tcase_add_test (rows, a_balance_row_goes_into_credits_names_and_the_months_of_its_file);
  tcase_add_test (rows, an_invoice_line_goes_into_charges_and_the_invoices_of_its_file);
  tcase_add_test (rows, a_usage_row_goes_into_usage_and_the_invoices_of_its_file);
  tcase_add_test (rows, estimates_are_counted_lend_their_name_and_nothing_else);
  tcase_add_test (rows, what_was_reckoned_can_be_forgotten_but_not_names_and_invoices);
  tcase_add_test (rows, the_last_name_counts_however_rows_are_remembered);
  tcase_add_test (rows, whoever_has_a_row_of_any_kind_is_a_customer);
  tcase_add_test (merge, books_that_were_merged_print_like_new_ones);
  tcase_add_test (merge, books_that_were_merged_know_no_names_any_more);
  tcase_add_test (merge, books_that_are_used_again_bring_back_no_older_name);
  tcase_add_test (random, however_the_rows_are_cut_and_merged_the_report_is_the_same);
  tcase_add_test (random, books_can_be_used_again_and_again);
  tcase_add_test (random, the_random_rows_raise_findings_of_many_kinds);
  suite_add_tcase (suite, rows);
  suite_add_tcase (suite, merge);
  suite_add_tcase (suite, random);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <json.h>

#include "base/recon-error.h"
#include "core/mca/apply-reckon.h"
#include "core/mca/mca-reckon.h"
#include "fuzz-mutate.h"
#include "fuzz-stream.h"
#include "input/mca/mca-reader.h"
#include "output/table/report-json.h"

/*
 * Saved REST responses: how the bytes arrive makes no difference; what the reader takes is JSON to
 * json-c too; what is refused names the file, a line and a column. Every page that is read can be
 * reckoned, twice over, and applied, and what comes out is JSON again.
 *
 * Choices: the options; the rest are lengths of reads.
 */

FUZZ_MUTATES (fuzz_mutate_json)

typedef struct
{
  Slice bytes;
  McaPlan plan;
  gboolean all_sponsorship;
} Case;

static gboolean
is_json (Slice text)
{
  struct json_tokener *tokener = json_tokener_new_ex (64);
  g_autofree char *ended = g_strdup_printf ("%.*s ", (int) text.length, text.text);

  json_tokener_set_flags (tokener, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
  struct json_object *object = json_tokener_parse_ex (tokener, ended, (int) strlen (ended));
  const gboolean sound = json_tokener_get_error (tokener) == json_tokener_success;
  json_object_put (object);
  json_tokener_free (tokener);
  return sound;
}

static void
check_message (const GError *error)
{
  const char *end = error->message + 2;

  REQUIRE (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
  REQUIRE (g_str_has_prefix (error->message, "f:"));
  REQUIRE (g_utf8_validate (error->message, -1, NULL));
  while (g_ascii_isdigit (*end))
    end++;
  REQUIRE (end > error->message + 2 && *end == ':');
}

/* One file into @book, as @name. FALSE: refused, with the message in *message. */
static gboolean
read_page (const Case *this, Slice pieces, const char *digest, McaBook *book, char **message)
{
  FuzzStream stream = { .bytes = this->bytes, .pieces = pieces };
  const McaContent content = { .name = "f", .read = fuzz_stream_read, .stream = &stream };
  g_autoptr (McaBook) part = mca_book_new ();
  g_autoptr (GError) error = NULL;
  McaPage page;

  if (!mca_reader_read (&content, part, &page, &error))
    {
      check_message (error);
      *message = g_strdup (error->message);
      return FALSE;
    }
  page.sha256 = mca_book_text (part, slice_of (digest));
  g_array_append_val (part->pages, page);
  mca_book_take (book, g_steal_pointer (&part));
  *message = NULL;
  return TRUE;
}

static char *
print_report (const Report *report)
{
  GString *text = g_string_new (NULL);
  g_autoptr (Sink) sink = sink_new_string (text);

  report_json_write (report, 0, sink);
  REQUIRE (sink_flush (sink, NULL));
  REQUIRE (is_json ((Slice){ text->str, text->len }));
  return g_string_free (text, FALSE);
}

/* What each of two copies of the page says, as another file each: everything comes again. */
static char *
reckon_page (const Case *this, Slice pieces)
{
  g_autoptr (McaBook) book = mca_book_new ();
  char *message;

  if (!read_page (this, pieces, "1", book, &message))
    return message;
  REQUIRE (read_page (this, pieces, "2", book, &message));
  g_autoptr (Report) report = mca_reckon (book, &this->plan);
  return print_report (report);
}

static void
apply_lots (const Case *this)
{
  g_autoptr (McaBook) book = mca_book_new ();
  g_autoptr (ApplyCharges) charges = apply_charges_new (book);
  g_autoptr (ApplyPayments) payments = NULL;
  const ApplyCharge charge = { .date = calendar_day (2026, 2, 3),
                               .currency = "USD",
                               .amount = decimal_from_int (100),
                               .file = "c" };
  const CreditProduct product = { 0 };
  char *message;

  if (!read_page (this, slice_of (""), "1", book, &message))
    {
      g_free (message);
      return;
    }
  apply_charges_add (charges, &charge, &product);
  g_autoptr (Report) report = apply_reckon (charges, &this->plan, this->all_sponsorship, &payments);
  const ApplyChargeRow *row = report_row (report, APPLY_TABLE_CHARGES, 0);
  REQUIRE (decimal_equal (decimal_add (row->credit, row->due), charge.amount));
  REQUIRE (decimal_sign (row->credit) >= 0 && decimal_sign (row->due) >= 0);
  g_autofree char *text = print_report (report);
  REQUIRE (*text == '{');
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  Case this = { .plan = { .expiring_days = 60, .tolerance = decimal_from_scaled (1, 2) } };
  Choices choices = take_choices (data, size, &this.bytes);

  this.plan.same_snapshot = choose (&choices, 2) == 1;
  this.plan.is_one_profile = choose (&choices, 2) == 1;
  this.plan.as_of = choose (&choices, 2) == 1 ? calendar_day (2026, 3, 31) : DAY_NONE;
  this.all_sponsorship = choose (&choices, 2) == 1;
  g_autofree char *whole = reckon_page (&this, slice_of (""));
  g_autofree char *pieces = reckon_page (&this, (Slice){ choices.at, choices.left });
  g_autofree char *bytes = reckon_page (&this, slice_of ("0"));
  REQUIRE (strcmp (whole, pieces) == 0 && strcmp (whole, bytes) == 0);
  if (*whole == '{' && memchr (this.bytes.text, '\0', this.bytes.length) == NULL
      && !g_str_has_prefix (this.bytes.text, "\xef\xbb\xbf"))
    REQUIRE (is_json (this.bytes));
  apply_lots (&this);
  return 0;
}

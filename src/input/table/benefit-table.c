/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/table/benefit-table.h"

#include <string.h>

#include "base/recon-error.h"

#define NAMES(...) ((const char *const[]){ __VA_ARGS__, NULL })

enum
{
  NAME,
  SOURCE,
  QUANTITY,
  STATUS,
  ACTIVATE_BY,
  KIND,
  AMOUNT,
  CURRENCY,
  ID,
  ACTIVATED,
  START,
  END,
  REVOKED,
  REASSIGNMENTS,
  USER,
  EXPERIENCE
};

static const TableColumn benefit_columns[] = {
  [NAME] = { "benefit", NAMES ("Benefit Name", "Name"), TRUE, FALSE },
  [SOURCE] = { "source", NAMES ("Source", "Program"), FALSE, FALSE },
  [QUANTITY] = { "quantity", NAMES ("Quantity"), FALSE, FALSE },
  [STATUS] = { "status", NAMES ("Status"), TRUE, FALSE },
  [ACTIVATE_BY] = { "activate-by", NAMES ("Activate By"), FALSE, FALSE },
  [KIND] = { "kind", NAMES ("Kind", "Type", "CreditType"), TRUE, FALSE },
  [AMOUNT] = { "amount", NAMES ("Amount", "CreditAmount"), TRUE, FALSE },
  [CURRENCY] = { "currency", NAMES ("Currency", "CurrencyCode"), TRUE, FALSE },
  [ID] = { "id", NAMES ("BenefitId", "Id"), FALSE, FALSE },
  [ACTIVATED] = { "activated", NAMES ("Activated", "ActivationDate", "RedeemedOn"), FALSE, FALSE },
  [START] = { "start", NAMES ("Start", "StartDate"), FALSE, FALSE },
  [END] = { "end", NAMES ("End", "EndDate", "ExpiryDate"), FALSE, FALSE },
  [REVOKED] = { "revoked", NAMES ("Revoked", "RevokedOn", "CancelledOn"), FALSE, FALSE },
  [REASSIGNMENTS] = { "reassignments", NAMES ("Reassignments", "ReassignmentsUsed"), FALSE, FALSE },
  [USER] = { "user", NAMES ("User", "AssignedUser", "AssignedTo"), FALSE, FALSE },
  [EXPERIENCE] = { "experience", NAMES ("Experience"), FALSE, FALSE },
};

enum
{
  USE_BENEFIT,
  USE_MONTH,
  USE_USED,
  USE_CURRENCY
};

static const TableColumn use_columns[] = {
  [USE_BENEFIT]
  = { "benefit", NAMES ("BenefitId", "Id", "Benefit Name", "Name", "Benefit"), TRUE, FALSE },
  [USE_MONTH] = { "month", NAMES ("Month", "UsageMonth"), TRUE, FALSE },
  [USE_USED] = { "used", NAMES ("Used", "UsedAmount", "Amount"), TRUE, FALSE },
  [USE_CURRENCY] = { "currency", NAMES ("Currency", "CurrencyCode"), FALSE, FALSE },
};

enum
{
  PROFILE_NAME,
  PROFILE_ID,
  PROFILE_TYPE,
  PROFILE_ACCOUNT,
  PROFILE_OFFER,
  PROFILE_PAYMENT,
  PROFILE_ACCESS
};

static const TableColumn profile_columns[] = {
  [PROFILE_NAME]
  = { "profile", NAMES ("BillingProfile", "BillingProfileName", "DisplayName", "Name"), TRUE,
      FALSE },
  [PROFILE_ID] = { "profile-id", NAMES ("BillingProfileId", "Id"), FALSE, FALSE },
  [PROFILE_TYPE] = { "type", NAMES ("Type", "AccountType", "AgreementType"), TRUE, FALSE },
  [PROFILE_ACCOUNT] = { "account", NAMES ("BillingAccount", "BillingAccountId"), TRUE, FALSE },
  [PROFILE_OFFER] = { "active-offer", NAMES ("ActiveOffer", "ActiveCreditsOffer"), FALSE, FALSE },
  [PROFILE_PAYMENT] = { "payment", NAMES ("PaymentInstrument", "PaymentMethod"), TRUE, FALSE },
  [PROFILE_ACCESS] = { "access", NAMES ("Access", "Role"), TRUE, FALSE },
};

const TableForm *
benefit_table_form (BenefitFileKind kind)
{
  static const TableForm forms[] = {
    [BENEFIT_FILE_BENEFITS]
    = { "a file of benefits", benefit_columns, G_N_ELEMENTS (benefit_columns) },
    [BENEFIT_FILE_USE] = { "a file of use per month", use_columns, G_N_ELEMENTS (use_columns) },
    [BENEFIT_FILE_PROFILES]
    = { "a file of billing profiles", profile_columns, G_N_ELEMENTS (profile_columns) },
  };

  return &forms[kind];
}

typedef struct
{
  BenefitBook *book;
  const char *file;
  guint64 rows;
  GError *failure; /* what no single cell is wrong with */
} BenefitReading;

/* One of @count words, each of which means values[i]. */
static int
take_word (TableRow *row, guint column, const char *const *words, gsize count, const char *expected)
{
  const Slice text = table_reader_text (row, column);

  for (gsize i = 0; i < count; i++)
    if (slice_equals_folded (text, words[i]))
      return (int) i;
  table_reader_refuse (row, column, expected);
  return 0;
}

static BenefitKind
take_kind (TableRow *row)
{
  static const char *const words[] = { "monthly", "bulk", "yearly", "annual" };

  return take_word (row, KIND, words, G_N_ELEMENTS (words), "monthly or bulk") == 0
             ? BENEFIT_MONTHLY
             : BENEFIT_BULK;
}

static BenefitExperience
take_experience (TableRow *row)
{
  static const char *const words[] = { "legacy", "", "modernised", "modernized", "deposit" };

  return take_word (row, EXPERIENCE, words, G_N_ELEMENTS (words), "legacy or modernised") <= 1
             ? BENEFIT_LEGACY
             : BENEFIT_MODERNISED;
}

/* The id, or name and source. */
static const char *
take_id (BenefitReading *self, TableRow *row, const Benefit *benefit)
{
  const char *id = benefit_book_text_lower (self->book, table_reader_text (row, ID));

  if (id != NULL || benefit->name == NULL)
    return id;
  g_autofree char *made
      = g_strconcat (benefit->name, "/", benefit->source != NULL ? benefit->source : "", NULL);
  return benefit_book_text_lower (self->book, slice_of (made));
}

static void
add_benefit (BenefitReading *self, const Benefit *benefit)
{
  const Benefit *earlier;

  if (self->failure == NULL && !benefit_book_add (self->book, benefit, &earlier))
    g_set_error (&self->failure, RECON_ERROR, RECON_ERROR_INPUT,
                 "%s:%" G_GUINT64_FORMAT ": found a benefit that %s:%" G_GUINT64_FORMAT
                 " has already, expected each id once",
                 self->file, benefit->line, earlier->file, earlier->line);
}

static void
take_benefit (TableRow *row, gpointer data)
{
  BenefitReading *self = data;
  BenefitBook *book = self->book;
  Benefit benefit = { .name = benefit_book_text (book, table_reader_name (row, NAME)),
                      .source = benefit_book_text (book, table_reader_text (row, SOURCE)),
                      .quantity = benefit_book_text (book, table_reader_text (row, QUANTITY)),
                      .status = benefit_book_text_lower (book, table_reader_text (row, STATUS)),
                      .activate_by = table_reader_day (row, ACTIVATE_BY),
                      .kind = take_kind (row),
                      .amount = table_reader_amount (row, AMOUNT),
                      .currency = benefit_book_text_upper (book, table_reader_text (row, CURRENCY)),
                      .activated = table_reader_day (row, ACTIVATED),
                      .start = table_reader_day (row, START),
                      .end = table_reader_day (row, END),
                      .revoked = table_reader_day (row, REVOKED),
                      .reassignments = table_reader_count (row, REASSIGNMENTS),
                      .user = benefit_book_text (book, table_reader_text (row, USER)),
                      .experience = take_experience (row),
                      .file = self->file,
                      .line = table_reader_line (row) };

  benefit.id = take_id (self, row, &benefit);
  self->rows++;
  if (table_reader_is_good (row))
    add_benefit (self, &benefit);
}

static void
take_use (TableRow *row, gpointer data)
{
  BenefitReading *self = data;
  BenefitBook *book = self->book;
  const BenefitUse use
      = { .benefit = benefit_book_text (book, table_reader_name (row, USE_BENEFIT)),
          .month = table_reader_month (row, USE_MONTH),
          .used = table_reader_amount (row, USE_USED),
          .currency = benefit_book_text_upper (book, table_reader_text (row, USE_CURRENCY)),
          .file = self->file,
          .line = table_reader_line (row) };

  self->rows++;
  if (table_reader_is_good (row))
    g_array_append_val (book->uses, use);
}

/* The last segment of a path; all of what is none. */
static Slice
last_segment (Slice text)
{
  const char *slash = text.length > 0 ? memrchr (text.text, '/', text.length) : NULL;
  const gsize before = slash != NULL ? (gsize) (slash + 1 - text.text) : 0;

  return (Slice){ text.text + before, text.length - before };
}

static void
take_profile (TableRow *row, gpointer data)
{
  BenefitReading *self = data;
  BenefitBook *book = self->book;
  const BenefitProfile profile
      = { .profile = benefit_book_text (book, table_reader_name (row, PROFILE_NAME)),
          .id = benefit_book_text_lower (book, last_segment (table_reader_text (row, PROFILE_ID))),
          .type = benefit_book_text (book, table_reader_text (row, PROFILE_TYPE)),
          .account_id
          = benefit_book_text_lower (book, last_segment (table_reader_text (row, PROFILE_ACCOUNT))),
          .offer = benefit_book_text (book, table_reader_text (row, PROFILE_OFFER)),
          .has_payment = table_reader_flag (row, PROFILE_PAYMENT),
          .access = benefit_book_text (book, table_reader_text (row, PROFILE_ACCESS)),
          .file = self->file,
          .line = table_reader_line (row) };

  self->rows++;
  if (table_reader_is_good (row))
    g_array_append_val (book->profiles, profile);
}

gboolean
benefit_table_read (const TableContent *content, BenefitFileKind kind, const TableFormat *format,
                    BenefitBook *book, guint64 *rows, GError **error)
{
  static const TableRowFunc takes[] = { [BENEFIT_FILE_BENEFITS] = take_benefit,
                                        [BENEFIT_FILE_USE] = take_use,
                                        [BENEFIT_FILE_PROFILES] = take_profile };
  BenefitReading self
      = { .book = book, .file = benefit_book_text (book, slice_of (content->name)) };

  if (!table_reader_read (content, benefit_table_form (kind), format, takes[kind], &self, error))
    {
      g_clear_error (&self.failure);
      return FALSE;
    }
  *rows = self.rows;
  if (self.failure != NULL)
    g_propagate_error (error, self.failure);
  return self.failure == NULL;
}

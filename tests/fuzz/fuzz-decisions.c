/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/recon-error.h"
#include "fuzz-mutate.h"
#include "fuzz-place.h"
#include "input/decision-file.h"

/*
 * A table of findings in which somebody decided: rows come in their order, each with one of the
 * four words, and the file is refused at the first that is not taken, with its line.
 *
 * Choices: the separator; decimal mark; order of dates; which row is not taken.
 */

FUZZ_MUTATES (fuzz_mutate_csv)

typedef struct
{
  guint64 line;
  guint rows;
  guint refused; /* the row that is not taken; 0: all are */
} Judge;

static DecisionVerdict
judge (const Decision *decision, gpointer data)
{
  static const char *const words[] = { "accepted", "expected", "corrected", "disputed" };
  Judge *self = data;
  guint known = 0;

  REQUIRE (decision->line > self->line);
  REQUIRE (self->refused == 0 || self->rows < self->refused);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    known += strcmp (words[i], decision->resolution) == 0;
  REQUIRE (known == 1);
  REQUIRE (decision->id != NULL && decision->note != NULL && decision->customer_id != NULL);
  self->line = decision->line;
  self->rows++;
  return self->rows == self->refused ? DECISION_UNKNOWN_ID : DECISION_TAKEN;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  static const char separators[] = { ',', ';', '\t' };
  Slice rest;
  Choices choices = take_choices (data, size, &rest);
  g_autoptr (GError) error = NULL;
  Judge self = { 0 };
  TableFormat format = { 0 };

  format.separator = separators[choose (&choices, G_N_ELEMENTS (separators))];
  format.decimal_mark = choose (&choices, 2) == 0 ? DECIMAL_POINT : DECIMAL_COMMA;
  format.date_order = choose (&choices, 2) == 0 ? DATE_MONTH_FIRST : DATE_DAY_FIRST;
  self.refused = choose (&choices, 8);
  const char *path = fuzz_place_put (0, "findings.csv", rest);
  const gboolean taken = decision_file_read (path, &format, judge, &self, &error);
  REQUIRE (taken == (error == NULL));
  REQUIRE (error == NULL || g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
  REQUIRE (error == NULL || g_str_has_prefix (error->message, path));
  REQUIRE (!taken || self.refused == 0 || self.rows < self.refused);
  return 0;
}

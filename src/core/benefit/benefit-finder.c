/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/benefit/benefit-finder.h"

BenefitFindingRow
benefit_finder_on (FindingCode code, const Benefit *benefit)
{
  return (BenefitFindingRow){ .code = code,
                              .benefit_id = benefit->id,
                              .benefit = benefit->name,
                              .currency = benefit->currency,
                              .file = benefit->file,
                              .line = benefit->line };
}

void
benefit_finder_add (const BenefitFinder *self, BenefitFindingRow row,
                    const LanguageSentence *message)
{
  g_autofree char *text = language_sentence_say (message, NULL);
  g_autofree char *said
      = self->language != NULL ? language_sentence_say (message, self->language) : NULL;

  row.severity = finding_info (row.code)->severity;
  row.message = report_text (self->report, text);
  row.said = report_text (self->report, said);
  report_append (self->report, self->table, &row);
}

void
benefit_finder_add_files (const BenefitFinder *self, const BenefitBook *book)
{
  for (guint i = 0; i < book->files->len; i++)
    {
      const BenefitFile *file = &g_array_index (book->files, BenefitFile, i);
      const BenefitFindingRow row = { .code = FINDING_DUPLICATE_FILE, .file = file->file };

      if (file->duplicate_of != NULL)
        benefit_finder_add (self, row,
                            &LANGUAGE_SENTENCE (N_ ("the same content as %s; it was read once"),
                                                language_sentence_name (file->duplicate_of)));
    }
  for (guint i = 0; i < book->ignored->len; i++)
    {
      const BenefitFindingRow row
          = { .code = FINDING_FILE_IGNORED, .file = g_ptr_array_index (book->ignored, i) };

      benefit_finder_add (
          self, row,
          &LANGUAGE_SENTENCE (N_ ("left out, its name does not end like a file that is read")));
    }
}

void
benefit_finder_add_inputs (const BenefitFinder *self, guint table, const BenefitBook *book)
{
  for (guint i = 0; i < book->files->len; i++)
    {
      const BenefitFile *file = &g_array_index (book->files, BenefitFile, i);
      const BenefitInputRow row = { .file = file->file,
                                    .kind = benefit_rows_file_kind (file->kind),
                                    .rows = file->rows,
                                    .sha256 = file->sha256 };

      report_append (self->report, table, &row);
    }
}

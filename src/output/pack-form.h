/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_PACK_FORM_H
#define OUTPUT_PACK_FORM_H

#include "core/answer/history-course.h"
#include "core/record/rejects.h"
#include "core/report/report.h"
#include "output/output-set.h"
#include "output/text/text-style.h"
#include "output/write-plan.h"

/**
 * PackForm: the forms that reports of one schema have: as text, as JSON, as tables, and the folder
 * that holds them all. The one mechanism for every schema; what differs stands in a PackForm.
 */
typedef struct PackForm PackForm;

/** What a pack is made from; borrowed. */
typedef struct
{
  const Report *report;
  const Rejects *rejects; /* NULL: reports of this schema have none */
  const WritePlan *plan;
  int exit_status;          /* how the run ends, unless this cannot be written */
  const Report *correction; /* what its journal corrects, all on that day; NULL: nothing */
  Day correction_day;
  const HistoryCourse *course; /* of a history; NULL: this report is of none */
} PackContent;

/**
 * Told before something is written: "report.json". @done of @total rows are written, each once for
 * every file that it stands in; 0 of 0: nobody knows.
 */
typedef void (*PackProgressFunc) (const char *what, guint64 done, guint64 total, gpointer data);

typedef struct
{
  const char *name; /* NULL: that of the table */
  const char *told; /* what is told while it is written; NULL: nothing */
  guint which;      /* of several of its kind: a table of the schema, a JournalFormat */
  gboolean (*wanted) (const PackContent *content, guint which); /* NULL: always */
  void (*write) (const PackForm *form, const PackContent *content, guint which, Sink *sink);
} PackFile;

/** Static. */
struct PackForm
{
  PackKind kind; /* with pack_form_is_name() and pack_form_is_ours() */
  const ReportSchema *(*schema) (void);
  const char *json; /* the file by which an earlier pack is known */
  guint csv;        /* the table that --format csv prints */
  void (*render_text) (const Report *report, const TextStyle *style, GString *out);
  const PackFile *files; /* in the order of writing */
  gsize file_count;
  const char *other; /* one more name that may stand in it, written by somebody else; NULL: none */
};

/* Entries of files. */
#define PACK_FORM_SUMMARY \
  { \
    "summary.txt", "summary.txt", 0, NULL, pack_form_write_summary \
  }
#define PACK_FORM_JSON(name) \
  { \
    name, name, 0, NULL, pack_form_write_json \
  }
#define PACK_FORM_TABLE(table) \
  { \
    NULL, "tables", table, NULL, pack_form_write_table \
  }

/** The text report as it does not depend on a terminal. */
void pack_form_write_summary (const PackForm *self, const PackContent *content, guint which,
                              Sink *sink);
void pack_form_write_json (const PackForm *self, const PackContent *content, guint which,
                           Sink *sink);
/** The table @which of the schema as CSV. */
void pack_form_write_table (const PackForm *self, const PackContent *content, guint which,
                            Sink *sink);

/** @kind is that of a PackForm. */
gboolean pack_form_is_name (const PackKind *kind, const char *name);
/** Its JSON begins with the schema of the form, be it of another version. */
gboolean pack_form_is_ours (const PackKind *kind, int folder);

/**
 * Writes the files into @output, whose kind is self->kind. FALSE with RECON_ERROR_OUTPUT or
 * RECON_ERROR_INTERNAL; failures to write a single file may only be told by output_set_prepare().
 */
gboolean pack_form_write (const PackForm *self, const PackContent *content, OutputSet *output,
                          PackProgressFunc tell, gpointer tell_data, GError **error);

#endif

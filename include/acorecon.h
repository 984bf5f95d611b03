/* SPDX-License-Identifier: MIT */
#ifndef ACORECON_H
#define ACORECON_H

/**
 * libacorecon: what `acorecon reconcile` does, for programs (docs/library.md).
 *
 * A job has options and files; it is reckoned into a report; a report is looked at row by row, or
 * written in any of its forms.
 *
 * Errors are values: a function that can fail returns NULL or 0, and where @error is not NULL it
 * then gets an error that acorecon_error_free() frees. After success *error is NULL. No argument is
 * too wrong for an error: NULL where an object is expected is told like any other misuse.
 *
 * Texts are UTF-8 and end with a NUL; those that are returned belong to the object that they were
 * asked of and live as long, unless something else is said. Every object is freed by its own
 * function, in any order; NULL is fine.
 *
 * Nothing here is global: objects of one thread have nothing to do with those of another. One object
 * is for one thread at a time, but a report may be read by several at once.
 */

#include <stddef.h>

#if defined __GNUC__
#define ACORECON_API __attribute__ ((visibility ("default")))
#else
#define ACORECON_API
#endif

#ifdef __cplusplus
extern "C"
{
#endif

/** The version of the library, as `acorecon --version` tells it: "0.2". Static. */
ACORECON_API const char *acorecon_version (void);

/* Errors */

typedef struct AcoreconError AcoreconError;

/** The numbers are the exit statuses of the command. */
typedef enum
{
  ACORECON_ERROR_NONE = 0,
  ACORECON_ERROR_USAGE = 2,    /* wrong options or arguments */
  ACORECON_ERROR_INPUT = 3,    /* input refused */
  ACORECON_ERROR_OUTPUT = 4,   /* output cannot be written */
  ACORECON_ERROR_INTERNAL = 70 /* a fault of the library itself */
} AcoreconErrorKind;

/** ACORECON_ERROR_NONE of NULL. A later version may know more kinds. */
ACORECON_API AcoreconErrorKind acorecon_error_kind (const AcoreconError *error);
/** What the command would say, in one line: what is wrong, and what to do; "" of NULL. */
ACORECON_API const char *acorecon_error_message (const AcoreconError *error);
/**
 * Lines that the command prints before it: the first rows that were refused, "FILE:LINE: why".
 * NULL: there are no more, beginning with 0.
 */
ACORECON_API const char *acorecon_error_detail (const AcoreconError *error, size_t index);
ACORECON_API void acorecon_error_free (AcoreconError *error);

/* Jobs */

typedef struct AcoreconJob AcoreconJob;

/** Without options and files. Never NULL. */
ACORECON_API AcoreconJob *acorecon_job_new (void);
ACORECON_API void acorecon_job_free (AcoreconJob *job);

/**
 * An option by its name on the command line, without "--": ("month", "2026-10"). @value of NULL: of
 * a switch ("keep-going"). One that may stand several times is set several times. 0: there is no
 * such option, or it does not take this; the job is as it was.
 */
ACORECON_API int acorecon_job_set (AcoreconJob *job, const char *name, const char *value,
                                   AcoreconError **error);

/**
 * A file or a folder to read, when the job is reckoned; "-" is refused. Files are read in the order
 * in which they were added. 0: it is no path.
 */
ACORECON_API int acorecon_job_add_file (AcoreconJob *job, const char *path, AcoreconError **error);

/**
 * The same of @size bytes at @data, which are copied: a file of any kind that is read, packed or
 * not. Reports and errors call it @name. 0: it cannot be kept.
 */
ACORECON_API int acorecon_job_add_buffer (AcoreconJob *job, const char *name, const void *data,
                                          size_t size, AcoreconError **error);

/* Reports */

typedef struct AcoreconReport AcoreconReport;

/**
 * Reads all files and reckons. The report needs the job no more; the same job can be reckoned again,
 * and then its files are read anew. NULL: refused.
 */
ACORECON_API AcoreconReport *acorecon_job_reckon (const AcoreconJob *job, AcoreconError **error);
ACORECON_API void acorecon_report_free (AcoreconReport *report);

/** What the command would end with: 0, or 1 where a finding is as grave as "fail-on". */
ACORECON_API int acorecon_report_exit_status (const AcoreconReport *report);

/**
 * The worst of what the months of customers come to, in a word. Static; a later version may have
 * more words.
 *
 *   "unreliable"      rows were set aside or count twice: nothing else is to be believed
 *   "differs"         balance report and invoice differ, and rounding does not explain it
 *   "not-comparable"  a document is missing
 *   "rounding"        they differ by no more than rounding of lines can make
 *   "agrees"          all agree, to the cent
 *   "nothing"         there is no month of a customer; this is not agreement
 *
 * It speaks of the whole report, whatever "customer", "code" or "min" leave of it.
 */
ACORECON_API const char *acorecon_report_verdict (const AcoreconReport *report);

/**
 * Tables and columns are those of the CSV files of a pack (docs/columns.md): "tieout", "findings".
 * Both are numbered from 0; beyond the last the name is NULL and a count is 0. Programs ask by
 * names: a later version may have more of both, in between.
 */
ACORECON_API size_t acorecon_report_table_count (const AcoreconReport *report);
ACORECON_API const char *acorecon_report_table_name (const AcoreconReport *report, size_t table);
/** The number of the table of that name; acorecon_report_table_count() where there is none. */
ACORECON_API size_t acorecon_report_find_table (const AcoreconReport *report, const char *name);
ACORECON_API size_t acorecon_report_row_count (const AcoreconReport *report, size_t table);
ACORECON_API size_t acorecon_report_column_count (const AcoreconReport *report, size_t table);
ACORECON_API const char *acorecon_report_column_name (const AcoreconReport *report, size_t table,
                                                      size_t column);
/** The number of the column of that name; acorecon_report_column_count() where there is none. */
ACORECON_API size_t acorecon_report_find_column (const AcoreconReport *report, size_t table,
                                                 const char *name);

/* Rows */

typedef struct AcoreconCursor AcoreconCursor;

/** Before the first row of the table @name. It must be freed before the report. NULL: no table. */
ACORECON_API AcoreconCursor *acorecon_cursor_new (const AcoreconReport *report, const char *name,
                                                  AcoreconError **error);
ACORECON_API void acorecon_cursor_free (AcoreconCursor *cursor);
/** 1: it stands at the next row; 0: there is none. */
ACORECON_API int acorecon_cursor_next (AcoreconCursor *cursor);
/**
 * What the row says in a column, as a reader of the CSV gets it: amounts with a point and at least
 * two decimals, days as 2026-10-31, flags as true and false, a text that a spreadsheet would take
 * for a formula after an apostrophe. NULL: nothing is known there (an empty list is ""), there is no
 * such column, or the cursor stands at no row. Lives until the cursor moves.
 */
ACORECON_API const char *acorecon_cursor_cell (AcoreconCursor *cursor, size_t column);

/* Forms */

/**
 * The forms a report can be written in: the words of --format and --journal ("text", "json", "csv",
 * "focus", "hledger", "beancount", "ledger"), "html", "xlsx", "rejects", and each CSV of a pack by
 * its name ("findings.csv", "journal.csv"). From 0; NULL: no more.
 */
ACORECON_API const char *acorecon_form_name (size_t index);

/** Takes @size bytes at @bytes. 0: it cannot; the writing then ends. */
typedef int (*AcoreconWriteFunc) (void *data, const void *bytes, size_t size);

/** Gives the bytes of a form to @write, in pieces. 0: no such form, or @write has returned 0. */
ACORECON_API int acorecon_report_write (const AcoreconReport *report, const char *form,
                                        AcoreconWriteFunc write, void *data, AcoreconError **error);

/** What acorecon_report_write_file() and acorecon_report_write_pack() may be told, added up. */
typedef enum
{
  ACORECON_WRITE_FORCE = 1, /* an earlier pack may be replaced; files always are */
  ACORECON_WRITE_SHARED = 2 /* modes are what the umask leaves; else all is for the owner alone */
} AcoreconWriteFlags;

/** The same into a file, which appears or is replaced as a whole, or not at all. */
ACORECON_API int acorecon_report_write_file (const AcoreconReport *report, const char *form,
                                             const char *path, unsigned flags,
                                             AcoreconError **error);

/**
 * The pack of --output: all forms in a folder that is new or empty, or with ACORECON_WRITE_FORCE
 * holds an earlier pack. It appears as a whole, or not at all.
 */
ACORECON_API int acorecon_report_write_pack (const AcoreconReport *report, const char *folder,
                                             unsigned flags, AcoreconError **error);

#ifdef __cplusplus
}
#endif

#endif

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/report-file.h"

#include <errno.h>
#include <json-c/json.h>
#include <string.h>
#include <sys/stat.h>

#include "base/printable.h"
#include "base/recon-error.h"
#include "input/bytes/limits.h"

#define DEPTH_MAX 32
#define SCHEMA "acorecon.report/1"

/* One file on its way; the first error stays. */
typedef struct
{
  const char *path;
  SavedReport *report;
  const char *table; /* where the reading stands */
  gsize index;
  GError **error;
} Reading;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (json_tokener, json_tokener_free)

/* What was found is not told: it may be a customer's. */
static gboolean
refuse_member (const Reading *self, const char *member, const char *expected)
{
  g_autofree char *path = printable_text (self->path);

  g_set_error (self->error, RECON_ERROR, RECON_ERROR_INPUT,
               "%s: %s[%" G_GSIZE_FORMAT "].%s: expected %s; is it the report.json of an acorecon "
               "run?",
               path, self->table, self->index, member, expected);
  return FALSE;
}

/* FALSE: it is something else than a text. Null and an absent member are NULL. */
static gboolean
take_text (const Reading *self, struct json_object *row, const char *member, const char **text)
{
  struct json_object *value = NULL;

  *text = NULL;
  if (!json_object_object_get_ex (row, member, &value) || value == NULL)
    return TRUE;
  if (!json_object_is_type (value, json_type_string))
    return refuse_member (self, member, "a text or null");
  *text = json_object_get_string (value);
  return TRUE;
}

static gboolean
take_needed (const Reading *self, struct json_object *row, const char *member, const char **text)
{
  if (!take_text (self, row, member, text))
    return FALSE;
  return *text != NULL || refuse_member (self, member, "a text");
}

static gboolean
take_month (const Reading *self, struct json_object *row, Month *month)
{
  const char *text;

  *month = MONTH_NONE;
  if (!take_text (self, row, "month", &text))
    return FALSE;
  return text == NULL
         || calendar_parse_month (text, strlen (text), DATE_MONTH_FIRST, month) == DATE_OK
         || refuse_member (self, "month", "a month like \"2026-10\" or null");
}

static gboolean
take_amount (const Reading *self, struct json_object *row, const char *member, Amount *amount)
{
  const char *text;

  *amount = (Amount){ 0 };
  if (!take_text (self, row, member, &text))
    return FALSE;
  amount->known = text != NULL;
  return text == NULL || decimal_parse (text, strlen (text), DECIMAL_POINT, &amount->value)
         || refuse_member (self, member, "an amount like \"12.00\" or null");
}

static gboolean
take_finding (const Reading *self, struct json_object *row)
{
  SavedFinding finding = { 0 };
  Amount amount;

  if (!take_needed (self, row, "id", &finding.id) || !take_needed (self, row, "key", &finding.key)
      || !take_needed (self, row, "code", &finding.code)
      || !take_text (self, row, "name", &finding.name)
      || !take_text (self, row, "severity", &finding.severity)
      || !take_text (self, row, "customer_id", &finding.customer_id)
      || !take_text (self, row, "customer_name", &finding.customer_name)
      || !take_text (self, row, "agreement_id", &finding.agreement_id)
      || !take_text (self, row, "currency", &finding.currency)
      || !take_text (self, row, "subject", &finding.subject)
      || !take_text (self, row, "message", &finding.message)
      || !take_month (self, row, &finding.month) || !take_amount (self, row, "amount", &amount))
    return FALSE;
  if (!amount.known)
    return refuse_member (self, "amount", "an amount like \"12.00\"");
  finding.amount = amount.value;
  saved_report_add_finding (self->report, &finding);
  return TRUE;
}

/* @members: of the row, each a figure; NULL-terminated. */
static gboolean
take_figures (const Reading *self, struct json_object *row, const char *const *members)
{
  SavedFigure figure = { 0 };

  if (!take_text (self, row, "customer_id", &figure.customer_id)
      || !take_text (self, row, "customer_name", &figure.customer_name)
      || !take_text (self, row, "currency", &figure.currency)
      || !take_month (self, row, &figure.month))
    return FALSE;
  for (; *members != NULL; members++)
    {
      figure.figure = *members;
      if (!take_amount (self, row, *members, &figure.amount))
        return FALSE;
      saved_report_add_figure (self->report, &figure);
    }
  return TRUE;
}

static gboolean
take_tie_out (const Reading *self, struct json_object *row)
{
  static const char *const members[] = { "balance_used", "invoice_credit", "usage_credit", NULL };

  return take_figures (self, row, members);
}

static gboolean
take_waterfall (const Reading *self, struct json_object *row)
{
  static const char *const members[]
      = { "charges", "aco_used", "other_credits", "net", "pec_earned", NULL };

  return take_figures (self, row, members);
}

static gboolean
take_roll_forward (const Reading *self, struct json_object *row)
{
  static const char *const members[] = { "forfeited", NULL };

  return take_figures (self, row, members);
}

static gboolean
take_table (Reading *self, struct json_object *root, const char *name,
            gboolean (*take) (const Reading *self, struct json_object *row))
{
  struct json_object *rows = NULL;
  g_autofree char *path = printable_text (self->path);

  if (!json_object_object_get_ex (root, name, &rows)
      || !json_object_is_type (rows, json_type_array))
    {
      g_set_error (self->error, RECON_ERROR, RECON_ERROR_INPUT,
                   "%s: %s: expected a list; is it the report.json of an acorecon run?", path,
                   name);
      return FALSE;
    }
  self->table = name;
  for (self->index = 0; self->index < json_object_array_length (rows); self->index++)
    {
      struct json_object *row = json_object_array_get_idx (rows, self->index);

      if (!json_object_is_type (row, json_type_object))
        {
          g_set_error (self->error, RECON_ERROR, RECON_ERROR_INPUT,
                       "%s: %s[%" G_GSIZE_FORMAT "]: expected an object", path, name, self->index);
          return FALSE;
        }
      if (!take (self, row))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_schema (const Reading *self, struct json_object *root)
{
  struct json_object *schema = NULL;

  if (json_object_is_type (root, json_type_object)
      && json_object_object_get_ex (root, "schema", &schema)
      && json_object_is_type (schema, json_type_string)
      && strcmp (json_object_get_string (schema), SCHEMA) == 0)
    return TRUE;
  g_autofree char *path = printable_text (self->path);
  g_autofree char *found = printable_text (json_object_is_type (schema, json_type_string)
                                               ? json_object_get_string (schema)
                                               : "no schema");
  g_set_error (self->error, RECON_ERROR, RECON_ERROR_INPUT,
               "%s: found %s, expected a report of the schema " SCHEMA
               ", the report.json of acorecon reconcile",
               path, found);
  return FALSE;
}

/* Lines and columns from 1, columns in bytes. */
static void
refuse_syntax (const Reading *self, const char *text, gsize offset, const char *what)
{
  g_autofree char *path = printable_text (self->path);
  gsize line = 1, column = 1;

  for (gsize i = 0; i < offset; i++)
    if (text[i] == '\n')
      line++, column = 1;
    else
      column++;
  g_set_error (self->error, RECON_ERROR, RECON_ERROR_INPUT,
               "%s:%" G_GSIZE_FORMAT ":%" G_GSIZE_FORMAT ": no JSON (%s); write the report again",
               path, line, column, what);
}

/* NULL with an error. */
static struct json_object *
parse (const Reading *self, const char *text, gsize length)
{
  g_autoptr (json_tokener) tokener = json_tokener_new_ex (DEPTH_MAX);

  json_tokener_set_flags (tokener, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
  struct json_object *root = json_tokener_parse_ex (tokener, text, (int) length);
  const enum json_tokener_error problem = json_tokener_get_error (tokener);
  const gsize end = json_tokener_get_parse_end (tokener);
  const gsize rest = end + strspn (text + end, " \t\r\n");

  if (root != NULL && problem == json_tokener_success && rest >= length)
    return root;
  refuse_syntax (self, text, MIN (problem == json_tokener_success ? rest : end, length),
                 problem == json_tokener_success    ? "more after its end"
                 : problem == json_tokener_continue ? "it ends too early"
                                                    : json_tokener_error_desc (problem));
  json_object_put (root);
  return NULL;
}

/* FALSE: it is no option. @has_all: all customers, after all. */
static gboolean
take_option (struct json_object *option, gboolean *narrows, gboolean *has_customer,
             gboolean *has_all)
{
  if (!json_object_is_type (option, json_type_string))
    return FALSE;
  const char *text = json_object_get_string (option);

  *narrows |= g_str_has_prefix (text, "--code=") || g_str_has_prefix (text, "--min=");
  *has_customer |= g_str_has_prefix (text, "--customer=");
  *has_all |= strcmp (text, "--customer=all") == 0;
  return TRUE;
}

/* Reports of versions that had no such options may have no list of them. */
static gboolean
take_options (const Reading *self, struct json_object *root)
{
  gboolean narrows = FALSE, has_customer = FALSE, has_all = FALSE, ok = TRUE;
  struct json_object *options = NULL;

  if (json_object_object_get_ex (root, "options", &options))
    ok = json_object_is_type (options, json_type_array);
  for (gsize i = 0; ok && options != NULL && i < json_object_array_length (options); i++)
    ok = take_option (json_object_array_get_idx (options, i), &narrows, &has_customer, &has_all);
  if (!ok)
    {
      g_autofree char *path = printable_text (self->path);
      g_set_error (self->error, RECON_ERROR, RECON_ERROR_INPUT,
                   "%s: options: expected a list of texts; is it the report.json of an acorecon "
                   "run?",
                   path);
      return FALSE;
    }
  if (narrows || (has_customer && !has_all))
    saved_report_set_part (self->report);
  return TRUE;
}

SavedReport *
report_file_parse (const char *path, const char *text, gsize length, GError **error)
{
  g_autoptr (SavedReport) report = saved_report_new ();
  Reading reading = { .path = path, .report = report, .error = error };
  struct json_object *root = parse (&reading, text, length);

  if (root == NULL)
    return NULL;
  const gboolean read = check_schema (&reading, root) && take_options (&reading, root)
                        && take_table (&reading, root, "rollforward", take_roll_forward)
                        && take_table (&reading, root, "tieout", take_tie_out)
                        && take_table (&reading, root, "waterfall", take_waterfall)
                        && take_table (&reading, root, "findings", take_finding);
  json_object_put (root);
  return read ? g_steal_pointer (&report) : NULL;
}

SavedReport *
report_file_read (const char *path, GError **error)
{
  g_autofree char *shown = printable_text (path);
  g_autofree char *text = NULL;
  g_autoptr (GError) failure = NULL;
  struct stat facts;
  gsize length;

  if (stat (path, &facts) == 0 && facts.st_size > REPORT_FILE_BYTES_MAX)
    {
      g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
                   "%s: found more than %d MiB, expected a report.json", shown,
                   REPORT_FILE_BYTES_MAX / (1024 * 1024));
      return NULL;
    }
  if (!g_file_get_contents (path, &text, &length, &failure))
    {
      g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT, "%s: cannot be read: %s", shown,
                   g_strerror (errno));
      return NULL;
    }
  return report_file_parse (path, text, length, error);
}

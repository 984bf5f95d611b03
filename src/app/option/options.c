/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/option/options.h"

#include <string.h>

#include "base/printable.h"
#include "base/recon-error.h"

#define RECKONING (COMMAND_RECONCILE | COMMAND_PEC | COMMAND_TRACE | COMMAND_STATEMENT)
#define READING (RECKONING | COMMAND_CHECK)
#define ALL (READING | COMMAND_EXPLAIN | COMMAND_CONFIG | COMMAND_HELP | COMMAND_VERSION)

static const OptionInfo options[OPTION_COUNT] = {
  [OPTION_MONTH] = { "month", "YYYY-MM", FALSE, COMMAND_RECONCILE | COMMAND_PEC | COMMAND_STATEMENT,
                     "report only this month; other months are still read as baseline "
                     "[all months]",
                     NULL },
  [OPTION_AS_OF] = { "as-of", "YYYY-MM-DD", FALSE, COMMAND_RECONCILE | COMMAND_STATEMENT,
                     "the day on which agreements are judged [with --month its last day, else "
                     "the last day of the latest month that was read; never the clock]",
                     NULL },
  [OPTION_EXPIRING_DAYS] = { "expiring-days", "N", FALSE, COMMAND_RECONCILE | COMMAND_STATEMENT,
                             "an agreement is expiring when at most N days are left [60]", "60" },
  [OPTION_TOLERANCE] = { "tolerance", "AMOUNT", FALSE, COMMAND_RECONCILE,
                         "the difference that still agrees, per row [0.01]", "0.01" },
  [OPTION_ACO_REASON] = { "aco-reason", "TEXT", TRUE, READING,
                          "one more CreditReasonCode that means Azure Credit Offer", NULL },
  [OPTION_INVOICE_MONTH] = { "invoice-month", "NUMBER=YYYY-MM", TRUE, RECKONING,
                             "the month of an invoice, instead of the one its lines tell", NULL },
  [OPTION_SKIP]
  = { "skip", "FILE", TRUE, READING, "leave this file out, named as the report names it", NULL },
  [OPTION_MAP] = { "map", "ROLE=HEADER", TRUE, READING,
                   "a header name for a column: ROLE is partner, customer, customer-name, month, "
                   "credit-name, credit-amount, status, balance-amount, currency, agreement, "
                   "effective, expiry or a documented column name such as Subtotal; wins over its "
                   "other names",
                   NULL },
  [OPTION_DAY_FIRST]
  = { "day-first", NULL, FALSE, READING, "dates with slashes are D/M/YYYY [M/D/YYYY]", NULL },
  [OPTION_DECIMAL_COMMA]
  = { "decimal-comma", NULL, FALSE, READING,
      "numbers are written 1234,56, and cells separated by semicolons unless the header line "
      "fits another separator",
      NULL },
  [OPTION_ENCODING] = { "encoding", "NAME", FALSE, READING,
                        "the encoding of all files, e.g. windows-1252 [UTF-8, or UTF-16 with a "
                        "byte-order mark]",
                        NULL },
  [OPTION_KEEP_GOING] = { "keep-going", NULL, FALSE, READING,
                          "set bad rows aside instead of refusing the run; the report then says "
                          "INCOMPLETE",
                          NULL },
  [OPTION_MAX_REJECTS] = { "max-rejects", "N", FALSE, READING,
                           "how many rows of one file --keep-going sets aside before the run is "
                           "refused [100]",
                           "100" },
  [OPTION_REJECTS] = { "rejects", "FILE", FALSE, COMMAND_RECONCILE | COMMAND_CHECK,
                       "where rows set aside go, as CSV [rejects.csv in the folder of --output, "
                       "else nowhere]",
                       NULL },
  [OPTION_MAX_INPUT]
  = { "max-input", "SIZE", FALSE, READING,
      "how many bytes are read in all, unpacked; with K, M, G or T [64G]", "64G" },
  [OPTION_JOBS]
  = { "jobs", "N", FALSE, READING,
      "with how many threads to read, reckon and write; what comes out does not depend "
      "on it [the processors there are]",
      NULL },
  [OPTION_FIGURE] = { "figure", "aco|pec|net|used", FALSE, COMMAND_TRACE,
                      "the figure to trace: ACO credits of the invoice, Partner Earned Credit, net "
                      "payable, or credit used per the balance report [aco]",
                      "aco" },
  [OPTION_CUSTOMER]
  = { "customer", "ID|all", TRUE, COMMAND_STATEMENT,
      "whose statement: a customer's id, a name that only one has, or all", NULL },
  [OPTION_WITH_PEC] = { "with-pec", NULL, FALSE, COMMAND_STATEMENT,
                        "show Partner Earned Credit too, which is the partner's own", NULL },
  [OPTION_FORCE_UNRELIABLE]
  = { "force-unreliable", NULL, FALSE, COMMAND_STATEMENT,
      "write statements though rows were set aside or read twice; each begins with a warning",
      NULL },
  [OPTION_LOGO] = { "logo", "FILE", FALSE, COMMAND_STATEMENT,
                    "a PNG or JPEG picture for the head of the page, at most 512 KiB", NULL },
  [OPTION_TITLE]
  = { "title", "TEXT", FALSE, COMMAND_STATEMENT,
      "the title of the statement [Azure credit statement]", "Azure credit statement" },
  [OPTION_FOOTER]
  = { "footer", "TEXT", FALSE, COMMAND_STATEMENT,
      "what stands at its end, e.g. the partner's address; may have several lines", NULL },
  [OPTION_FORMAT] = { "format", "text|json|csv|focus", FALSE, COMMAND_RECONCILE | COMMAND_PEC,
                      "what goes to standard output; csv is the table tieout (pec: pec_months), "
                      "focus the charges and credits with FOCUS names (not pec) [text]",
                      "text" },
  [OPTION_JOURNAL]
  = { "journal", "hledger|beancount|ledger|csv", FALSE, COMMAND_RECONCILE,
      "write journal entries: into the folder of --output, else to standard output "
      "in place of the report",
      NULL },
  [OPTION_ACCOUNTS]
  = { "accounts", "FILE", FALSE, COMMAND_RECONCILE,
      "the accounts of the journal, as an INI file [those of docs/journal.md]", NULL },
  [OPTION_OUTPUT] = { "output", "DIR", FALSE, COMMAND_RECONCILE | COMMAND_STATEMENT,
                      "also write the report pack (statement: the statements) into DIR, which must "
                      "be new or empty",
                      NULL },
  [OPTION_FORCE] = { "force", NULL, FALSE, COMMAND_RECONCILE | COMMAND_STATEMENT,
                     "DIR may hold an earlier pack (statement: earlier statements), which is "
                     "replaced as a whole",
                     NULL },
  [OPTION_SHARED] = { "shared", NULL, FALSE, COMMAND_RECONCILE | COMMAND_STATEMENT,
                      "others may read new files and folders as far as the umask lets them [only "
                      "their owner may]; what is replaced keeps its modes",
                      NULL },
  [OPTION_FAIL_ON] = { "fail-on", "error|warning|notice|never", FALSE, COMMAND_RECONCILE,
                       "the lowest severity that makes the exit status 1 [warning]", "warning" },
  [OPTION_QUIET] = { "quiet", NULL, FALSE, COMMAND_RECONCILE | COMMAND_CHECK | COMMAND_STATEMENT,
                     "no text report on standard output", NULL },
  [OPTION_PROGRESS] = { "progress", NULL, FALSE, READING,
                        "show progress on standard error [only on a terminal]", NULL },
  [OPTION_CONFIG] = { "config", "FILE", FALSE, COMMANDS_CONFIGURED,
                      "options that are not given stand in this INI file "
                      "[acorecon/config.ini in $XDG_CONFIG_HOME]",
                      NULL },
  [OPTION_HELP] = { "help", NULL, FALSE, ALL, "show this help and end", NULL },
};

static const struct
{
  char letter;
  OptionId id;
} letters[] = { { 'h', OPTION_HELP }, { 'o', OPTION_OUTPUT }, { 'q', OPTION_QUIET } };

struct Options
{
  GPtrArray *values[OPTION_COUNT];   /* of char *; NULL-terminated at the end; NULL: not given */
  const char *origins[OPTION_COUNT]; /* borrowed */
  GPtrArray *arguments;
};

const OptionInfo *
options_info (OptionId id)
{
  g_assert (id < OPTION_COUNT);
  return &options[id];
}

char
options_letter (OptionId id)
{
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (letters[i].id == id)
      return letters[i].letter;
  return '\0';
}

void
options_free (Options *self)
{
  if (self == NULL)
    return;
  for (guint id = 0; id < OPTION_COUNT; id++)
    g_clear_pointer (&self->values[id], g_ptr_array_unref);
  g_ptr_array_unref (self->arguments);
  g_free (self);
}

static gboolean
refuse (GError **error, const char *format, const char *text)
{
  g_autofree char *shown = printable_text (text);
  /* The formats are the constants of this file, each with one %s. */
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  g_set_error (error, RECON_ERROR, RECON_ERROR_USAGE, "%s%s%s", parts[0], shown, parts[1]);
  return FALSE;
}

/* `config` takes every option that may be configured, so that it can say what would be in force. */
static gboolean
takes_option (CommandMask command, OptionId id)
{
  return (options[id].commands & command) != 0 || (command == COMMAND_CONFIG && id != OPTION_HELP);
}

static const char command_line[] = "command line"; /* told apart from a file of that name */

static OptionId
find_option (CommandMask command, const char *name, gsize length)
{
  for (guint id = 0; id < OPTION_COUNT; id++)
    if (takes_option (command, (OptionId) id) && strlen (options[id].name) == length
        && strncmp (options[id].name, name, length) == 0)
      return (OptionId) id;
  return OPTION_COUNT;
}

static gboolean
add_value (Options *self, OptionId id, const char *value, GError **error)
{
  if (self->values[id] != NULL && !options[id].repeatable && options[id].argument != NULL)
    return refuse (error, "--%s: given twice, expected once", options[id].name);
  if (self->values[id] == NULL)
    self->values[id] = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->values[id], g_strdup (value));
  self->origins[id] = command_line;
  return TRUE;
}

/* One "--name", "--name=value" or "--name value"; *next is the argument that follows, if any. */
static gboolean
parse_option (Options *self, CommandMask command, const char *text, const char *const **next,
              GError **error)
{
  const char *name = text + 2;
  const char *equals = strchr (name, '=');
  const gsize length = equals != NULL ? (gsize) (equals - name) : strlen (name);
  const OptionId id = find_option (command, name, length);

  if (id == OPTION_COUNT)
    return refuse (error, "unknown option %s; --help lists the options", text);
  if (options[id].argument == NULL)
    return equals == NULL ? add_value (self, id, "", error)
                          : refuse (error, "--%s: takes no value", options[id].name);
  if (equals != NULL)
    return add_value (self, id, equals + 1, error);
  if (**next == NULL)
    return refuse (error, "--%s: a value is missing", options[id].name);
  return add_value (self, id, *(*next)++, error);
}

/* "-q", "-o DIR" or "-oDIR". */
static gboolean
parse_letter (Options *self, CommandMask command, const char *text, const char *const **next,
              GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      const OptionId id = letters[i].id;

      if (letters[i].letter != text[1] || !takes_option (command, id))
        continue;
      if (options[id].argument == NULL && text[2] != '\0')
        break;
      if (options[id].argument == NULL)
        return add_value (self, id, "", error);
      if (text[2] != '\0')
        return add_value (self, id, text + 2, error);
      if (**next == NULL)
        return refuse (error, "%s: a value is missing", text);
      return add_value (self, id, *(*next)++, error);
    }
  return refuse (error, "unknown option %s; --help lists the options", text);
}

static gboolean
parse_all (Options *self, CommandMask command, const char *const *next, GError **error)
{
  gboolean only_arguments = FALSE;

  while (*next != NULL)
    {
      const char *text = *next++;

      if (only_arguments || text[0] != '-' || text[1] == '\0')
        g_ptr_array_add (self->arguments, g_strdup (text));
      else if (strcmp (text, "--") == 0)
        only_arguments = TRUE;
      else if (text[1] != '-' ? !parse_letter (self, command, text, &next, error)
                              : !parse_option (self, command, text, &next, error))
        return FALSE;
    }
  return TRUE;
}

Options *
options_parse (CommandMask command, const char *const *arguments, GError **error)
{
  g_autoptr (Options) self = g_new0 (Options, 1);

  self->arguments = g_ptr_array_new_with_free_func (g_free);
  if (!parse_all (self, command, arguments, error))
    return NULL;
  g_ptr_array_add (self->arguments, NULL);
  for (guint id = 0; id < OPTION_COUNT; id++)
    if (self->values[id] != NULL)
      g_ptr_array_add (self->values[id], NULL);
  return g_steal_pointer (&self);
}

void
options_add_fallback (Options *self, CommandMask command, OptionId id, const char *const *values,
                      const char *origin)
{
  if (self->values[id] != NULL || !takes_option (command, id) || *values == NULL)
    return;
  self->values[id] = g_ptr_array_new_with_free_func (g_free);
  for (; *values != NULL; values++)
    g_ptr_array_add (self->values[id], g_strdup (*values));
  g_ptr_array_add (self->values[id], NULL);
  self->origins[id] = origin;
}

const char *
options_origin (const Options *self, OptionId id)
{
  return self->origins[id];
}

gboolean
options_is_from_command_line (const Options *self, OptionId id)
{
  return self->origins[id] == command_line;
}

OptionId
options_find (const char *name)
{
  for (guint id = 0; id < OPTION_COUNT; id++)
    if (strcmp (options[id].name, name) == 0)
      return (OptionId) id;
  return OPTION_COUNT;
}

gboolean
options_has (const Options *self, OptionId id)
{
  return self->values[id] != NULL;
}

const char *
options_get (const Options *self, OptionId id)
{
  return self->values[id] != NULL ? g_ptr_array_index (self->values[id], 0) : NULL;
}

const char *const *
options_list (const Options *self, OptionId id)
{
  static const char *const none[] = { NULL };
  return self->values[id] != NULL ? (const char *const *) self->values[id]->pdata : none;
}

const char *const *
options_arguments (const Options *self)
{
  return (const char *const *) self->arguments->pdata;
}

#define HELP_WIDTH 80
#define HELP_INDENT 26

void
options_append_help (CommandMask command, GString *out)
{
  for (guint id = 0; id < OPTION_COUNT; id++)
    {
      const OptionInfo *info = &options[id];
      if (!takes_option (command, (OptionId) id))
        continue;
      const char letter = options_letter ((OptionId) id);
      const char short_form[] = { '-', letter, ',', ' ', '\0' };
      g_autofree char *head = g_strdup_printf ("  %s--%s%s%s", letter != '\0' ? short_form : "",
                                               info->name, info->argument != NULL ? " " : "",
                                               info->argument != NULL ? info->argument : "");
      const gsize length = strlen (head);

      if (length + 2 > HELP_INDENT)
        g_string_append_printf (out, "%s\n%*s", head, HELP_INDENT, "");
      else
        g_string_append_printf (out, "%-*s", HELP_INDENT, head);
      PrintableLine filler = printable_line_at (out, HELP_WIDTH, HELP_INDENT, HELP_INDENT);
      printable_line_add_text (&filler, info->help);
      if (info->repeatable)
        printable_line_add_text (&filler, "(repeatable)");
      g_string_append_c (out, '\n');
    }
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/journal/account-map.h"

#include <string.h>

#include "base/nearest.h"
#include "base/printable.h"
#include "base/recon-error.h"

#define GROUP_ACCOUNTS "accounts"
#define GROUP_JOURNAL "journal"
#define KEY_CONTINUES "continues"
#define KEY_NAMES "names"

/* ledger reads lines of less than 4096 bytes; ids, amounts and the assertion need the rest. */
#define ACCOUNT_BYTES_MAX 250

struct AccountMap
{
  char *accounts[ACCOUNT_COUNT];
  gboolean continues;
  gboolean names;
};

typedef struct
{
  const char *key;
  const char *account;
} RoleInfo;

static const RoleInfo roles[ACCOUNT_COUNT] = {
  [ACCOUNT_CREDIT] = { "credit", "Assets:Azure Credits" },
  [ACCOUNT_GRANTED] = { "granted", "Equity:Azure Credits Granted" },
  [ACCOUNT_USED] = { "used", "Expenses:Azure Credits Used" },
  [ACCOUNT_FORFEITED] = { "forfeited", "Expenses:Azure Credits Forfeited" },
  [ACCOUNT_ADJUSTMENT] = { "adjustment", "Equity:Azure Credits Adjusted" },
  [ACCOUNT_OPENING] = { "opening", "Equity:Opening Balances" },
  [ACCOUNT_CHARGES] = { "charges", "Expenses:Microsoft Charges" },
  [ACCOUNT_APPLIED] = { "applied", "Expenses:Azure Credits Used" },
  [ACCOUNT_OTHER_CREDITS] = { "other-credits", "Expenses:Other Microsoft Credits" },
  [ACCOUNT_PEC_COST] = { "pec-cost", "Expenses:Partner Earned Credit" },
  [ACCOUNT_PEC] = { "pec", "Income:Partner Earned Credit" },
  [ACCOUNT_PAYABLE] = { "payable", "Liabilities:Microsoft" },
};

AccountMap *
account_map_new (void)
{
  AccountMap *self = g_new0 (AccountMap, 1);

  for (guint i = 0; i < ACCOUNT_COUNT; i++)
    self->accounts[i] = g_strdup (roles[i].account);
  self->names = TRUE;
  return self;
}

void
account_map_free (AccountMap *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < ACCOUNT_COUNT; i++)
    g_free (self->accounts[i]);
  g_free (self);
}

static gboolean refuse (GError **error, const char *name, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

static gboolean
refuse (GError **error, const char *name, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_autofree char *reason = printable_text (text);
  g_autofree char *file = printable_text (name);
  g_set_error (error, RECON_ERROR, RECON_ERROR_USAGE, "%s: %s", file, reason);
  return FALSE;
}

/* What all of the tools read as part of a name, so that no name can end itself and go on as
   something else: a comment, an amount, a virtual posting. */
static gboolean
is_name_character (gunichar c)
{
  return g_unichar_isalnum (c) || (c < 0x80 && c != 0 && strchr (" -_.&", (int) c) != NULL);
}

static gboolean
is_segment (const char *segment)
{
  if (!g_unichar_isalnum (g_utf8_get_char (segment)) || g_str_has_suffix (segment, " ")
      || strstr (segment, "  ") != NULL)
    return FALSE;
  for (const char *at = segment; *at != '\0'; at = g_utf8_find_next_char (at, NULL))
    if (!is_name_character (g_utf8_get_char (at)))
      return FALSE;
  return TRUE;
}

static gboolean
is_account (const char *account)
{
  if (strlen (account) > ACCOUNT_BYTES_MAX || !g_utf8_validate (account, -1, NULL))
    return FALSE;
  g_auto (GStrv) segments = g_strsplit (account, ":", -1);
  for (char **segment = segments; *segment != NULL; segment++)
    if (!is_segment (*segment))
      return FALSE;
  return segments[0] != NULL;
}

static int
find_role (const char *key)
{
  for (int i = 0; i < ACCOUNT_COUNT; i++)
    if (g_str_equal (roles[i].key, key))
      return i;
  return -1;
}

static gboolean
refuse_account_key (GError **error, const char *name, const char *key)
{
  const char *keys[ACCOUNT_COUNT + 1] = { NULL };

  for (guint i = 0; i < ACCOUNT_COUNT; i++)
    keys[i] = roles[i].key;
  g_autofree char *question = nearest_question (key, keys);
  return refuse (error, name, "unknown key \"%s\" in [" GROUP_ACCOUNTS "]%s", key, question);
}

static gboolean
refuse_setting_key (GError **error, const char *name, const char *key)
{
  static const char *const keys[] = { KEY_CONTINUES, KEY_NAMES, NULL };
  g_autofree char *question = nearest_question (key, keys);

  return refuse (error, name, "unknown key \"%s\" in [" GROUP_JOURNAL "]%s", key, question);
}

static gboolean
refuse_setting (GError **error, const char *name, const char *key, const char *value)
{
  static const char *const truths[] = { "true", "false", NULL };
  g_autofree char *question = nearest_question (value, truths);

  return refuse (error, name, "%s = \"%s\": expected true or false%s", key, value, question);
}

static gboolean
refuse_group (GError **error, const char *name, const char *group)
{
  static const char *const groups[] = { GROUP_ACCOUNTS, GROUP_JOURNAL, NULL };
  g_autofree char *question = nearest_question (group, groups);

  return refuse (error, name,
                 "unknown group [%s], expected [" GROUP_ACCOUNTS "] or [" GROUP_JOURNAL "]%s",
                 group, question);
}

static gboolean
take_account (AccountMap *self, GKeyFile *file, const char *key, const char *name, GError **error)
{
  const int role = find_role (key);
  g_autofree char *account = g_key_file_get_string (file, GROUP_ACCOUNTS, key, NULL);

  if (role < 0)
    return refuse_account_key (error, name, key);
  if (account == NULL || !is_account (account))
    return refuse (error, name,
                   "%s = \"%s\": expected an account like %s, of letters, digits, single blanks "
                   "and -_.& between colons",
                   key, account != NULL ? account : "", roles[role].account);
  g_free (self->accounts[role]);
  self->accounts[role] = g_steal_pointer (&account);
  return TRUE;
}

static gboolean
take_setting (AccountMap *self, GKeyFile *file, const char *key, const char *name, GError **error)
{
  g_autofree char *value = g_key_file_get_string (file, GROUP_JOURNAL, key, NULL);
  const gboolean is_true = g_strcmp0 (value, "true") == 0;

  if (!g_str_equal (key, KEY_CONTINUES) && !g_str_equal (key, KEY_NAMES))
    return refuse_setting_key (error, name, key);
  if (!is_true && g_strcmp0 (value, "false") != 0)
    return refuse_setting (error, name, key, value != NULL ? value : "");
  if (g_str_equal (key, KEY_CONTINUES))
    self->continues = is_true;
  else
    self->names = is_true;
  return TRUE;
}

static gboolean
take_group (AccountMap *self, GKeyFile *file, const char *group, const char *name, GError **error)
{
  const gboolean is_accounts = g_str_equal (group, GROUP_ACCOUNTS);
  g_auto (GStrv) keys = g_key_file_get_keys (file, group, NULL, NULL);

  if (!is_accounts && !g_str_equal (group, GROUP_JOURNAL))
    return refuse_group (error, name, group);
  for (char **key = keys; key != NULL && *key != NULL; key++)
    if (!(is_accounts ? take_account : take_setting) (self, file, *key, name, error))
      return FALSE;
  return TRUE;
}

/* The closing balances are asserted for these accounts: nothing else may be booked there. */
static gboolean
check_credit_stands_alone (const AccountMap *self, const char *name, GError **error)
{
  for (guint i = 0; i < ACCOUNT_COUNT; i++)
    if (i != ACCOUNT_CREDIT && g_str_equal (self->accounts[i], self->accounts[ACCOUNT_CREDIT]))
      return refuse (error, name, "credit and %s must not be the same account \"%s\"", roles[i].key,
                     self->accounts[i]);
  return TRUE;
}

static void
copy_map (AccountMap *to, const AccountMap *from)
{
  for (guint i = 0; i < ACCOUNT_COUNT; i++)
    {
      g_free (to->accounts[i]);
      to->accounts[i] = g_strdup (from->accounts[i]);
    }
  to->continues = from->continues;
  to->names = from->names;
}

gboolean
account_map_load_text (AccountMap *self, const char *text, const char *name, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (AccountMap) loaded = account_map_new ();
  g_autoptr (GError) failure = NULL;

  copy_map (loaded, self);
  /* Translations are kept, or "credit[de]" would be passed over instead of refused. An empty text,
     an error to GKeyFile, is a file that sets nothing. */
  if (*text != '\0'
      && !g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_KEEP_TRANSLATIONS,
                                     &failure))
    return refuse (error, name, "%s", failure->message);
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);
  for (char **group = groups; *group != NULL; group++)
    if (!take_group (loaded, file, *group, name, error))
      return FALSE;
  if (!check_credit_stands_alone (loaded, name, error))
    return FALSE;
  copy_map (self, loaded);
  return TRUE;
}

gboolean
account_map_load (AccountMap *self, const char *path, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) failure = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &text, &length, &failure))
    {
      g_autofree char *reason = printable_text (failure->message);
      g_set_error_literal (error, RECON_ERROR, RECON_ERROR_INPUT, reason);
      return FALSE;
    }
  if (strlen (text) != length)
    return refuse (error, path, "holds a NUL byte");
  return account_map_load_text (self, text, path, error);
}

const char *
account_map_role_key (AccountRole role)
{
  g_assert (role < ACCOUNT_COUNT);
  return roles[role].key;
}

const char *
account_map_get (const AccountMap *self, AccountRole role)
{
  g_assert (role < ACCOUNT_COUNT);
  return self->accounts[role];
}

gboolean
account_map_continues (const AccountMap *self)
{
  return self->continues;
}

gboolean
account_map_shows_names (const AccountMap *self)
{
  return self->names;
}

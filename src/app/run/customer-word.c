/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/run/customer-word.h"

#include "app/option/option-value.h"
#include "app/run/print.h"
#include "base/recon-error.h"
#include "base/visible-text.h"
#include "core/answer/customer-choice.h"

#define LISTED_MAX 10
#define NAME_WIDTH 60
#define ID_START 8

static void
append_customer (const CustomerName *customer, GString *out)
{
  g_autofree char *id = visible_text (customer->customer, NAME_WIDTH);
  g_autofree char *name = visible_text (customer->name, NAME_WIDTH);
  const char *end = id;

  for (guint i = 0; i < ID_START && *end != '\0'; i++)
    end += g_utf8_skip[(guchar) *end];
  g_string_append_len (out, id, end - id);
  g_string_append (out, *end != '\0' ? "\xe2\x80\xa6" : "");
  g_string_append_printf (out, *name != '\0' ? "  %s\n" : "\n", name);
}

static gboolean
list_customers (const GArray *found, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < found->len && i < LISTED_MAX; i++)
    append_customer (&g_array_index (found, CustomerName, i), out);
  if (found->len > LISTED_MAX)
    g_string_append_printf (out, "and %u more\n", found->len - LISTED_MAX);
  return print_text (out, error);
}

char *
customer_word_find (const NameBook *names, const char *word, const char *option, GError **error)
{
  static const char *const refusals[] = {
    [CUSTOMER_CHOICE_SEVERAL]
    = "found several customers with names or ids that begin so, listed on standard output; "
      "expected an id, or as much of an id or a name as only one customer has",
    [CUSTOMER_CHOICE_NEAR]
    = "found no customer with an id or a name that begins so, but with names that are near, "
      "listed on standard output; expected an id, or as much of an id or a name as only one "
      "customer has",
    [CUSTOMER_CHOICE_NONE]
    = "found no customer with an id or a name that begins so; expected an id, or as much of an "
      "id or a name as only one customer has",
  };
  g_autoptr (CustomerChoice) choice = customer_choice_new (names, word);

  if (choice->kind == CUSTOMER_CHOICE_ONE)
    return g_strdup (g_array_index (choice->found, CustomerName, 0).customer);
  if (!list_customers (choice->found, error))
    return NULL;
  g_set_error (error, RECON_ERROR, RECON_ERROR_USAGE, "%s: %s", option, refusals[choice->kind]);
  return NULL;
}

char *
customer_word_find_of_rows (const Books *books, const char *word, const char *option,
                            GError **error)
{
  g_autofree char *id = option_value_customer (word);

  if (books_has_customer (books, id))
    return g_steal_pointer (&id);
  return customer_word_find (books->names, word, option, error);
}

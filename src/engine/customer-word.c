/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "engine/customer-word.h"

#include "base/recon-error.h"
#include "core/answer/customer-choice.h"
#include "engine/option/option-value.h"

#define EXPECTED "expected an id, or as much of an id or a name as only one customer has"

char *
customer_word_find (const NameBook *names, const char *word, const char *option,
                    CustomerWordListFunc list, GError **error)
{
  static const char *const refusals[] = {
    [CUSTOMER_CHOICE_SEVERAL] = "found several customers with names or ids that begin so",
    [CUSTOMER_CHOICE_NEAR]
    = "found no customer with an id or a name that begins so, but with names that are near",
    [CUSTOMER_CHOICE_NONE] = "found no customer with an id or a name that begins so",
  };
  g_autoptr (CustomerChoice) choice = customer_choice_new (names, word);
  const gboolean is_listed = list != NULL && choice->found->len > 0;

  if (choice->kind == CUSTOMER_CHOICE_ONE)
    return g_strdup (g_array_index (choice->found, CustomerName, 0).customer);
  if (is_listed && !list (choice->found, error))
    return NULL;
  g_set_error (error, RECON_ERROR, RECON_ERROR_USAGE, "%s: %s%s; " EXPECTED, option,
               refusals[choice->kind], is_listed ? ", listed on standard output" : "");
  return NULL;
}

char *
customer_word_find_of_rows (const Books *books, const char *word, const char *option,
                            CustomerWordListFunc list, GError **error)
{
  g_autofree char *id = option_value_customer (word);

  if (books_has_customer (books, id))
    return g_steal_pointer (&id);
  return customer_word_find (books->names, word, option, list, error);
}

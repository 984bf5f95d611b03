/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/answer/customer-choice.h"

#include <string.h>

#include "base/nearest.h"

typedef struct
{
  const char *folded;
  GArray *whole, *beginning; /* of CustomerName: called so, and with a name or id beginning so */
} Search;

/* Without case and outer blanks. (transfer full) */
static char *
fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  return g_utf8_casefold (g_strstrip (valid), -1);
}

/* What is "" begins everything, and means nothing. */
static gboolean
begins (const char *folded, const char *beginning)
{
  return *beginning != '\0' && g_str_has_prefix (folded, beginning);
}

static gboolean
compare_customer (const char *customer, const char *name, gpointer data)
{
  Search *self = data;
  const CustomerName found = { customer, name != NULL ? name : "" };
  g_autofree char *folded = fold (found.name), *folded_id = fold (customer);

  if (name != NULL && strcmp (folded, self->folded) == 0)
    g_array_append_val (self->whole, found);
  else if (begins (folded, self->folded) || begins (folded_id, self->folded))
    g_array_append_val (self->beginning, found);
  return TRUE;
}

/* As many words of @name as @text has: what is typed is often the first of them. */
static char *
cut_words (const char *name, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  const char *end = name;

  for (guint i = 0; i < g_strv_length (words) && *end != '\0'; i++)
    {
      end += *end == ' ' ? 1 : 0;
      end += strcspn (end, " ");
    }
  return g_strndup (name, (gsize) (end - name));
}

/* Names, and how they begin: of each customer two, one after the other. */
typedef struct
{
  const char *text;
  GPtrArray *words;
  GArray *names; /* of CustomerName */
} Words;

static gboolean
take_words (const char *customer, const char *name, gpointer data)
{
  Words *self = data;
  const CustomerName taken = { customer, name };

  g_ptr_array_add (self->words, g_strdup (name));
  g_ptr_array_add (self->words, cut_words (name, self->text));
  g_array_append_val (self->names, taken);
  return TRUE;
}

static gboolean
is_among (const GPtrArray *words, const char *word)
{
  return g_ptr_array_find_with_equal_func ((GPtrArray *) (guintptr) words, word, g_str_equal, NULL);
}

static GArray *
find_near (const NameBook *names, const char *text)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (CustomerName));
  GArray *near = g_array_new (FALSE, FALSE, sizeof (CustomerName));
  Words context = { text, words, all };

  (void) name_book_foreach (names, take_words, &context);
  g_ptr_array_add (words, NULL);
  g_autoptr (GPtrArray) nearest = nearest_find (text, (const char *const *) words->pdata);
  for (guint i = 0; i < all->len; i++)
    if (is_among (nearest, g_ptr_array_index (words, 2 * i))
        || is_among (nearest, g_ptr_array_index (words, 2 * i + 1)))
      g_array_append_val (near, g_array_index (all, CustomerName, i));
  return near;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const CustomerName *left = a, *right = b;
  const int order = strcmp (left->name, right->name);

  return order != 0 ? order : strcmp (left->customer, right->customer);
}

CustomerChoice *
customer_choice_new (const NameBook *names, const char *text)
{
  CustomerChoice *self = g_new0 (CustomerChoice, 1);
  g_autofree char *folded = fold (text);
  g_autoptr (GArray) whole = g_array_new (FALSE, FALSE, sizeof (CustomerName));
  g_autoptr (GArray) beginning = g_array_new (FALSE, FALSE, sizeof (CustomerName));
  Search search = { folded, whole, beginning };

  (void) name_book_foreach_customer (names, compare_customer, &search);
  GArray *found = whole->len > 0 ? whole : beginning;
  self->kind = found->len == 1 ? CUSTOMER_CHOICE_ONE : CUSTOMER_CHOICE_SEVERAL;
  self->found = found->len > 0 ? g_array_ref (found) : find_near (names, text);
  if (found->len == 0)
    self->kind = self->found->len > 0 ? CUSTOMER_CHOICE_NEAR : CUSTOMER_CHOICE_NONE;
  g_array_sort (self->found, compare_names);
  return self;
}

void
customer_choice_free (CustomerChoice *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->found);
  g_free (self);
}

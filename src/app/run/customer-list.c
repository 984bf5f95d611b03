/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/run/customer-list.h"

#include "app/run/print.h"
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

gboolean
customer_list_print (const GArray *found, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < found->len && i < LISTED_MAX; i++)
    append_customer (&g_array_index (found, CustomerName, i), out);
  if (found->len > LISTED_MAX)
    g_string_append_printf (out, "and %u more\n", found->len - LISTED_MAX);
  return print_text (out, error);
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "base/recon-error.h"
#include "input/service/page-links.h"

static char *
links_of (const char *json)
{
  g_auto (ServicePage) page = { 0 };
  g_autoptr (GError) error = NULL;
  GString *out = g_string_new (NULL);

  if (!page_links_read ("x", slice_of (json), &page, &error))
    g_string_assign (out, error->message);
  else
    g_string_assign (out, page.next != NULL ? page.next : "-");
  for (guint i = 0; error == NULL && i < page.profiles->len; i++)
    {
      const ServiceProfile *profile = g_ptr_array_index (page.profiles, i);
      g_string_append_printf (out, " %s/%s/%s", profile->account != NULL ? profile->account : "-",
                              profile->name != NULL ? profile->name : "-",
                              profile->id != NULL ? profile->id : "-");
    }
  return g_string_free (out, FALSE);
}

START_TEST (profiles_and_the_next_page_are_found)
{
  static const struct
  {
    const char *json;
    const char *links;
  } cases[] = { { "{\"NextLink\": \"https://a/b\", \"value\": []}", "https://a/b" },
                { "{\"value\": [], \"nextLink\": null}", "-" },
                { "[{\"name\": \"A\", \"properties\": {\"billingProfiles\": "
                  "[{\"id\": \"/p/P\"}, {\"id\": \"/p/Q\", \"name\": \"q\"}]}}]",
                  "- A/P//p/P A/q//p/Q" },
                { "{\"value\": [{\"properties\": {\"billingProfiles\": {\"value\": "
                  "[{\"name\": \"P\"}]}}, \"id\": \"/x/A\"}]}",
                  "- A/P/-" },
                { "{\"id\": \"/x/A\", \"nextLink\": \"none\"}", "- A/-/-" },
                { "{\"value\": [{\"name\": 7, \"properties\": null}, 1]}", "- -/-/-" },
                { "{\"value\": [], \"nextLink\": 7}", "x:1:27: found a number, expected a text" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *links = links_of (cases[i].json);
      ck_assert_str_eq (links, cases[i].links);
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("page-links");
  TCase *tests = tcase_create ("page-links");

  tcase_add_test (tests, profiles_and_the_next_page_are_found);
  suite_add_tcase (suite, tests);
  return suite;
}

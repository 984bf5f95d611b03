/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "base/recon-error.h"
#include "fetch/service-url.h"

START_TEST (a_url_is_what_its_parts_say)
{
  static const struct
  {
    const char *text;
    const char *asked; /* NULL: refused */
  } cases[] = { { "https://Host.Example/a/b?c=d#e", "https://host.example:443/a/b?c=d" },
                { "HTTP://localhost", "http://localhost:80/" },
                { "https://h:8443?x", "https://h:8443/?x" },
                { "https://[::1]:90/x", "https://[::1]:90/x" },
                { "https://h/a b\xc3\xa4%2F\"", "https://h:443/a%20b%C3%A4%2F%22" },
                { "https://h/../x//y/./", "https://h:443/../x//y/./" },
                { "https://a@h/", NULL },
                { "https://a:b@h/", NULL },
                { "https://h:/", NULL },
                { "https://h:0/", NULL },
                { "https://h:65536/", NULL },
                { "https://h:8a/", NULL },
                { "https:///x", NULL },
                { "https://", NULL },
                { "https:/h/", NULL },
                { "https://h\\x/", NULL },
                { "https://h/\\x", NULL },
                { "https://h/\r\nHost: x", NULL },
                { "https://h x/", NULL },
                { "https://h%2ex/", NULL },
                { "https://[::1/", NULL },
                { "https://[a]b/", NULL },
                { "ftp://h/", NULL },
                { "//h/x", NULL },
                { "", NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ServiceUrl) url = service_url_parse (cases[i].text, &error);
      g_autofree char *asked = url != NULL ? service_url_text (url) : NULL;
      ck_assert_msg (g_strcmp0 (asked, cases[i].asked) == 0, "%s: %s", cases[i].text, asked);
      ck_assert (url != NULL || g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
    }
}
END_TEST

START_TEST (the_token_goes_to_one_origin)
{
  static const struct
  {
    const char *link;
    gboolean is_same;
  } cases[]
      = { { "https://h/x", TRUE },      { "https://H:443/x", TRUE }, { "/x", TRUE },
          { "https://h:444/x", FALSE }, { "http://h:443/x", FALSE }, { "https://h.x/", FALSE },
          { "https://h.:443/", FALSE } };
  g_autoptr (ServiceUrl) base = service_url_parse ("https://h/base", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ServiceUrl) url = service_url_resolve (base, cases[i].link, NULL);
      ck_assert_msg (service_url_is_same_origin (url, base) == cases[i].is_same, "%s",
                     cases[i].link);
    }
  ck_assert_ptr_null (service_url_resolve (base, "//evil/x", NULL));
  ck_assert_ptr_null (service_url_resolve (base, "x", NULL));
}
END_TEST

START_TEST (plain_http_is_for_this_machine)
{
  static const struct
  {
    const char *text;
    gboolean is_loopback;
  } cases[] = { { "http://127.0.0.1:8080", TRUE }, { "http://[::1]", TRUE },
                { "http://LocalHost/x", TRUE },    { "https://localhost", FALSE },
                { "http://127.0.0.2", FALSE },     { "http://localhost.x", FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ServiceUrl) url = service_url_parse (cases[i].text, NULL);
      ck_assert_msg (service_url_is_plain_loopback (url) == cases[i].is_loopback, "%s",
                     cases[i].text);
    }
}
END_TEST

START_TEST (what_is_below_keeps_the_path_of_the_base)
{
  g_autoptr (ServiceUrl) base = service_url_parse ("https://h/base/", NULL);
  g_autoptr (ServiceUrl) url = service_url_below (base, "/a:b/c`?d", "q=1");
  g_autofree char *text = service_url_text (url);
  g_autofree char *segment = service_url_encode_segment ("a/b %?#");

  ck_assert_str_eq (text, "https://h:443/base/a:b/c%60%3Fd?q=1");
  ck_assert_str_eq (segment, "a%2Fb%20%25%3F%23");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("service-url");
  TCase *tests = tcase_create ("service-url");

  tcase_add_test (tests, a_url_is_what_its_parts_say);
  tcase_add_test (tests, the_token_goes_to_one_origin);
  tcase_add_test (tests, plain_http_is_for_this_machine);
  tcase_add_test (tests, what_is_below_keeps_the_path_of_the_base);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/mca/mca-reader.h"
#include "sample-mca.h"
#include "test-main.h"

#include <check.h>

#define LOT "{'type':'Microsoft.Consumption/lots'}"
#define NEWER "{'type':'Microsoft.Consumption/lots','properties':{'isEstimatedBalance':null}}"

static const struct
{
  const char *text;
  const char *page; /* kind api rows line next */
} good[] = {
  { "{'value':[]}", "empty - 0 1 no" },
  { "[]", "empty - 0 1 no" },
  { "{'nextLink':'x','value':[]}", "empty - 0 1 yes" },
  { "\n{'VALUE':[" LOT "," LOT "],'NextLink':' '}", "lots 2019-10-01 2 2 no" },
  { "{'value':[" LOT "," NEWER "],'nextLink':'x'}", "lots 2023-03-01 2 1 yes" },
  { LOT, "lots 2019-10-01 1 1 no" },
  { "{'nextLink':'x','type':'Microsoft.Consumption/lots'}", "lots 2019-10-01 1 1 no" },
  { "{'value':5,'type':'Microsoft.Consumption/lots'}", "lots 2019-10-01 1 1 no" },
  { "{'properties':5,'error':5,'value':[" LOT "]}", "lots 2019-10-01 1 1 no" },
  { "[{'type':'Microsoft.Billing/billingAccounts'}]", "accounts - 1 1 no" },
  { "[{'properties':{'agreementType':1,'billingProfiles':[]}}]",
    "accounts 2019-10-01-preview 1 1 no" },
  { "[{'properties':{'agreementType':1,'billingProfiles':{}}}]", "accounts 2020-05-01 1 1 no" },
  { "[{'properties':{'invoiceDay':1}}]", "profiles - 1 1 no" },
};

START_TEST (a_page_is_what_it_says)
{
  g_autoptr (McaBook) book = MCA_BOOK (good[_i].text);
  const McaPage *page = &g_array_index (book->pages, McaPage, 0);
  g_autofree char *found = g_strdup_printf ("%s %s %u %u %s", mca_rows_kind_name (page->kind),
                                            page->api != NULL ? page->api : "-", (guint) page->rows,
                                            (guint) page->line, page->has_next ? "yes" : "no");

  ck_assert_str_eq (found, good[_i].page);
}
END_TEST

static const struct
{
  const char *text;
  const char *message;
} bad[] = {
  { "", "f:1:1: found the end of the file" },
  { "[5,]", "f:1:4: found \"]\" after a trailing comma" },
  { "[{},{}}", "f:1:7: found \"}\"" },
  { "5", "f:1:1: found another value" },
  { "[5]", "f:1:2: found another value" },
  { "{'value':[" LOT ",\n{'properties':{'invoiceDay':1}}]}",
    "f:2:1: found a resource of another kind, expected resources of one kind" },
  { "{'value':[],'nextLink':5}", "f:1:24: found 5, expected a text in nextLink" },
  { "{'value':[" LOT ",]}", "f:1:49: found \"]\" after a trailing comma" },
  { LOT " x", "f:1:39: found \"x\"" },
};

START_TEST (what_is_no_page_is_refused)
{
  g_autoptr (McaBook) book = mca_book_new ();
  g_autoptr (GError) error = NULL;

  ck_assert (!sample_mca_add (book, "f", bad[_i].text, &error));
  ck_assert_msg (g_str_has_prefix (error->message, bad[_i].message), "%s", error->message);
}
END_TEST

START_TEST (other_kinds_can_be_refused)
{
  McaStream stream = { g_strdelimit (g_strdup ("[{'properties':{'invoiceDay':1}}]"), "'", '"'), 0 };
  const McaContent content
      = { .name = "f", .read = sample_mca_read, .stream = &stream, .lots_alone = TRUE };
  g_autoptr (McaBook) book = mca_book_new ();
  g_autoptr (GError) error = NULL;
  McaPage page;

  ck_assert (!mca_reader_read (&content, book, &page, &error));
  ck_assert_str_eq (error->message, "f:1:2: found a resource of another kind, expected lots");
  g_free (stream.text);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("mca-reader");
  TCase *tests = tcase_create ("mca-reader");

  tcase_add_loop_test (tests, a_page_is_what_it_says, 0, G_N_ELEMENTS (good));
  tcase_add_loop_test (tests, what_is_no_page_is_refused, 0, G_N_ELEMENTS (bad));
  tcase_add_test (tests, other_kinds_can_be_refused);
  suite_add_tcase (suite, tests);
  return suite;
}

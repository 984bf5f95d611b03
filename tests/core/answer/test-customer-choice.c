/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/answer/customer-choice.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>

static const struct
{
  const char *customer, *name;
} customers[] = {
  { "c9", "Contoso" },
  { "c1", "Contoso Ltd" },
  { "c2", "Fabrikam" },
  { "c3", "Fabrikam" },
  { "c4", "Juniper Analytics, Inc." },
  { "c5", "Brindle B\xc3\xa4"
          "ckerei" },
  { "c6", "Brindle Holding" },
  { "c7", " Tailspin " },
};

/* Ids of those found, in their order. */
static const struct
{
  const char *text;
  CustomerChoiceKind kind;
  const char *found;
} choices[] = {
  { "Contoso", CUSTOMER_CHOICE_ONE, "c9" }, /* a whole name wins over those that begin so */
  { "contoso l", CUSTOMER_CHOICE_ONE, "c1" },
  { "Conto", CUSTOMER_CHOICE_SEVERAL, "c9 c1" },
  { "FABRIKAM", CUSTOMER_CHOICE_SEVERAL, "c2 c3" },
  { "jun", CUSTOMER_CHOICE_ONE, "c4" },
  { "J", CUSTOMER_CHOICE_ONE, "c4" },
  { " Juniper ", CUSTOMER_CHOICE_ONE, "c4" },
  { "BRINDLE B\xc3\x84", CUSTOMER_CHOICE_ONE, "c5" }, /* case beyond ASCII */
  { "Brindle", CUSTOMER_CHOICE_SEVERAL, "c5 c6" },
  { "tailspin", CUSTOMER_CHOICE_ONE, "c7" },
  { "Analytics", CUSTOMER_CHOICE_NONE, "" }, /* no beginning */
  { "Junipr", CUSTOMER_CHOICE_NEAR, "c4" },  /* of its first word */
  { "Juniper Analitycs", CUSTOMER_CHOICE_NEAR, "c4" },
  { "Fabricam", CUSTOMER_CHOICE_NEAR, "c2 c3" },
  { "c5", CUSTOMER_CHOICE_ONE, "c5" },    /* an id */
  { "n0", CUSTOMER_CHOICE_ONE, "n0-n0" }, /* of no name */
  { "N0-", CUSTOMER_CHOICE_ONE, "n0-n0" },
  { "n", CUSTOMER_CHOICE_SEVERAL, "n0-n0 n1" },
  { "c", CUSTOMER_CHOICE_SEVERAL, "c7 c5 c6 c9 c1 c2 c3 c4" }, /* names and ids alike, each once */
  { "Wingtip", CUSTOMER_CHOICE_NONE, "" },
  { "", CUSTOMER_CHOICE_NONE, "" }, /* begins every name, and means none */
  { " ", CUSTOMER_CHOICE_NONE, "" },
  { "\xff", CUSTOMER_CHOICE_NONE, "" },
};

START_TEST (a_word_stands_for_those)
{
  RowIds *ids = build_ids ();
  g_autoptr (NameBook) names = name_book_new (ids);
  g_autoptr (GString) found = g_string_new (NULL);

  (void) row_ids_add (ids, ROW_ID_CUSTOMER, slice_of ("n0-n0"));
  (void) row_ids_add (ids, ROW_ID_CUSTOMER, slice_of ("n1"));
  for (guint i = 0; i < G_N_ELEMENTS (customers); i++)
    name_book_add (names, slice_of (customers[i].customer), slice_of (customers[i].name));
  g_autoptr (CustomerChoice) choice = customer_choice_new (names, choices[_i].text);
  for (guint i = 0; i < choice->found->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "",
                            g_array_index (choice->found, CustomerName, i).customer);
  ck_assert_int_eq (choice->kind, choices[_i].kind);
  ck_assert_str_eq (found->str, choices[_i].found);
}
END_TEST

START_TEST (without_names_there_is_no_choice)
{
  g_autoptr (NameBook) names = name_book_new (build_ids ());
  g_autoptr (CustomerChoice) choice = customer_choice_new (names, "Contoso");

  ck_assert_int_eq (choice->kind, CUSTOMER_CHOICE_NONE);
  ck_assert_uint_eq (choice->found->len, 0);
  customer_choice_free (NULL);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("customer-choice");
  TCase *tests = tcase_create ("customer-choice");

  tcase_add_loop_test (tests, a_word_stands_for_those, 0, G_N_ELEMENTS (choices));
  tcase_add_test (tests, without_names_there_is_no_choice);
  suite_add_tcase (suite, tests);
  return suite;
}

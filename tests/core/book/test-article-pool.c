/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/article-pool.h"
#include "test-main.h"

#include <check.h>

static const char *
hold (ArticlePool *pool, const char *product, const char *sku)
{
  return article_pool_hold (pool, slice_of (product), slice_of (sku));
}

START_TEST (an_article_is_product_and_sku_in_lower_case)
{
  g_autoptr (ArticlePool) pool = article_pool_new ();

  ck_assert_str_eq (hold (pool, "DZH318Z0BNZ5", "00AB"), "dzh318z0bnz5/00ab");
  ck_assert_str_eq (hold (pool, "dzh318", NULL), "dzh318/");
  ck_assert_str_eq (hold (pool, NULL, "0001"), "/0001");
  ck_assert_str_eq (hold (pool, NULL, NULL), "/");
  ck_assert_str_eq (article_pool_hold_text (pool, slice_of ("P/S")), "p/s");
  ck_assert_str_eq (article_pool_hold_text (pool, slice_of ("Q/T")), "q/t");
  article_pool_free (NULL);
}
END_TEST

START_TEST (each_text_is_kept_once)
{
  g_autoptr (ArticlePool) pool = article_pool_new ();
  const char *first = hold (pool, "P", "1");
  const char *other = hold (pool, "P", "2");

  ck_assert_ptr_eq (hold (pool, "p", "1"), first);
  ck_assert_ptr_eq (hold (pool, "p", "2"), other);
  ck_assert_ptr_ne (first, other);
}
END_TEST

START_TEST (texts_of_an_absorbed_pool_live_on)
{
  g_autoptr (ArticlePool) pool = article_pool_new ();
  ArticlePool *later = article_pool_new (), *last = article_pool_new ();
  const char *own = hold (pool, "p", "1");
  const char *same = hold (later, "p", "1"), *other = hold (later, "q", "2");
  const char *third = hold (last, "r", "3");

  article_pool_absorb (later, last);
  article_pool_free (last);
  article_pool_absorb (pool, later);
  ck_assert_str_eq (hold (later, "s", "4"), "s/4");
  article_pool_free (later);
  ck_assert_str_eq (own, "p/1");
  ck_assert_str_eq (same, "p/1");
  ck_assert_str_eq (other, "q/2");
  ck_assert_str_eq (third, "r/3");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("article-pool");
  TCase *tests = tcase_create ("articles");

  tcase_add_test (tests, an_article_is_product_and_sku_in_lower_case);
  tcase_add_test (tests, each_text_is_kept_once);
  tcase_add_test (tests, texts_of_an_absorbed_pool_live_on);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/html-frame.h"
#include "output/html/report-html-page.h"
#include "output/html/report-html.h"
#include "page/sample-page.h"
#include "test-main.h"

#include <check.h>
#include <stdlib.h>

static GString *
render (const Report *report)
{
  GString *text = g_string_new (NULL);
  g_autoptr (Sink) sink = sink_new_string (text);

  report_html_write (report, NULL, sink);
  ck_assert (sink_flush (sink, NULL));
  return text;
}

/* A strict scan: elements properly nested, attributes quoted, and none of either that the page is
   not made of. What fails is named. */

static const char *const elements[]
    = { "a",     "article", "b",        "body",    "br",     "button",     "circle",  "code",
        "dd",    "details", "div",      "dl",      "dt",     "figcaption", "figure",  "h1",
        "h2",    "h3",      "h4",       "head",    "header", "html",       "i",       "input",
        "label", "li",      "line",     "main",    "meta",   "nav",        "option",  "output",
        "p",     "polygon", "polyline", "pre",     "rect",   "script",     "section", "select",
        "small", "span",    "style",    "summary", "svg",    "table",      "tbody",   "td",
        "text",  "th",      "thead",    "title",   "tr",     "ul",         NULL };

static const char *const attributes[] = { "aria-label",
                                          "autocomplete",
                                          "charset",
                                          "class",
                                          "content",
                                          "cx",
                                          "cy",
                                          "data-column",
                                          "height",
                                          "hidden",
                                          "href",
                                          "http-equiv",
                                          "id",
                                          "lang",
                                          "name",
                                          "points",
                                          "preserveAspectRatio",
                                          "r",
                                          "role",
                                          "scope",
                                          "tabindex",
                                          "text-anchor",
                                          "type",
                                          "value",
                                          "viewBox",
                                          "width",
                                          "x",
                                          "x1",
                                          "x2",
                                          "y",
                                          "y1",
                                          "y2",
                                          NULL };

static const char *const voids[] = { "br", "input", "meta", NULL };

typedef struct
{
  const char *at;
  GPtrArray *open;
  guint scripts;
} Scan;

static char *
take_name (Scan *scan)
{
  const char *begin = scan->at;

  while (g_ascii_isalnum (*scan->at) || *scan->at == '-')
    scan->at++;
  return g_strndup (begin, (gsize) (scan->at - begin));
}

static void
scan_value (Scan *scan, const char *name)
{
  const char *end;

  ck_assert_msg (scan->at[1] == '"', "%s is not quoted", name);
  scan->at += 2;
  end = strchr (scan->at, '"');
  ck_assert_ptr_nonnull (end);
  for (const char *at = scan->at; at < end; at++)
    ck_assert_msg (*at != '<' && *at != '>', "raw %c in %s", *at, name);
  /* Links stay on the page. */
  ck_assert (strcmp (name, "href") != 0 || *scan->at == '#');
  scan->at = end + 1;
}

static void
scan_attributes (Scan *scan)
{
  while (*scan->at == ' ')
    {
      scan->at++;
      g_autofree char *name = take_name (scan);

      ck_assert_msg (g_strv_contains (attributes, name), "attribute %s", name);
      if (*scan->at == '=')
        scan_value (scan, name);
      else
        ck_assert_str_eq (name, "hidden");
    }
}

static void
scan_raw (Scan *scan, const char *element)
{
  g_autofree char *end = g_strconcat ("</", element, ">", NULL);

  scan->at = strstr (scan->at, end);
  ck_assert_ptr_nonnull (scan->at);
}

static void
scan_tag (Scan *scan)
{
  gboolean closes = scan->at[1] == '/';

  scan->at += closes ? 2 : 1;
  g_autofree char *name = take_name (scan);
  ck_assert_msg (g_strv_contains (elements, name), "element %s at %.40s", name, scan->at);
  if (closes)
    {
      ck_assert_uint_gt (scan->open->len, 0);
      ck_assert_str_eq (g_ptr_array_index (scan->open, scan->open->len - 1), name);
      g_ptr_array_set_size (scan->open, (gint) scan->open->len - 1);
    }
  else
    scan_attributes (scan);
  if (!closes && *scan->at != '/' && !g_strv_contains (voids, name))
    g_ptr_array_add (scan->open, g_strdup (name));
  scan->at += *scan->at == '/' ? 1 : 0;
  ck_assert_msg (*scan->at == '>', "%s ends with %.20s", name, scan->at);
  scan->at++;
  if (!closes && (strcmp (name, "style") == 0 || strcmp (name, "script") == 0))
    {
      scan->scripts += strcmp (name, "script") == 0;
      scan_raw (scan, name);
    }
}

static void
scan_reference (Scan *scan)
{
  static const char *const references[] = { "&amp;", "&lt;", "&gt;", "&quot;", "&#39;" };
  gboolean known = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (references); i++)
    known = known || g_str_has_prefix (scan->at, references[i]);
  ck_assert_msg (known, "reference %.10s", scan->at);
}

static void
assert_clean (const char *page)
{
  Scan scan = { .at = page, .open = g_ptr_array_new_with_free_func (g_free) };

  ck_assert (g_utf8_validate (page, -1, NULL));
  ck_assert (g_str_has_prefix (page, "<!DOCTYPE html>\n"));
  scan.at += strlen ("<!DOCTYPE html>");
  while (*scan.at != '\0')
    if (*scan.at == '<')
      scan_tag (&scan);
    else
      {
        if (*scan.at == '&')
          scan_reference (&scan);
        ck_assert_int_ne (*scan.at, '>');
        scan.at++;
      }
  ck_assert_uint_eq (scan.open->len, 0);
  ck_assert_uint_eq (scan.scripts, 1);
  g_ptr_array_unref (scan.open);
}

START_TEST (an_empty_report_is_a_whole_page)
{
  g_autoptr (Report) report = report_new (DAY_NONE, TRUE);
  g_autoptr (GString) page = render (report);

  assert_clean (page->str);
  ck_assert_ptr_nonnull (strstr (page->str, "<title>Azure Credit Offer reconciliation</title>"));
  ck_assert_ptr_nonnull (strstr (page->str, ">Nothing to tie out</b>"));
  ck_assert_ptr_nonnull (strstr (page->str, "<p>No findings.</p>"));
}
END_TEST

START_TEST (the_verdict_comes_first)
{
  g_autoptr (Report) report = sample_page_of_many (3, 2, 3);
  g_autoptr (GString) page = render (report);
  const char *verdict
      = strstr (page->str, "<p class=\"verdict\">ACO reconciled to 2026-10-31: 5 of "
                           "6 customer-months agree on 376.25 USD; 1 differs by "
                           "5.25 USD");

  ck_assert_ptr_nonnull (verdict);
  ck_assert_ptr_nonnull (strstr (page->str, "<b class=\"error\">Does not agree</b>"));
  ck_assert (verdict < strstr (page->str, "<table"));
  ck_assert (verdict < strstr (page->str, "<nav"));
}
END_TEST

static const struct
{
  TieOutResult result;
  FindingCode finding; /* FINDING_CODE_COUNT: none */
  const char *stamp;
} stamps[] = {
  { TIE_OUT_AGREES, FINDING_CODE_COUNT, "\"agrees\">Agrees<" },
  { TIE_OUT_ROUNDING, FINDING_AGREEMENT_EXPIRING, "\"notice\">Agrees, not to the cent<" },
  { TIE_OUT_AGREES, FINDING_AGREEMENT_VANISHED, "\"warning\">To be checked<" },
  { TIE_OUT_NOT_COMPARABLE, FINDING_CODE_COUNT, "\"warning\">Not reconciled<" },
  { TIE_OUT_NOT_COMPARABLE, FINDING_CREDIT_DECREASED, "\"error\">Not reconciled<" },
  { TIE_OUT_AGREES, FINDING_NOTHING_COMPARED, "\"warning\">Not reconciled<" },
  { TIE_OUT_AGREES, FINDING_ROW_REJECTED, "\"error\">Not reliable<" },
  { TIE_OUT_AGREES, FINDING_CREDIT_DECREASED, "\"error\">Does not agree<" },
  { TIE_OUT_DIFFERS, FINDING_CODE_COUNT, "\"error\">Does not agree<" },
};

START_TEST (the_stamp_promises_no_more_than_is_so)
{
  g_autoptr (Report) report = sample_report ();

  sample_add_tie_out (report, sample_tie_out ("c1", "A", "1", "1", "0", stamps[_i].result));
  if (stamps[_i].finding != FINDING_CODE_COUNT)
    sample_add_finding (report, sample_finding (stamps[_i].finding, "1", "it is so"));
  g_autoptr (GString) page = render (report);
  ck_assert_ptr_nonnull (strstr (page->str, stamps[_i].stamp));
}
END_TEST

START_TEST (figures_that_are_not_reliable_begin_with_a_banner)
{
  static const char banner[]
      = "<body class=\"unreliable\">\n<a class=\"skip\" href=\"#main\">Skip to content</a>\n"
        "<p class=\"banner\" role=\"alert\"><b>Do not rely on these "
        "figures.</b> NOT RELIABLE: rows of &lt;b&gt;.csv were read before and count twice "
        "(ACO907).</p>\n<header id=\"summary\">";
  g_autoptr (Report) report = sample_report ();
  g_autoptr (Report) fine = sample_report ();
  FindingRow row = sample_finding (FINDING_ROWS_READ_TWICE, "10", "rows");

  row.severity = SEVERITY_ERROR;
  row.file = "<b>.csv";
  sample_add_tie_out (report, sample_tie_out ("c1", "A", "1", "1", "0", TIE_OUT_AGREES));
  sample_add_tie_out (fine, sample_tie_out ("c1", "A", "1", "1", "0", TIE_OUT_AGREES));
  sample_add_finding (report, row);
  g_autoptr (GString) page = render (report);
  g_autoptr (GString) other = render (fine);
  ck_assert_ptr_nonnull (strstr (page->str, banner));
  ck_assert_ptr_nonnull (strstr (page->str, "<title>NOT RELIABLE: "));
  ck_assert_ptr_nonnull (strstr (page->str, "Customer-months, as read: 1 agrees."));
  ck_assert_ptr_nonnull (strstr (page->str, "@top-left{content:'NOT RELIABLE"));
  ck_assert_ptr_null (strstr (other->str, "NOT RELIABLE"));
  ck_assert_ptr_null (strstr (other->str, "class=\"unreliable\""));
}
END_TEST

START_TEST (the_head_says_how_the_page_was_made)
{
  static const char *const options[] = { "--tolerance=5", NULL };
  const ReportOrigin origin = { .options = options, .config_file = "<a>.ini" };
  g_autoptr (Report) report = sample_report ();

  report_set_origin (report, &origin);
  g_autoptr (GString) page = render (report);
  ck_assert_ptr_nonnull (strstr (page->str,
                                 "Made by " PACKAGE_STRING "; month: all; options: "
                                 "--tolerance=5 (configuration file: &lt;a&gt;.ini).</p>"));
}
END_TEST

START_TEST (an_incomplete_report_says_so)
{
  g_autoptr (Report) report = report_new (calendar_day (2026, 10, 31), FALSE);
  g_autoptr (GString) page = render (report);

  ck_assert_ptr_nonnull (strstr (page->str, "<b class=\"error\">Incomplete</b>"));
  ck_assert_ptr_nonnull (strstr (page->str, "<p class=\"verdict\">INCOMPLETE: "));
}
END_TEST

/* The policy names the very bytes of the block. */
static void
assert_hash (const char *page, const char *directive, const char *element)
{
  g_autofree char *begin_tag = g_strdup_printf ("<%s>", element);
  g_autofree char *end_tag = g_strdup_printf ("</%s>", element);
  const char *begin = strstr (page, begin_tag) + strlen (begin_tag);
  const char *end = strstr (begin, end_tag);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;

  g_checksum_update (checksum, (const guchar *) begin, end - begin);
  g_checksum_get_digest (checksum, digest, &length);
  g_autofree char *base64 = g_base64_encode (digest, length);
  g_autofree char *expected = g_strdup_printf ("; %s 'sha256-%s'; ", directive, base64);
  ck_assert_ptr_nonnull (strstr (page, expected));
}

START_TEST (the_policy_lets_in_the_two_blocks_and_nothing_else)
{
  g_autoptr (Report) report = sample_page_of_many (2, 2, 2);
  g_autoptr (GString) page = render (report);
  const char *policy = strstr (page->str, "<meta http-equiv=\"Content-Security-Policy\" content=\""
                                          "default-src 'none'; style-src 'sha256-");

  ck_assert_ptr_nonnull (policy);
  ck_assert (policy < strstr (page->str, "<style>"));
  assert_hash (page->str, "style-src", "style");
  assert_hash (page->str, "script-src", "script");
  ck_assert_ptr_null (strstr (page->str, "unsafe"));
}
END_TEST

START_TEST (nothing_is_loaded_from_anywhere)
{
  static const char *const words[]
      = { "http:", "https:", "//", "url(", "@import", "src=", "<link", "<img", "style=" };
  g_autoptr (Report) report = sample_page_of_many (4, 3, 2);
  g_autoptr (GString) page = render (report);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    ck_assert_msg (strstr (page->str, words[i]) == NULL, "%s", words[i]);
}
END_TEST

START_TEST (two_runs_give_the_same_bytes)
{
  g_autoptr (Report) report = sample_page_of_many (40, 4, 3);
  g_autoptr (Report) again = sample_page_of_many (40, 4, 3);
  g_autoptr (GString) first = render (report);
  g_autoptr (GString) second = render (again);

  ck_assert_str_eq (first->str, second->str);
  assert_clean (first->str);
}
END_TEST

/* Every anchor that is linked to is there, once. */
START_TEST (anchors_lead_somewhere)
{
  g_autoptr (Report) report = sample_page_of_many (12, 3, 3);
  g_autoptr (GString) page = render (report);
  guint links = 0;

  for (const char *at = page->str; (at = strstr (at, "href=\"#")) != NULL; links++)
    {
      at += strlen ("href=\"#");
      g_autofree char *id = g_strndup (at, (gsize) (strchr (at, '"') - at));
      g_autofree char *anchor = g_strdup_printf (" id=\"%s\"", id);
      const char *found = strstr (page->str, anchor);

      ck_assert_msg (found != NULL, "%s", id);
      ck_assert_ptr_null (strstr (found + 1, anchor));
    }
  ck_assert_uint_gt (links, 12);
}
END_TEST

/* Payloads in every text column of every table. */

static const char *const payloads[] = {
  "<script>alert(1)</script>",
  "</script><script>alert(1)</script>",
  "</style><script>alert(1)</script>",
  "</title><script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<img src=\"x\" onerror=\"alert(1)\">",
  "<IMG SRC=javascript:alert(1)>",
  "<svg onload=alert(1)>",
  "<svg/onload=alert(1)>",
  "<svg><script>alert(1)</script></svg>",
  "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
  "<body onload=alert(1)>",
  "<iframe src=javascript:alert(1)></iframe>",
  "<iframe srcdoc='<script>alert(1)</script>'>",
  "<object data=javascript:alert(1)>",
  "<embed src=javascript:alert(1)>",
  "<link rel=stylesheet href=//evil.example/x.css>",
  "<style>@import '//evil.example/x.css';</style>",
  "<base href=//evil.example/>",
  "<meta http-equiv=refresh content='0;url=//evil.example/'>",
  "<meta http-equiv=Content-Security-Policy content=''>",
  "<form action=//evil.example/><input type=submit>",
  "<a href=javascript:alert(1)>x</a>",
  "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
  "<details open ontoggle=alert(1)>",
  "<input autofocus onfocus=alert(1)>",
  "<select autofocus onfocus=alert(1)>",
  "<textarea autofocus onfocus=alert(1)>",
  "<video src=x onerror=alert(1)>",
  "<audio src=x onerror=alert(1)>",
  "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
  "<table background=javascript:alert(1)>",
  "<div style='background:url(javascript:alert(1))'>",
  "<div style=width:expression(alert(1))>",
  "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
  "<template><script>alert(1)</script></template>",
  "<!--<script>alert(1)</script>-->",
  "--><script>alert(1)</script>",
  "<![CDATA[<script>alert(1)</script>]]>",
  "<?xml version='1.0'?><script>alert(1)</script>",
  "\" onmouseover=\"alert(1)",
  "' onmouseover='alert(1)",
  "\"><script>alert(1)</script>",
  "'><script>alert(1)</script>",
  "\" autofocus onfocus=alert(1) x=\"",
  "` onmouseover=alert(1) `",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "&#60;script&#62;alert(1)&#60;/script&#62;",
  "&#x3c;img src=x onerror=alert(1)&#x3e;",
  "javascript:alert(1)",
  "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
  "{{constructor.constructor('alert(1)')()}}",
  "${alert(1)}",
  "\\x3cscript\\x3ealert(1)\\x3c/script\\x3e",
  "\xc0\xbcscript\xc0\xbe"
  "alert(1)",
  "<scr\x01ipt>alert(1)</scr\x01ipt>",
  "\xef\xbc\x9cscript\xef\xbc\x9e"
  "alert(1)",
  "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
  "\xe2\x80\xae>tpircs/<)1(trela>tpircs<",
  "</td></tr></table><script>alert(1)</script>",
  "</svg></section></main></body></html><script>alert(1)</script>",
  "<a id=findings name=findings>",
  "\n<script\n>alert(1)</script\n>",
  "<<script>alert(1)//<</script>",
  "&",
  "<",
  "\xff\xfe<script>",
};

START_TEST (script_payloads_are_text)
{
  g_autoptr (Report) report = sample_page_of_text (payloads[_i]);
  g_autoptr (GString) page = render (report);

  assert_clean (page->str);
  ck_assert_ptr_null (strstr (page->str, "<script>alert"));
}
END_TEST

START_TEST (formula_payloads_are_shown_as_they_are)
{
  static const char *const formulas[] = { "=1+1",
                                          "+1",
                                          "-1",
                                          "@SUM(A1)",
                                          " =1",
                                          "\xc2\xa0=1",
                                          "\xef\xbb\xbf=1",
                                          "\xe2\x80\x8b=1",
                                          "\xef\xbc\x9d"
                                          "1",
                                          "\xef\xbc\x8b"
                                          "1",
                                          "\xef\xbc\x8d"
                                          "1",
                                          "\xef\xbc\xa0"
                                          "1" };
  g_autoptr (Report) report = sample_page_of_text (formulas[_i % 12]);
  g_autoptr (GString) page = render (report);

  assert_clean (page->str);
  ck_assert_ptr_null (strstr (page->str, ">&#39;"));
}
END_TEST

START_TEST (a_large_report_stays_small_and_tells_what_it_leaves_out)
{
  g_autoptr (Report) report = sample_page_of_many (5000, 12, _i == 0 ? 1 : 25);
  g_autoptr (GString) page = render (report);

  ck_assert_uint_lt (page->len, REPORT_HTML_BYTES_MAX);
  ck_assert_ptr_nonnull (strstr (page->str, " of 60000 rows; those that agree"));
  ck_assert_ptr_nonnull (strstr (page->str, " of 5000 customers, "));
  ck_assert_ptr_nonnull (strstr (page->str, "<code>tieout.csv</code> of the report pack."));
  assert_clean (page->str);
}
END_TEST

/* As long as a cell may be, and letters that take no room on the screen. */
START_TEST (long_texts_are_shortened)
{
  g_autofree char *letters = g_strnfill (1024 * 1024, '<');
  g_autoptr (GString) marks = g_string_new ("a");

  while (marks->len < 1024 * 1024)
    g_string_append (marks, "\xcc\x81");

  g_autoptr (Report) report = sample_page_of_text (_i == 0 ? letters : marks->str);
  g_autoptr (GString) page = render (report);

  ck_assert_uint_lt (page->len, 100 * 1024);
  assert_clean (page->str);
}
END_TEST

/* Invoices, files and currencies without end. */
START_TEST (no_table_is_without_limit)
{
  g_autoptr (Report) report = sample_report ();

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *name = g_strdup_printf ("%05u-%s", i, "a-long-name-of-a-file-or-invoice");
      const char *text = report_text (report, name);
      InputRow input = { .file = text, .kind = KIND_INVOICE, .rows = 1 };
      InvoiceRow invoice = { .invoice = text, .currency = "USD" };
      WaterfallRow waterfall
          = { .customer_id = "c1", .currency = text, .month = calendar_month (2026, 10) };
      TotalsRow totals = { .currency = text };

      report_append (report, REPORT_INPUTS, &input);
      report_append (report, REPORT_INVOICES, &invoice);
      report_append (report, REPORT_WATERFALL, &waterfall);
      report_append (report, REPORT_TOTALS, &totals);
      sample_add_finding (report,
                          sample_finding ((FindingCode) (i % FINDING_CODE_COUNT), "1", text));
      sample_add_agreement (report, "c1", "Contoso", AGREEMENT_EXPIRED, "1", "0", "1", -1);
      sample_add_tie_out (report,
                          sample_tie_out ("c1", "Contoso", "1", "2", "-1", TIE_OUT_DIFFERS));
    }
  report_sort (report);

  g_autoptr (GString) page = render (report);
  ck_assert_uint_lt (page->len, REPORT_HTML_BYTES_MAX);
  assert_clean (page->str);
}
END_TEST

/* Every table of a report with more than there is room for, and every customer with something to
   tell: each has only its share. */
START_TEST (all_tables_at_once_have_room)
{
  g_autoptr (Report) report = sample_page_begin_many (1500, 6, 1);

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *name = g_strdup_printf ("%05u-%s", i, "a-long-name-of-a-file-or-invoice");
      const char *text = report_text (report, name);
      const InputRow input = { .file = text, .kind = KIND_INVOICE, .rows = 1 };
      const InvoiceRow invoice = { .invoice = text, .currency = "USD" };
      const WaterfallRow waterfall
          = { .customer_id = "c1", .currency = text, .month = calendar_month (2026, 10) };
      const TotalsRow totals = { .currency = text };
      const CaseRow case_row = { .name = "a-case",
                                 .currency = "USD",
                                 .severity = SEVERITY_ERROR,
                                 .sentence = text,
                                 .remedy = text,
                                 .ticket = text,
                                 .open = 1 };

      report_append (report, REPORT_INPUTS, &input);
      report_append (report, REPORT_INVOICES, &invoice);
      report_append (report, REPORT_WATERFALL, &waterfall);
      report_append (report, REPORT_TOTALS, &totals);
      report_append (report, REPORT_CASES, &case_row);
      sample_add_finding (report,
                          sample_finding ((FindingCode) (i % FINDING_CODE_COUNT), "1", text));
    }
  report_sort (report);

  g_autoptr (GString) page = render (report);
  ck_assert_uint_lt (page->len, REPORT_HTML_BYTES_MAX);
  ck_assert_uint_gt (page->len, HTML_SHARES - HTML_SHARE_TREND - HTML_SHARE_EVIDENCE - 100 * 1024);
  assert_clean (page->str);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("report-html");
  TCase *tests = tcase_create ("report-html");

  tcase_set_timeout (tests, 60); /* large pages, on a busy machine */

  tcase_add_test (tests, an_empty_report_is_a_whole_page);
  tcase_add_test (tests, the_verdict_comes_first);
  tcase_add_loop_test (tests, the_stamp_promises_no_more_than_is_so, 0, G_N_ELEMENTS (stamps));
  tcase_add_test (tests, an_incomplete_report_says_so);
  tcase_add_test (tests, figures_that_are_not_reliable_begin_with_a_banner);
  tcase_add_test (tests, the_head_says_how_the_page_was_made);
  tcase_add_test (tests, the_policy_lets_in_the_two_blocks_and_nothing_else);
  tcase_add_test (tests, nothing_is_loaded_from_anywhere);
  tcase_add_test (tests, two_runs_give_the_same_bytes);
  tcase_add_test (tests, anchors_lead_somewhere);
  tcase_add_loop_test (tests, script_payloads_are_text, 0, G_N_ELEMENTS (payloads));
  tcase_add_loop_test (tests, formula_payloads_are_shown_as_they_are, 0, 12);
  tcase_add_loop_test (tests, a_large_report_stays_small_and_tells_what_it_leaves_out, 0, 2);
  tcase_add_loop_test (tests, long_texts_are_shortened, 0, 2);
  tcase_add_test (tests, no_table_is_without_limit);
  tcase_add_test (tests, all_tables_at_once_have_room);
  suite_add_tcase (suite, tests);
  return suite;
}

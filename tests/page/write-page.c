/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "output/html/report-html.h"
#include "sample-page.h"

/*
 * write-page hostile|small|large: writes the page of a report made by hand to standard output, for
 * the browser test.
 */
static Report *
make_report (const char *name)
{
  if (strcmp (name, "hostile") == 0)
    return sample_page_of_text ("<script>document.documentElement.className='owned'</script>"
                                "<img src=x onerror=\"document.title='owned'\">");
  if (strcmp (name, "small") == 0)
    return sample_page_of_many (12, 6, 3);
  if (strcmp (name, "large") == 0)
    return sample_page_of_many (5000, 12, 2);
  return NULL;
}

int
main (int argc, char **argv)
{
  g_autoptr (Report) report = argc == 2 ? make_report (argv[1]) : NULL;
  g_autoptr (Sink) sink = sink_new_stdout ();

  if (report == NULL)
    return EXIT_FAILURE;
  report_html_write (report, NULL, sink);
  return sink_flush (sink, NULL) ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* SPDX-License-Identifier: MIT */
#ifndef INPUT_SERVICE_PAGE_LINKS_H
#define INPUT_SERVICE_PAGE_LINKS_H

#include "core/record/service-answer.h"

/**
 * Where a page leads (credits contract, sections 1.1 and 5): its nextLink and, of a page of
 * accounts, the billing profiles. That the page is what it should be, is judged elsewhere.
 */
gboolean page_links_read (const char *name, Slice body, ServicePage *page, GError **error);

#endif

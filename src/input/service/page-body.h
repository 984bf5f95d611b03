/* SPDX-License-Identifier: MIT */
#ifndef INPUT_SERVICE_PAGE_BODY_H
#define INPUT_SERVICE_PAGE_BODY_H

#include "core/record/service-answer.h"

/**
 * A page as it may be saved (credits contract, section 5): one of the @kind, or empty, that
 * `acorecon mca` will not refuse; and where it leads.
 */
gboolean page_body_read (const char *name, ServiceKind kind, Slice body, ServicePage *page,
                         GError **error);

#endif

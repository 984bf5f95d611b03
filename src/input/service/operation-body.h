/* SPDX-License-Identifier: MIT */
#ifndef INPUT_SERVICE_OPERATION_BODY_H
#define INPUT_SERVICE_OPERATION_BODY_H

#include "core/record/service-answer.h"

/**
 * How far an export is (credits contract, section 5): its status, and where the manifest lies. Any
 * status that is not documented is refused.
 */
gboolean operation_body_read (const char *name, Slice body, ServiceOperation *operation,
                              GError **error);

/** The code of an error that a service tells; NULL: it tells none that looks like one. */
char *operation_body_error_code (Slice body);

#endif

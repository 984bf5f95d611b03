/* SPDX-License-Identifier: MIT */
#ifndef INPUT_SERVICE_MANIFEST_BODY_H
#define INPUT_SERVICE_MANIFEST_BODY_H

#include "core/record/service-answer.h"

/**
 * The manifest of an export (credits contract, section 5): which blobs there are and how they are
 * asked for. There are as many as blobCount says.
 */
gboolean manifest_body_read (const char *name, Slice body, ServiceManifest *manifest,
                             GError **error);

#endif

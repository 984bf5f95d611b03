/* SPDX-License-Identifier: MIT */
#ifndef INPUT_SERVICE_BLOB_BODY_H
#define INPUT_SERVICE_BLOB_BODY_H

#include "base/slice.h"

/** A gzip file from its first byte to its last, whose sums agree; and not an empty one. */
gboolean blob_body_is_whole (Slice body);

#endif

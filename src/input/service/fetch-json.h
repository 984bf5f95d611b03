/* SPDX-License-Identifier: MIT */
#ifndef INPUT_SERVICE_FETCH_JSON_H
#define INPUT_SERVICE_FETCH_JSON_H

#include "base/slice.h"
#include "core/record/fetch-record.h"

/** What a fetch.json says. NULL with RECON_ERROR_INPUT: it is none, or one of another schema. */
FetchRecord *fetch_json_read (const char *name, Slice text, GError **error);

#endif

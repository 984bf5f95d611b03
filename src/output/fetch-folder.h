/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_FETCH_FOLDER_H
#define OUTPUT_FETCH_FOLDER_H

#include "core/record/fetch-record.h"
#include "output/pack-folder.h"

/**
 * The folder of a fetch from outside: files of any name, and the fetch.json that says what they
 * are (credits contract, section 5).
 */
#define FETCH_FOLDER_RECORD "fetch.json"

/** Known by its fetch.json; static. */
const PackKind *fetch_folder_kind (void);

/** The fetch.json of @record: appends it. */
void fetch_folder_append_record (const FetchRecord *record, GString *out);

#endif

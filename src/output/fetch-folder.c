/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/fetch-folder.h"

#include <string.h>

#include "output/folder-listing.h"
#include "output/table/json-text.h"

#define SCHEMA "acorecon.fetch/"
#define START_BYTES 256 /* within which it says its schema */

static gboolean
is_name (const PackKind *kind G_GNUC_UNUSED, const char *name)
{
  return name[0] != '.';
}

static gboolean
is_ours (const PackKind *kind G_GNUC_UNUSED, int folder)
{
  char start[START_BYTES + 1] = "";

  return folder_listing_read_start (folder, FETCH_FOLDER_RECORD, start, START_BYTES) > 0
         && strstr (start, SCHEMA) != NULL;
}

const PackKind *
fetch_folder_kind (void)
{
  static const PackKind kind = {
    .what = "a fetch",
    .is_name = is_name,
    .is_ours = is_ours,
    .not_ours = "is not empty and has no fetch.json; name a new or empty folder",
    .earlier = "holds an earlier fetch; --force replaces it",
  };

  return &kind;
}

static void
append_member (GString *out, const char *name, const char *text)
{
  g_string_append_printf (out, "\"%s\": ", name);
  json_text_append (out, text);
}

static void
append_file (GString *out, const FetchRecordFile *file)
{
  static const char *const next[] = {
    [FETCH_NO_PAGE] = "null",
    [FETCH_LAST_PAGE] = "false",
    [FETCH_NEXT_PAGE] = "true",
  };

  g_string_append (out, "    { ");
  append_member (out, "file", file->file);
  g_string_append (out, ", ");
  append_member (out, "request", file->request);
  g_string_append (out, ", ");
  append_member (out, "sha256", file->sha256);
  g_string_append_printf (out, ", \"bytes\": %" G_GUINT64_FORMAT ", \"next\": %s }", file->bytes,
                          next[file->next]);
}

void
fetch_folder_append_record (const FetchRecord *record, GString *out)
{
  g_string_append (out, "{\n  \"schema\": \"" SCHEMA "1\",\n  ");
  append_member (out, "command", record->command);
  g_string_append (out, ",\n  ");
  append_member (out, "base_url", record->base_url);
  g_string_append_printf (out, ",\n  \"parameters\": %s,\n  \"complete\": %s,\n  \"files\": [",
                          record->parameters, record->complete ? "true" : "false");
  for (guint i = 0; i < record->files->len; i++)
    {
      g_string_append (out, i == 0 ? "\n" : ",\n");
      append_file (out, g_ptr_array_index (record->files, i));
    }
  g_string_append (out, record->files->len > 0 ? "\n  ]\n}\n" : "]\n}\n");
}

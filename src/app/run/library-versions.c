/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/run/library-versions.h"

#include <csv.h>
#include <gmp.h>
#include <json-c/json.h>
#include <libsmartcols/libsmartcols.h>
#include <sqlite3.h>
#include <string.h>
#include <zlib.h>
#ifdef HAVE_ISAL
#include <isa-l.h>
#endif

#include "base/late/archive-library.h"
#include "base/late/crypto-library.h"
#ifdef HAVE_CURL
#include "base/late/curl-library.h"
#endif

#define COMPILED " (compiled with)" /* it has nothing to ask at run time */

static void
append (GString *out, const char *name, const char *version)
{
  g_string_append_printf (out, "%s %s\n", name, version);
}

static void
append_number (GString *out, const char *name, const guint parts[3], const char *remark)
{
  g_string_append_printf (out, "%s %u.%u.%u%s\n", name, parts[0], parts[1], parts[2], remark);
}

/* Of "libfoo/1.2 OpenSSL/3.0" and "libfoo 1.2", which go on, the 1.2. @text: NULL: not there. */
static void
append_told (GString *out, const char *name, const char *text)
{
  if (text == NULL)
    {
      append (out, name, "cannot be loaded");
      return;
    }
  text += strcspn (text, " /");
  if (*text != '\0')
    text++;
  g_string_append_printf (out, "%s %.*s\n", name, (int) strcspn (text, " "), text);
}

static void
append_isal (GString *out)
{
#ifdef HAVE_ISAL
  append_number (out, "isa-l",
                 (guint[]){ ISAL_MAJOR_VERSION, ISAL_MINOR_VERSION, ISAL_PATCH_VERSION }, COMPILED);
#else
  append (out, "isa-l", "built without");
#endif
}

static void
append_curl (GString *out)
{
#ifdef HAVE_CURL
  append_told (out, "libcurl", curl_library_open (NULL) ? curl_version () : NULL);
#else
  append (out, "libcurl", "built without");
#endif
}

static void
append_smartcols (GString *out)
{
  const char *version = NULL;

  (void) scols_get_library_version (&version);
  append (out, "libsmartcols", version);
}

void
library_versions_append (GString *out)
{
  append_number (out, "GLib",
                 (guint[]){ glib_major_version, glib_minor_version, glib_micro_version }, "");
  append (out, "GMP", gmp_version);
  append_isal (out);
  append (out, "json-c", json_c_version ());
  append_told (out, "libarchive", archive_library_open (NULL) ? archive_version_string () : NULL);
  append_told (out, "libcrypto",
               crypto_library_open (NULL) ? OpenSSL_version (OPENSSL_VERSION) : NULL);
  append_number (out, "libcsv", (guint[]){ CSV_MAJOR, CSV_MINOR, CSV_RELEASE }, COMPILED);
  append_curl (out);
  append_smartcols (out);
  append (out, "SQLite", sqlite3_libversion ());
  append (out, "zlib", zlibVersion ());
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <string.h>

#include "base/recon-error.h"
#include "fetch/service-url.h"
#include "fuzz-target.h"
#include "input/service/fetch-json.h"
#include "input/service/manifest-body.h"
#include "input/service/operation-body.h"
#include "input/service/page-body.h"

/*
 * What a service may answer: every body is read or refused with its place, the manifest that is
 * saved differs only in its secret, and whatever reads as a URL reads the same again. The
 * choice is the kind of body.
 */

static void
check_manifest (Slice body)
{
  g_auto (ServiceManifest) manifest = { 0 };
  g_auto (ServiceManifest) again = { 0 };

  if (!manifest_body_read ("m", body, &manifest, NULL))
    return;
  const Slice saved = { manifest.text->str, manifest.text->len };
  REQUIRE (manifest_body_read ("m", saved, &again, NULL));
  REQUIRE (*again.sas == '\0');
  REQUIRE (again.blobs->len == manifest.blobs->len);
  REQUIRE (g_strcmp0 (again.etag, manifest.etag) == 0);
  REQUIRE (saved.length <= body.length);
}

static void
check_operation (Slice body)
{
  g_auto (ServiceOperation) operation = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *code = operation_body_error_code (body);

  REQUIRE (code == NULL || strlen (code) <= 100);
  if (!operation_body_read ("o", body, &operation, &error))
    REQUIRE (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
  else if (operation.manifest.length > 0)
    REQUIRE (operation.manifest.text[0] == '{'
             && operation.manifest.text[operation.manifest.length - 1] == '}');
}

static void
check_page (ServiceKind kind, Slice body)
{
  g_auto (ServicePage) page = { 0 };
  g_autoptr (GError) error = NULL;

  if (!page_body_read ("p", kind, body, &page, &error))
    REQUIRE (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
}

static void
check_url (Slice body)
{
  g_autofree char *text = slice_dup (body);
  g_autoptr (ServiceUrl) url = service_url_parse (text, NULL);

  if (url == NULL)
    return;
  g_autofree char *written = service_url_text (url);
  g_autoptr (ServiceUrl) again = service_url_parse (written, NULL);
  REQUIRE (again != NULL && service_url_is_same_origin (url, again));
  g_autofree char *rewritten = service_url_text (again);
  REQUIRE (g_str_equal (written, rewritten));
}

static void
check_record (Slice body)
{
  FetchRecord *record = fetch_json_read ("f", body, NULL);

  if (record != NULL)
    REQUIRE (fetch_record_is_same (record, record));
  fetch_record_free (record);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  if (size < 2)
    return 0;
  const Slice body = { (const char *) data + 2, size - 2 };
  switch (data[0] % 8)
    {
    case 0:
      check_manifest (body);
      break;
    case 1:
      check_operation (body);
      break;
    case 2:
      check_url (body);
      break;
    case 3:
      check_record (body);
      break;
    default:
      check_page ((ServiceKind) (data[0] % 4), body);
      break;
    }
  return 0;
}

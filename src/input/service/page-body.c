/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/service/page-body.h"

#include <string.h>

#include "base/recon-error.h"
#include "input/mca/mca-reader.h"
#include "input/service/page-links.h"

static gssize
read_slice (void *data, char *buffer, gsize size, GError **error G_GNUC_UNUSED)
{
  Slice *rest = data;
  const gsize count = MIN (size, rest->length);

  memcpy (buffer, rest->text, count);
  rest->text += count;
  rest->length -= count;
  return (gssize) count;
}

static gboolean
is_of_kind (const McaPage *page, ServiceKind kind)
{
  static const McaKind kinds[] = {
    [SERVICE_ACCOUNTS] = MCA_ACCOUNTS,
    [SERVICE_BALANCE] = MCA_BALANCE,
    [SERVICE_LOTS] = MCA_LOTS,
    [SERVICE_EVENTS] = MCA_EVENTS,
  };

  return page->kind == MCA_EMPTY || page->kind == kinds[kind];
}

gboolean
page_body_read (const char *name, ServiceKind kind, Slice body, ServicePage *page, GError **error)
{
  static const char *const words[] = {
    [SERVICE_ACCOUNTS] = "billing accounts",
    [SERVICE_BALANCE] = "a balance summary",
    [SERVICE_LOTS] = "lots",
    [SERVICE_EVENTS] = "events",
  };
  g_autoptr (McaBook) book = mca_book_new ();
  Slice rest = body;
  const McaContent content = { .name = name, .read = read_slice, .stream = &rest };
  McaPage read;

  if (!mca_reader_read (&content, book, &read, error))
    return FALSE;
  if (is_of_kind (&read, kind))
    return page_links_read (name, body, page, error);
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               "%s:%" G_GUINT64_FORMAT ":1: found resources of another kind, expected %s", name,
               read.line, words[kind]);
  return FALSE;
}

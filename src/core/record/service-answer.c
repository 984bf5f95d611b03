/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/record/service-answer.h"

void
service_answer_free_profile (ServiceProfile *profile)
{
  g_free (profile->account);
  g_free (profile->name);
  g_free (profile->id);
  g_free (profile);
}

void
service_answer_clear_page (ServicePage *page)
{
  g_clear_pointer (&page->next, g_free);
  g_clear_pointer (&page->profiles, g_ptr_array_unref);
}

void
service_answer_clear_operation (ServiceOperation *operation)
{
  g_clear_pointer (&operation->code, g_free);
  g_clear_pointer (&operation->link, g_free);
}

static void
free_text (GString *text)
{
  g_string_free (text, TRUE);
}

void
service_answer_clear_manifest (ServiceManifest *manifest)
{
  g_clear_pointer (&manifest->etag, g_free);
  g_clear_pointer (&manifest->root, g_free);
  g_clear_pointer (&manifest->sas, g_free);
  g_clear_pointer (&manifest->blobs, g_ptr_array_unref);
  g_clear_pointer (&manifest->text, free_text);
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/event-body.h"

const char *
event_body_kind_name (EventKind kind)
{
  static const char *const names[] = {
    [EVENT_CLOSE] = "close",   [EVENT_RESTATE] = "restate", [EVENT_GAP] = "gap",
    [EVENT_REOPEN] = "reopen", [EVENT_RESOLVE] = "resolve", [EVENT_PACK] = "pack",
  };

  g_assert ((guint) kind < G_N_ELEMENTS (names));
  return names[kind];
}

static void
append_character (GString *out, char c)
{
  switch (c)
    {
    case '"':
      g_string_append (out, "\\\"");
      break;
    case '\\':
      g_string_append (out, "\\\\");
      break;
    case '\n':
      g_string_append (out, "\\n");
      break;
    case '\t':
      g_string_append (out, "\\t");
      break;
    case '\r':
      g_string_append (out, "\\r");
      break;
    default:
      if ((guchar) c < 0x20)
        g_string_append_printf (out, "\\u%04x", (guint) (guchar) c);
      else
        g_string_append_c (out, c);
      break;
    }
}

static void
append_text (GString *out, const char *text)
{
  if (text == NULL)
    {
      g_string_append (out, "null");
      return;
    }
  g_string_append_c (out, '"');
  for (; *text != '\0'; text++)
    append_character (out, *text);
  g_string_append_c (out, '"');
}

static void
append_member (GString *out, const char *name, const char *text)
{
  g_string_append_printf (out, ",\"%s\":", name);
  append_text (out, text);
}

static void
append_options (GString *out, const char *const *options)
{
  if (options == NULL)
    {
      g_string_append (out, "null");
      return;
    }
  g_string_append_c (out, '[');
  for (guint i = 0; options[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_text (out, options[i]);
    }
  g_string_append_c (out, ']');
}

static void
append_input (GString *out, const EventInput *input)
{
  g_string_append_c (out, '[');
  append_text (out, input->file);
  g_string_append_c (out, ',');
  append_text (out, input->kind);
  if (input->sha256 != NULL)
    g_string_append_printf (out, ",%" G_GUINT64_FORMAT ",%" G_GUINT64_FORMAT ",", input->rows,
                            input->bytes);
  else
    g_string_append (out, ",null,null,");
  append_text (out, input->sha256);
  g_string_append_c (out, ']');
}

static void
append_inputs (GString *out, const GArray *inputs)
{
  if (inputs == NULL)
    {
      g_string_append (out, "null");
      return;
    }
  g_string_append_c (out, '[');
  for (guint i = 0; i < inputs->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_input (out, &g_array_index (inputs, EventInput, i));
    }
  g_string_append_c (out, ']');
}

static void
append_resolution (GString *out, const Event *event)
{
  append_member (out, "finding_id", event->finding_id);
  append_member (out, "finding_key", event->finding_key);
  append_member (out, "amount", event->amount);
  append_member (out, "resolution", event->resolution);
  append_member (out, "note", event->note);
  append_member (out, "by", event->by);
}

static void
append_seal (GString *out, const Event *event)
{
  append_member (out, "month", event->month);
  g_string_append_printf (out, ",\"version\":%" G_GINT64_FORMAT, event->version);
  append_member (out, "by", event->by);
  append_member (out, "approver", event->approver);
  append_member (out, "reason", event->reason);
  append_member (out, "program", event->program);
  g_string_append (out, ",\"options\":");
  append_options (out, event->options);
  append_member (out, "as_of", event->as_of);
  g_string_append (out, ",\"inputs\":");
  append_inputs (out, event->inputs);
  append_member (out, "content_sha256", event->content_sha256);
}

char *
event_body_print (const Event *event, gint64 n)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "{\"n\":%" G_GINT64_FORMAT, n);
  append_member (out, "at", event->at);
  append_member (out, "what", event_body_kind_name (event->kind));
  if (event->kind == EVENT_RESOLVE)
    append_resolution (out, event);
  else
    append_seal (out, event);
  g_string_append_c (out, '}');
  return g_string_free (out, FALSE);
}

char *
event_body_print_options (const char *const *options)
{
  GString *out = g_string_new (NULL);

  append_options (out, options);
  return g_string_free (out, FALSE);
}

char *
event_body_hash (const char *previous_hash, const char *body)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (sum, (const guchar *) previous_hash, -1);
  g_checksum_update (sum, (const guchar *) "\n", 1);
  g_checksum_update (sum, (const guchar *) body, -1);
  return g_strdup (g_checksum_get_string (sum));
}

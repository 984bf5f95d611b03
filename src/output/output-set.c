/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/output-set.h"

#include <pthread.h>
#include <string.h>

#include "base/recon-error.h"
#include "output/output-error.h"
#include "output/sink-crew.h"
#include "output/staged-target.h"

struct OutputSet
{
  pthread_mutex_t lock; /* held while targets come, take their places or go */
  gboolean prepared;
  gboolean committed;
  gboolean decided;
  gboolean is_shared;
  OutputSetFunc last_look; /* NULL: nobody wants it */
  gpointer last_look_data;
  const PackKind *kind;
  StagedTarget *folder; /* NULL: no pack */
  GPtrArray *targets;   /* of StagedTarget, the folder first */
  GPtrArray *sinks;     /* those that are open */
  SinkCrew *crew;       /* has those that were closed; NULL: none was */
  gboolean is_promised;
};

OutputSet *
output_set_new (const PackKind *kind, const char *folder, gboolean force)
{
  OutputSet *self = g_new0 (OutputSet, 1);

  pthread_mutex_init (&self->lock, NULL);
  self->kind = kind;
  self->targets = g_ptr_array_new_with_free_func ((GDestroyNotify) staged_target_free);
  self->sinks = g_ptr_array_new_with_free_func ((GDestroyNotify) sink_free);
  if (folder != NULL)
    {
      self->folder = staged_target_new (folder, kind, force);
      g_ptr_array_add (self->targets, self->folder);
    }
  return self;
}

void
output_set_set_shared (OutputSet *self, gboolean is_shared)
{
  self->is_shared = is_shared;
  if (self->folder != NULL)
    staged_target_set_shared (self->folder, is_shared);
}

static void
discard (OutputSet *self)
{
  g_clear_pointer (&self->crew, sink_crew_free);
  g_ptr_array_set_size (self->sinks, 0);
  for (guint i = 0; i < self->targets->len; i++)
    staged_target_unstage (g_ptr_array_index (self->targets, i));
}

void
output_set_discard (OutputSet *self)
{
  pthread_mutex_lock (&self->lock);
  discard (self);
  pthread_mutex_unlock (&self->lock);
}

void
output_set_free (OutputSet *self)
{
  if (self == NULL)
    return;
  sink_crew_free (self->crew);
  g_ptr_array_unref (self->sinks);
  g_ptr_array_unref (self->targets);
  pthread_mutex_destroy (&self->lock);
  g_free (self);
}

gboolean
output_set_check (OutputSet *self, GError **error)
{
  return self->folder == NULL || staged_target_check (self->folder, error);
}

/* NULL: the path does not lie directly in the pack's folder. */
static const char *
name_in_folder (const OutputSet *self, const char *path)
{
  if (self->folder == NULL)
    return NULL;

  g_autofree char *file = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = g_canonicalize_filename (staged_target_path (self->folder), NULL);
  g_autofree char *parent = g_path_get_dirname (file);
  const char *slash = strrchr (path, '/');
  return g_str_equal (parent, folder) ? (slash == NULL ? path : slash + 1) : NULL;
}

static gboolean
check_name_in_folder (const OutputSet *self, const char *name, GError **error)
{
  return self->kind->is_name (self->kind, name)
         || output_error_set (error, "%s: %s cannot hold \"%s\"", staged_target_path (self->folder),
                              self->kind->what, name);
}

gboolean
output_set_check_file (OutputSet *self, const char *path, GError **error)
{
  const char *name = name_in_folder (self, path);

  if (name != NULL)
    return check_name_in_folder (self, name, error);

  StagedTarget *target = staged_target_new (path, NULL, TRUE);
  gboolean fine = staged_target_check (target, error);
  staged_target_free (target);
  return fine;
}

static Sink *
add_sink (OutputSet *self, StagedTarget *target, const char *name, const char *failure,
          GError **error)
{
  g_assert (!self->prepared);
  Sink *sink = staged_target_new_sink (target, name, failure, error);

  if (sink != NULL)
    g_ptr_array_add (self->sinks, sink);
  return sink;
}

static gboolean
stage (OutputSet *self, StagedTarget *target, GError **error)
{
  pthread_mutex_lock (&self->lock);
  const gboolean fine = staged_target_check (target, error) && staged_target_stage (target, error);
  pthread_mutex_unlock (&self->lock);
  return fine;
}

/* Before the first file of the pack. */
static gboolean
stage_folder (OutputSet *self, GError **error)
{
  return staged_target_temporary_path (self->folder) != NULL || stage (self, self->folder, error);
}

static char *
failure_of_pack (const OutputSet *self, const char *name)
{
  return g_strdup_printf ("%s: cannot write %s", staged_target_path (self->folder),
                          self->kind->file != NULL ? self->kind->file : name);
}

Sink *
output_set_open (OutputSet *self, const char *name, GError **error)
{
  g_assert (self->folder != NULL && self->kind->is_name (self->kind, name));
  if (!stage_folder (self, error))
    return NULL;

  g_autofree char *failure = failure_of_pack (self, name);
  return add_sink (self, self->folder, name, failure, error);
}

static gboolean
has_target (const OutputSet *self, const char *path)
{
  g_autofree char *wanted = g_canonicalize_filename (path, NULL);
  gboolean found = FALSE;

  for (guint i = 0; i < self->targets->len && !found; i++)
    {
      const StagedTarget *target = g_ptr_array_index (self->targets, i);
      g_autofree char *other = g_canonicalize_filename (staged_target_path (target), NULL);

      found = g_str_equal (wanted, other);
    }
  return found;
}

Sink *
output_set_add_file (OutputSet *self, const char *path, GError **error)
{
  const char *name = name_in_folder (self, path);

  if (name != NULL)
    return check_name_in_folder (self, name, error) ? output_set_open (self, name, error) : NULL;
  if (has_target (self, path))
    {
      output_error_set (error, "%s: is named for two outputs", path);
      return NULL;
    }

  StagedTarget *target = staged_target_new (path, NULL, TRUE);
  staged_target_set_shared (target, self->is_shared);
  pthread_mutex_lock (&self->lock);
  g_ptr_array_add (self->targets, target);
  pthread_mutex_unlock (&self->lock);
  if (!stage (self, target, error))
    return NULL;

  g_autofree char *failure = g_strdup_printf ("%s: cannot write", path);
  return add_sink (self, target, NULL, failure, error);
}

static gboolean
wait_for_crew (OutputSet *self, GError **error)
{
  g_autoptr (GError) reason = NULL;

  return self->crew == NULL || sink_crew_wait (self->crew, &reason)
         || output_error_set (error, "%s", reason->message);
}

gboolean
output_set_finish_files (OutputSet *self, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (!wait_for_crew (self, error))
    return FALSE;
  for (guint i = 0; i < self->sinks->len; i++)
    if (!sink_finish (g_ptr_array_index (self->sinks, i), &reason))
      return output_error_set (error, "%s", reason->message);
  g_ptr_array_set_size (self->sinks, 0);
  return TRUE;
}

gboolean
output_set_close (OutputSet *self, Sink *sink, GError **error)
{
  guint index;

  if (self->crew == NULL)
    self->crew = sink_crew_new ();
  if (g_ptr_array_find (self->sinks, sink, &index))
    g_ptr_array_steal_index_fast (self->sinks, index);
  return sink_crew_take (self->crew, sink) || wait_for_crew (self, error);
}

typedef gboolean (*TargetFunc) (StagedTarget *target, GError **error);

/* Up to the first that fails. */
static gboolean
each_staged (OutputSet *self, TargetFunc func, GError **error)
{
  gboolean fine = TRUE;

  for (guint i = 0; i < self->targets->len && fine; i++)
    {
      StagedTarget *target = g_ptr_array_index (self->targets, i);
      if (staged_target_temporary_path (target) != NULL)
        fine = func (target, error);
    }
  return fine;
}

gboolean
output_set_prepare (OutputSet *self, GError **error)
{
  g_assert (!self->prepared);
  if (!output_set_finish_files (self, error))
    return FALSE;
  if (!each_staged (self, staged_target_prepare, error))
    return FALSE;
  self->prepared = TRUE;
  return TRUE;
}

gboolean
output_set_promise (OutputSet *self, GError **error)
{
  g_assert (self->prepared);
  self->is_promised = each_staged (self, staged_target_promise, error);
  return self->is_promised;
}

void
output_set_give_up (OutputSet *self)
{
  self->is_promised = FALSE;
  for (guint i = 0; i < self->targets->len; i++)
    staged_target_give_up (g_ptr_array_index (self->targets, i));
}

/* Backwards, so that each finds things as it left them. */
static void
withdraw_all (OutputSet *self, GError **error)
{
  for (guint i = self->targets->len; i-- > 0;)
    {
      StagedTarget *target = g_ptr_array_index (self->targets, i);

      if (staged_target_withdraw (target))
        continue;
      g_clear_error (error);
      g_set_error (error, RECON_ERROR, RECON_ERROR_OUTPUT,
                   "%s: cannot be put back; what stood there before is in %s",
                   staged_target_path (target), staged_target_temporary_path (target));
    }
}

static gboolean
commit (OutputSet *self, GError **error)
{
  GError *reason = NULL;

  const gboolean is_published = each_staged (self, staged_target_publish, &reason);

  if (!is_published || !each_staged (self, staged_target_sync_place, &reason))
    {
      if (!is_published || !self->is_promised)
        withdraw_all (self, &reason);
      discard (self);
      g_propagate_error (error, reason);
      return FALSE;
    }
  for (guint i = 0; i < self->targets->len; i++)
    staged_target_settle (g_ptr_array_index (self->targets, i));
  return TRUE;
}

void
output_set_decide (OutputSet *self)
{
  pthread_mutex_lock (&self->lock);
  if (self->last_look != NULL && !self->decided)
    self->last_look (self->last_look_data);
  self->decided = TRUE;
  pthread_mutex_unlock (&self->lock);
}

gboolean
output_set_commit (OutputSet *self, GError **error)
{
  g_assert (self->prepared);
  output_set_decide (self);
  pthread_mutex_lock (&self->lock);
  self->committed = commit (self, error);
  pthread_mutex_unlock (&self->lock);
  return self->committed;
}

gboolean
output_set_is_committed (const OutputSet *self)
{
  return self->committed;
}

void
output_set_set_last_look (OutputSet *self, OutputSetFunc look, gpointer data)
{
  self->last_look = look;
  self->last_look_data = data;
}

void
output_set_abandon_here (OutputSet *self)
{
  for (guint i = 0; i < self->targets->len; i++)
    staged_target_abandon (g_ptr_array_index (self->targets, i));
}

/* The lock is never given back: nothing may be staged or committed any more. */
gboolean
output_set_abandon (OutputSet *self)
{
  pthread_mutex_lock (&self->lock);
  if (self->decided)
    {
      pthread_mutex_unlock (&self->lock);
      return FALSE;
    }
  output_set_abandon_here (self);
  return TRUE;
}

const char *
output_set_temporary_path (const OutputSet *self, guint index)
{
  for (guint i = 0; i < self->targets->len; i++)
    {
      const StagedTarget *target = g_ptr_array_index (self->targets, i);

      if (staged_target_temporary_path (target) != NULL && index-- == 0)
        return staged_target_temporary_path (target);
    }
  return NULL;
}

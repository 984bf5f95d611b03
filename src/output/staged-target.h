/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_STAGED_TARGET_H
#define OUTPUT_STAGED_TARGET_H

#include <glib.h>

#include "output/pack-folder.h"
#include "output/sink.h"

/**
 * StagedTarget: one path that is to appear or be replaced by renaming: a single file, or the
 * folder of a report pack. What is new grows in a temporary folder beside the path
 * (output/staging-folder). Every FALSE or NULL comes with RECON_ERROR_OUTPUT, "PATH: what is wrong;
 * nothing was written".
 *
 * Modes: what is replaced gives its mode to what takes its place, and so do the files of a folder
 * to those of the same name. All else is 0700 or 0600, unless it is shared, less the umask.
 */
typedef struct StagedTarget StagedTarget;

/**
 * @kind: of a folder, what an earlier one looks like, which may be replaced with @force; NULL: it
 * is a single file, which may always be replaced.
 */
StagedTarget *staged_target_new (const char *path, const PackKind *kind, gboolean force);
/** The modes of what is new are those that the umask leaves; without a call they are private. */
void staged_target_set_shared (StagedTarget *self, gboolean is_shared);
/** Unstages. NULL is fine. */
void staged_target_free (StagedTarget *self);

/** As given, without slashes at its end. */
const char *staged_target_path (const StagedTarget *self);
/** NULL: there is no temporary folder. */
const char *staged_target_temporary_path (const StagedTarget *self);

/** Whether the path can be made or replaced as things stand; changes nothing. */
gboolean staged_target_check (StagedTarget *self, GError **error);
/** After check: makes the temporary folder, and removes those of killed runs. */
gboolean staged_target_stage (StagedTarget *self, GError **error);
/** After stage: the file, or the file @name of the folder. (transfer full) */
Sink *staged_target_new_sink (StagedTarget *self, const char *name, const char *failure,
                              GError **error);
/**
 * After all sinks were finished: looks that there is exactly what was made by them, all regular
 * files, and makes the rest durable; nothing is visible yet.
 */
gboolean staged_target_prepare (StagedTarget *self, GError **error);

/**
 * After prepare: the temporary folder and its name are made durable, and from here on it stays
 * whatever happens, until it is settled or given up; the next run may find it (see staged-pack).
 */
gboolean staged_target_promise (StagedTarget *self, GError **error);
/** It may be removed after all. */
void staged_target_give_up (StagedTarget *self);

/** After prepare: takes its place. Also after FALSE it must be withdrawn or settled. */
gboolean staged_target_publish (StagedTarget *self, GError **error);
/** Makes the renaming durable. */
gboolean staged_target_sync_place (StagedTarget *self, GError **error);
/** Takes publish back. FALSE: it cannot; what stood there before is in the temporary folder. */
gboolean staged_target_withdraw (StagedTarget *self);
/** After publish: what was replaced is removed. */
void staged_target_settle (StagedTarget *self);

/**
 * Removes the temporary folder, unless it holds the only copy of what was replaced. What stays
 * keeps its temporary path.
 */
void staged_target_unstage (StagedTarget *self);
/**
 * The same while other threads may still be writing, which then fail: before the program ends.
 * Not while any other function runs on @self.
 */
void staged_target_abandon (StagedTarget *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StagedTarget, staged_target_free)

#endif

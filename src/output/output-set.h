/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_OUTPUT_SET_H
#define OUTPUT_OUTPUT_SET_H

#include <glib.h>

#include "output/pack-folder.h"
#include "output/sink.h"

/**
 * OutputSet: files that appear together, durable, or not at all: those of the report pack in one
 * folder, and single files elsewhere. Knows their names, not their contents.
 *
 * Everything is written into a temporary folder beside its target (output/staging-folder), which a
 * killed run leaves to the next one to remove, and takes its place by renaming in
 * output_set_commit(). Files are for their owner alone (output/staged-target). A folder that is
 * replaced is exchanged in one step, so that at every moment either the old or the new one stands
 * there; where the file system cannot exchange, a kill between two renames can leave neither at its
 * place (the old one is then in the temporary folder). Several targets are renamed one after the
 * other and renamed back when one of them fails.
 *
 * Order of calls: new, check (before the long work), open and add_file and writing, prepare,
 * commit. Every FALSE or NULL comes with RECON_ERROR_OUTPUT, "PATH: what is wrong; nothing was
 * written", and is true to it; after it only output_set_free() may follow.
 */
typedef struct OutputSet OutputSet;

/**
 * @folder: the pack's folder, or NULL when there is none; new or empty, or with @force one that
 * holds an earlier pack. @kind: what such a pack looks like, and what its files may be called; may
 * be NULL without a folder.
 */
OutputSet *output_set_new (const PackKind *kind, const char *folder, gboolean force);
/**
 * New files and folders have the modes that the umask leaves; without a call they are private.
 * Before all else.
 */
void output_set_set_shared (OutputSet *self, gboolean is_shared);
/** Removes every temporary trace, unless committed. NULL is fine. */
void output_set_free (OutputSet *self);

/** Whether the folder can be made as things stand; changes nothing. TRUE without a folder. */
gboolean output_set_check (OutputSet *self, GError **error);
/** The same for a single file that output_set_add_file() would take. */
gboolean output_set_check_file (OutputSet *self, const char *path, GError **error);

/**
 * A file of the pack; @name must be a pack name. The sink belongs to the set; its failures need
 * not be asked for, output_set_prepare() tells them.
 */
Sink *output_set_open (OutputSet *self, const char *name, GError **error);
/**
 * For one file that has been written, where so many are that they cannot all be open: it is
 * flushed, synced and closed while others are written. @sink is then gone. FALSE: this file or one
 * before it could not be written; else output_set_prepare() tells that.
 */
gboolean output_set_close (OutputSet *self, Sink *sink, GError **error);
/**
 * A single file: new, or a regular file that is replaced. One that lies directly in the pack's
 * folder becomes part of the pack and needs a pack name.
 */
Sink *output_set_add_file (OutputSet *self, const char *path, GError **error);

/**
 * Flushes, syncs and closes the files so far, for who looks at them before the last one is written.
 */
gboolean output_set_finish_files (OutputSet *self, GError **error);
/** Flushes, syncs and closes every file; nothing is visible yet. */
gboolean output_set_prepare (OutputSet *self, GError **error);
/**
 * After output_set_prepare(): what was written is there even after a crash, in temporary folders,
 * and stays there when output_set_commit() fails or is not reached, for a later run to put at its
 * place (see staged-pack). Then a FALSE of output_set_commit() may leave it at its place.
 */
gboolean output_set_promise (OutputSet *self, GError **error);
/** Takes that back: without a commit nothing stays. */
void output_set_give_up (OutputSet *self);
/** After output_set_prepare(): everything takes its place, and the places are synced. */
gboolean output_set_commit (OutputSet *self, GError **error);
gboolean output_set_is_committed (const OutputSet *self);

/**
 * For who makes something else true before the commit: from now on nothing can abandon the set,
 * whether it is committed or not. output_set_commit() does that itself.
 */
void output_set_decide (OutputSet *self);

typedef void (*OutputSetFunc) (gpointer data);
/** @look is called by output_set_decide() when nothing but it can commit or abandon any more. */
void output_set_set_last_look (OutputSet *self, OutputSetFunc look, gpointer data);

/** Gives up: removes every temporary trace. For clean-up before free. */
void output_set_discard (OutputSet *self);

/**
 * For another thread, before it ends the program: unless decided, removes every temporary trace
 * under the feet of whoever is still writing, and keeps the set from being committed. FALSE: it is
 * decided.
 */
gboolean output_set_abandon (OutputSet *self);
/** The same for output_set_set_last_look()'s function. */
void output_set_abandon_here (OutputSet *self);

/**
 * The path of a temporary folder, for @index 0, 1, ...; NULL beyond the last. After
 * output_set_commit() or output_set_discard(): what could not be removed.
 */
const char *output_set_temporary_path (const OutputSet *self, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutputSet, output_set_free)

#endif

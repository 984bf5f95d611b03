/* SPDX-License-Identifier: MIT */
#ifndef INPUT_FILES_AHEAD_H
#define INPUT_FILES_AHEAD_H

#include "input/file-books.h"

/**
 * FilesAhead: files that are read at the same time, each as one in a thread, and handed out in the
 * order of reading. What comes out is what reading them one after the other gives; what is not
 * plainly good does not come out, and is to be read once more in its turn.
 */
typedef struct FilesAhead FilesAhead;

/**
 * Where the files end, from @first on, that are better read as one and beside others: the packed
 * and the small ones. @first itself where it is better read in parts, or there is but one thread.
 */
guint32 files_ahead_end (const FileBooksPlan *plan, guint32 first);

/**
 * Reads the files from @first up to @end ahead, with the threads that the plan has; borrows what
 * @plan holds. No file spends more than @budget, which is as it is before the first. NULL: they are
 * to be read one after the other, because there is only one, or no thread to be had.
 */
FilesAhead *files_ahead_new (const FileBooksPlan *plan, guint32 first, guint32 end,
                             const ReadBudget *budget);
void files_ahead_free (FilesAhead *self); /* leaves off; NULL is fine */

/**
 * The next file, which is waited for. NULL: it was refused, or needs more than @budget has left.
 * @watch is told in this thread of the bytes that were read of files which have not been taken;
 * its answer counts for nothing. (transfer full)
 */
FileBooks *files_ahead_take (FilesAhead *self, ReadBudget *budget, const FileBooksWatch *watch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FilesAhead, files_ahead_free)

#endif

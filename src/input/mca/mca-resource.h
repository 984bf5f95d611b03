/* SPDX-License-Identifier: MIT */
#ifndef INPUT_MCA_MCA_RESOURCE_H
#define INPUT_MCA_MCA_RESOURCE_H

#include "core/mca/mca-book.h"
#include "input/mca/mca-member.h"
#include "input/rows/json-tokens.h"

/**
 * McaResource: one resource of a REST response, as the members of it that may be used, and their
 * values with what is wrong with them. The first that is wrong, by its place, stays; whoever asks
 * for values goes on with none. Does not know which members a kind has.
 */
typedef struct McaResource McaResource;

/** A value of the resource; 0 is the resource itself. */
typedef guint McaNode;
#define MCA_NODE_NONE G_MAXUINT

/** @tokens: for messages; borrowed. */
McaResource *mca_resource_new (const JsonTokens *tokens);
void mca_resource_free (McaResource *self); /* NULL is fine */

/** Forgets everything and takes the brace at @place. */
void mca_resource_begin (McaResource *self, JsonPlace place);
/**
 * Takes the value of a member of the resource whose first token was @first. Members that are never
 * used are passed over. FALSE with @error.
 */
gboolean mca_resource_take_member (McaResource *self, McaMember member, const JsonToken *first,
                                   JsonTokens *tokens, GError **error);
/** All members up to its closing brace. */
gboolean mca_resource_take (McaResource *self, JsonTokens *tokens, GError **error);

/** Of the object @node; MCA_NODE_NONE: it has none, or @node is none or no object. */
McaNode mca_resource_find (const McaResource *self, McaNode node, McaMember member);
/** The first element of an array, and the one after it. */
McaNode mca_resource_first (const McaResource *self, McaNode node);
McaNode mca_resource_next (const McaResource *self, McaNode parent, McaNode node);

/* All of these take MCA_NODE_NONE for what is absent. */

gboolean mca_resource_is (const McaResource *self, McaNode node, JsonTokenType type);
/** Absent or null. */
gboolean mca_resource_is_null (const McaResource *self, McaNode node);
JsonPlace mca_resource_place (const McaResource *self, McaNode node);
/** Without outer blanks; empty: absent, null or blank. */
Slice mca_resource_text (McaResource *self, McaNode node);
/** Absent or null: unknown. */
ReportTruth mca_resource_truth (McaResource *self, McaNode node);
/** DAY_NONE: absent, null or blank. */
Day mca_resource_day (McaResource *self, McaNode node);
McaAmount mca_resource_amount (McaResource *self, McaNode node, McaBook *book);

/** Found something that is not as it must be; @node: where, 0 for the resource as a whole. */
void mca_resource_refuse (McaResource *self, McaNode node, const char *found, const char *expected);
/** FALSE with @error when something was refused since it began. */
gboolean mca_resource_check (McaResource *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (McaResource, mca_resource_free)

#endif

/* SPDX-License-Identifier: MIT */
#ifndef APP_OPTION_FETCH_OPTIONS_H
#define APP_OPTION_FETCH_OPTIONS_H

#include "engine/option/options.h"
#include "fetch/fetch-plan.h"
#include "fetch/service-url.h"

/** The options of `fetch mca` and `fetch billing` as a plan, and the token, which is none. */
typedef struct
{
  FetchPlan plan;
  const char *output;
  gboolean force;
  gboolean resume;
  gboolean is_quiet;
  ServiceUrl *base;
  char *base_url; /* without slashes at its end */
  char *token;
} FetchOptions;

/** FALSE with RECON_ERROR_USAGE; to be cleared all the same. */
gboolean fetch_options_init_mca (FetchOptions *self, const Options *options, GError **error);
gboolean fetch_options_init_billing (FetchOptions *self, const Options *options, GError **error);
void fetch_options_clear (FetchOptions *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FetchOptions, fetch_options_clear)

#endif

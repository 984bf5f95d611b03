/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/statement/statement-style.h"

#include <glib.h>

/* clang-format off */
static const char style[] =
":root{--text:#1b2129;--muted:#5a6470;--rule:#d8dde3;--raised:#f4f6f8;--used:#2c6fb8;--lost:#b3362f;--left:#b9d3ee;\n"
"--good:#1d6338;--soon:#8a5300}\n"
"*{box-sizing:border-box}\n"
"html{color-scheme:light;-webkit-text-size-adjust:100%}\n"
"body{margin:0 auto;max-width:50rem;padding:2.5rem 2rem;background:#fff;color:var(--text);\n"
"font:.9375rem/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Liberation Sans',Arial,sans-serif;\n"
"font-variant-numeric:tabular-nums lining-nums;overflow-wrap:anywhere}\n"
"h1,h2,h3{line-height:1.25;margin:0}\n"
"h1{font-size:1.75rem;font-weight:600}\n"
"h2{margin:2.25rem 0 .75rem;font-size:1.1875rem;font-weight:600;break-after:avoid}\n"
"p{margin:.5rem 0}\n"

/* The head: logo and title, then who and when. */
"header{display:flex;align-items:flex-end;justify-content:space-between;gap:2rem;\n"
"border-bottom:2px solid var(--text);padding-bottom:1rem}\n"
"header p{margin:.25rem 0 0;color:var(--muted);font-size:1.0625rem}\n"
"header img{display:block;max-width:14rem;max-height:4.5rem;flex:none}\n"
"dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1.5rem;margin:1.25rem 0}\n"
"dt{color:var(--muted)}dd{margin:0}\n"
".note{color:var(--muted);font-size:.8125rem;break-before:avoid}\n"
".warning{margin:0 0 1.5rem;border:.2rem solid var(--lost);padding:.6rem .9rem;font-size:1.0625rem;font-weight:600;color:var(--lost)}\n"

/* At a glance. */
".glance{display:flex;flex-wrap:wrap;gap:1rem;margin:1rem 0}\n"
".glance div{flex:1 1 11rem;background:var(--raised);border-radius:.375rem;padding:.7rem .85rem}\n"
".glance b{display:block;font-size:1.125rem;line-height:1.3;font-weight:600;white-space:nowrap}\n"
".glance span{color:var(--muted);font-size:.8125rem}\n"

/* A credit. */
".credit{margin-top:2.25rem}\n"
".credit h2{margin:0;display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:baseline}\n"
".state{border:1px solid;border-radius:1rem;padding:0 .65rem;font-size:.8125rem;font-weight:600;line-height:1.6;white-space:nowrap}\n"
".active{color:var(--good)}.expiring{color:var(--soon)}.expired{color:var(--lost)}.quiet{color:var(--muted)}\n"
"svg{display:block;width:100%;height:.7rem;margin:.75rem 0 .35rem;border-radius:.35rem;overflow:hidden}\n"
"rect.used{fill:var(--used)}rect.lost{fill:var(--lost)}rect.left{fill:var(--left)}\n"
"ul.key{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;list-style:none;margin:0;padding:0;font-size:.875rem}\n"
"ul.key li::before{content:'';display:inline-block;width:.65rem;height:.65rem;margin-right:.45rem;border-radius:.15rem;background:var(--key,none)}\n"
"li.used{--key:var(--used)}li.lost{--key:var(--lost)}li.left{--key:var(--left)}\n"
"li.all::before{content:none!important}\n"
".facts{margin:.75rem 0 1rem;font-size:.875rem}\n"
".keep{break-inside:avoid}\n"

/* Tables. */
"table{border-collapse:collapse;width:100%;font-size:.875rem;line-height:1.4;margin:.75rem 0}\n"
"caption{text-align:left;color:var(--muted);padding-bottom:.35rem;break-after:avoid}\n"
"th,td{padding:.35rem .6rem;text-align:right;vertical-align:top;mso-number-format:'\\@'}\n"
"th{overflow-wrap:normal}td{white-space:nowrap}\n"
"th:first-child,td:first-child{text-align:left;padding-left:.25rem;white-space:normal}\n"
"th:last-child,td:last-child{padding-right:.25rem}\n"
"thead th{border-bottom:1px solid var(--text);vertical-align:bottom;font-weight:600}\n"
"thead{display:table-header-group}\n"
"tr,.uses tbody{break-inside:avoid}\n"
"tbody tr:first-child{break-after:avoid}.sum{break-before:avoid}\n"
"tbody tr{border-bottom:1px solid var(--rule)}\n"
"tbody th{font-weight:600;padding-top:.9rem}\n"
".months td:first-child{white-space:nowrap}\n"
".sum td{font-weight:600;border-top:1px solid var(--text)}\n"
".rest td,.unknown{color:var(--muted)}\n"
"footer{margin-top:2.5rem;border-top:1px solid var(--rule);padding-top:.75rem;color:var(--muted);font-size:.8125rem}\n"
"footer p{margin:.15rem 0}\n"

"@media screen and (max-width:36rem){body{padding:1.25rem 1rem}header{flex-direction:column-reverse;align-items:flex-start}\n"
".scroll{overflow-x:auto}}\n"

/* Paper: no size, so that A4 and Letter are both as the printer has them. */
"@page{margin:16mm 17mm}\n"
"@media print{body{max-width:none;padding:0;font-size:10pt}h1{font-size:19pt}h2{font-size:12.5pt}\n"
"table,.facts,ul.key{font-size:9pt}.note,footer,caption{font-size:8.5pt}\n"
".glance div,.state,svg *,li::before{print-color-adjust:exact;-webkit-print-color-adjust:exact}}\n";
/* clang-format on */

const char *
statement_style (void)
{
  return style;
}

char *
statement_style_hash (void)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;

  g_checksum_update (checksum, (const guchar *) style, -1);
  g_checksum_get_digest (checksum, digest, &length);
  return g_base64_encode (digest, length);
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/html-style.h"

#include <string.h>

/* clang-format off */
static const char style[] =
/* Colours. Text on its ground has a contrast of 4.5 to 1 or more in both schemes. */
":root{--ground:#fff;--raised:#f5f7f9;--text:#1c2127;--muted:#565f69;--rule:#d5dae0;--link:#0a4f9e;\n"
"--error:#a8201a;--warning:#7d4e00;--ok:#1d6338;--notice:#3a5a82;\n"
"--bar:#7b8794;--aco:#2c6fb8;--pec:#2a8a7f;--other:#8a6bb0;--net:#2f3a46}\n"
"@media screen and (prefers-color-scheme:dark){:root{--ground:#15181c;--raised:#1e2328;\n"
"--text:#e4e7ea;--muted:#a2abb4;--rule:#363d45;--link:#8fbdf2;\n"
"--error:#ff9d94;--warning:#ecbc67;--ok:#86d3a2;--notice:#a9c3e6;\n"
"--bar:#77828d;--aco:#5b9ce0;--pec:#4fb8ab;--other:#ab8fd0;--net:#c5ced7}}\n"

/* The page. */
"*{box-sizing:border-box}\n"
"html{color-scheme:light dark;-webkit-text-size-adjust:100%}\n"
"body{margin:0 auto;max-width:86rem;padding:0 1.5rem 3rem;background:var(--ground);color:var(--text);\n"
"font:1rem/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Liberation Sans',Arial,sans-serif;\n"
"font-variant-numeric:tabular-nums lining-nums;overflow-wrap:break-word}\n"
"a{color:var(--link);text-underline-offset:.15em}\n"
":focus-visible{outline:2px solid var(--link);outline-offset:2px}main:focus{outline:none}\n"
".skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.25rem;background:var(--ground);padding:.25rem .5rem;z-index:1}\n"
"p{margin:.5rem 0;max-width:48rem}\n"
"h1,h2,h3,h4{line-height:1.25;text-wrap:balance}\n"
"h2{margin:3rem 0 .75rem;padding-top:.75rem;border-top:2px solid var(--text);font-size:1.375rem}\n"
"h3{margin:2rem 0 .5rem;font-size:1.125rem}\n"
"h4{margin:1.5rem 0 .5rem;font-size:1rem}\n"
"small,.note,.rest,.source,.id{color:var(--muted);font-size:.8125rem;font-weight:400}\n"
".id,code{font-family:ui-monospace,'SF Mono',Consolas,'Liberation Mono',monospace;overflow-wrap:anywhere}\n"
"code{font-size:.875em}\n"
".source{overflow-wrap:anywhere}\n"
"details p{margin:.25rem 0}button.copy{font:inherit;font-size:.8125rem}\n"
"summary{cursor:pointer;color:var(--link)}\n"
"pre{white-space:pre-wrap;overflow-wrap:anywhere;font-size:.8125rem}\n"
".rest{border-left:3px solid var(--warning);padding-left:.75rem}\n"

/* The verdict. */
"header{padding-top:2rem}\n"
"h1{margin:0;font-size:1rem;font-weight:600;color:var(--muted)}\n"
".stamp{margin:.75rem 0 .25rem}\n"
".stamp b{display:inline-block;border:2px solid;border-radius:.25rem;padding:.1rem .6rem;font-size:1rem}\n"
".verdict{margin:.5rem 0 1rem;font-size:1.375rem;line-height:1.4;max-width:56rem}\n"
".made{color:var(--muted);font-size:.8125rem;overflow-wrap:anywhere;max-width:56rem}\n"
/* What cannot be overlooked, in any light and without colour. */
".banner{max-width:none;margin:1rem 0 0;border:.3rem solid var(--error);padding:.75rem 1rem;font-size:1.25rem;line-height:1.4;\n"
"font-weight:600;color:var(--error);overflow-wrap:anywhere}\n"
".banner b{display:block;font-size:1.625rem;text-transform:uppercase}\n"
"nav ul,ul.index{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;margin:0;padding:0}\n"
"nav{border-block:1px solid var(--rule);padding:.5rem 0}\n"

/* Words that judge: colour, and a sign for those who do not see it. */
"b.error,b.differs,b.expired,b.news3{color:var(--error)}\n"
"b.warning,b.not-comparable,b.expiring,b.news2{color:var(--warning)}\n"
"b.agrees,b.active,b.news0{color:var(--ok)}b.rounding{color:var(--notice)}\n"
"b.unreported{color:var(--warning)}.remark{color:var(--warning);white-space:normal}\n"
".past,.unreliable b.agrees,.unreliable b.rounding,.unreliable b.news0{color:var(--muted)}\n"
".unreliable b.agrees::after,.unreliable b.rounding::after,.unreliable b.news0::after{content:', as read'}\n"
"b.notice,b.decided,b.used,b.not-started,b.news1{color:var(--notice)}\n"
"td b,li b,h3 b{font-weight:600;white-space:nowrap}\n"
"td b.agrees,td b.active,td b.used,td b.not-started,b.news0,b.news1{font-weight:400}\n"
"h3 b,ul.index b{font-size:.8125rem}\n"
".agrees::before{content:'= '}.rounding::before{content:'\xe2\x89\x88 '}\n"
".differs::before{content:'\xe2\x89\xa0 '}.not-comparable::before{content:'? '}\n"
".stamp b::before{content:none}\n"

/* Tables. */
".scroll{overflow-x:auto;margin:.5rem 0 1rem}\n"
"table{border-collapse:collapse;width:100%;font-size:.875rem;line-height:1.4}\n"
"th,td{padding:.3rem .6rem;text-align:left;vertical-align:top;mso-number-format:'\\@'}\n"
"th:first-child,td:first-child{padding-left:.25rem}th:last-child,td:last-child{padding-right:.25rem}\n"
"thead th{border-bottom:1px solid var(--text);vertical-align:bottom;font-weight:600;line-height:1.25}\n"
"th.n{text-align:right}\n"
"tbody tr{border-bottom:1px solid var(--rule)}\n"
"tbody tr:hover{background:var(--raised)}\n"
"i{font-style:normal}i:not([class])::before{content:','}\n"
".p1{padding-left:1ch}.p2{padding-left:2ch}.p3{padding-left:3ch}.p4{padding-left:4ch}\n"
".p5{padding-left:5ch}.p6{padding-left:6ch}.p7{padding-left:7ch}.p8{padding-left:8ch}\n"
".p9{padding-left:9ch}.p10{padding-left:10ch}.p11{padding-left:11ch}.p12{padding-left:12ch}\n"
".findings td:nth-child(-n+2),.findings td:nth-child(4),.tieout td:nth-child(2),\n"
".agreements td:nth-child(3),.agreements td:nth-child(4),.agreements td:nth-child(5){white-space:nowrap}\n"
"td:first-child{overflow-wrap:anywhere}.agreements td:first-child{min-width:9.5rem}\n"
".burndown td:first-child,.tieout1 td:first-child,.waterfall td:first-child,.waterfall1 td:first-child{white-space:nowrap}\n"
".burndown th.n{white-space:nowrap}\n"
"td.id{min-width:10rem}.findings td:nth-child(7){overflow-wrap:anywhere}.findings td:nth-child(8){min-width:9rem}\n"
".findings td:last-child,.burndown td:last-child{color:var(--muted);font-size:.8125rem;overflow-wrap:anywhere}\n"
".totals,.trend{width:auto}.totals tbody td{font-size:1rem}\n"
".waterfall,.waterfall1,.tieout1{width:auto}\n"
"th button{all:unset;cursor:pointer;font:inherit;text-decoration:underline dotted;text-underline-offset:.2em}\n"
"th[aria-sort=ascending] button::after{content:' \xe2\x96\xb2'}\n"
"th[aria-sort=descending] button::after{content:' \xe2\x96\xbc'}\n"
".tools{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;margin:.75rem 0;font-size:.875rem}\n"
".tools[hidden],tr[hidden]{display:none}\n"
"input,select{font:inherit;color:inherit;background:var(--ground);border:1px solid var(--muted);\n"
"border-radius:.25rem;padding:.25rem .5rem;max-width:100%}\n"

/* Findings. */
"ul.findings{padding-left:1.1rem;margin:.5rem 0;max-width:60rem}ul.findings li{margin:.35rem 0}\n"
"ul.findings .source{display:block}\n"
".explanations{columns:30rem 2;column-gap:3rem}\n"
"article{break-inside:avoid;padding-bottom:1rem}\n"
"article h4{margin:0 0 .25rem}article .name{font-weight:400}\n"
"article:target,.customer:target>h3{background:var(--raised);outline:.35rem solid var(--raised)}\n"
"dl{display:grid;grid-template-columns:7rem 1fr;gap:.25rem .75rem;margin:0;font-size:.875rem}\n"
"dt{color:var(--muted)}dd{margin:0}\n"

/* Pictures. */
"figure{margin:0}\n"
"figcaption{font-size:.875rem;font-weight:600;margin-bottom:.25rem}figcaption span{font-weight:400}\n"
".pictures{display:grid;grid-template-columns:repeat(auto-fill,minmax(16.5rem,1fr));gap:1.5rem 2.5rem;margin:1.25rem 0}\n"
".pictures figure{max-width:22rem}\n"
"svg{display:block;width:100%;height:auto;overflow:visible}\n"
"svg text{fill:currentColor;font-size:11.5px}\n"
".charges{fill:var(--bar)}.aco{fill:var(--aco)}.pec{fill:var(--pec)}.other{fill:var(--other)}.net{fill:var(--net)}\n"
".axis{stroke:var(--muted);stroke-width:1}.link{stroke:var(--muted);stroke-width:1;stroke-dasharray:2 2}\n"
".customer{margin-top:2.5rem;padding-top:.25rem;border-top:1px solid var(--rule)}\n"
".customer h3{margin:.75rem 0 0}.customer>.id{margin:0 0 .5rem}\n"
"figure.burndown{max-width:26rem;margin-top:.75rem}\n"
".area{fill:var(--aco);opacity:.16}.curve{fill:none;stroke:var(--aco);stroke-width:2}\n"
".dot{fill:var(--ground);stroke:var(--aco);stroke-width:2}\n"
".lost{stroke:var(--error);stroke-width:2.5;stroke-dasharray:4 2}\n"
".expiry{stroke:var(--error);stroke-width:1;stroke-dasharray:3 3}\n"
"svg.span{width:100%;min-width:7rem;height:.85rem;margin-top:.25em}\n"
".rail{fill:var(--rule)}.now{fill:var(--text)}.span .active{fill:var(--aco)}.span .expiring{fill:var(--warning)}\n"
".span .unreported{fill:var(--warning)}.span .unseen{fill:var(--rule);stroke:var(--bar);stroke-width:1;stroke-dasharray:3 4}\n"
"line.unseen{stroke:var(--warning);stroke-width:2;stroke-dasharray:5 4}\n"
".span .expired{fill:var(--error)}.span .used,.span .not-started{fill:var(--bar)}\n"

/* A wide screen has room for picture and table side by side. */
"@media screen and (min-width:64em){\n"
".credit{display:grid;grid-template-columns:22rem 1fr;gap:0 2.5rem;align-items:start}\n"
"}\n"

/* At #summary only what tells how things stand is shown, and printed: two sides of paper. */
".brief{display:none}\n"
"body:has(#summary:target) .brief{display:block}\n"
"body:has(#summary:target) :is(#findings,#tieout,#trend .scroll,#waterfall,#agreements,#customers,#files,.tools,#cases details,\n"
"#cases tbody tr:nth-child(n+9),#totals tbody tr:nth-child(n+9),#trend figure:nth-child(n+4)){display:none}\n"

/* A narrow screen: a row is a card, and the heads, where they sort, a line of buttons. */
"@media screen and (max-width:46em){\n"
"body{padding:0 1rem 2rem}header{padding-top:1.25rem}.verdict{font-size:1.125rem}\n"
"table,thead,tbody{display:block;width:100%}.totals,.trend,.waterfall,.waterfall1,.tieout1{width:100%}\n"
".agreements td:first-child,.findings td:nth-child(8),td.id{min-width:0}\n"
"thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}\n"
".js .sorts thead{position:static;width:auto;height:auto;clip-path:none}\n"
".js .sorts thead tr{display:flex;flex-wrap:wrap;gap:.25rem .9rem;padding-bottom:.5rem;border-bottom:1px solid var(--text)}\n"
".js .sorts thead tr::before{content:'Sort by';color:var(--muted)}\n"
".js .sorts thead th{display:block;padding:0;border:0;font-weight:400}\n"
"tbody tr{display:grid;grid-template-columns:1fr 1fr;gap:.15rem 1rem;padding:.6rem 0}\n"
"tbody td,tbody td:first-child,tbody td:last-child{padding:0;text-align:left!important;min-width:0;overflow-wrap:anywhere;white-space:normal!important}\n"
"td::before{display:block;color:var(--muted);font:400 .75rem/1.3 system-ui,sans-serif}\n"
"dl{grid-template-columns:1fr}dd{margin-bottom:.35rem}\n"
"}\n"

/* Paper, A4 and Letter alike: everything, whatever the screen filters. */
"@page{margin:16mm 14mm 18mm;@bottom-right{content:counter(page) ' / ' counter(pages);font:8pt sans-serif}}\n"
"@media print{\n"
"html{color-scheme:light}\n"
"body{max-width:none;padding:0;font-size:9.5pt}\n"
".banner{border-width:1.2mm;font-size:12pt;margin-top:0}.banner b{font-size:15pt}\n"
"nav,.skip,.brief a,.tools,ul.index{display:none}#customers{break-before:page}\n"
"a{color:inherit;text-decoration:none}th button{display:contents;text-decoration:none}\n"
"th[aria-sort] button::after{content:none!important}\n"
"h1{font-size:10pt}.verdict{font-size:14pt}h2{font-size:13pt;margin-top:8mm}h3{font-size:11pt}h4{font-size:10pt}\n"
"h2,h3,h4,figcaption,.tools+.scroll{break-after:avoid}\n"
"body:has(#summary:target) h2{margin-top:4mm}.cases td:nth-child(7){min-width:80mm}#trend p,.pictures{break-before:avoid}\n"
"tr[hidden]{display:table-row}\n"
"table{font-size:7.5pt}.totals tbody td{font-size:9pt}th,td{padding:.8mm 1.2mm}\n"
".scroll{overflow:visible}\n"
"thead{display:table-header-group}thead,tr,figure,li,dd,.customer{break-inside:avoid}\n"
"dt,.customer>.id{break-after:avoid}article{break-inside:auto}\n"
"small,.note,.rest,.source,.id,dl,.findings td:last-child,.burndown td:last-child{font-size:7.5pt}\n"
"td.id,.findings td:nth-child(8){min-width:0}.agreements{font-size:7pt}.agreements td.id{min-width:24mm;font-size:6pt}\n"
".agreements th,.agreements td{padding:.8mm .9mm}.agreements td:first-child{min-width:25mm}\n"
".explanations{columns:2;column-gap:8mm}dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:1mm}\n"
".pictures{grid-template-columns:repeat(3,1fr);gap:5mm 8mm}\n"
"figure.burndown{max-width:95mm}svg.span{min-width:13mm}\n"
"svg *,b,.banner,.remark{print-color-adjust:exact;-webkit-print-color-adjust:exact}\n"
"}\n";

/* For other languages than English: words are longer, or have no blanks. */
static const char other[] =
":root:lang(ja) body{font-family:" HTML_STYLE_JAPANESE "}\n"
":lang(ja) :is(h1,h2,h3,h4,thead th,td b){word-break:auto-phrase;line-break:strict}\n"
":lang(de) th,:lang(nl) th,:lang(ru) th{hyphens:auto}\n"
"td b,li b,h3 b{white-space:normal;overflow-wrap:normal;hyphens:auto}\n"
"time,data{white-space:nowrap}\n";
/* clang-format on */

void
html_style_append_string (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *at = text; *at != '\0'; at++)
    if (strchr ("\"\\<\n", *at) != NULL)
      g_string_append_printf (out, "\\%x ", (guint) *at);
    else
      g_string_append_c (out, *at);
  g_string_append_c (out, '"');
}

static void
append_words (GString *out, const Language *language)
{
  g_string_append (out, "i:not([class])::before{content:");
  html_style_append_string (out, language_forms (language)->group_mark);
  g_string_append (out,
                   "}\n@media screen and (max-width:46em){.js .sorts thead tr::before{content:");
  /* translators: before the buttons by which rows are sorted */
  html_style_append_string (out, language_say (language, "Sort by"));
  g_string_append (out, "}}\n.unreliable b.agrees::after,.unreliable b.rounding::after,"
                        ".unreliable b.news0::after{content:");
  /* translators: behind "agrees", where the figures are not reliable */
  html_style_append_string (out, language_say (language, ", as read"));
  g_string_append (out, "}\n");
}

char *
html_style (const Language *language)
{
  GString *out = g_string_new (style);

  if (language != NULL)
    {
      g_string_append (out, other);
      append_words (out, language);
    }
  return g_string_free (out, FALSE);
}

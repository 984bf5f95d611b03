/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/html-script.h"

#include <string.h>

/* Where words stand that depend on the language: @TEXT@, @COUNT@, @CHOSEN@, @COPY@, @COPIED@. */
/* clang-format off */
static const char template[] =
"(function () {\n"
"'use strict';\n"
"document.documentElement.className = 'js';\n"
"function all(selector, root) { return Array.from((root || document).querySelectorAll(selector)); }\n"
"@TEXT@"
/* The word that is chosen by, without what else is said of it. */
"function word(cell) { return text(cell && cell.querySelector('b') || cell); }\n"
/* For the order alone, so a rounded number will do; what is not known comes last. */
"function number(cell) {\n"
"  var value = parseFloat(text(cell).replace(/[^0-9.-]/g, ''));\n"
"  return isNaN(value) ? null : value;\n"
"}\n"
"function compare(a, b) {\n"
"  if (a === null || b === null) return (a === null) - (b === null);\n"
"  return a < b ? -1 : a > b ? 1 : 0;\n"
"}\n"

/* A view is a table, how it is sorted, and what is looked for in it. */
"function reorder(view, rows) {\n"
"  var body = document.createDocumentFragment();\n"
"  rows.forEach(function (row) { body.appendChild(row); });\n"
"  view.table.tBodies[0].appendChild(body);\n"
"}\n"
/* No column: as the page has it. Rows that are equal stand as the page has them, too. */
"function sort(view, column, down) {\n"
"  var head = view.heads[column], keys = [];\n"
"  view.heads.forEach(function (each) { each.removeAttribute('aria-sort'); });\n"
"  view.column = head ? column : -1;\n"
"  view.down = down;\n"
"  if (!head) { reorder(view, view.rows); return; }\n"
"  keys = view.rows.map(function (row, index) {\n"
"    var cell = row.cells[column];\n"
"    return { row: row, index: index,\n"
"             key: head.className === 'n' ? number(cell) : text(cell).toLowerCase() || null };\n"
"  });\n"
"  keys.sort(function (a, b) {\n"
"    var order = compare(a.key, b.key);\n"
"    if (down && a.key !== null && b.key !== null) order = -order;\n"
"    return order || a.index - b.index;\n"
"  });\n"
"  head.setAttribute('aria-sort', down ? 'descending' : 'ascending');\n"
"  reorder(view, keys.map(function (item) { return item.row; }));\n"
"}\n"
/* What stands in the rows is read when it is first looked for. */
"function filter(view) {\n"
"  var words = view.search.value.toLowerCase().split(/\\s+/).filter(Boolean), shown = 0;\n"
"  var chosen = view.choices.filter(function (choice) { return choice.value; });\n"
"  if (!view.texts && !words.length && !chosen.length) return;\n"
"  view.texts = view.texts || view.rows.map(function (row) { return row.textContent.toLowerCase(); });\n"
"  view.rows.forEach(function (row, index) {\n"
"    var fits = chosen.every(function (choice) {\n"
"      return word(row.cells[choice.dataset.column]) === choice.value;\n"
"    }) && words.every(function (each) { return view.texts[index].includes(each); });\n"
"    row.hidden = !fits;\n"
"    shown += fits ? 1 : 0;\n"
"  });\n"
"  view.count.textContent = shown === view.rows.length ? ''\n"
"    : @COUNT@;\n"
"}\n"

/* The address: #PLACE&TABLE.find=WORDS&TABLE.CHOICE=VALUE&TABLE.sort=-COLUMN&TABLE.open=1.4, so
   that a view can be sent. What does not fit is passed over; nothing of it becomes more than the value of a field. */
/* Which texts that open are, numbered from 1 as the page has them. */
"function opened(view) {\n"
"  return view.details.map(function (each, index) { return each.open ? index + 1 : 0; })\n"
"    .filter(Boolean).join('.');\n"
"}\n"
"var views = [], place = '', waiting = 0;\n"
"function write() {\n"
"  var parts = [place], hash;\n"
"  function add(name, value) { if (value) parts.push(name + '=' + encodeURIComponent(value)); }\n"
"  waiting = 0;\n"
"  views.forEach(function (view) {\n"
"    add(view.name + '.find', view.search.value);\n"
"    view.choices.forEach(function (choice) { add(view.name + '.' + choice.name, choice.value); });\n"
"    add(view.name + '.open', opened(view));\n"
"    if (view.column >= 0) add(view.name + '.sort', (view.down ? '-' : '') + text(view.heads[view.column]));\n"
"  });\n"
"  hash = '#' + parts.join('&');\n"
"  if (hash !== (location.hash || '#')) history.replaceState(null, '', hash);\n"
"}\n"
/* Browsers take only so many changes of an address a second. */
"function note(view) {\n"
"  place = view.name;\n"
"  if (!waiting) waiting = setTimeout(write, 100);\n"
"}\n"
"function read() {\n"
"  var parts = location.hash.slice(1).split('&'), values = [], target;\n"
"  function value(name) {\n"
"    var found = values.filter(function (each) { return each[0] === name; });\n"
"    return found.length ? found[0][1] : '';\n"
"  }\n"
"  place = parts[0];\n"
"  parts.slice(1).forEach(function (part) {\n"
"    var at = part.indexOf('=');\n"
"    try {\n"
"      values.push([part.slice(0, at), decodeURIComponent(part.slice(at + 1)).slice(0, 200)]);\n"
"    } catch (error) { return; }\n"
"  });\n"
"  views.forEach(function (view) {\n"
"    var order = value(view.name + '.sort'), down = order.charAt(0) === '-';\n"
"    var column = view.heads.map(text).indexOf(down ? order.slice(1) : order);\n"
"    view.search.value = value(view.name + '.find');\n"
"    view.choices.forEach(function (choice) {\n"
"      var wanted = value(view.name + '.' + choice.name);\n"
"      choice.value = Array.from(choice.options).some(function (option) {\n"
"        return option.value === wanted;\n"
"      }) ? wanted : '';\n"
"    });\n"
"    if (column !== view.column) sort(view, column, down);\n"
"    else if (column >= 0 && down !== view.down) sort(view, column, down);\n"
"    view.open = value(view.name + '.open');\n"
"    view.details.forEach(function (each, index) {\n"
"      each.open = view.open.split('.').includes(String(index + 1));\n"
"    });\n"
"    view.open = opened(view);\n"
"    filter(view);\n"
"  });\n"
"  target = document.getElementById(place);\n"
"  if (parts.length > 1 && target) target.scrollIntoView();\n"
"}\n"
/* A link on the page keeps the view; an address with a view is taken as it is. */
"addEventListener('hashchange', function () {\n"
"  if (location.hash.includes('&')) { read(); return; }\n"
"  place = location.hash.slice(1);\n"
"  write();\n"
"});\n"

"function addButton(view, head, column) {\n"
"  var button = document.createElement('button');\n"
"  button.type = 'button';\n"
"  button.textContent = head.textContent;\n"
"  button.addEventListener('click', function () {\n"
"    sort(view, column, view.column === column && !view.down);\n"
"    note(view);\n"
"  });\n"
"  head.textContent = '';\n"
"  head.appendChild(button);\n"
"}\n"
"all('.tools').forEach(function (tools) {\n"
"  var section = tools.closest('section'), table = section.querySelector('table.sorts');\n"
"  var view = { name: section.id, table: table, column: -1, down: false, texts: null,\n"
"               search: tools.querySelector('input'), choices: all('select', tools),\n"
"               count: tools.querySelector('output'), heads: Array.from(table.tHead.rows[0].cells),\n"
"               rows: Array.from(table.tBodies[0].rows),\n"
"               details: all('details', table), open: '' };\n"
"  function change() { filter(view); note(view); }\n"
"  view.heads.forEach(function (head, column) { addButton(view, head, column); });\n"
"  view.search.addEventListener('input', change);\n"
"  view.choices.forEach(function (choice) { choice.addEventListener('change', change); });\n"
"  table.addEventListener('toggle', function () {\n"
"    if (view.open === opened(view)) return;\n"
"    view.open = opened(view);\n"
"    note(view);\n"
"  }, true);\n"
"  tools.hidden = false;\n"
"  views.push(view);\n"
"});\n"
"read();\n"

/* What is to be pasted somewhere gets a button when it is first seen. Where a page may not reach
   the clipboard, the text is chosen, so that a key copies it. */
"function addCopy(source) {\n"
"  var button = document.createElement('button'), told = document.createElement('output');\n"
"  function choose() {\n"
"    getSelection().selectAllChildren(source);\n"
"    told.textContent = @CHOSEN@;\n"
"  }\n"
"  button.type = 'button';\n"
"  button.className = 'copy';\n"
"  button.textContent = @COPY@;\n"
"  button.addEventListener('click', function () {\n"
"    if (!navigator.clipboard) { choose(); return; }\n"
"    navigator.clipboard.writeText(source.textContent).then(function () {\n"
"      told.textContent = @COPIED@;\n"
"    }, choose);\n"
"  });\n"
"  source.after(' ', button, ' ', told);\n"
"}\n"
"document.addEventListener('toggle', function (event) {\n"
"  all('code.copy,pre', event.target).forEach(function (source) {\n"
"    if (!source.parentNode.querySelector('button')) addCopy(source);\n"
"  });\n"
"}, true);\n"

/* What scrolls and holds nothing to go to is itself a place that a keyboard goes to. */
"function reach() {\n"
"  all('.scroll').map(function (each) {\n"
"    return [each, each.scrollWidth > each.clientWidth && !each.querySelector('a,button')];\n"
"  }).forEach(function (each) {\n"
"    if (each[1]) each[0].tabIndex = 0; else each[0].removeAttribute('tabindex');\n"
"  });\n"
"}\n"
"addEventListener('load', reach);\n"
"addEventListener('resize', reach);\n"
"}());\n";

static const char text_english[] =
"function text(cell) { return cell ? cell.textContent.trim() : ''; }\n";

/* What stands beside the words of another language for programs. */
static const char text_other[] =
"function text(cell) {\n"
"  var own = cell && cell.querySelector('data,time');\n"
"  if (own) return own.value || own.dateTime;\n"
"  return cell ? cell.dataset.name || cell.textContent.trim() : '';\n"
"}\n"
"function said(forms, some, all) {\n"
"  var form = forms[new Intl.PluralRules(document.documentElement.lang).select(all)];\n"
"  return form.replace('{some}', some).replace('{all}', all);\n"
"}\n";

static const char count_english[] =
"shown + ' of ' + view.rows.length + (view.rows.length === 1 ? ' row' : ' rows')";
/* clang-format on */

/* As a literal of the script, whatever stands in the catalog. */
static void
append_literal (GString *out, const char *text)
{
  g_string_append_c (out, '\'');
  for (const char *at = text; *at != '\0'; at = g_utf8_find_next_char (at, NULL))
    {
      const gunichar c = g_utf8_get_char (at);

      if (c >= ' ' && c <= '~' && strchr ("'\"\\<>&", (int) c) == NULL)
        g_string_append_c (out, (char) c);
      else
        g_string_append_printf (out, "\\u{%x}", c);
    }
  g_string_append_c (out, '\'');
}

/* The forms of a language, by the names that browsers have for them. */
static void
append_count (GString *out, const Language *language)
{
  static const struct
  {
    const char *name;
    guint64 count; /* one that has this form */
  } forms[] = { { "one", 1 }, { "few", 2 }, { "many", 5 }, { "other", 100 } };

  g_string_append (out, "said({");
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      /* translators: some of all rows are shown */
      g_autofree char *text = g_strdup_printf (
          language_say_count (language, "%s of %s row", "%s of %s rows", forms[i].count), "{some}",
          "{all}");

      g_string_append_printf (out, "%s%s:", i > 0 ? "," : "", forms[i].name);
      append_literal (out, text);
    }
  g_string_append (out, "}, shown, view.rows.length)");
}

static void
append_words (GString *out, const Language *language, const char *name)
{
  if (g_str_equal (name, "TEXT"))
    g_string_append (out, language == NULL ? text_english : text_other);
  else if (g_str_equal (name, "COUNT") && language == NULL)
    g_string_append (out, count_english);
  else if (g_str_equal (name, "COUNT"))
    append_count (out, language);
  else if (g_str_equal (name, "CHOSEN"))
    append_literal (out, language_say (language, "Chosen: press Ctrl+C"));
  else if (g_str_equal (name, "COPY"))
    append_literal (out, language_say_in (language, "button", "Copy"));
  else
    append_literal (out, language_say (language, "Copied"));
}

char *
html_script (const Language *language)
{
  GString *out = g_string_new (NULL);
  g_auto (GStrv) parts = g_strsplit (template, "@", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (i % 2 == 0)
      g_string_append (out, parts[i]);
    else
      append_words (out, language, parts[i]);
  return g_string_free (out, FALSE);
}

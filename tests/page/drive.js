/* SPDX-License-Identifier: MIT */
/*
 * Run in a copy of the page: uses it as a reader would and leaves TAP lines in #drive-result. The
 * page's own content security policy stays in force; only the hash of this script is added to it.
 */
(function () {
  'use strict';
  var violations = 0, lines = [];
  /* Several pages may report to one. */
  var place = parent === window ? '' : ' in ' + location.pathname.replace(/.*\/|-driven.html/g, '');

  document.addEventListener('securitypolicyviolation', function () { violations++; });

  function check(name, fits) {
    lines.push((fits ? 'ok' : 'not ok') + ' - ' + name + place);
  }
  function all(selector, root) {
    return Array.from((root || document).querySelectorAll(selector));
  }
  function cells(table, column) {
    return all('tbody tr', table).filter(function (row) { return !row.hidden; })
      .map(function (row) { return row.cells[column].textContent; });
  }
  function isSorted(values, down) {
    return values.every(function (value, i) {
      return i === 0 || (down ? values[i - 1] >= value : values[i - 1] <= value);
    });
  }
  function numbers(table, column) {
    return cells(table, column).map(Number).filter(function (value) { return !isNaN(value); });
  }
  function enter(field, value, event) {
    field.value = value;
    field.dispatchEvent(new Event(event, { bubbles: true }));
  }

  function tryPage() {
    check('the policy stops nothing of the page itself', violations === 0);
    check('no text of the report runs', document.documentElement.className === 'js'
      && !document.title.includes('owned'));
    check('nothing is loaded', performance.getEntriesByType('resource').length === 0);
    check('the style sheet applies',
          getComputedStyle(document.querySelector('nav ul, .tools')).display === 'flex');
    check('the page is no wider than its window (' + innerWidth + ')',
          document.documentElement.scrollWidth <= innerWidth);
    check('every table is within its place', all('.scroll').every(function (place) {
      return innerWidth >= 700 || place.scrollWidth <= place.clientWidth;
    }));
    check('every picture has a text alternative', all('svg').every(function (picture) {
      return picture.getAttribute('role') === 'img' && picture.getAttribute('aria-label');
    }));
  }

  function trySorting(table) {
    var amount = all('th', table)[3], month = all('th', table)[1];

    check('nothing is sorted at first', !table.querySelector('[aria-sort]'));
    amount.querySelector('button').click();
    check('amounts ascend', isSorted(numbers(table, 3), false));
    check('the head tells so', amount.getAttribute('aria-sort') === 'ascending');
    amount.querySelector('button').click();
    check('amounts descend', isSorted(numbers(table, 3), true)
      && amount.getAttribute('aria-sort') === 'descending');
    month.querySelector('button').click();
    check('months ascend', isSorted(cells(table, 1), false));
    check('one head tells so', table.querySelectorAll('[aria-sort]').length === 1);
  }

  function tryFilter(section, table) {
    var count = table.tBodies[0].rows.length, tools = section.querySelector('.tools');
    var search = tools.querySelector('input'), choice = tools.querySelector('select');

    check('the tools are there', !tools.hidden);
    enter(choice, 'differs', 'change');
    check('a choice leaves its rows', cells(table, 7).length > 0 && cells(table, 7).length < count
      && cells(table, 7).every(function (value) { return value === 'differs'; }));
    check('and says how many', tools.querySelector('output').textContent
      === cells(table, 7).length + ' of ' + count + ' rows');
    enter(choice, '', 'change');
    enter(search, 'CUSTOMER 00001,  2026-10', 'input');
    check('words are looked for in all cells', cells(table, 0).every(function (value) {
      return value.startsWith('Customer 00001');
    }) && cells(table, 0).length === 1);
    enter(search, 'no such thing', 'input');
    check('what is nowhere leaves nothing', cells(table, 0).length === 0);
    enter(search, '', 'input');
    check('an empty search leaves all', cells(table, 0).length === count);
  }

  /* Any table that sorts: by each of its columns of numbers, and by a text that is nowhere. */
  function tryTable(section, table) {
    var tools = section.querySelector('.tools'), count = table.tBodies[0].rows.length;
    var search = tools.querySelector('input'), name = table.getAttribute('aria-label');
    var heads = all('th', table);

    function plain(values) {
      return values.map(function (value) { return value.replace(/[^-0-9.]/g, ''); })
        .filter(Boolean).map(Number);
    }
    check(name + ': the tools are there', !tools.hidden);
    check(name + ': columns of numbers sort both ways', heads.every(function (head, i) {
      if (head.className !== 'n') return true;
      head.querySelector('button').click();
      var up = isSorted(plain(cells(table, i)), false);
      head.querySelector('button').click();
      return up && isSorted(plain(cells(table, i)), true);
    }));
    enter(search, 'no such thing', 'input');
    check(name + ': what is nowhere leaves nothing', cells(table, 0).length === 0);
    enter(search, '', 'input');
    check(name + ': an empty search leaves all', cells(table, 0).length === count);
    check(name + ': days and codes are not broken', all('tbody td', table).every(function (cell) {
      return !/^(\d{4}-\d\d(-\d\d)?|[A-Z]{3}\d{3})$/.test(cell.textContent)
        || innerWidth < 700 || cell.getClientRects().length === 0
        || getComputedStyle(cell).whiteSpace === 'nowrap';
    }));
  }

  /* As a keyboard goes: in the order of the page, to whatever can be used or moved. */
  function tryKeyboard() {
    var skip = document.querySelector('a');
    var stops = all('a[href], button, input, select, textarea, summary, [tabindex]');
    var drawn = stops.filter(function (stop) { return stop.getClientRects().length > 0; })
      .slice(0, 200);

    check('nothing goes before its turn', stops.every(function (stop) { return stop.tabIndex <= 0; }));
    check('all that can be used can be reached', drawn.length > 0 && drawn.every(function (stop) {
      stop.focus();
      return document.activeElement === stop;
    }));
    check('what scrolls can be moved', all('.scroll').every(function (place) {
      return place.scrollWidth <= place.clientWidth || place.tabIndex === 0
        || place.querySelector('a, button');
    }));
    skip.focus();
    check('the first link is seen when it is reached', skip.getBoundingClientRect().left >= 0);
    skip.click();
    check('and leads past the navigation', document.activeElement === document.querySelector('main'));
  }

  /* What is to be pasted: by the clipboard, or chosen where a page may not reach it. */
  function tryCopying(done) {
    var part = all('details').filter(function (each) {
      return !each.open && each.querySelector('code.copy');
    })[0], command, button, copied;

    if (!part) { done(); return; }
    command = part.querySelector('code.copy');
    part.querySelector('summary').click();
    setTimeout(function () {
      button = part.querySelector('button');
      check('what opens has a button that a keyboard reaches', button && button.tabIndex === 0
        && button.previousElementSibling === command);
      clipboard(function (text) { copied = text; return Promise.resolve(); });
      button.click();
      setTimeout(function () {
        var told = part.querySelector('output');
        check('it copies', told.textContent === 'Copied' && copied === command.textContent);
        clipboard(function () { return Promise.reject(); });
        button.click();
        setTimeout(tryChoosing, 400, told);
      }, 400);
    }, 400);

    /* One that answers at once, whatever this browser allows. */
    function clipboard(write) {
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: write }, configurable: true });
    }
    function tryChoosing(told) {
      check('it chooses what it may not copy', told.textContent.startsWith('Chosen')
        && getSelection().toString() === command.textContent);
      part.querySelector('summary').click();
      setTimeout(done, 400);
    }
  }

  function tryAnchors() {
    var links = all('a');

    check('every link leads to a place on the page', links.length > 0
      && links.every(function (link) {
        return document.getElementById(link.getAttribute('href').slice(1));
      }));
    location.hash = '';
    links.slice(-1)[0].click();
    check('a link can be followed',
          location.hash === links.slice(-1)[0].getAttribute('href')
          && document.querySelector(':target') !== null);
  }

  function tell() {
    var result = document.createElement('pre');

    result.id = 'drive-result';
    result.textContent = '\n' + lines.join('\n') + '\n';
    if (parent === window) document.body.appendChild(result);
    else parent.postMessage(result.textContent, '*');
  }

  /* Every view of a table, as its address says; then what no address may do. */
  function tryAddress(done) {
    var table = document.querySelector('table.sorts'), section = table && table.closest('section');
    var tools, search, choice, column, wanted, first, count;

    function later(then) { setTimeout(then, 400); }
    function goTo(address, then) { location.hash = address; later(then); }
    function state() {
      return [all('details[open]', table).length, search.value, choice ? choice.value : '', table.querySelectorAll('[aria-sort]').length,
              cells(table, 0).length].join('|');
    }
    if (!table) { done(); return; }
    tools = section.querySelector('.tools');
    search = tools.querySelector('input');
    choice = tools.querySelector('select');
    column = all('th', table).length - 1;
    goTo('#' + section.id + '&', function () {
      count = table.tBodies[0].rows.length;
      first = cells(table, 0)[0];
      all('th button', table)[column].click();
      all('th button', table)[column].click();
      if (choice) enter(choice, choice.options[1].value, 'change');
      all('details', table).slice(0, 1).forEach(function (part) { part.open = true; });
      enter(search, '2026 & <b>"', 'input');
      wanted = state();
      later(tryViews);
    });

    function tryViews() {
      var address = location.hash;
      check('a view is in the address', address.startsWith('#' + section.id + '&') && !/[<>" ]/.test(address)
        && address.includes(section.id + '.find=2026%20%26%20%3Cb%3E%22')
        && address.includes(section.id + '.sort=-'));
      goTo('#' + section.id + '&', function () {
        check('an address without a view shows all, as the page has it',
              state() === '0|||0|' + count && cells(table, 0)[0] === first);
        goTo(address, function () {
          check('an address brings its view back', state() === wanted && location.hash === address
            && all('th', table)[column].getAttribute('aria-sort') === 'descending');
          goTo('#' + section.id + '&x&=&%&' + section.id + '.find=%E0%A4%A&' + section.id + '.open=0.x.999&' + section.id + '.sort=nothing&'
               + section.id + '.' + (choice ? choice.name : 'x') + '=<img src=x onerror=alert(1)>&__proto__.find=x&'
               + 'constructor=x&<script>=1', function () {
            check('what an address says wrong is passed over', state() === '0|||0|' + count
              && !document.querySelector('img') && all('script').length <= 2);
            goTo('#' + section.id + '&', done);
          });
        });
      });
    }
  }

  addEventListener('load', function () {
    var section = document.getElementById('tieout'), table = section && section.querySelector('table');

    tryPage();
    if (!section) {
      all('section').forEach(function (each) {
        if (each.querySelector('.tools')) tryTable(each, each.querySelector('table.sorts'));
      });
    } else if (document.body.textContent.includes('Customer 00001')) {
      trySorting(table);
      tryFilter(section, table);
    }
    tryKeyboard();
    tryAddress(function () {
      tryCopying(function () {
        tryAnchors();
        check('the policy has stopped nothing since', violations === 0);
        tell();
      });
    });
  });
}());

/* SPDX-License-Identifier: MIT */
/*
 * Run in a copy of the page, after axe-core: all of its rules, best practices too. Leaves a TAP
 * line in #drive-result for each rule that is broken, with the first places, or one for all.
 */
(function () {
  'use strict';
  var place = parent === window ? '' : ' in ' + location.pathname.replace(/.*\/|-driven.html/g, '');

  function tell(lines) {
    var result = document.createElement('pre');
    result.id = 'drive-result';
    result.textContent = '\n' + lines.join('\n') + '\n';
    if (parent === window) document.body.appendChild(result);
    else parent.postMessage(result.textContent, '*');
  }
  function line(violation) {
    var places = violation.nodes.slice(0, 3).map(function (node) {
      var seen = node.any.concat(node.all, node.none).map(function (check) { return check.message; });
      return node.target.join(' ') + ' (' + seen[0] + ')';
    });
    return 'not ok - axe ' + violation.id + ', ' + violation.nodes.length + ' times: '
      + places.join('; ').replace(/\s+/g, ' ') + place;
  }
  function look() {
    axe.run(document, { resultTypes: ['violations'], elementRef: false }).then(function (results) {
      tell(results.violations.length ? results.violations.map(line)
        : ['ok - axe finds nothing among ' + results.passes.length + ' rules' + place]);
    }, function (error) {
      tell(['not ok - axe: ' + error.message + place]);
    });
  }
  /* After what the page itself does then. */
  addEventListener('load', function () { setTimeout(look, 0); });
}());

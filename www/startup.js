/**
 * Says so when the page cannot start: a browser without modules, a file that does not load. A classic script in old
 * syntax, so that it runs where the rest does not. `main.js` sets `data-started` when all is well.
 */
// @ts-check
;(function () {
  /** @param {string} reason */
  function fail(reason) {
    var root = document.documentElement
    if (root.hasAttribute('data-started')) return
    root.setAttribute('data-failed', '')
    var place = document.getElementById('failure-reason')
    if (place && !place.textContent) place.textContent = reason
  }

  window.addEventListener(
    'error',
    function (event) {
      var target = /** @type {{ src?: string } | null} */ (event.target)
      var source = target && target.src
      fail(source ? 'This file did not load: ' + source : event.message || 'A script failed.')
    },
    true,
  )
  window.addEventListener('unhandledrejection', function (event) {
    fail(String((event.reason && event.reason.message) || event.reason))
  })
  window.addEventListener('DOMContentLoaded', function () {
    if (!('noModule' in HTMLScriptElement.prototype) || typeof WebAssembly !== 'object') {
      fail('This browser is too old: the editor needs JavaScript modules and WebAssembly.')
    }
  })
})()

/** The first script of a page in browsers whose drivers do not report errors inside it. */

/** Everything so far, while the page is running. */
window.trouble = []
/** Whether a script was stopped by an error: the page may then never show its results. */
window.isStopped = false

/** @param {string} what */
function stopped(what) {
  trouble.push(what)
  isStopped = true
}

// Captured: failures to load are reported only at the element. Browsers prefix a thrown message
// with different words.
addEventListener('error', ({ error, message, target }) => stopped(error?.message ?? message ?? `${target.src ?? target.href} was not loaded`), true)
addEventListener('unhandledrejection', ({ reason }) => stopped(reason?.message ?? String(reason)))
addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => trouble.push(`${effectiveDirective} refuses ${blockedURI}`))

for (const level of ['error', 'warn']) {
  const write = console[level]
  console[level] = (...what) => {
    trouble.push(what.join(' '))
    write.apply(console, what)
  }
}

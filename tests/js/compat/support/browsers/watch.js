/** The first script of a page whose browser does not tell from outside what goes wrong in it. */

/** All of it, as the page goes on. */
window.trouble = []
/** Whether something has stopped a script: the page may never show what it was to show. */
window.isStopped = false

/** @param {string} what */
function stopped(what) {
  trouble.push(what)
  isStopped = true
}

// Captured: what could not be loaded is told to its element alone. The browsers put different words before what a script has thrown.
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

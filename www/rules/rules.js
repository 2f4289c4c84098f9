/**
 * The search. The rest of the page works without it. A classic script, so that the page also works
 * as a file.
 */
// @ts-check

const form = /** @type {HTMLFormElement} */ (document.getElementById('page-search-form'))
const field = /** @type {HTMLInputElement} */ (document.getElementById('page-search'))
const found = /** @type {HTMLElement} */ (document.getElementById('page-found'))
const about = /** @type {HTMLElement} */ (document.getElementById('page-about'))
const nothing = /** @type {HTMLElement} */ (document.getElementById('page-nothing'))

/**
 * Each rule with its entry in the index and its searchable text, without the examples, which contain
 * every word.
 */
const RULES = [...document.querySelectorAll('article[data-code]')].map((article) => {
  const parts = article.querySelectorAll('h3, .what, .why, .message')
  const subject = article.closest('section')?.querySelector('h2')?.textContent
  return {
    code: article.id,
    article: /** @type {HTMLElement} */ (article),
    entry: /** @type {HTMLElement} */ (document.querySelector(`li[data-code="${article.id}"]`)),
    words: [subject, ...[...parts].map((part) => part.textContent)].join('\n').toLowerCase(),
  }
})

/** Sections and groups of the index, hidden if none of their rules is shown. */
const SUBJECTS = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-subject]'))

/** Hides rules that do not contain all words of the search. */
function filter() {
  const wanted = field.value.toLowerCase().split(/\s+/).filter(Boolean)
  let count = 0
  for (const { article, entry, words } of RULES) {
    const isShown = wanted.every((word) => words.includes(word))
    article.hidden = !isShown
    entry.hidden = !isShown
    if (isShown) count++
  }
  for (const subject of SUBJECTS) subject.hidden = !subject.querySelector('[data-code]:not([hidden])')
  about.hidden = wanted.length > 0
  nothing.hidden = count > 0
  found.textContent = wanted.length > 0 ? `${count} of ${RULES.length} rules` : ''
}

/** Keeps the search in the URL, so that it can be shared. */
function keep() {
  const address = new URL(location.href)
  if (field.value.trim()) address.searchParams.set('q', field.value.trim())
  else address.searchParams.delete('q')
  // Some environments, such as a sandbox, do not let a page change its URL.
  try {
    history.replaceState(null, '', address)
  } catch {}
}

/** @param {string} words */
function search(words) {
  field.value = words
  filter()
  keep()
}

/** A link to a rule shows the rule despite the search, and its entry in the index. */
function showTarget() {
  const code = location.hash.slice(1)
  for (const { entry } of RULES) entry.firstElementChild?.removeAttribute('aria-current')
  const target = RULES.find((rule) => rule.code === code)
  if (!target) return
  if (target.article.hidden) {
    search('')
    target.article.scrollIntoView()
  }
  target.entry.firstElementChild?.setAttribute('aria-current', 'true')
  target.entry.scrollIntoView({ block: 'nearest' })
}

form.hidden = false
form.addEventListener('submit', (event) => {
  event.preventDefault()
  const first = RULES.find(({ article }) => !article.hidden)
  if (first) location.hash = first.code
})
field.addEventListener('input', () => {
  filter()
  keep()
})
document.getElementById('page-show-all')?.addEventListener('click', () => {
  search('')
  field.focus()
})
addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === '/' && event.target !== field) {
    event.preventDefault()
    field.focus()
    field.select()
  } else if (event.key === 'Escape' && field.value) {
    event.preventDefault()
    search('')
    // Restores the scroll position, because there is more above it now.
    document.querySelector('article:target')?.scrollIntoView()
  }
})
addEventListener('hashchange', showTarget)
// A restored page keeps the contents of its fields, and nothing else.
addEventListener('pageshow', filter)

field.value = new URLSearchParams(location.search).get('q') ?? ''
filter()
showTarget()

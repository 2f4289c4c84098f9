/** Joins the parts: every change of the text or of an option is judged, and every part shows the outcome. */
// @ts-check

import { datamartLintSource } from 'datamart-validator/codemirror'

import { CatalogControl } from './catalog.js'
import { byId, count, fill, h, icon, prose } from './dom.js'
import { Editor } from './editor.js'
import { Fixer } from './fixes.js'
import { IssueOrder } from './issue-order.js'
import { IssueList } from './issues.js'
import { format } from './json-text.js'
import { Judge } from './judge.js'
import { installMenu } from './menu.js'
import { OptionsInForce } from './options-in-force.js'
import { DEFAULTS, OptionsForm } from './options.js'
import { loadPackage } from './package.js'
import { formatPath } from './path.js'
import { RequestView } from './request.js'
import { Sending } from './sending.js'
import { FIRST, SAMPLES, loadSample } from './samples.js'
import { SqlDialog } from './sql-dialog.js'
import { SqlReader } from './sql-reader.js'
import { forget, keep, restore } from './storage.js'
import { SummaryView } from './summary.js'
import { installTooltip } from './tooltip.js'

/** @typedef {import('@codemirror/lint').Diagnostic} Diagnostic */
/** @typedef {import('./package.js').Issue} Issue */
/** @typedef {import('./package.js').Range} Range */

/** Longer texts are judged when typing pauses. */
const AT_ONCE = 200_000
const PAUSE = 250
const KEEP_AFTER = 400
/** How long the verdict has to stand before a screen reader says it. */
const ANNOUNCE_AFTER = 1000

const NOTHING_ANNOUNCED = ''

/** `cargo xtask` writes it beside this page. */
const RULES_PAGE = 'rules/'

/** @param {import('./package.js').Package} loaded */
async function start(loaded) {
  /** In the order of the text. @type {readonly Issue[]} */
  let issues = []
  /** Those of the issues. @type {readonly Diagnostic[]} */
  let diagnostics = []
  /** The text that they are of. @type {string | undefined} */
  let judged
  let announced = NOTHING_ANNOUNCED
  let judging = 0
  let keeping = 0
  let announcing = 0
  let isBaseUrlRight = true

  /** @param {Range} range */
  const goTo = (range) => editor.select(range)
  const editor = new Editor(
    byId('editor'),
    {
      input: () => {
        judgeSoon()
        keepSoon()
      },
      caret: showCaret,
    },
    () => inForce.options,
  )
  const list = new IssueList(byId('issue-list'), byId('more-issues'), goTo, (issue) => fixer.apply(issue))
  const order = new IssueOrder(list)
  const reader = new SqlReader(loaded.analyzeSql)
  const judgement = new Judge(loaded)
  const sqlDialog = new SqlDialog(byId('sql-dialog'), reader)
  const summary = new SummaryView(
    byId('summary'),
    goTo,
    (table) => order.goToTable(table),
    reader,
    loaded.describeJoins,
    ({ name, sql, rewritten }, { listed, name: tableName, schema, clientColumn }) => {
      const context = {
        validator: judgement.validator,
        datasourceType: inForce.options.datasourceType,
        table: { name: tableName, schemaName: schema, clientColumn, columns: listed() },
        column: name,
      }
      sqlDialog.open(sql?.text ?? '', context, (changed) => {
        const { place, insert } = rewritten(changed)
        editor.replace(place, insert)
      })
    },
  )
  const request = new RequestView(loaded, judgement)
  const sending = new Sending(loaded, judgement, judge)
  sending.install(() => editor.text)
  const changed = () => {
    judge()
    keepSoon()
  }
  const form = new OptionsForm(changed)
  const catalog = new CatalogControl(loaded.createValidator, changed)
  const inForce = new OptionsInForce(form, catalog, loaded, changed)
  const fixer = new Fixer({ editor, list, judge: judgeNow, apply })
  installTooltip(byId('summary'), (index) => issues[index])
  const closeMenu = installMenu(byId('samples'))

  function judgeSoon() {
    clearTimeout(judging)
    if (editor.text.length <= AT_ONCE) return judge()
    byId('verdict').setAttribute('aria-busy', 'true')
    judging = setTimeout(judge, PAUSE)
  }

  function judge() {
    clearTimeout(judging)
    const { text } = editor
    const { options } = inForce
    let milliseconds = 0
    /** @type {import('./package.js').ValidationResult | undefined} */
    let result
    /** @type {Diagnostic[]} */
    let found
    const lint = datamartLintSource({
      validate(text) {
        const began = performance.now()
        const own = judgement.validate(text)
        milliseconds = performance.now() - began
        const [first, ...others] = sending.issuesOf(text)
        /** @type {import('./package.js').ValidationResult} */
        const together = first ? { valid: false, issues: [first, ...others, ...own.issues] } : own
        result = together
        return together
      },
    })
    try {
      judgement.setOptions({ ...options, docsBase: RULES_PAGE })
      found = lint(editor.view)
    } catch (error) {
      return showCrash(error)
    }
    if (!result) return
    judged = text
    const inOrder = result.issues.map((issue, at) => ({ issue, diagnostic: /** @type {Diagnostic} */ (found[at]) }))
    inOrder.sort((a, b) => (a.issue.textRange?.start ?? 0) - (b.issue.textRange?.start ?? 0))
    issues = inOrder.map(({ issue }) => issue)
    diagnostics = inOrder.map(({ diagnostic }) => diagnostic)
    // The lint source offers no fix of a text that cannot be parsed.
    list.doFixesWait = inOrder.some(({ issue, diagnostic }) => issue.fix && !diagnostic.actions?.length)
    editor.setDiagnostics(diagnostics)
    showVerdict(result.valid, milliseconds)
    reader.setDialect(options.datasourceType ?? undefined)
    summary.show(text, issues)
    order.show(issues, summary.tables)
    fixer.show()
    inForce.show(summary.datasource)
    isBaseUrlRight = request.show(text, { ...form.options, ...options })
    sending.show(text)
    showCaret()
  }

  /** The issues of the text as it is now, and not as it was when typing paused. */
  function judgeNow() {
    if (judged !== editor.text) judge()
    return issues
  }

  /**
   * @param {boolean} valid
   * @param {number} milliseconds
   */
  function showVerdict(valid, milliseconds) {
    const errors = issues.filter(({ severity }) => severity === 'error').length
    const warnings = issues.length - errors
    const counts = [errors > 0 && count(errors, 'error'), warnings > 0 && count(warnings, 'warning')].filter(Boolean)
    const isUnsure = catalog.missing !== undefined && valid
    const words = isUnsure ? 'Not checked against the catalog' : valid ? 'Valid' : 'Not valid'
    const verdict = byId('verdict')
    verdict.removeAttribute('aria-busy')
    verdict.className = `verdict verdict-${valid ? (warnings > 0 || isUnsure ? 'warning' : 'valid') : 'error'}`
    fill(
      byId('verdict-words'),
      icon(isUnsure ? 'warning' : valid ? 'valid' : 'error'),
      h('strong', {}, words),
      h('span', { class: 'counts' }, counts.join(', ') || 'no issues'),
    )
    // Firefox and Safari tell a page whole milliseconds only.
    const time = milliseconds.toFixed(milliseconds < 10 ? 1 : 0).replace(/\.0$/, '')
    byId('time').textContent = `judged in ${time === '0' ? 'under 1' : time} ms`
    byId('no-issues').hidden = issues.length > 0
    const { datasourceType, existingDatamarts, catalog: schema } = inForce.options
    byId('more-to-know').hidden = datasourceType !== undefined && existingDatamarts !== undefined && schema !== undefined
    byId('format').toggleAttribute('disabled', issues.some(({ code }) => code === 'syntax' || code === 'too-deep'))
    document.title = `${isUnsure ? '?' : valid ? '✓' : `(${errors})`} Datamart editor`
    announce([words, ...counts].join(', '))
  }

  /** @param {unknown} error */
  function showCrash(error) {
    byId('verdict').className = 'verdict verdict-error'
    fill(byId('verdict-words'), icon('error'), h('strong', {}, String(error)))
    announce(String(error))
  }

  /** Says the verdict when it has stood for a while and is another one than before. @param {string} words */
  function announce(words) {
    clearTimeout(announcing)
    announcing = setTimeout(() => {
      if (words === announced) return
      announced = words
      byId('announcement').textContent = words
    }, ANNOUNCE_AFTER)
  }

  function showCaret() {
    const { line, column } = editor.position(editor.caret)
    byId('caret').textContent = `Line ${line}, column ${column}`
    const here = editor.diagnosticsAt(editor.caret)
    list.setCurrent(here)
    editor.setUsed(summary.showExpressionAt(editor.text, editor.caret))
    const [first, ...others] = here.flatMap((index) => issues[index] ?? [])
    fill(
      byId('caret-message'),
      first && icon(first.severity),
      first && h('span', {}, ...prose(first.message), others.length > 0 ? ` (and ${others.length} more)` : ''),
    )
    byId('caret-message').title = first ? `${formatPath(first.path)}: ${first.message}` : ''
  }

  /** The action judges the text anew if it has changed since. @param {Issue} issue */
  function apply(issue) {
    const diagnostic = diagnostics[issues.indexOf(issue)]
    diagnostic?.actions?.[0]?.apply(editor.view, diagnostic.from, diagnostic.to)
  }

  function keepSoon() {
    clearTimeout(keeping)
    keeping = setTimeout(keepNow, KEEP_AFTER)
  }

  function keepNow() {
    clearTimeout(keeping)
    keeping = 0
    const options = form.state
    // A refused address may hold a password.
    if (!isBaseUrlRight) options.baseUrl = DEFAULTS.baseUrl
    keep({ text: editor.text, options })
  }

  /** Does what needs a file of the site, which may be out of reach. @param {() => Promise<void>} act */
  async function attempt(act) {
    try {
      await act()
    } catch (error) {
      inForce.showFailure(error)
    }
  }

  /** @param {string} text */
  function open(text) {
    summary.forget()
    editor.replaceText(text)
    judge()
  }

  fill(
    byId('sample-list'),
    SAMPLES.map((sample) =>
      h(
        'li',
        {},
        h(
          'button',
          {
            type: 'button',
            'data-sample': sample.id,
            click: () =>
              attempt(async () => {
                const text = await loadSample(sample.id)
                await inForce.choose(sample, text)
                open(text)
                closeMenu()
                keepSoon()
              }),
          },
          h('span', { class: 'sample-title' }, sample.title),
          h('span', { class: 'sample-about' }, sample.about),
        ),
      ),
    ),
  )
  byId('format').addEventListener('click', () => {
    editor.replaceText(format(editor.text))
    judge()
    keepSoon()
  })
  byId('start-over').addEventListener('click', () =>
    attempt(async () => {
      const text = await loadSample(FIRST)
      form.state = DEFAULTS
      catalog.set(undefined)
      inForce.forgetNotice()
      order.reset()
      open(text)
      clearTimeout(keeping)
      keeping = 0
      forget()
    }),
  )
  byId('next-issue').addEventListener('click', () => editor.step(1))
  byId('previous-issue').addEventListener('click', () => editor.step(-1))
  addEventListener('pagehide', () => {
    if (keeping) keepNow()
  })

  const kept = restore()
  form.state = { ...DEFAULTS, ...kept?.options }
  await catalog.restore()
  open(kept ? kept.text : await loadSample(FIRST))
}

try {
  await start(await loadPackage())
  document.documentElement.setAttribute('data-started', '')
} catch (error) {
  document.documentElement.setAttribute('data-failed', '')
  byId('failure-reason').textContent = error instanceof Error ? error.message : String(error)
  console.error(error)
}

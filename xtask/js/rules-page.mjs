// Writes the page that documents the rules: index.html, with its style, script and icon.
//
//   node rules-page.mjs <package folder> <example base> <output folder> [<URL of the editor>]
//
// The texts come from rules(), and the issues below the wrong examples are the package's results
// for them. The sources of the page are in www/rules/.

import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import path from 'node:path'
import { build } from 'esbuild'
import { judged } from './rules-page/examples.mjs'
import { code, html, icon, prose } from './rules-page/html.mjs'
import { drawSource } from './rules-page/source.mjs'

const www = fileURLToPath(new URL('../../www', import.meta.url))
const [packageFolder, baseFile, outputFolder, editor] = process.argv.slice(2)

const { formatPath, readReply, rules, validateDatamart } = await import(pathToFileURL(path.resolve(packageFolder, 'dist/index.js')).href)
const { name, version } = JSON.parse(await readFile(path.join(packageFolder, 'package.json'), 'utf8'))
const base = await readFile(baseFile, 'utf8')

/** Options up to this length are shown next to the example; longer ones are collapsed. */
const SHORT_OPTIONS = 96

/** Inputs with thousands of the same issue do not show all of them. */
const SHOWN_ISSUES = 3

/** No datamart is nested deeper. */
const SHOWN_STEPS = 12

/** The rules under their shared headings, in order. */
const subjects = [...groups(rules())].map(([title, members]) => ({
  id: `subject-${title.toLowerCase().replace(/\W+/g, '-')}`,
  title,
  members,
}))

function groups(all) {
  const found = new Map()
  for (const rule of all) found.set(rule.subject, [...(found.get(rule.subject) ?? []), rule])
  return found
}

function drawIndex() {
  return subjects.map(
    ({ id, title, members }) => html`
        <li data-subject>
          <a href="#${id}">${title}</a>
          <ul>${members.map(
            ({ code, severity }) => html`
            <li data-code="${code}"><a href="#${code}" class="entry entry-${severity}">${code}</a></li>`,
          )}
          </ul>
        </li>`,
  )
}

function drawSubjects() {
  return subjects.map(
    ({ id, title, members }) => html`
      <section id="${id}" aria-labelledby="${id}-title" data-subject>
        <h2 id="${id}-title">${title}</h2>${members.map(drawRule)}
      </section>`,
  )
}

function drawRule(rule) {
  const wrong = judged(rule.wrong, base, { readReply, validateDatamart })
  const right = judged(rule.right, base, { readReply, validateDatamart })
  if (right.issues.length > 0) throw new Error(`the right example of ${rule.code} has issues`)
  const shared = wrong.options === right.options
  return html`
        <article class="rule" id="${rule.code}" aria-labelledby="${rule.code}-title" data-code="${rule.code}">
          <h3 id="${rule.code}-title"><a href="#${rule.code}">${rule.code}</a> <span class="badge badge-${rule.severity}">${icon(rule.severity)}${rule.severity}</span></h3>
          <p class="what">${prose(rule.what)}</p>
          <p class="why">${prose(rule.why)}</p>
          ${shared && drawOptions(wrong.options)}
          ${drawExample('wrong', wrong, drawIssues(rule.code, wrong.issues), shared)}
          ${drawExample('right', right, undefined, shared)}
        </article>`
}

function drawExample(kind, example, found, hasSharedOptions) {
  const marks = example.issues.flatMap(({ place, severity, related = [] }) => [
    ...(place ? [{ ...place, class: `mark-${severity}` }] : []),
    ...related.flatMap(({ place }) => (place ? [{ ...place, class: 'mark-related' }] : [])),
  ])
  return html`<figure class="example example-${kind}">
            <figcaption>${icon(kind === 'right' ? 'valid' : 'error')}${kind === 'right' ? 'Right' : 'Wrong'}</figcaption>
            ${!hasSharedOptions && drawOptions(example.options)}
            <pre><code>${drawSource(example.source, example.language, marks)}</code></pre>
            ${found}
          </figure>`
}

function drawOptions(options) {
  if (options === undefined) return undefined
  const given = Object.keys(JSON.parse(options))
  const intro = given.length === 1 ? 'With the option' : 'With the options'
  if (options.length <= SHORT_OPTIONS) {
    return html`<p class="example-options">${intro} <code>${drawSource(options, 'json')}</code></p>`
  }
  const names = given.map((name, index) => [index > 0 && ', ', code(name)])
  return html`<details class="example-options">
            <summary>${intro} ${names}</summary>
            <pre><code>${drawSource(options, 'json')}</code></pre>
          </details>`
}

/**
 * The issues of a wrong example. Issues of other rules, which some examples cannot avoid, are only
 * counted.
 */
function drawIssues(ruleCode, issues) {
  const own = issues.filter(({ code }) => code === ruleCode)
  if (own.length === 0) throw new Error(`the wrong example of ${ruleCode} has no such issue`)
  const others = [...new Set(issues.map(({ code }) => code))].filter((code) => code !== ruleCode)
  const counts = others.map((other) => {
    const number = issues.filter(({ code }) => code === other).length
    return html`<li class="note">Also ${number.toLocaleString('en')} × <a href="#${other}">${other}</a></li>`
  })
  const rest = own.length > SHOWN_ISSUES && html`<li class="note">and ${own.length - SHOWN_ISSUES} more</li>`
  return html`<ul class="found" aria-label="Issues in this example">${own.slice(0, SHOWN_ISSUES).map(drawIssue)}${rest}${counts}</ul>`
}

function drawIssue({ severity, message, path, help, suggestion, related = [] }) {
  const places = related.map(
    (other) => html`<p class="issue-help">${prose(other.message)} <span class="path">${pathText(other.path)}</span></p>`,
  )
  const hasSuggestion = suggestion !== undefined && !help?.includes(`\`${suggestion}\``)
  return html`<li class="issue">${icon(severity)}<div>
              <p class="message">${prose(message)}</p>
              <p class="path">${pathText(path)}</p>
              ${help && html`<p class="issue-help">${prose(help)}</p>`}
              ${hasSuggestion && html`<p class="issue-help">Suggestion: ${code(suggestion)}</p>`}
              ${places}
            </div></li>`
}

/** A path as text; of a very deep one, the beginning. */
function pathText(path) {
  return `${formatPath(path.slice(0, SHOWN_STEPS))}${path.length > SHOWN_STEPS ? '…' : ''}`
}

/** The package's version, and the link back to the editor if there is one. */
function drawHome() {
  if (editor) return html`<a class="button" href="${editor}">Editor</a>`
  return html`<a class="button" href="https://www.npmjs.com/package/${name}/v/${version}">npm</a>`
}

/** Style and script without their comments and imports: two files, whatever they consist of. */
async function bundle(file, output) {
  await build({
    entryPoints: [path.join(www, 'rules', file)],
    outfile: path.join(outputFolder, output),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  })
}

await mkdir(outputFolder, { recursive: true })
const values = {
  package: html`${name} ${version}`,
  count: html`${rules().length}`,
  home: drawHome(),
  index: html`${drawIndex()}`,
  base: html`${drawSource(base, 'json')}`,
  subjects: html`${drawSubjects()}`,
}
const template = await readFile(path.join(www, 'rules/template.html'), 'utf8')
const page = template.replace(/\{\{(\w+)\}\}/g, (place, key) => {
  if (!Object.hasOwn(values, key)) throw new Error(`no value for ${place} in the template`)
  return values[key].text
})
await Promise.all([
  writeFile(path.join(outputFolder, 'index.html'), page),
  bundle('rules.css', 'rules.css'),
  bundle('rules.js', 'rules.js'),
  copyFile(path.join(www, 'favicon.svg'), path.join(outputFolder, 'favicon.svg')),
])

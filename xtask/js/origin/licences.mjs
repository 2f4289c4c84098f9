// Which licence of a component applies, and its text.

import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import parse from 'spdx-expression-parse'

/**
 * Licences that require only a notice. If there is a choice, the first one of this list applies.
 * `deny.toml` has the list for crates.
 */
const ACCEPTED = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Unicode-3.0', 'Apache-2.0']

const LICENCE_FILE = /^(?:licen[sc]e|copying|notice)/i

/**
 * How file names identify the licence if there are several files; a file with a plain name is the
 * only one.
 */
const NAMED = { MIT: /mit/i, 'Apache-2.0': /apache/i, 'Unicode-3.0': /unicode/i }

/**
 * The licences that apply: all of an AND, the preferred one of an OR. Throws if none is accepted.
 */
function applying(expression) {
  const rank = (ids) => Math.max(...ids.map((id) => ACCEPTED.indexOf(id)))
  const accepted = (ids) => ids.every((id) => ACCEPTED.includes(id))
  const walk = (node) => {
    if (node.license) return [[node.license]]
    const [left, right] = [walk(node.left), walk(node.right)]
    return node.conjunction === 'or' ? [...left, ...right] : left.flatMap((one) => right.map((other) => [...one, ...other]))
  }
  const choices = walk(parse(expression)).filter(accepted)
  return choices.sort((one, other) => rank(one) - rank(other))[0]
}

/**
 * @param {{ name: string, version: string, licence?: string, folder?: string, texts?: { name: string, text: string }[] }} component
 * @returns {{ name: string, text: string }[]}
 */
export function licenceTexts({ name, version, licence, folder, texts }) {
  if (!licence) throw new Error(`${name} ${version} names no licence: it cannot go into the package`)
  const ids = applying(licence)
  if (!ids) throw new Error(`${name} ${version} is licensed under ${licence}, expected one of ${ACCEPTED.join(', ')}`)
  if (texts) return texts
  const files = readdirSync(folder).filter((file) => LICENCE_FILE.test(file)).sort()
  const chosen = ids.flatMap((id) => {
    const plain = files.filter((file) => !Object.values(NAMED).some((word) => word.test(file)))
    const named = files.filter((file) => NAMED[id]?.test(file))
    const found = named.length > 0 ? named : plain
    if (found.length === 0) throw new Error(`${name} ${version} has no file with the text of ${id}, which has to go with the package`)
    return found
  })
  // A notice is included whichever licence applies.
  const notices = files.filter((file) => /^notice/i.test(file))
  return [...new Set([...chosen, ...notices])].map((file) => ({ name: file, text: readFileSync(path.join(folder, file), 'utf8') }))
}

/** @param {Parameters<typeof licenceTexts>[0][]} components */
export function thirdPartyLicences(components) {
  const rule = '-'.repeat(80)
  const parts = components.map((component) => {
    const { name, version, licence, website } = component
    const texts = licenceTexts(component).map(({ text }) => text.replaceAll('\r\n', '\n').trim())
    return [`${rule}\n${name} ${version}\n${licence}${website ? `\n${website}` : ''}\n${rule}`, ...texts].join('\n\n')
  })
  const head = 'The code of these components is in this package, each under the licence below its name.\nsbom.cdx.json lists them for machines.'
  return `${[head, ...parts].join('\n\n')}\n`
}

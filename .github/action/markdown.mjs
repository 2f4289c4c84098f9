// The result of `diff --format json` as Markdown.

/** GitHub takes comments of up to 65,536 characters. */
const MAX = 60_000

const TITLES = {
  create: 'new datamart',
  update: 'changes',
  unchanged: 'no changes',
  invalid: 'invalid',
  refused: 'cannot be pushed',
  failed: 'failed',
}

const SIGNS = { added: '➕', removed: '➖', changed: '✏️', moved: '↕️' }

/** Text that others have written, so that it is only text: no mention, no link, no HTML, no image. */
export function plain(text) {
  return String(text)
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g, ' ')
    .replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character])
    .replace(/[\\*_~[\]()#|!:@/]/g, (character) => `&#${character.codePointAt(0)};`)
}

/** The package's messages have names in backticks, which may stay if they are balanced. */
function sentence(text) {
  const parts = String(text).split('`')
  if (parts.length % 2 === 0) return plain(text.replaceAll('`', "'"))
  return parts.map((part, at) => (at % 2 === 1 ? `<code>${plain(part)}</code>` : plain(part))).join('')
}

export function markdownOf({ files }) {
  const changed = files.filter(({ action }) => action !== 'unchanged')
  const breaking = files.reduce((sum, { changes }) => sum + changes.filter((change) => change.breaking).length, 0)
  const title = changed.length === 0 ? 'Datamarts: no changes' : `Datamarts: ${changed.length} of ${files.length} files would change${breaking > 0 ? `, ${breaking} breaking` : ''}`
  let text = `### ${title}\n`
  for (const { file, name, action, changes, message, issues } of changed) {
    let section = `\n**${plain(file)}**${name === undefined ? '' : ` (${plain(name)})`}: ${TITLES[action]}${message === undefined ? '' : `: ${sentence(message)}`}\n\n`
    for (const change of changes) section += `- ${SIGNS[change.kind]} ${sentence(change.message)}${change.breaking ? ' **breaking**' : ''}\n`
    for (const issue of issues.filter(({ severity }) => severity === 'error')) section += `- ❌ ${sentence(issue.message)}\n`
    if (text.length + section.length > MAX) {
      text += '\n…and more: see the job.\n'
      break
    }
    text += section
  }
  return text
}

/** The package's README in parts: the package's tests run its code, in Node and in Chromium. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'

/** The installed package. @param {string} consumer the project that has installed it */
export const packageOf = (consumer) => path.join(consumer, 'node_modules/datamart-validator')

/** @param {string} consumer */
export function readReadme(consumer) {
  const text = readFileSync(path.join(packageOf(consumer), 'README.md'), 'utf8')
  const blocks = [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(({ index, 1: language, 2: code }) => ({
    language,
    code,
    line: text.slice(0, index).split('\n').length,
    heading: text.slice(0, index).match(/^#+ .+$/gm)?.at(-1)?.replace(/^#+ /, ''),
  }))
  return {
    text,
    blocks,
    /**
     * The only block of a section in a language. @param {string} heading @param {string} language
     */
    recipe(heading, language) {
      const found = blocks.filter((block) => block.heading === heading && block.language === language)
      assert.equal(found.length, 1, `blocks of ${language} below the heading "${heading}"`)
      return found[0].code
    },
  }
}

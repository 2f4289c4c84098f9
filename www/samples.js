/** Datamarts to start from. */
// @ts-check

/** @typedef {{ id: string, title: string, about: string, file?: string, text?: string }} Sample */

/** @type {readonly Sample[]} */
export const SAMPLES = [
  { id: 'mistakes', title: 'A shop with mistakes', about: 'Some twenty, eight of them in SQL', file: 'mistakes.json' },
  {
    id: 'valid',
    title: 'The same shop, right',
    about: 'Four tables with custom columns, joined and isolated by tenant',
    file: 'valid.json',
  },
  {
    id: 'vendor-style',
    title: 'In the style of the vendor’s example',
    about: 'The client column is not among the listed columns, which is allowed',
    file: 'vendor-style.json',
  },
  { id: 'broken', title: 'A broken text', about: 'Not JSON: all of it is judged nevertheless', file: 'broken.txt' },
  {
    id: 'empty',
    title: 'An empty start',
    about: 'The fields that every datamart needs',
    text: `{
  "name": "",
  "datasourceName": "",
  "tableList": [
    {
      "name": "",
      "columns": [
        { "name": "" }
      ]
    }
  ]
}
`,
  },
]

/** The sample of a first visit. */
export const FIRST = 'mistakes'

/**
 * @param {string} id
 * @returns {Promise<string>}
 */
export async function loadSample(id) {
  const sample = SAMPLES.find((sample) => sample.id === id)
  if (sample?.text !== undefined) return sample.text
  const response = await fetch(`./samples/${sample?.file}`)
  if (!response.ok) throw new Error(`the sample ${sample?.file} did not load (status ${response.status})`)
  return response.text()
}

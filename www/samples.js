/** Datamarts to start from. */
// @ts-check

/** @typedef {import('./package.js').DatasourceType} DatasourceType */
/**
 * `datasourceType` is that of the datasource that the sample names: its SQL is written for it.
 *
 * @typedef {{ id: string, title: string, about: string, datasourceType?: DatasourceType, file?: string, text?: string }} Sample
 */

/** @type {readonly Sample[]} */
export const SAMPLES = [
  {
    id: 'mistakes',
    title: 'A shop with mistakes',
    about: 'Some twenty different ones, many in the SQL of custom columns',
    datasourceType: 'postgres',
    file: 'mistakes.json',
  },
  {
    id: 'valid',
    title: 'The same shop, right',
    about: 'Four tables with custom columns, joined and isolated by tenant',
    datasourceType: 'postgres',
    file: 'valid.json',
  },
  {
    id: 'vendor-style',
    title: 'In the style of the vendor’s example',
    about: 'The client column is not among the listed columns, which is allowed',
    datasourceType: 'postgres',
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
 * @returns {Promise<{ text: string, datasourceType: DatasourceType | '' }>}
 */
export async function loadSample(id) {
  const { file, text, datasourceType = '' } = SAMPLES.find((sample) => sample.id === id) ?? {}
  if (text !== undefined) return { text, datasourceType }
  const response = await fetch(`./samples/${file}`)
  if (!response.ok) throw new Error(`the sample ${file} did not load (status ${response.status})`)
  return { text: await response.text(), datasourceType }
}

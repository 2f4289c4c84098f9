/** Datamarts to start from. */
// @ts-check

/**
 * @typedef {object} Sample
 * @property {string} id
 * @property {string} title
 * @property {string} about
 * @property {string} [file]
 * @property {string} [text]
 * @property {import('./package.js').DatasourceType} [datasourceType] of the database that has the sample catalog; such a sample
 *   brings both along
 */

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
    id: 'shop-mistakes',
    title: 'Shop, with mistakes',
    about: 'Beside a catalog: names and types that the database does not have',
    file: 'shop-mistakes.json',
    datasourceType: 'postgres',
  },
  {
    id: 'shop-right',
    title: 'Shop, with its catalog',
    about: 'The same, right: all of it is in the database',
    file: 'shop-right.json',
    datasourceType: 'postgres',
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

/** @param {string} id */
export async function loadSample(id) {
  const sample = SAMPLES.find((sample) => sample.id === id)
  return sample?.text ?? load(`${sample?.file}`)
}

/** The reply of the schema call for the shop. It is one of the package's test files, which `cargo xtask` puts here. */
export function loadSampleCatalog() {
  return load('shop-catalog.json')
}

/** @param {string} file */
async function load(file) {
  const response = await fetch(`./samples/${file}`)
  if (!response.ok) throw new Error(`the sample ${file} did not load (status ${response.status})`)
  return response.text()
}

// Takes the picture of the editor that the READMEs show, in both schemes.
//
//   node readme-picture.mjs <folder>

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { launchChromium } from '../../tests/js/support/chromium.mjs'
import { set, settled, withPage } from './page.mjs'

const [folder] = process.argv.slice(2)
if (!folder) throw new Error('usage: node readme-picture.mjs <folder>')
mkdirSync(folder, { recursive: true })

/** @param {string} name */
const sample = (name) => readFileSync(path.join(process.env.SITE_DIR ?? '', 'samples', name), 'utf8')

/** Small enough for the text to be read where a README is 830 pixels wide. */
const SIZE = { viewport: { width: 1180, height: 720 }, deviceScaleFactor: 1.5 }

const QUALITY = 0.8

/** A picture as WebP, which the browser encodes. @param {Buffer} png @returns {Promise<Buffer>} */
async function compressed(png) {
  const browser = await launchChromium()
  try {
    const page = await browser.newPage()
    const url = await page.evaluate(
      async ([source, quality]) => {
        const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${source}`)).blob())
        const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height })
        canvas.getContext('2d')?.drawImage(image, 0, 0)
        return canvas.toDataURL('image/webp', quality)
      },
      /** @type {const} */ ([png.toString('base64'), QUALITY]),
    )
    return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
  } finally {
    await browser.close()
  }
}

await withPage({ ...SIZE, reducedMotion: 'reduce' }, async (page) => {
  await set(page, { catalog: JSON.parse(sample('shop-catalog.json')), options: { datasourceType: 'postgres' }, value: sample('shop-mistakes.json') })
  await page.getByRole('button', { name: 'Columns of orders' }).first().click()
  await page.getByRole('row', { name: 'order_items.revenue' }).getByRole('gridcell').first().click()
  await page.getByRole('textbox', { name: 'SQL expression' }).waitFor()
  await page.mouse.move(0, 0)
  await settled(page)
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    await page.emulateMedia({ colorScheme })
    const file = path.join(folder, `editor-${colorScheme}.webp`)
    const bytes = await compressed(await page.screenshot())
    writeFileSync(file, bytes)
    console.log(`${file}: ${Math.ceil(bytes.length / 1000)} KB`)
  }
})

/** The editor element: the pages that contain it show what its events report. */

/** The results of such a page, once somebody has hidden the column `id`. */
export const EDITED = { valid: 'true', hidden: 'true' }

/**
 * Hides it when the page has reported that what it opened is valid. On a page from a server, the
 * element is empty until a script sets its value.
 *
 * @param {import('playwright-core').Page} page
 */
export async function hideColumn(page) {
  await page.locator('#valid', { hasText: EDITED.valid }).waitFor()
  await page.getByRole('checkbox', { name: 'Hidden of id', exact: true }).click()
}

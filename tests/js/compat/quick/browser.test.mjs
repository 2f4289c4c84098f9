import { unbundled } from '../browsers/unbundled.mjs'

unbundled('Chromium')

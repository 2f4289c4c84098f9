import { bundled } from '../browsers/bundled.mjs'

bundled('Chromium')

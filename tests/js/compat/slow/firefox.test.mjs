import { bundled } from '../browsers/bundled.mjs'
import { editor } from '../browsers/editor.mjs'
import { policy } from '../browsers/policy.mjs'
import { unbundled } from '../browsers/unbundled.mjs'

unbundled('Firefox')
bundled('Firefox')
policy('Firefox')
editor('Firefox')

import { bundled } from '../browsers/bundled.mjs'
import { editor } from '../browsers/editor.mjs'
import { policy } from '../browsers/policy.mjs'
import { unbundled } from '../browsers/unbundled.mjs'

unbundled('WebKitGTK')
bundled('WebKitGTK')
policy('WebKitGTK')
editor('WebKitGTK')

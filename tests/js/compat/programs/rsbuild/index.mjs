import './page.mjs'
import './module-worker.mjs'

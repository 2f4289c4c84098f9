import { render } from '#shared/render.mjs'

export default defineEventHandler(() => render())

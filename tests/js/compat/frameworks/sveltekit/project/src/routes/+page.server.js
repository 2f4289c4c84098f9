import { render } from '../render.mjs'

export const load = () => ({ server: render() })

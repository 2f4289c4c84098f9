/** Components that are loaded when they are first shown. */
// @ts-check

import { useEffect, useState } from 'preact/hooks'

/**
 * @template Props
 * @param {() => Promise<import('preact').FunctionComponent<Props>>} load
 * @returns {import('preact').FunctionComponent<Props>} nothing is shown until it is loaded
 */
export function lazily(load) {
  /** @type {import('preact').FunctionComponent<any> | undefined} */
  let Loaded
  return function Lazily(props) {
    const [, redraw] = useState(false)
    useEffect(() => {
      if (Loaded) return
      void load().then((component) => {
        Loaded = component
        redraw(true)
      })
    }, [])
    return Loaded ? <Loaded {...props} /> : null
  }
}

/** What the package proposes for the datamart as it is. */
// @ts-check

import { useEffect, useRef, useState } from 'preact/hooks'
import { useSession } from '../ui/context.js'

/** @typedef {import('../worker/calls.js').Calls} Calls */

/**
 * A proposal, asked for again when the datamart or what is known besides it changes.
 *
 * @template {'proposeRelationships' | 'proposeTenancy'} Name
 * @param {Name} name
 * @returns {ReturnType<Calls[Name]> | null | undefined} undefined until there is one, and for a text
 * that cannot be read; null if there cannot be one
 */
export function useProposal(name) {
  const session = useSession()
  const [proposal, setProposal] = useState(/** @type {any} */ (undefined))
  const newest = useRef({})
  const value = session.value.value
  const isBroken = session.isBroken.value
  const catalog = session.knownCatalog.value
  const options = session.options.value
  useEffect(() => {
    const own = (newest.current = {})
    const use = (/** @type {any} */ result) => newest.current === own && setProposal(() => result)
    if (isBroken) use(undefined)
    else session.engine.call(/** @type {'proposeRelationships' | 'proposeTenancy'} */ (name), session.text).then(use, () => use(null))
    return () => void (newest.current = {})
  }, [value, isBroken, catalog, options])
  return proposal
}

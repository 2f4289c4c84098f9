/** The session of the editor that a component belongs to. */
// @ts-check

import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** @typedef {import('../state/session.js').Session} Session */

const SessionContext = createContext(/** @type {Session} */ (/** @type {unknown} */ (undefined)))

export const SessionProvider = SessionContext.Provider

export function useSession() {
  return useContext(SessionContext)
}

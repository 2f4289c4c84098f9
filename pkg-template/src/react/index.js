/** The entry `datamart-validator/react`: `<datamart-editor>` as a component. */
// @ts-check

import 'datamart-validator/editor'
import { createElement, forwardRef, useImperativeHandle, useLayoutEffect, useRef } from 'react'

/** @typedef {import('../../editor.d.ts').DatamartEditorElement} DatamartEditorElement */

/** Properties of the element, set whenever they change. */
const PROPERTIES = /** @type {const} */ (['workerUrl', 'catalog', 'options', 'messages', 'strings', 'storage', 'client', 'readOnly', 'original', 'value'])

/** The events of the element, and the property of the component for each. */
const EVENTS = /** @type {const} */ ([
  ['change', 'onChange'],
  ['issues', 'onIssues'],
  ['submit', 'onSubmit'],
  ['sent', 'onSent'],
])

/** On a server, an effect would only be a warning. */
const useElementEffect = typeof document === 'undefined' ? () => undefined : useLayoutEffect

export const DatamartEditor = /* @__PURE__ */ forwardRef(
  /** @param {import('../../react.d.ts').DatamartEditorProps} given @param {import('react').ForwardedRef<DatamartEditorElement>} ref */
  function DatamartEditor(given, ref) {
    const element = useRef(/** @type {DatamartEditorElement | null} */ (null))
    const latest = useRef(given)
    const { className, ...others } = given
    // React 18 writes `className` of a custom element as it is.
    /** @type {Record<string, unknown>} */
    const attributes = className === undefined ? {} : { class: className }
    for (const [name, value] of Object.entries(others)) {
      if (!PROPERTIES.some((property) => property === name) && !EVENTS.some(([, handler]) => handler === name)) attributes[name] = value
    }
    useImperativeHandle(ref, () => /** @type {DatamartEditorElement} */ (element.current), [])
    useElementEffect(() => {
      latest.current = given
    })
    useElementEffect(() => {
      const editor = /** @type {DatamartEditorElement} */ (element.current)
      const stops = EVENTS.map(([type, handler]) => {
        const listener = (/** @type {Event} */ event) => latest.current[handler]?.(/** @type {any} */ (event).detail)
        editor.addEventListener(type, listener)
        return () => editor.removeEventListener(type, listener)
      })
      return () => {
        for (const stop of stops) stop()
      }
    }, [])
    for (const property of PROPERTIES) {
      const value = given[property]
      // The number of properties never changes, so these are the same effects in each render.
      useElementEffect(() => {
        if (property in latest.current || value !== undefined) Object.assign(/** @type {DatamartEditorElement} */ (element.current), { [property]: value })
      }, [value])
    }
    return createElement('datamart-editor', { ref: element, ...attributes })
  },
)

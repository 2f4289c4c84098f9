// The React component's properties.

import { createElement, useRef } from 'react'
import { createClient } from 'datamart-validator/client'
import { DatamartEditor } from 'datamart-validator/react'
import type { DatamartEditorElement } from 'datamart-validator/editor'

export function Form() {
  const editor = useRef<DatamartEditorElement>(null)
  return createElement(DatamartEditor, {
    ref: editor,
    value: '{}',
    catalog: { tables: [] },
    action: 'update',
    client: createClient({ baseUrl: '/api/databrain' }),
    onSent: ({ outcome, id }) => void [outcome === 'done', id],
    onChange: ({ text }) => void text.length,
    onSubmit: ({ request }) => void fetch(request.url, request),
  })
}

// @ts-expect-error there is no such action
export const wrong = createElement(DatamartEditor, { action: 'delete' })

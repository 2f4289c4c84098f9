import { useState } from 'react'
import type { ValidateOptions } from 'datamart-validator'
import { DatamartEditor } from 'datamart-validator/react'
// In your application: the API's schema reply.
import catalog from './catalog.json'

// The same object in each render, so that options are read once.
const OPTIONS: ValidateOptions = { datasourceType: 'postgres' }

export function App() {
  const [text, setText] = useState('')
  const [errors, setErrors] = useState(0)
  const [sent, setSent] = useState('')

  return (
    <>
      <DatamartEditor
        action="create"
        value={text}
        catalog={catalog}
        options={OPTIONS}
        style={{ height: '36rem' }}
        onChange={({ text }) => setText(text)}
        onIssues={({ issues }) => setErrors(issues.filter(({ severity }) => severity === 'error').length)}
        // Nothing has been sent: pass the request to your gateway.
        onSubmit={({ request }) => setSent(`${request.method} ${request.url}\n${request.body}`)}
      />
      <p role="status">{errors === 0 ? 'No errors' : `${errors} to correct`}</p>
      <output style={{ whiteSpace: 'pre-wrap' }}>{sent || text}</output>
    </>
  )
}

'use client'

import { useMemo, useState } from 'react'
import { validateDatamart } from 'datamart-validator'
import { createClient } from 'datamart-validator/client'

const EMPTY = JSON.stringify({ name: 'sales', datasourceName: '', tableList: [] }, null, 2)

export default function Page() {
  const [text, setText] = useState(EMPTY)
  const [password, setPassword] = useState('')
  const [reply, setReply] = useState({ message: '', issues: [] })
  const { valid, issues } = useMemo(() => validateDatamart(text), [text])

  async function create(event) {
    event.preventDefault()
    // With a session cookie, `createClient({ baseUrl: '/api/databrain' })` is enough.
    const withPassword = (url, init) => fetch(url, { ...init, headers: { ...init.headers, Authorization: `Bearer ${password}` } })
    try {
      const { id } = await createClient({ baseUrl: '/api/databrain', fetch: withPassword }).createDatamart(text)
      setReply({ message: `Created ${id}.`, issues: [] })
    } catch ({ message, issues = [] }) {
      setReply({ message, issues })
    }
  }

  return (
    <form onSubmit={create}>
      <textarea aria-label="Datamart, as JSON" rows={20} cols={80} value={text} onChange={({ target }) => setText(target.value)} />
      <label>
        Password <input type="password" value={password} onChange={({ target }) => setPassword(target.value)} />
      </label>
      <ul>
        {[...issues, ...reply.issues].map(({ path, range, message }) => (
          <li key={`${path.join('.')} ${range?.start} ${message}`}>
            {path.join('.')}: {message}
          </li>
        ))}
      </ul>
      <button disabled={!valid}>Create</button>
      <output>{reply.message}</output>
    </form>
  )
}

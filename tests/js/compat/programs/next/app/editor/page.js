'use client'

import { useState } from 'react'
import { DatamartEditor } from 'datamart-validator/react'
import { DATAMART, isHidden } from '../../datamart.mjs'

export default function Page() {
  const [valid, setValid] = useState('')
  const [hidden, setHidden] = useState('')
  return (
    <>
      <DatamartEditor value={DATAMART} onIssues={({ valid }) => setValid(String(valid))} onChange={({ text }) => setHidden(isHidden(text))} />
      <output id="valid">{valid}</output>
      <output id="hidden">{hidden}</output>
    </>
  )
}

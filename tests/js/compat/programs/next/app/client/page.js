'use client'

import { useEffect, useState } from 'react'
import { buildRequest, DatamartInvalidError, validateDatamart } from 'datamart-validator'
import { program } from '../../program.mjs'

const api = { buildRequest, DatamartInvalidError, validateDatamart }

// Once while `next build` renders the page, once more when the browser takes it over, and once in the browser alone.
export default function Page() {
  const [later, setLater] = useState('')
  useEffect(() => setLater(program(api)), [])
  return (
    <>
      <output id="rendered">{program(api)}</output>
      <output id="later">{later}</output>
    </>
  )
}

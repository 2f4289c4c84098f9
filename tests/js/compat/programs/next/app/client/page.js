'use client'

import { useEffect, useState } from 'react'
import { analyzeSql, buildRequest, createValidator, DatamartInvalidError, datamartSchema, validateDatamart } from 'datamart-validator'
import { program } from '../../program.mjs'

const api = { analyzeSql, buildRequest, createValidator, DatamartInvalidError, datamartSchema, validateDatamart }

// Runs when `next build` renders the page, again when the browser hydrates it, and once in the
// browser alone.
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

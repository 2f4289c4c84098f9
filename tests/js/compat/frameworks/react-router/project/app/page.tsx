import { useEffect, useState } from 'react'
import { useLoaderData } from 'react-router'
import { render } from './render.mjs'

export const loader = () => render()

export default function Page() {
  const [later, setLater] = useState('')
  useEffect(() => setLater(render()), [])
  return (
    <>
      <output id="server">{useLoaderData<typeof loader>()}</output>
      <output id="rendered">{render()}</output>
      <output id="later">{later}</output>
    </>
  )
}

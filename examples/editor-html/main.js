import 'datamart-validator/editor'

const editor = document.querySelector('datamart-editor')
const form = document.querySelector('form')
const output = document.querySelector('output')

// In your application: the API's schema reply, and the type of the datasource.
editor.catalog = await (await fetch('catalog.json')).json()
editor.options = { datasourceType: 'postgres' }

editor.addEventListener('change', ({ detail: { text } }) => {
  output.value = text
})

// The editor's own button, which works only without errors. Nothing has been sent: pass the request
// to your gateway.
editor.addEventListener('submit', ({ detail: { request } }) => {
  output.value = `${request.method} ${request.url}\n${request.body}`
})

// The editor is a field of the form. Errors keep the form from being submitted, and its value is the
// text.
form.addEventListener('submit', (event) => {
  event.preventDefault()
  const fields = new FormData(form)
  output.value = `${fields.get('owner')} saves ${fields.get('datamart')}`
})

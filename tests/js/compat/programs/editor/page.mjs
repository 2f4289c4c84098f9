import 'datamart-validator/editor'
import { DATAMART, isHidden } from './datamart.mjs'

const editor = document.createElement('datamart-editor')
editor.value = DATAMART
editor.addEventListener('issues', ({ detail }) => (document.querySelector('#valid').textContent = String(detail.valid)))
editor.addEventListener('change', ({ detail }) => (document.querySelector('#hidden').textContent = isHidden(detail.text)))
document.body.append(editor)

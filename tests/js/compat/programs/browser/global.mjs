import { program } from './program.mjs'

document.querySelector('#page').textContent = program(window.datamartValidator)

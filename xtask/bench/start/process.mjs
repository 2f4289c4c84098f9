// One fresh process; prints its times.

import { generateDatamart } from '../generate.mjs'
import { TYPED } from './input.mjs'
import { timeStart } from './steps.mjs'

console.log(JSON.stringify(await timeStart(() => import('datamart-validator'), JSON.stringify(generateDatamart(...TYPED)))))

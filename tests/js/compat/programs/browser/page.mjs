import { analyzeSql, buildRequest, createValidator, DatamartInvalidError, datamartSchema, validateDatamart } from 'datamart-validator'
import { createClient, DatamartApiError } from 'datamart-validator/client'
import { createGateway } from 'datamart-validator/gateway'
import { program } from './program.mjs'
import { roundTrip } from './round-trip.mjs'

const told = program({ analyzeSql, buildRequest, createValidator, DatamartInvalidError, datamartSchema, validateDatamart })
roundTrip({ createClient, createGateway, DatamartApiError }).then((more) => {
  document.querySelector('#page').textContent = `${told} | ${more}`
})

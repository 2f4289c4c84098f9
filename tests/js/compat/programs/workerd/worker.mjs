import { analyzeSql, buildRequest, createValidator, DatamartInvalidError, datamartSchema, validateDatamart } from 'datamart-validator'
import { createClient, DatamartApiError } from 'datamart-validator/client'
import { createGateway } from 'datamart-validator/gateway'
import { program } from './program.mjs'
import { roundTrip } from './round-trip.mjs'

export default {
  async fetch() {
    const told = program({ analyzeSql, buildRequest, createValidator, DatamartInvalidError, datamartSchema, validateDatamart })
    return new Response(`${told} | ${await roundTrip({ createClient, createGateway, DatamartApiError })}`)
  },
}

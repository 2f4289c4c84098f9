const { analyzeSql, buildRequest, createValidator, DatamartInvalidError, datamartSchema, validateDatamart } = require('datamart-validator')
const { createClient, DatamartApiError } = require('datamart-validator/client')
const { createGateway } = require('datamart-validator/gateway')
const { program } = require('./program.cjs')
const { roundTrip } = require('./round-trip.cjs')

const told = program({ analyzeSql, buildRequest, createValidator, DatamartInvalidError, datamartSchema, validateDatamart })
roundTrip({ createClient, createGateway, DatamartApiError }).then((more) => console.log(`${told} | ${more}`))

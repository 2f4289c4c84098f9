import { policy } from '../browsers/policy.mjs'

policy('Chromium')

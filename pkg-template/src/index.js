/** The default entry: the module's bytes travel inside, and the first call starts it. */
export * from './api.js'

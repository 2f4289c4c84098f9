// What assemble.mjs generates under the name #standard-schema.

/** The contract as JSON Schema, in JSON: whoever changes what it stands for changes nothing for the next caller. */
export declare const JSON_SCHEMA: string

/** What the schema of an update has otherwise: `required`, and some of the `properties`. In JSON. */
export declare const UPDATE_DIFFERENCES: string

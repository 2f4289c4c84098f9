// What assemble.mjs generates under the name #version.

/** The version of the package. */
export declare const VERSION: string

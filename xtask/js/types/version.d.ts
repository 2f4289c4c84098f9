// What assemble.mjs generates under the name #version.

/** The version of the package. */
export declare const VERSION: string

/** Where the files of this version's dist/ can be read, with a slash at the end. */
export declare const PUBLISHED: string

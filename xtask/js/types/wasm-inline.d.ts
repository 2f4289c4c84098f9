// What assemble.mjs generates under the name #wasm-inline.

/** How many bytes the module has. */
export declare const LENGTH: number

/** For each byte, how many characters of the text it takes. */
export declare const WIDTHS: string

/** The module's bytes, as `src/module/printable.js` reads them. */
export declare function moduleText(): string

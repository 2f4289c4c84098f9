// What assemble.mjs finds in src/boundary/module/ under the name #module, another file for each kind of entry.
import type { ModuleSource } from '../../../pkg-template/slim.d.ts'

/** The module, ready to be started; throws where it is not there and cannot be had at once. */
export declare function compiledModule(): WebAssembly.Module

/** Has the module compiled without holding up the thread. */
export declare function prepare(source?: ModuleSource | PromiseLike<ModuleSource>): Promise<void>

/** How many instances are kept ready once the program has called `init`. */
export declare const SPARES: number

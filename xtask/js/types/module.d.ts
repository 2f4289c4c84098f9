// The file in src/boundary/module/ that assemble.mjs resolves as #module; it differs between the
// kinds of entries.
import type { ModuleSource } from '../../../pkg-template/slim.d.ts'

/**
 * The module, ready to be instantiated; throws if it is missing and cannot be loaded synchronously.
 */
export declare function compiledModule(): WebAssembly.Module

/** Compiles the module without blocking the thread. */
export declare function prepare(source?: ModuleSource | PromiseLike<ModuleSource>): Promise<void>

/** How many instances are kept ready once the program has called `init`. */
export declare const SPARES: number

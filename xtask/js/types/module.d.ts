// The file in src/boundary/module/ that assemble.mjs resolves as #module; it differs between the
// kinds of entries.
import type { Functions, Instances } from '../../../pkg-template/src/boundary/instance.js'

/** Validation. */
export declare const core: Instances

/** The functions of the parts, which not every kind of entry has apart from the core. */
export declare const changes: Functions
export declare const proposals: Functions
export declare const reply: Functions
export declare const request: Functions

/** The compiled module, with everything. */
export declare const loadModule: typeof import('../../../pkg-template/index.d.ts').loadModule

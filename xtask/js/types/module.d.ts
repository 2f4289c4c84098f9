// The file in src/boundary/module/ that assemble.mjs resolves as #module; it differs between the
// kinds of entries.
import type { Instances } from '../../../pkg-template/src/boundary/instance.js'

/** Validation and requests. */
export declare const core: Instances

/** Everything else; not a module of its own in every kind of entry. */
export declare const extras: Pick<Instances, 'run'>

/** The compiled module, with everything. */
export declare const loadModule: typeof import('../../../pkg-template/index.d.ts').loadModule

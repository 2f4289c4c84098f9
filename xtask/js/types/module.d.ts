// The file in src/boundary/module/ that assemble.mjs resolves as #module; it differs between the
// kinds of entries.
import type { Instances } from '../../../pkg-template/src/boundary/instance.js'

/** Validation and requests. */
export declare const core: Instances

/** The functions of the parts, which not every kind of entry has apart from the core. */
export declare const changes: Pick<Instances, 'run'>
export declare const proposals: Pick<Instances, 'run'>
export declare const reply: Pick<Instances, 'run'>

/** The compiled module, with everything. */
export declare const loadModule: typeof import('../../../pkg-template/index.d.ts').loadModule

/**
 * The parts of the module besides the core: what a program contains only if it uses one of their
 * functions. A part consists of the named functions of the crate and of what only they need.
 */
export const PARTS = {
  // Many programs validate what somebody else sends.
  request: ['wasm::validation::make_request', 'options::read::read_request_option'],
  // Most programs that send datamarts need it, and nothing else of the others.
  reply: ['wasm::parts::read_reply'],
  // What is kept in the account.
  changes: ['wasm::parts::diff_datamarts', 'wasm::parts::import_datamarts', 'wasm::parts::merge_unseen'],
  // For tools in which datamarts are written.
  proposals: ['wasm::parts::describe_joins', 'wasm::parts::propose'],
}

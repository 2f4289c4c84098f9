/** The worker's script as text: a chunk of its own, loaded when a worker starts from a blob. */
export { default } from '#worker'

/** A sentence of the package, in which text between backticks is input. Spaces alone would be invisible. */
// @ts-check

/** @param {{ text: string }} props */
export function Prose({ text }) {
  return <>{text.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part.trim() ? part : part.replaceAll(' ', '␣')}</code> : part))}</>
}

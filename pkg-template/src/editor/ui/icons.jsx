/** Icons, drawn on a grid of 16. They are decoration: what they are on has a name. */
// @ts-check

const PATHS = {
  undo: 'M5.5 3 2.5 6l3 3M2.8 6H9a4 4 0 0 1 0 8H6',
  redo: 'm10.5 3 3 3-3 3M13.2 6H7a4 4 0 0 0 0 8h3',
  open: 'M2 12.5v-9h4l1.5 2H14v7z',
  save: 'M8 2.5v7M5 7l3 3 3-3M2.5 11v2.5h11V11',
  help: 'M6 6.2a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.4M8 12v.01M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Z',
  more: 'M3.5 8v.01M8 8v.01M12.5 8v.01',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM10.5 10.5l3.5 3.5',
  chevron: 'm6 4 4 4-4 4',
  check: 'm3.5 8.5 3 3 6-7',
  dash: 'M4 8h8',
  plus: 'M8 3v10M3 8h10',
  close: 'm4 4 8 8m0-8-8 8',
  trash: 'M3 4.5h10M6.5 4V2.5h3V4M4.5 4.5l.5 9h6l.5-9M6.7 7v4M9.3 7v4',
  table: 'M2.5 3h11v10h-11zM2.5 6.5h11M6.5 6.5V13',
  grip: 'M6 4v.01M10 4v.01M6 8v.01M10 8v.01M6 12v.01M10 12v.01',
  wand: 'm3 13 7-7M9 3.5v1.2M9 8v1M11.8 6h1.2M6.5 6H8M11.2 3.8l-.7.7',
  sample: 'M3 6.5h10l-.8 7H3.8zM5.5 6.5V5a2.5 2.5 0 0 1 5 0v1.5',
}

/** @param {{ name: keyof typeof PATHS, size?: number }} props */
export function Icon({ name, size = 16 }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width={name === 'grip' || name === 'more' ? 2 : 1.5} stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  )
}

/** Severities differ in shape, not only in colour. @param {{ severity: 'error' | 'warning' | 'todo' | 'valid' }} props */
export function SeverityIcon({ severity }) {
  return (
    <svg class={`icon severity ${severity}`} width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
      {severity === 'warning' ? <path class="shape" d="M8 1.5c.5 0 .9.3 1.1.7l5.6 10.4c.5.9-.1 1.9-1.1 1.9H2.4c-1 0-1.6-1-1.1-1.9L6.9 2.2c.2-.4.6-.7 1.1-.7Z" /> : <circle class="shape" cx="8" cy="8" r="6.5" />}
      {severity === 'error' && <path class="cut" d="M8 4.6v4M8 11.2v.1" />}
      {severity === 'warning' && <path class="cut" d="M8 5.8v3.6M8 11.9v.1" />}
      {severity === 'valid' && <path class="cut" d="m5 8.2 2.1 2.1 3.9-4.3" />}
    </svg>
  )
}

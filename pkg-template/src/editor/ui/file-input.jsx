/** The field with which the user chooses a file; a button clicks it. */
// @ts-check

export const JSON_FILES = '.json,application/json'
/** Also a list of columns, as databases export it. */
export const CATALOG_FILES = '.json,.csv,.tsv,application/json,text/csv'

/**
 * @param {object} props
 * @param {import('preact').RefObject<HTMLInputElement | null>} props.field
 * @param {string} props.accept
 * @param {string} [props.label]
 * @param {(file: File) => void} props.use
 */
export function FileInput({ field, accept, label, use }) {
  return (
    <input
      ref={field}
      type="file"
      accept={accept}
      aria-label={label}
      hidden
      onChange={({ currentTarget }) => {
        const [file] = currentTarget.files ?? []
        if (file) use(file)
        // The same file again is a change too.
        currentTarget.value = ''
      }}
    />
  )
}

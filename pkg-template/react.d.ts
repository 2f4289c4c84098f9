/**
 * The datamart editor as a React component, for React 18 and 19:
 * `<DatamartEditor value={datamart} catalog={catalog} onChange={({ text }) => save(text)} />`.
 */

import type { ForwardRefExoticComponent, HTMLAttributes, RefAttributes } from 'react'
import type { DatamartEditorElement, DatamartEditorEvents, EditorStorage, EditorStrings } from './editor.js'
import type { Datamart, ValidateOptions } from './index.js'

/**
 * `<datamart-editor>`. Its properties are those of the element and of any HTML element; a ref is the
 * element itself.
 *
 * Setting `value` to the text of the last `onChange` does nothing, so the component can be used
 * controlled or not.
 */
export declare const DatamartEditor: ForwardRefExoticComponent<DatamartEditorProps & RefAttributes<DatamartEditorElement>>

/** The properties of {@link DatamartEditor}. */
export interface DatamartEditorProps extends Omit<HTMLAttributes<DatamartEditorElement>, 'onChange' | 'onSubmit'> {
  /** The document: a datamart or its JSON text. A new one opens it with an empty undo history. */
  readonly value?: string | Datamart | null | undefined
  /** The tables of the datasource. */
  readonly catalog?: ValidateOptions['catalog']
  /** The options of the validation. */
  readonly options?: ValidateOptions | null | undefined
  /** The option `messages` of the validation. */
  readonly messages?: ValidateOptions['messages']
  /** Texts that replace those of the interface. */
  readonly strings?: Partial<EditorStrings> | null | undefined
  /** The version that changes are counted from. */
  readonly original?: DatamartEditorElement['original']
  /** Where the work is kept between visits. */
  readonly storage?: EditorStorage | null | undefined
  /** What calls the API. */
  readonly client?: DatamartEditorElement['client']
  /** Whether nothing can be changed. */
  readonly readOnly?: boolean | undefined
  /** The primary action. */
  readonly action?: 'create' | 'update' | undefined
  /** The name of the form field. */
  readonly name?: string | undefined
  /** The URL of `datamart-validator/editor-worker.js`. */
  readonly workerUrl?: string | URL | undefined
  /** The user has changed the document. */
  readonly onChange?: ((detail: DatamartEditorEvents['change']['detail']) => void) | undefined
  /** A text has been checked. */
  readonly onIssues?: ((detail: DatamartEditorEvents['issues']['detail']) => void) | undefined
  /** The user wants to create or update the datamart. Nothing has been sent. */
  readonly onSubmit?: ((detail: DatamartEditorEvents['submit']['detail']) => void) | undefined
  /** The editor has sent the datamart through `client`, or was given a reply. */
  readonly onSent?: ((detail: DatamartEditorEvents['sent']['detail']) => void) | undefined
}

/** Defines `<datamart-editor>`, and tells Vue's templates the types of its properties and events. */

import 'datamart-validator/editor'
import type { Datamart } from 'datamart-validator'
import type { DatamartEditorElement, DatamartEditorEvents } from 'datamart-validator/editor'
import type { HTMLAttributes } from 'vue'

type Properties = Pick<DatamartEditorElement, 'action' | 'catalog' | 'client' | 'messages' | 'name' | 'options' | 'original' | 'readOnly' | 'storage' | 'strings' | 'workerUrl'>

type Listeners = { [Type in keyof DatamartEditorEvents as `on${Capitalize<Type>}`]: (event: DatamartEditorEvents[Type]) => void }

declare module 'vue' {
  interface GlobalComponents {
    'datamart-editor': new () => DatamartEditorElement & {
      $props: Omit<HTMLAttributes, keyof Listeners> & Partial<Properties & Listeners> & { value?: string | Datamart | null }
    }
  }
}

import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core'
import type { Datamart } from 'datamart-validator'
import 'datamart-validator/editor'
import type { DatamartEditorEvents } from 'datamart-validator/editor'

@Component({
  selector: 'app-editor',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <datamart-editor [value]="datamart" action="create" (issues)="judged($event)" (change)="changed($event)"></datamart-editor>
    <output id="valid">{{ valid() }}</output>
    <output id="hidden">{{ hidden() }}</output>
  `,
})
export class Editor {
  protected readonly datamart: Datamart = { name: 'sales', datasourceName: 'warehouse', tableList: [{ name: 'orders', columns: [{ name: 'id' }, { name: 'total' }] }] }
  protected readonly valid = signal('')
  protected readonly hidden = signal('')

  protected judged({ detail }: DatamartEditorEvents['issues']) {
    this.valid.set(String(detail.valid))
  }

  protected changed({ detail }: DatamartEditorEvents['change']) {
    this.hidden.set(String(JSON.parse(detail.text).tableList[0].columns[0].isHide))
  }
}

import { afterNextRender, Component, signal } from '@angular/core'
import type { Datamart } from 'datamart-validator'
import { render } from '../render.mjs'
import { DatamartForm } from './datamart-form'

/** The form of the README's recipe, and calls of everything else. */
@Component({
  selector: 'app-form',
  imports: [DatamartForm],
  template: `
    <app-datamart-form [initial]="initial" (create)="created.set($event.name)" />
    <output id="created">{{ created() }}</output>
    <output id="rendered">{{ rendered }}</output>
    <output id="later">{{ later() }}</output>
  `,
})
export class Form {
  protected readonly initial: Datamart = { name: '', datasourceName: 'warehouse', tableList: [{ name: 'orders', schemaName: 'app', columns: [{ name: 'id' }] }] }
  protected readonly created = signal('')
  protected readonly rendered = render()
  protected readonly later = signal('')

  constructor() {
    afterNextRender(() => this.later.set(render()))
  }
}

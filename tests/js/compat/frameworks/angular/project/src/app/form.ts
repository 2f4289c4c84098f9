import { afterNextRender, Component, signal } from '@angular/core'
import { form, FormField, validateStandardSchema } from '@angular/forms/signals'
import { datamartSchema, type Datamart } from 'datamart-validator'
import { render } from '../render.mjs'

const schema = datamartSchema({ datasourceType: 'postgres' })

@Component({
  selector: 'app-form',
  imports: [FormField],
  template: `
    <form>
      <label>Name <input [formField]="datamart.name" /></label>
      <output id="name">{{ messages(datamart.name().errors()) }}</output>
      <output id="table">{{ messages(datamart.tableList[0].name().errors()) }}</output>
      <output id="columns">{{ messages(datamart.tableList[0].columns().errors()) }}</output>
      <button [disabled]="datamart().invalid()">Create</button>
    </form>
    <output id="rendered">{{ rendered }}</output>
    <output id="later">{{ later() }}</output>
  `,
})
export class DatamartForm {
  private readonly model = signal<Datamart>({ name: '', datasourceName: 'warehouse', tableList: [{ name: ' ', schemaName: 'app', columns: [] }] })
  protected readonly datamart = form(this.model, (path) => validateStandardSchema(path, schema))
  protected readonly rendered = render()
  protected readonly later = signal('')

  constructor() {
    afterNextRender(() => this.later.set(render()))
  }

  protected messages(errors: readonly { readonly message?: string }[]) {
    return errors.map(({ message }) => message).join() || 'none'
  }
}

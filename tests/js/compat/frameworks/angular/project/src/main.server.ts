import { mergeApplicationConfig } from '@angular/core'
import { bootstrapApplication, type BootstrapContext } from '@angular/platform-browser'
import { provideServerRendering, RenderMode, withRoutes } from '@angular/ssr'
import { App, config } from './app/app'

const rendering = provideServerRendering(withRoutes([{ path: '**', renderMode: RenderMode.Prerender }]))

export default (context: BootstrapContext) => bootstrapApplication(App, mergeApplicationConfig(config, { providers: [rendering] }), context)

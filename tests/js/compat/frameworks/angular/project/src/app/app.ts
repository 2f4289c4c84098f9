import { Component, provideBrowserGlobalErrorListeners, type ApplicationConfig } from '@angular/core'
import { provideClientHydration } from '@angular/platform-browser'
import { provideRouter, RouterOutlet } from '@angular/router'

@Component({ selector: 'app-root', imports: [RouterOutlet], template: '<router-outlet />' })
export class App {}

export const config: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideClientHydration(),
    provideRouter([
      { path: 'form', loadComponent: () => import('./form').then(({ Form }) => Form) },
      { path: 'editor', loadComponent: () => import('./editor').then(({ Editor }) => Editor) },
    ]),
  ],
}

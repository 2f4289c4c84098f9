export default defineNuxtConfig({
  app: { head: { link: [{ rel: 'icon', href: 'data:,' }] } },
  compatibilityDate: '2026-11-01',
  // What Nuxt suggests in development: otherwise, it loads the page again when it has found them.
  vite: { optimizeDeps: { include: ['datamart-validator', 'datamart-validator/editor'] } },
  vue: { compilerOptions: { isCustomElement: (tag) => tag === 'datamart-editor' } },
})

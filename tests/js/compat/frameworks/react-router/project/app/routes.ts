import { index, route, type RouteConfig } from '@react-router/dev/routes'

export default [index('./page.tsx'), route('editor', './editor.tsx')] satisfies RouteConfig

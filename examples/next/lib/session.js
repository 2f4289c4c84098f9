/** Replace this with your own check: sessions, roles, an identity provider. */
export function isAdmin(request) {
  const { APP_PASSWORD } = process.env
  return Boolean(APP_PASSWORD) && request.headers.get('authorization') === `Bearer ${APP_PASSWORD}`
}

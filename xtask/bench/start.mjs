// One fresh process: how long the import takes, and the first call.

const begun = performance.now()
const { validateDatamart } = await import('datamart-validator')
const imported = performance.now()
validateDatamart({ name: 'sales', datasourceName: 'warehouse', tableList: [{ name: 'orders', columns: [{ name: 'id' }] }] })
const called = performance.now()
console.log(JSON.stringify({ import: imported - begun, firstCall: called - imported }))

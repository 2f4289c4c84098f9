export const runtime = 'edge'

const SMALLEST = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)

/** What happens to bytes here. */
export function GET() {
  try {
    return new Response(String(new WebAssembly.Module(SMALLEST)))
  } catch (error) {
    return new Response(error.message)
  }
}

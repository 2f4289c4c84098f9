// Writes one comment on the pull request, and writes it anew on each run.

/** Marks the comment as ours. */
const MARK = '<!-- datamart-validator -->'

/**
 * A comment that cannot be written is a warning: on pull requests from forks the token may only read.
 *
 * @param {{ pull_request: { number: number }, repository: { full_name: string } }} event
 * @param {string} text
 * @param {NodeJS.ProcessEnv} env
 */
export async function comment(event, text, { GITHUB_API_URL = 'https://api.github.com', GITHUB_TOKEN }) {
  const issues = `${GITHUB_API_URL}/repos/${event.repository.full_name}/issues`
  const call = async (url, init) => {
    const headers = { authorization: `Bearer ${GITHUB_TOKEN}`, accept: 'application/vnd.github+json', 'user-agent': 'datamart-validator' }
    const response = await fetch(url, { ...init, headers })
    if (!response.ok) throw new Error(`${init.method} answered with status ${response.status}`)
    return response.json()
  }
  const body = JSON.stringify({ body: `${MARK}\n${text}` })
  try {
    for (let page = 1; ; page++) {
      const comments = await call(`${issues}/${event.pull_request.number}/comments?per_page=100&page=${page}`, { method: 'GET' })
      const own = comments.find((comment) => comment.body?.startsWith(MARK))
      if (own) return await call(`${issues}/comments/${own.id}`, { method: 'PATCH', body })
      if (comments.length < 100) break
    }
    await call(`${issues}/${event.pull_request.number}/comments`, { method: 'POST', body })
  } catch (error) {
    console.log(`::warning::The comment could not be written: ${String(error.message).replace(/\s+/g, ' ')}`)
  }
}

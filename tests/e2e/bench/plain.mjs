// The same rows made by plain DOM calls, as the fastest page by hand would: what the app is measured against.

/** Any file of the same origin that is no page of the app. */
const PLACE = '/config.json'

/** A page with the app's style and nothing of its code. Nothing is intercepted for it, which would slow every request. */
export async function openPlain(page, origin) {
  const shell = await (await page.request.get(origin)).text()
  const style = shell.match(/<link[^>]+rel="?stylesheet"?[^>]*>/g)?.join('') ?? ''
  const body = '<main><section class="thread"><div class="thread__items"></div></section></main>'
  await page.goto(`${origin}${PLACE}`)
  await page.setContent(
    `<!doctype html><html lang="uz-Latn"><head><title>plain</title>${style}</head><body>${body}</body></html>`,
  )
}

/** Runs in the page: what a row is made of, as data. */
export function patternOf(row) {
  const read = (node) =>
    node.nodeType === Node.TEXT_NODE
      ? node.data
      : node.nodeType === Node.ELEMENT_NODE && {
          name: node.localName,
          space: node.namespaceURI,
          attributes: [...node.attributes].map(({ name, value }) => [name, value]),
          children: [...node.childNodes].map(read).filter(Boolean),
        }
  return { tree: read(row), id: row.querySelector('[data-comment]').dataset.comment }
}

/** Runs in the page: fetches every page of a thread and makes its rows, a portion at a time; how long it took, in ms. */
export async function showPlain({ pattern, address, first, portion, block }) {
  const list = document.querySelector('.thread__items')
  const make = (node, comment, isText) => {
    if (typeof node === 'string') return document.createTextNode(node)
    const element = document.createElementNS(node.space, node.name)
    for (const [name, value] of node.attributes) {
      element.setAttribute(name, value.includes(pattern.id) ? value.replaceAll(pattern.id, comment.id) : value)
    }
    if (isText && node.name === 'p') {
      element.textContent = comment.text
      return element
    }
    const holdsText = node.attributes.some(([name, value]) => name === 'class' && value.includes('comment__text'))
    for (const child of node.children) element.append(make(child, comment, holdsText))
    return element
  }
  const began = performance.now()
  let cursor = null
  let waiting = []
  let [rows, count] = [null, 0]
  do {
    const limit = cursor ? 100 : first
    const from = cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''
    const page = await (await fetch(`${address}?sort=oldest&limit=${limit}${from}`)).json()
    cursor = page.next_cursor
    waiting.push(...page.items)
    if (waiting.length >= portion || !cursor) {
      for (const comment of waiting) {
        if (count % block === 0) {
          rows = document.createElement('ol')
          rows.className = 'thread__block'
          rows.setAttribute('role', 'list')
          list.append(rows)
        }
        rows.append(make(pattern.tree, comment, false))
        count += 1
      }
      waiting = []
      await new Promise((done) => setTimeout(done))
    }
  } while (cursor)
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  return performance.now() - began
}

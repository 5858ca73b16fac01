// Starts the app: every download at once, progress that is real, integrity that is checked, and a way out when it fails.
// It is a file of its own because the page's policy allows no inline script. It must stay under 2 kB (brotli).

const byId = (id) => document.getElementById(id)
const assets = JSON.parse(byId('muloqot-assets').textContent)

// What the first page will ask its platform for, by its address. The app's own requests are the same to the letter, so
// the browser answers them with these.
const LIMIT = document.documentElement.dataset.save ? 10 : 20
// Comments stand in one of 256 orders, drawn once for this device: too few to tell one reader from another.
const SEED = fairOrder()
const READS = {
  muloqot: [
    [
      /^\/consultations\/([^/]+)\/?$/,
      ([, id]) => [`/consultations/${id}`, `/consultations/${id}/comments?sort=fair&seed=${SEED}&limit=${LIMIT}`],
    ],
    [
      /^\/consultations\/([^/]+)\/comments\/([^/]+)\/?$/,
      ([, id, comment]) => [`/consultations/${id}`, `/comments/${comment}/context`],
    ],
    [
      /^\/consultations\/([^/]+)\/questions\/([^/]+)\/?$/,
      ([, id, question]) => [
        `/consultations/${id}`,
        `/consultations/${id}/comments?sort=fair&seed=${SEED}&question=${question}&limit=${LIMIT}`,
      ],
    ],
  ],
}

// Which pieces of the app the first page needs, by its address and by what the reader chose before: they come together with
// the app, not after it. What another page needs the app asks for when the reader goes there.
const PIECES = [
  [/^\/consultations\/[^/]/, 'script', 'muloqot.own_script'],
  [/^\/accessibility\/?$/, 'statement'],
]

function kept(key, storage = 'localStorage') {
  try {
    return window[storage].getItem(key)
  } catch {
    // Storage is forbidden here: nothing was kept.
    return null
  }
}

function fairOrder() {
  const key = 'muloqot.fair_order'
  // What else is kept there becomes one of the orders too.
  const order = (kept(key) ?? Math.random() * 256) & 255
  try {
    localStorage.setItem(key, order)
  } catch {
    // For this visit alone, then.
  }
  document.documentElement.dataset.fairOrder = order
  return order
}

// The app decides the language again by the same rule; this is only a head start.
function language() {
  const offered = Object.keys(assets.locales)
  const match = (tag) => {
    const [primary, ...rest] = (tag ?? '').toLowerCase().split(/[-_]/)
    const plain = { oz: 'uz', qr: 'kaa', kp: 'kaa' }[primary] ?? primary
    const cyrillic = rest.some((part) => part.startsWith('cyr'))
    const wanted = plain === 'uz' ? (cyrillic ? 'uz-Cyrl' : 'uz-Latn') : plain
    return offered.find((tag) => tag === wanted || tag.split('-')[0] === wanted)
  }
  const asked = new URLSearchParams(location.search).get('lang')
  const chosen = [kept('muloqot.language', 'sessionStorage'), kept('muloqot.language')]
  for (const tag of [asked, ...chosen, ...navigator.languages]) {
    const found = match(tag)
    if (found) return found
  }
  return offered.includes('uz-Latn') ? 'uz-Latn' : offered[0]
}

const OWN_NAMES = { 'uz-Latn': 'Oʻzbekcha', 'uz-Cyrl': 'Ўзбекча', 'kaa-Latn': 'Qaraqalpaqsha', ru: 'Русский', en: 'English' }

// The shell is written in Uzbek; whoever reads another language sees it in theirs as soon as its words are there.
function sayShell(chosen, words) {
  document.documentElement.lang = chosen
  // It stays when the reader takes another language, in the words of this one.
  byId('muloqot-reload').lang = chosen
  byId('muloqot-language')?.replaceChildren(OWN_NAMES[chosen].slice(0, 3))
  byId('muloqot-language-rest')?.replaceChildren(OWN_NAMES[chosen].slice(3))
  for (const said of document.querySelectorAll('[data-said]')) said.remove()
  for (const element of document.querySelectorAll('[data-say]')) element.textContent = words[element.dataset.say]
  for (const element of document.querySelectorAll('[data-say-label]')) element.ariaLabel = words[element.dataset.sayLabel]
}

function show(part) {
  byId('muloqot-progress')?.setAttribute('value', part)
  const text = byId('muloqot-progress-text')
  if (text) text.textContent = `${Math.round(part * 100)} %`
}

function stopped() {
  const region = byId('muloqot-reload')
  if (!region?.hidden) return
  byId('muloqot-loading')?.remove()
  region.hidden = false
  region.scrollIntoView()
}

// `fetch` with `integrity` gives nothing before everything is there, so neither progress nor compiling could go along
// with the download. The digest is taken on the way instead, and nothing runs before it is right.
async function compiled({ href, integrity, bytes }, init) {
  const digest = integrity && window.crypto?.subtle
  const response = await fetch(href, integrity && !digest ? { ...init, integrity } : init)
  if (!response.ok) throw new Error(`${href}: ${response.status}`)
  const chunks = []
  let read = 0
  const counted = new TransformStream({
    transform(chunk, out) {
      if (digest) chunks.push(chunk.slice())
      read += chunk.length
      if (bytes) show(Math.min(read / bytes, 1))
      out.enqueue(chunk)
    },
  })
  const module = await WebAssembly.compileStreaming(
    new Response(response.body.pipeThrough(counted), {
      headers: { 'content-type': 'application/wasm' },
    }),
  )
  if (digest) {
    const sum = await digest.digest('SHA-256', await new Blob(chunks).arrayBuffer())
    if (`sha256-${btoa(String.fromCharCode(...new Uint8Array(sum)))}` !== integrity) {
      throw new Error(`${href}: not what was built`)
    }
  }
  return module
}

// The files of a piece: of those that no page begins with, a list tells, fetched once, or until it comes.
let list
async function filesOf(name) {
  if (assets.pieces[name]) return assets.pieces[name]
  const { href, integrity } = assets.list
  list ??= fetch(href, { integrity, signal: AbortSignal.timeout?.(20_000) }).then((response) => response.json())
  list.catch(() => (list = undefined))
  return (await list)[name]
}

// A piece of the app (src/pieces.rs): each of its files once, or until it comes. What failed is fetched anew, past all that
// is kept of it.
const pieceFiles = new Map()
const failedFiles = new Set()
async function piece(name) {
  const file = (asset) => {
    const { href } = asset
    const cache = failedFiles.has(href) ? 'reload' : 'default'
    const coming = compiled(asset, { cache, signal: AbortSignal.timeout?.(20_000) })
    coming.catch(() => {
      failedFiles.add(href)
      pieceFiles.delete(href)
    })
    pieceFiles.set(href, coming)
    return coming
  }
  return Promise.all((await filesOf(name)).map((asset) => pieceFiles.get(asset.href) ?? file(asset)))
}

async function text(href) {
  const response = await fetch(href)
  if (!response.ok) throw new Error(`${href}: ${response.status}`)
  return response.text()
}

function preload(config) {
  const { kind, base } = JSON.parse(config).backend
  for (const [address, reads] of READS[kind] ?? []) {
    const match = address.exec(location.pathname)
    for (const read of match ? reads(match) : []) {
      const link = document.createElement('link')
      Object.assign(link, { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href: base + read })
      document.head.append(link)
    }
  }
}

for (const event of ['error', 'unhandledrejection']) {
  addEventListener(event, ({ error, reason }) => {
    if ((error ?? reason) instanceof WebAssembly.RuntimeError) stopped()
  })
}
byId('muloqot-reload-button').addEventListener('click', () => location.reload())

async function begin() {
  // From here on whatever fails is noticed, and a slow download is not helped by starting it again.
  byId('muloqot-slow')?.remove()
  const chosen = language()
  const start = {
    language: chosen,
    messages: text(assets.locales[chosen]),
    config: text('/config.json'),
  }
  // The app asks again when one of these failed, and says so if that fails too.
  start.messages.then((words) => sayShell(chosen, JSON.parse(words))).catch(() => {})
  startReads(start.config).catch(() => {})
  for (const [address, name, choice] of assets.pieces ? PIECES : []) {
    if (address.test(location.pathname) && (!choice || kept(choice))) piece(name).catch(() => {})
  }
  window.muloqotStart = start
  const [app, module] = await Promise.all([import(assets.js), compiled(assets.wasm)])
  await app.default({ module_or_path: module })
}

// A phone takes a quarter of a second to get even a kept answer through, so the last visit's configuration is trusted
// for this; if it has changed, two requests were in vain.
async function startReads(coming) {
  const known = kept('muloqot.config')
  if (known) preload(known)
  const config = await coming
  if (config === known) return
  preload(config)
  localStorage.setItem('muloqot.config', config)
}

window.muloqotStopped = stopped
window.muloqotPiece = piece
begin().catch((error) => {
  console.error(error)
  stopped()
})

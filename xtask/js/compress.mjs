// Writes .br and .gz beside every file of a folder that gets smaller by it, as small as they can be: a host then sends
// them as they are. Node's own zlib does it many times faster than an unoptimised Rust build would.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const COMPRESSIBLE = /\.(html|js|css|json|svg|wasm|webmanifest|txt|xml|ico)$/
// The person who hosts the app edits this file, and a stale twin would hide what they wrote.
const EDITED = /(^|[/\\])config\.json$/

/** Ways of writing the same, none of which is always the smallest: how long a block is, and how distances are told. */
const WAYS = [
  {},
  { [constants.BROTLI_PARAM_LGBLOCK]: 20 },
  { [constants.BROTLI_PARAM_NDIRECT]: 13 },
  { [constants.BROTLI_PARAM_NDIRECT]: 15 },
  { [constants.BROTLI_PARAM_LGBLOCK]: 20, [constants.BROTLI_PARAM_NDIRECT]: 15 },
  { [constants.BROTLI_PARAM_NPOSTFIX]: 1, [constants.BROTLI_PARAM_NDIRECT]: 16 },
]

async function smallest(bytes) {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 22,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  }
  const twins = WAYS.map((way) => promisify(brotliCompress)(bytes, { params: { ...params, ...way } }))
  return (await Promise.all(twins)).reduce((best, twin) => (twin.length < best.length ? twin : best))
}

async function compress(path) {
  const bytes = readFileSync(path)
  const twins = { '.br': await smallest(bytes), '.gz': await promisify(gzip)(bytes, { level: 9 }) }
  for (const [suffix, twin] of Object.entries(twins)) {
    if (twin.length < bytes.length) writeFileSync(path + suffix, twin)
  }
}

const folder = process.argv[2]
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  .filter((path) => COMPRESSIBLE.test(path) && !EDITED.test(path))
await Promise.all(files.map(compress))

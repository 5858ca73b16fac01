// The report for people: one file without scripts or anything from elsewhere.
import { CRITERIA, understanding } from '../criteria.js'
import { ENGINES } from '../visit.js'
import { verdictOf, WORDS } from '../verdict.js'
import { STYLE } from './style.js'

/** @param {unknown} text */
const plain = (text) =>
  String(text).replace(/[&<>"]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character])

const code = (text) => `<code lang="zxx">${plain(text)}</code>`
const list = (items) => (items.length > 0 ? `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>` : '')

/** @param {import('./write.js').Audit} audit @returns {string} */
export function html(audit) {
  const { numbers, isQuick } = audit
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Accessibility of Muloqot, ${numbers.date}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<header><p>Muloqot</p></header>
<main id="main">
<h1>Accessibility of Muloqot, ${numbers.date}</h1>
<p>Machines find failures; that there are none, they cannot tell. “No failure found” is no “passed”: a criterion is met only
where a person judged it by the steps that stand with it.</p>
<p>${isQuick ? 'The covering subset: every place at least once in each language, theme and width.' : 'Every place in every language, theme and width.'}</p>
${about(numbers)}
${overview(audit)}
${['A', 'AA', 'AAA'].map((level) => chapter(level, audit)).join('\n')}
${components(audit)}
${beyond(audit)}
${messages(audit.tally)}
${switchedOff()}
</main>
</body>
</html>
`
}

function about({ engines, matrix, missing_themes: missing, places, states, checks, failures }) {
  const facts = [
    ['Engines', engines.join(', ')],
    ['Places', `${places.length}`],
    ['Languages', matrix.languages.join(', ')],
    ['Themes', matrix.themes.join(', ') + (missing.length > 0 ? `; the app has none of its own yet for: ${missing.join(', ')}` : '')],
    ['Widths', matrix.widths.map((width) => `${width} px`).join(', ')],
    ['Combinations', matrix.combinations],
    ['States looked at', states],
    ['Checks', checks],
    ['Failures', failures],
  ]
  return `<h2>What was looked at</h2><dl>${facts.map(([name, value]) => `<div><dt>${name}</dt><dd>${plain(value)}</dd></div>`).join('')}</dl>
<details><summary>The places</summary>${list(places.map(plain))}</details>`
}

function overview({ tally, manual }) {
  const rows = CRITERIA.map((criterion) => {
    const of = tally.criteria.get(criterion.number)
    const verdict = verdictOf(of, manual[criterion.number])
    return `<tr><th scope="row"><a href="#c${criterion.number}">${criterion.number} ${plain(criterion.name)}</a></th><td>${criterion.level}</td><td><span class="${verdict}">${WORDS[verdict]}</span></td><td>${of.checks}</td><td>${of.failed}</td><td>${of.undecided}</td></tr>`
  })
  return `<h2>All criteria</h2>
<div class="wide" tabindex="0" role="region" aria-label="All criteria"><table><thead><tr><th scope="col">Criterion</th><th scope="col">Level</th><th scope="col">What is known</th><th scope="col">Checks</th><th scope="col">Failures</th><th scope="col">Undecided</th></tr></thead><tbody>${rows.join('\n')}</tbody></table></div>`
}

function chapter(level, { tally, manual }) {
  const criteria = CRITERIA.filter((criterion) => criterion.level === level)
  return `<h2>Level ${level}</h2>${criteria.map((it) => section(it, tally.criteria.get(it.number), manual[it.number])).join('\n')}`
}

function section(criterion, tally, manual) {
  const verdict = verdictOf(tally, manual)
  return `<section aria-labelledby="c${criterion.number}">
<h3 id="c${criterion.number}">${criterion.number} ${plain(criterion.name)}</h3>
<p class="${verdict}">${WORDS[verdict]}</p>
${machines(tally, criterion.number)}
${byHand(manual)}
<p><a href="${understanding(criterion)}">What ${criterion.number} asks for, explained by W3C</a></p>
</section>`
}

function machines({ rules, checks }, of) {
  if (checks === 0) return '<p>No machine looks at it.</p>'
  const rows = [...rules.values()].map(
    ({ by, rule, help, checks, failed, undecided, found }) =>
      `<tr><th scope="row">${by}: ${code(rule)}</th><td>${plain(help)}</td><td>${checks}</td><td>${failed}</td><td>${undecided}</td></tr>${findings(found)}`,
  )
  return `<div class="wide" tabindex="0" role="region" aria-label="What machines found of ${of}"><table><thead><tr><th scope="col">Rule</th><th scope="col">What it says</th><th scope="col">Checks</th><th scope="col">Failures</th><th scope="col">Undecided</th></tr></thead><tbody>${rows.join('\n')}</tbody></table></div>`
}

/** More of one rule tell no more. */
const MOST = 20

function findings(found) {
  if (found.size === 0) return ''
  const all = [...found.values()].sort((one, other) => other.times - one.times)
  const items = all.slice(0, MOST).map(({ outcome, target, why, times, where }) => {
    const places = [...where].map(plain).join('; ')
    return `${outcome === 'failed' ? '<strong>Failed</strong>' : 'Undecided'}: ${code(target)}: ${plain(why)} (${times} times, as at ${places})`
  })
  const more = all.length > MOST ? [`and ${all.length - MOST} more, which states.jsonl has`] : []
  return `<tr><td colspan="5">${list([...items, ...more])}</td></tr>`
}

function byHand(manual) {
  if (!manual) return '<p>No steps are written down for judging it by hand.</p>'
  const done = manual.done.map(({ on, how, result }) => `${plain(on)}: ${plain(how)} <strong>${plain(result)}</strong>`)
  const steps = `<ol>${manual.steps.map((step) => `<li>${plain(step)}</li>`).join('')}</ol>`
  return `<h4>By hand</h4>${steps}${done.length > 0 ? list(done) : '<p>Not done yet.</p>'}`
}

/** What each component promises, beside what was found at its fixtures. */
function components({ contracts, tally }) {
  const rows = Object.entries(contracts).map(([component, criteria]) => {
    const failed = criteria.filter((number) => failsAt(tally.criteria.get(number), component))
    return `<tr><th scope="row">${plain(component)}</th><td>${criteria.length > 0 ? plain(criteria.join(', ')) : 'nothing'}</td><td>${failed.length > 0 ? `<span class="failed">${plain(failed.join(', '))}</span>` : 'none found'}</td></tr>`
  })
  if (rows.length === 0) return '<h2>Components</h2><p>The app has no gallery of components yet.</p>'
  return `<h2>Components</h2><table><thead><tr><th scope="col">Component</th><th scope="col">Criteria it says it meets</th><th scope="col">Failures of these</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}

const failsAt = (criterion, component) =>
  [...(criterion?.rules.values() ?? [])].some(({ outcomes }) =>
    [...outcomes].some(([place, outcome]) => outcome === 'failed' && place.startsWith(`${component}/`)),
  )

const beyond = ({ tally }) => `<h2>What no criterion asks for</h2>${machines(tally.criteria.get(''), 'what no criterion asks for')}`

function messages(tally) {
  const said = [...tally.messages].filter(([, texts]) => texts.size > 0)
  const items = said.map(([place, texts]) => `<dt>${plain(place)}</dt>${[...texts].map((text) => `<dd>${plain(text)}</dd>`).join('')}`)
  return `<h2>What live regions said, in English</h2><details><summary>By place</summary><dl>${items.map((item) => `<div>${item}</div>`).join('')}</dl></details>`
}

function switchedOff() {
  const rules = ENGINES.flatMap(({ name, off }) =>
    Object.entries(off).map(([rule, reason]) => `${name}: ${code(rule)}: ${plain(reason)}`),
  )
  return `<h2>Rules that are switched off, and why</h2>${list(rules)}`
}

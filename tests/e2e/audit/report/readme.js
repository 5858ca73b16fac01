// The committed summary in words.
import { CRITERIA, understanding } from '../criteria.js'
import { WORDS } from '../verdict.js'

/** @param {{quick?: import('../summary.js').Numbers, full?: import('../summary.js').Numbers}} summary */
export function readme(summary) {
  const numbers = summary.full ?? summary.quick
  return `${[intro(summary), verdicts(numbers), table(numbers)].join('\n\n')}\n`
}

const intro = (summary) => `# What is known about the accessibility of Muloqot

This page is written by \`cargo xtask audit --write\`; [\`summary.json\`](summary.json) has the same for machines. The goal is
WCAG 2.2 AA throughout, and AAA where it can be had.

**What the words mean.** Machines find failures. That there are none, they cannot tell: "no failure found" is no "passed".
A criterion is *met* only where a person judged it by the steps in [\`manual.json\`](manual.json), which also says when, how,
and with what result. What nobody has judged yet says so.

${['full', 'quick'].filter((kind) => summary[kind]).map((kind) => run(kind, summary[kind])).join('\n\n')}

To see the evidence: \`cargo xtask audit\` writes \`target/audit/report.html\` (for people), \`openacr.yaml\` and \`earl.jsonld\`
(for machines), and \`states.jsonl\` (each state as it was found). \`cargo xtask test\` runs the covering subset, and fails when
its result is worse than what is written here.`

const KINDS = {
  full: 'The whole matrix: every place in every language, theme and width',
  quick: 'The covering subset: every place at least once in each language, theme and width',
}

function run(kind, { date, engines, matrix, missing_themes: missing, states, checks, failures, places }) {
  const themes = missing.length > 0 ? ` (the app has no theme of its own yet for: ${missing.join(', ')})` : ''
  return `## ${KINDS[kind]}

| | |
| --- | --- |
| date | ${date} |
| engines | ${engines.join(', ')} |
| places | ${places.length}, of which ${places.filter((place) => place.includes('/')).length} are fixtures of components |
| languages | ${matrix.languages.join(', ')} |
| themes | ${matrix.themes.join(', ')}${themes} |
| widths | ${matrix.widths.map((width) => `${width} px`).join(', ')} |
| combinations | ${matrix.combinations} |
| states looked at | ${states} |
| checks | ${checks} |
| failures | ${failures} |`
}

function verdicts(numbers) {
  const levels = ['A', 'AA', 'AAA']
  const count = (verdict, level) =>
    CRITERIA.filter((criterion) => criterion.level === level && numbers.criteria[criterion.number].verdict === verdict).length
  const rows = Object.entries(WORDS).map(
    ([verdict, words]) => `| ${words} | ${levels.map((level) => count(verdict, level)).join(' | ')} |`,
  )
  return ['## By level', '', '| criteria | A | AA | AAA |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

function table({ criteria, beyond }) {
  const rows = CRITERIA.map((criterion) => {
    const { verdict, checks, failures, undecided } = criteria[criterion.number]
    const name = `[${criterion.number} ${criterion.name}](${understanding(criterion)})`
    return `| ${name} | ${criterion.level} | ${WORDS[verdict]} | ${checks} | ${failures} | ${undecided} |`
  })
  return [
    '## By criterion',
    '',
    '| criterion | level | what is known | checks | failures | undecided |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    `| what no criterion asks for | | | ${beyond.checks} | ${beyond.failures} | ${beyond.undecided} |`,
  ].join('\n')
}

// The look of the report: the paper and ink of the app, without its files.

export const STYLE = `
:root { color-scheme: light dark; --paper: #faf6ee; --ink: #1b1a17; --line: #7d7566; --lapis: #1c3f94; --bad: #8a1c2b; --good: #0a5558 }
@media (prefers-color-scheme: dark) { :root { --paper: #14161c; --ink: #ece7dc; --line: #8b8577; --lapis: #b3c6ff; --bad: #ffb3b8; --good: #86d9d6 } }
body { margin: 0 auto; max-width: 72rem; padding: 1rem; background: var(--paper); color: var(--ink); font: 1.0625rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
a { color: var(--lapis) }
a:focus-visible, summary:focus-visible, .wide:focus-visible { outline: 3px solid var(--lapis); outline-offset: 3px }
.skip:not(:focus) { position: absolute; transform: translateY(-300%) }
h2 { margin-top: 3rem } h3 { margin-top: 2.5rem }
section { border-top: 1px solid var(--line) }
.wide { overflow-x: auto }
table { border-collapse: collapse; width: 100% }
th, td { border: 1px solid var(--line); padding: 0.4rem 0.6rem; text-align: start; vertical-align: top; overflow-wrap: normal }
table code { overflow-wrap: anywhere }
td a, th a { display: inline-block; min-height: 1.75rem }
summary { padding-block: 0.5rem; cursor: pointer }
dl > div { margin-block: 0.5rem } dt { font-weight: 600 } dd { margin: 0 }
.failed { color: var(--bad); font-weight: 700 } .failed::before { content: "✗ " }
.met { color: var(--good); font-weight: 700 } .met::before { content: "✓ " }
.needs-a-person::before, .no-failure-found::before { content: "? " }
.not-applicable::before { content: "– " }
`

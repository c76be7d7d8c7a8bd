import { make } from './dom.js'

/** A part of the view that can be shut: facts, a list in time, or a table; the server has put it into words. */
export function drawSection({ id, title, note, facts, timeline, table }, isOpen) {
  return make(
    'details',
    { open: isOpen, data: { id } },
    make('summary', {}, make('h3', { textContent: title })),
    note && make('p', { className: 'note', textContent: note }),
    facts && drawFacts(facts),
    timeline && drawTimeline(timeline),
    table && drawTable(table),
  )
}

function drawFacts(facts) {
  const pairs = facts.flatMap(({ name, value, mark }) => [
    make('dt', { textContent: name }),
    make('dd', { textContent: value, ...(mark && { className: `mark-${mark}` }) }),
  ])
  return make('dl', {}, ...pairs)
}

function drawTimeline(rows) {
  const drawn = rows.map(({ when, what, more }) =>
    make(
      'li',
      {},
      make('span', { className: 'when', textContent: when }),
      make('span', { textContent: what }),
      more && make('small', { textContent: more }),
    ),
  )
  return make('ol', { className: 'timeline' }, ...drawn)
}

function drawTable({ head, rows }) {
  const line = (tag, cells) => make('tr', {}, ...cells.map((textContent) => make(tag, { textContent })))
  return make(
    'div',
    { className: 'wide', tabIndex: 0, aria: { role: 'group', label: head.join(' · ') } },
    make('table', {}, make('thead', {}, line('th', head)), make('tbody', {}, ...rows.map((row) => line('td', row)))),
  )
}

import { at, make } from './dom.js'
import { recall, remember } from './memory.js'
import { targetOf } from './tour-target.js'
import { inOurs, words } from './words.js'

const PAUSE_MS = 1600

/**
 * Leads through steps by real clicks: each step has goals, a goal says what to do and what the chats show when it is done.
 * Where somebody is on the way is remembered for as long as this Telegram lives (`session`).
 */
export function createTour({ tour, session, board, clock, player }) {
  const panel = at('guide')
  const button = at('tour')
  const goals = tour.steps.flatMap((step, index) => step.goals.map((goal) => ({ ...goal, step: index })))
  const known = JSON.parse(recall('tour') ?? 'null')
  let way = known?.session === session ? known : fresh()
  let target
  let moving = false

  function fresh() {
    return { session, goal: 0, number: null, since: {}, isOpen: known === null || known.session === session }
  }
  const keep = () => remember('tour', JSON.stringify(way))
  const fill = (text) => text.replaceAll('{n}', String(way.number ?? '?'))
  const goal = () => goals[way.goal]

  /** Remembers what is there already, so that only what comes from now on counts. */
  function begin() {
    for (const { done } of goals) way.since[done.chat] ??= board.column(done.chat)?.messages.all().at(-1)?.id ?? 0
    keep()
  }

  /** The bot's message that shows that the goal is reached. */
  function reached({ done }) {
    const messages = board.column(done.chat)?.messages.all() ?? []
    const shows = done.shows.map(fill)
    return messages.findLast(
      ({ id, author, text }) =>
        author.isBot && id > (way.since[done.chat] ?? 0) && shows.every((part) => text.includes(part)),
    )
  }

  function look() {
    if (!way.isOpen || moving) return
    const now = goal()
    if (!now) return mark(undefined)
    const proof = reached(now)
    if (!proof) return point()
    if (now.findsNumber) way.number = Number(/#(\d+)/.exec(proof.text)?.[1])
    moving = true
    mark(undefined)
    panel.classList.add('reached')
    board.column(now.done.chat).messages.jump(proof.id)
    setTimeout(next, PAUSE_MS)
  }

  function next() {
    moving = false
    panel.classList.remove('reached')
    way.goal += 1
    keep()
    draw()
    take()
  }

  /** Puts the ring around what is wanted next. */
  function point() {
    mark(targetOf(goal(), { board, clock, fill, since: way.since })?.element)
  }

  function mark(element) {
    if (target === element) return
    target?.classList.remove('wanted')
    element?.classList.add('wanted')
    target = element
  }

  /** Goes to the chat, speaks as the right person, has the words ready. */
  function take(focus = false) {
    const found = goal() && targetOf(goal(), { board, clock, fill, since: way.since })
    if (!found) return look()
    if (found.chat !== undefined) board.show(String(found.chat))
    found.prepare?.()
    look()
    const ready = goal() && targetOf(goal(), { board, clock, fill, since: way.since })
    ready?.element?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    if (focus) ready?.element?.focus()
  }

  function draw() {
    button.setAttribute('aria-pressed', String(way.isOpen))
    const now = goal()
    const isUnderWay = way.goal > 0 && now
    button.textContent =
      isUnderWay && !way.isOpen ? `${words.tour.resumed} ${now.step + 1}/${tour.steps.length}` : words.tour.button
    panel.hidden = !way.isOpen
    if (!way.isOpen) return
    const at = now ? now.step : tour.steps.length
    const dots = tour.steps.map((_, index) =>
      make('li', { className: index < at ? 'past' : index === at ? 'present' : '' }),
    )
    const press = (className, textContent, run) => {
      const one = make('button', { type: 'button', className, textContent })
      one.onclick = run
      return one
    }
    const step = tour.steps[at]
    panel.replaceChildren(
      make('ol', { className: 'dots', aria: { hidden: 'true' } }, ...dots),
      make(
        'div',
        { className: 'told', aria: { live: 'polite' } },
        step
          ? make(
              'p',
              {},
              make('span', { className: 'unseen', textContent: `${words.tour.step(at + 1, tour.steps.length)}:` }),
              make('b', { textContent: `${at + 1} ${inOurs(step.title)}` }),
              ` ${inOurs(step.line)}`,
            )
          : make('p', { textContent: words.tour.done }),
        now && make('p', { className: 'hint', textContent: `👉 ${fill(inOurs(now.hint))}` }),
      ),
      make(
        'div',
        { className: 'does' },
        now && press('chip strong show', words.tour.show, () => take(true)),
        !now && player.canStart && press('chip strong', words.week.button, () => player.start()),
        way.goal > 0 && press('chip', words.tour.again, restart),
        press('chip', now ? words.tour.leave : words.close, toggle),
      ),
    )
  }

  function restart() {
    way = { ...fresh(), isOpen: true }
    begin()
    draw()
    take()
  }

  function toggle() {
    if (!way.isOpen && !goal()) return restart()
    way.isOpen = !way.isOpen
    keep()
    draw()
    if (way.isOpen) take()
    else {
      mark(undefined)
      button.focus()
    }
  }

  panel.ariaLabel = words.tour.title
  button.hidden = false
  button.onclick = toggle
  begin()
  draw()
  if (way.isOpen) take()
  return { look }
}

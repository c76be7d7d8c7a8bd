/**
 * What a goal wants somebody to do next: the element to use, the chat it is in and, where it helps, `prepare`, which speaks
 * as the right person and has the words ready. Of a goal's ways the last that is possible now; undefined when none is.
 */
export function targetOf(goal, { board, clock, fill, since }) {
  for (const act of goal.acts.toReversed()) {
    const found = ways[act.do](act, { board, clock, fill, since })
    if (found) return found
  }
  return undefined
}

const ways = {
  say(act, { board, fill }) {
    const column = board.column(act.chat)
    if (!column) return undefined
    const { composer } = column
    return { chat: act.chat, element: composer.send, prepare: () => composer.prepare(act.as, fill(act.text)) }
  },
  press(act, { board, fill, since }) {
    const column = board.column(act.chat)
    const message = column?.messages.all().findLast((one) => {
      const isNew = one.author.isBot && one.id > (since[act.chat] ?? 0) && one.text.includes(fill(act.on))
      return isNew && keyOf(one, fill(act.button)) !== undefined
    })
    if (!message) return undefined
    const label = keyOf(message, fill(act.button))
    const keys = [...(column.messages.block(message.id)?.querySelectorAll('.key') ?? [])]
    return {
      chat: act.chat,
      element: keys.find((key) => key.dataset.label === label),
      prepare: () => column.composer.prepare(act.as),
    }
  },
  clock: (act, { clock }) => ({ element: clock.button(act.step) }),
}

const keyOf = (message, label) => {
  const labels = message.keyboard.flat().map(({ text }) => text)
  return labels.find((text) => text === label) ?? labels.find((text) => text.includes(label))
}

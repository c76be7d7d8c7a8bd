import { createComposer } from './composer.js'
import { drawFace, make } from './dom.js'
import { createMessageList } from './message-list.js'
import { act } from './server-link.js'
import { showAnswer } from './toast.js'
import { words } from './words.js'

/**
 * One chat: its head, its messages and its composer. `openLink(url, writer)` says whether it took the link;
 * `explain(chat, message)`, where there is one, shows how a message was understood.
 */
export function createColumn(chat, { people, timeZone, openLink, explain, leave }) {
  const composer = createComposer(chat, people)
  const about = make('span', { className: 'about' })
  const locked = make('p', { className: 'locked', textContent: words.week.locked, hidden: true })

  const on = {
    async press(message, row, column, key) {
      // Not disabled: that would take the focus away from whoever pressed it by keyboard.
      if (key.ariaBusy === 'true') return
      key.ariaBusy = 'true'
      const result = await act({ do: 'press', as: composer.writer(), chat: chat.key, message: message.id, row, column })
      key.ariaBusy = 'false'
      if (result) showAnswer(result.answer)
    },
    open: (url) => openLink(url, composer.writer()),
    reply: (message) => composer.aimAt(message, 'reply'),
    edit: (message) => composer.aimAt(message, 'edit'),
    like: (message) => act({ do: 'react', as: composer.writer(), chat: chat.key, message: message.id, emoji: '👍' }),
    ...(explain && { explain: (message) => explain(chat.key, message.id) }),
  }
  const messages = createMessageList({
    label: words.messagesOf(chat.title),
    timeZone,
    on,
    isOwn: (message) => !message.author.isBot && message.author.id === composer.writer(),
  })
  const element = make(
    'section',
    { className: 'chat', data: { key: chat.key }, aria: { label: chat.title } },
    make(
      'header',
      {},
      drawFace(chat.id, chat.title),
      make('div', { className: 'names' }, make('h2', { textContent: chat.title }), about),
      chat.ownerId !== undefined && drawClose(),
    ),
    messages.element,
    locked,
    composer.form,
  )
  element.addEventListener('writer', () => messages.redraw())

  function drawClose() {
    const label = `${words.close}: ${chat.title}`
    const button = make('button', { type: 'button', className: 'quiet shut', textContent: '✕', aria: { label } })
    button.onclick = leave
    return button
  }

  function describe(current) {
    composer.offer(current)
    const kind = words.kind[current.type]
    const count = current.ownerId === undefined ? ` · ${current.memberIds.length} ${words.members}` : ''
    about.textContent = current.closed ? words.closed : `${kind}${count}`
  }

  return {
    element,
    composer,
    messages,
    describe,
    /** While somebody else acts here nobody can write. */
    lock(isLocked) {
      locked.hidden = !isLocked
      composer.form.classList.toggle('away', isLocked)
      for (const part of element.querySelectorAll('.keyboard')) part.inert = isLocked
    },
    fill(current) {
      describe(current)
      messages.fill(current.messages)
    },
    focus: composer.focus,
  }
}

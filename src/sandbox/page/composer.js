import { drawFace, make } from './dom.js'
import { act } from './server-link.js'
import { words } from './words.js'

/** Where one writes in a chat: as whom, what, in reply to what. */
export function createComposer(chat, people) {
  let target
  const as = make('select', { aria: { label: words.as } })
  const face = make('span', {})
  const input = make('textarea', { rows: 1, placeholder: words.write, aria: { label: words.composerOf(chat.title) } })
  const aim = make('div', { className: 'aim', hidden: true })
  const send = make('button', { type: 'submit', className: 'send', textContent: words.send })
  const extras = [
    ['🖼', words.photo, 'photo'],
    ['🗂', words.album, 'album'],
    ['📍', words.place, 'location'],
  ].map(([sign, label, what]) => {
    const button = make('button', {
      type: 'button',
      className: 'extra',
      textContent: sign,
      title: label,
      aria: { label },
    })
    button.onclick = () => submit(what)
    return button
  })
  const writerLabel = make('label', { className: 'writer' }, face, make('span', { textContent: words.asShort }), as)
  const form = make(
    'form',
    { className: 'composer' },
    aim,
    make('div', { className: 'inputs first' }, writerLabel, ...extras),
    make('div', { className: 'inputs' }, input, send),
  )

  form.onsubmit = (event) => {
    event.preventDefault()
    submit('say')
  }
  input.onkeydown = (event) => {
    if (event.key === 'Escape') release()
    // A key that ends an input method's composition is no Enter.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    submit('say')
  }
  input.oninput = grow
  as.onchange = () => {
    showFace()
    as.dispatchEvent(new CustomEvent('writer', { bubbles: true }))
  }

  function grow() {
    input.rows = Math.min(6, input.value.split('\n').length)
  }

  function showFace() {
    const person = people.find(({ id }) => id === writer())
    face.replaceChildren(person ? drawFace(person.id, person.name) : '')
  }

  async function submit(what) {
    const text = input.value
    if (what === 'say' && text.trim() === '') return
    const isEdit = target?.mode === 'edit'
    const action = isEdit
      ? { do: 'edit', message: target.message.id }
      : { do: what, ...(target && { replyTo: target.message.id }) }
    const result = await act({ ...action, as: writer(), chat: chat.key, text })
    if (!result) return
    input.value = ''
    grow()
    release()
    input.focus()
  }

  function release() {
    target = undefined
    aim.hidden = true
  }

  function aimAt(message, mode) {
    target = { message, mode }
    const cancel = make('button', { type: 'button', className: 'quiet', textContent: words.cancel })
    cancel.onclick = () => {
      release()
      input.focus()
    }
    const label = mode === 'edit' ? words.editing : `${words.replyingTo} ${message.author.name}`
    aim.replaceChildren(make('span', {}, make('b', { textContent: label }), ` ${message.text.slice(0, 60)}`), cancel)
    aim.hidden = false
    if (mode === 'edit') input.value = message.text
    grow()
    input.focus()
  }

  function writer() {
    return Number(as.value)
  }

  /** Speaks as this person from now on; `text` stands ready to be sent. */
  function prepare(personId, text) {
    if (writer() !== personId) {
      as.value = String(personId)
      as.onchange()
    }
    if (text === undefined || input.value === text) return
    release()
    input.value = text
    grow()
  }

  const option = ({ id, name }) => make('option', { value: String(id), textContent: name })

  /** Lists who may write here, and whoever is in no group and could come in; keeps the choice if it still stands. */
  function offer(current) {
    const chosen = as.value
    const isPrivate = current.ownerId !== undefined
    const ids = isPrivate ? [current.ownerId] : current.memberIds
    const listed = ids.flatMap((id) => people.find((person) => person.id === id) ?? [])
    const outside = isPrivate ? [] : people.filter(({ id, isOutside }) => isOutside && !ids.includes(id))
    as.replaceChildren(
      ...listed.map(option),
      ...(outside.length > 0 ? [make('optgroup', { label: words.joinsFirst }, ...outside.map(option))] : []),
    )
    if ([...listed, ...outside].some((person) => String(person.id) === chosen)) as.value = chosen
    writerLabel.hidden = isPrivate
    form.hidden = current.closed || listed.length === 0
    showFace()
  }

  offer(chat)
  return { form, as, input, send, writer, offer, aimAt, prepare, focus: () => input.focus() }
}

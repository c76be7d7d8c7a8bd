/** Makes an element: properties are set as such, `data` and `aria` as attributes, children appended unless empty. */
export function make(tag, { data = {}, aria = {}, ...properties } = {}, ...children) {
  const element = document.createElement(tag)
  Object.assign(element, properties)
  for (const [name, value] of Object.entries(data)) element.dataset[name] = value
  for (const [name, value] of Object.entries(aria))
    element.setAttribute(name === 'role' ? 'role' : `aria-${name}`, value)
  element.append(
    ...children.flat().filter((child) => child !== undefined && child !== null && child !== false && child !== ''),
  )
  return element
}

export const at = (id) => document.getElementById(id)

/** A colour out of eight that stays with a person. */
export function colourOf(id) {
  return String(Math.abs(Number(id)) % 8)
}

/** A round picture with the first character of a name; screen readers hear the name beside it instead. */
export function drawFace(id, name, isBot = false) {
  const className = isBot ? 'face bot' : 'face'
  return make('span', {
    className,
    data: { colour: colourOf(id) },
    aria: { hidden: 'true' },
    textContent: [...name][0] ?? '?',
  })
}

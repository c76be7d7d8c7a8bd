/** PostgreSQL text holds no NUL; people and other bots send them all the same. */
export function storableText(text: string): string {
  const value = String(text)
  return value.includes('\0') ? value.replaceAll('\0', '') : value
}

/**
 * JSON as jsonb accepts it: NULs dropped, lone surrogates replaced by U+FFFD. One such character in a message must not
 * keep its whole batch from being stored. An escaped backslash is matched first, so that `\\u0000` stays what it is.
 */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value)
  if (!json.includes('\\u')) return json
  return json.replace(/\\\\|\\u0000|\\ud[89a-f][0-9a-f]{2}/g, (found) => {
    if (found === '\\\\') return found
    return found === '\\u0000' ? '' : '�'
  })
}

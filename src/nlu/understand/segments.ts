const splitter = /[。！!；;\n]+|(?:，|,|\s)(?=(?:另外|还有|顺便|而且|再就是|对了|also\b|and also\b|plus\b))/gi
const opener = /^(?:[\s,，]|另外|还有|顺便(?:说一下|问一下)?|而且|再就是|对了|also|and also|plus)+/i

const several = /[。！!；;\n]|另外|还有|顺便|而且|再就是|对了|also|plus/i

/** The parts of a message that may each be a matter of their own: sentences, and what follows 另外, 还有, also. */
export function segmentsOf(text: string): readonly string[] {
  if (!several.test(text)) return [text]
  return text
    .split(splitter)
    .map((part) => (part ?? '').replace(opener, '').trim())
    .filter((part) => part.length >= 3)
    .slice(0, 8)
}

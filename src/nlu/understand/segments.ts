/** Where one matter ends and the next may begin. */
const borders = [
  // Sentences; a full stop only before a blank, so that 3.5 stays whole.
  /[。！!；;\n]+|[.?？](?=\s)/,
  // 1. 2、 ① 第二 二是
  /(?:^|[\s,，:：])(?:\d{1,2}[.、)）](?!\d)|[①-⑨]|[(（]\d[)）]|第[一二三四五][,，、:：]|[一二三四五][是、](?=.{4}))/,
  // 另外 …, 门口的垃圾也没人清
  /[,，\s](?=(?:另外|还有|顺便|而且|再就是|对了|also\b|and also\b|plus\b))/,
  /[,，](?=[^,，。]{2,9}也[没不坏是又]|(?:同时|再有))/,
  // and the bins …
  /,? and (?=(?:the|our|there|my|some|no|also|nobody)\b)/,
]
const splitter = new RegExp(borders.map(({ source }) => source).join('|'), 'gi')
const opener =
  /^(?:[\s,，、:：.)）]|\d{1,2}[.、)）](?!\d)|另外|还有|顺便(?:说一下|问一下)?|而且|再就是|对了|also|and also|plus)+/i

/** The parts of a message that may each be a matter of their own: sentences, points of a list, and what follows 另外, 也, also, and. */
export function segmentsOf(text: string): readonly string[] {
  return text
    .split(splitter)
    .map((part) => (part ?? '').replace(opener, '').trim())
    .filter((part) => part.length >= 3)
    .slice(0, 8)
}

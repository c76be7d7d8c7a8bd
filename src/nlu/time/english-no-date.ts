import { civilOf, type Wall, wallOf } from './civil.ts'

const names = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const month = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\\.?'
const dated = new RegExp(
  `\\b(?:${month} (\\d{1,2})|(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${month})(?:st|nd|rd|th)?(?![\\w:])(?:,? (\\d{4})(?!\\d))?`,
  'gi',
)

/** Where an English text names a day that does not exist: Nov 31, 30 February. */
export function englishNoDates(text: string, ref: Wall): readonly { readonly from: number; readonly to: number }[] {
  const now = civilOf(ref)
  return [...text.matchAll(dated)].flatMap((match) => {
    const [whole, before, dayAfter, dayBefore, after, said] = match
    const ordinal = names.indexOf((before ?? after ?? '').toLowerCase()) + 1
    const day = Number(dayAfter ?? dayBefore)
    const year = said === undefined ? now.year + (ordinal < now.month ? 1 : 0) : Number(said)
    const exists = day > 0 && civilOf(wallOf(year, ordinal, day)).day === day
    return exists ? [] : [{ from: match.index, to: match.index + whole.length }]
  })
}

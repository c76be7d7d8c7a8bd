const digits = '零一二三四五六七八九'
const places = ['', '十', '百', '千']

/** A number from 1 to 9999 as articles of a law are counted: 286 → 二百八十六, 40 → 四十, 18 → 十八. */
export function chineseNumeral(number: number): string {
  const text = String(number)
  let said = ''
  let zero = false
  for (const [index, digit] of [...text].entries()) {
    const place = text.length - 1 - index
    if (digit === '0') {
      zero = true
      continue
    }
    if (zero && said !== '') said += '零'
    zero = false
    said += `${digits[Number(digit)]}${places[place]}`
  }
  return said.replace(/^一十/, '十')
}

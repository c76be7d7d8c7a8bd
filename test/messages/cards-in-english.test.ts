import { expect, test } from 'vitest'
import {
  at,
  cared,
  clock,
  drawCard,
  drawPost,
  finished,
  lamp,
  liftClocks,
  recorded,
  taken,
  unplaced,
  zhang,
} from './story.ts'

test('residents: new, taken, held, done', () => {
  expect(drawCard('residents', {}, 'en')).toBe(
    '🛗 #128 Lift trouble · Building 3, Unit 2\nUrgent · 王师傅 on duty has been told\nSomebody will take it by today 14:16\n[+1 Me too] [Add] [Not a report]',
  )
  expect(
    drawCard('residents', { ticket: { ...taken, supporters: 4 }, view: { clocks: liftClocks.slice(1) } }, 'en'),
  ).toBe(
    '🛗 #128 Lift trouble · Building 3, Unit 2\n王师傅 took it (14:03), on site by 14:31\nTo be fixed by tomorrow 14:01\n[+1 Me too · 4] [Add]',
  )
  const hold = { party: 'parts supplier', until: at('18:00', '2026-11-20'), since: at('15:00'), reason: null }
  expect(drawCard('residents', { ticket: { ...taken, status: 'held', hold }, view: { clocks: [] } }, 'en')).toBe(
    '⏸ #128 Lift trouble · Building 3, Unit 2\nWaiting for parts supplier until tomorrow 18:00\n[+1 Me too] [Add]',
  )
  expect(drawCard('residents', { ticket: finished, view: { clocks: [] } }, 'en')).toBe(
    '✅ #128 Lift trouble · Building 3, Unit 2\nFixed: 更换门机 (15:20)',
  )
})

test('residents: emergency, missing place, private', () => {
  expect(drawCard('residents', { ticket: { urgency: 'emergency', class: 'emergency', category: 'gas' } }, 'en')).toBe(
    '🚨 #128 Gas · Building 3, Unit 2\nStay safe: open windows, shut the valve, no flames, touch no switch, go outside.\nOnce outside ring 119; if somebody feels unwell, 120.\nEmergency · 王师傅 on duty has been told\nSomebody will take it by today 14:16\n[+1 Me too] [Add] [Not a report]',
  )
  expect(drawCard('residents', { ticket: unplaced }, 'en')).toBe(
    '💡 #131 Power or lighting\nWhich building? Tap one, or reply to this with the place\n王师傅 on duty has been told\nSomebody will take it by today 14:16\n[Building 1] [Building 2] [Building 3] [Building 5]\n[Building A] [听雨轩] [Shared area]\n[+1 Me too] [Add] [Not a report]',
  )
  expect(drawCard('residents', { ticket: cared, context: { deepLink: 'd_abc', canDelete: true } }, 'en')).toBe(
    '🔒 #140 is being handled in person. No details here, please.\n[Tell us privately] [Delete my words]',
  )
})

test('staff: new and taken', () => {
  expect(drawCard('staff', {}, 'en')).toBe(
    '🔴 #128 Urgent · Lift trouble · Building 3, Unit 2, 502\n“3号楼2单元电梯又坏了,老人下不来楼” — 张女士, 14:01\nAck by 14:16 · On site by 14:31 · Done by tomorrow 14:01\nOn duty: <a href="tg://user?id=101">王师傅</a>\n[Ack] [Assign] [Hold] [Done]\n[Category]',
  )
  expect(drawCard('staff', { ticket: taken, view: { clocks: liftClocks.slice(1) } }, 'en')).toContain(
    '王师傅 took it (14:03)\nOn site by 14:31 · Done by tomorrow 14:01\n[New time] [Assign] [Hold] [Done]\n[Arrived] [Category]',
  )
})

test('committee: late', () => {
  const scene = {
    ticket: { ...taken, ...lamp },
    view: { clocks: [clock('resolve', at('17:30'))] },
    context: { now: at('09:30', '2026-11-20') },
  }
  expect(drawCard('committee', scene, 'en')).toBe(
    '📣 Please supervise #131 Power or lighting · Building 5, Unit 1\nShould have been fixed by yesterday 17:30; 16 hours late\nProperty: 王师傅 took it yesterday 14:03; no reason given\n6 neighbours joined in\n[Supervise] [Extend] [Send back] [History]',
  )
})

test('callback: asks, rates, apologises', () => {
  const callback = { kind: 'callback', cycle: 1 } as const
  expect(drawPost(callback, { ticket: finished, view: { clocks: [] } }, 'en')).toBe(
    '张女士 and 4 more: 王师傅 says #128 is fixed: 更换门机. Is it all right at your end?\n[Solved] [Not solved]',
  )
  const history = [recorded({ type: 'confirmed', by: zhang }, at('15:30'), zhang)]
  expect(drawPost(callback, { ticket: { ...finished, status: 'closed' }, view: { clocks: [], history } }, 'en')).toBe(
    'Good to hear. How was #128 handled?\n[Satisfied] [Fairly satisfied] [Not satisfied]',
  )
  const again = {
    ticket: { reopens: 1, cycle: 2 },
    view: { clocks: [clock('acknowledge', at('12:00', '2026-11-20'))] },
  }
  expect(drawPost(callback, again, 'en')).toBe(
    'Sorry it was not put right. #128 is open again; 李经理 will contact you by tomorrow 12:00.',
  )
})

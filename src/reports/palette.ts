/** Few colours, sober on light and on dark chats alike: the sheet brings its own ground. */
export const palette = {
  ground: '#EEF1EE',
  card: '#FFFFFF',
  ink: '#1B2725',
  muted: '#5F6C69',
  track: '#E4EAE7',
  line: '#E6EBE8',
  header: '#17594F',
  onHeader: '#FFFFFF',
  onHeaderMuted: '#B9D8D1',
  accent: '#1F7A6C',
  accentSoft: '#8CBFB5',
  late: '#B5532A',
} as const

/**
 * Sizes of the sheet in px. A phone shows 1080 px across its whole width; Telegram shrinks the longer side to 1280, so that
 * letters on a sheet of more than `tallest` could not be read any more.
 */
export const sheet = { width: 1080, tallest: 1620, margin: 28, padding: 24, gap: 14, radius: 24 } as const

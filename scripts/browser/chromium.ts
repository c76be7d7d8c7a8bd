import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Where this machine has a Chromium: CHROMIUM, else one of the usual places; null where there is none. */
export function chromiumHere(): string | null {
  const named = process.env.CHROMIUM
  if (named) return existsSync(named) ? named : null
  return places.find((place) => existsSync(place)) ?? null
}

/** A headless browser that asks nobody on the internet for anything. @throws where there is no Chromium. */
export async function openChromium(): Promise<Browser> {
  const executablePath = chromiumHere()
  if (executablePath === null)
    throw new Error(`no Chromium at ${process.env.CHROMIUM ?? places.join(', ')}; install one or set CHROMIUM`)
  return chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

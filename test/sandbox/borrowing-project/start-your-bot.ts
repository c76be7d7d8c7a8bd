/** Somebody else's bot, without any library: says back what it is told. */
export async function startYourBot({ token, apiRoot }: { token: string; apiRoot: string }): Promise<void> {
  const call = async (method: string, params: object) => {
    const body = JSON.stringify(params)
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body }
    return (await (await fetch(`${apiRoot}/bot${token}/${method}`, init)).json()) as { result: Update[] }
  }
  const poll = async (offset: number): Promise<void> => {
    const { result } = await call('getUpdates', { offset, timeout: 20 })
    for (const { message } of result)
      await call('sendMessage', { chat_id: message.chat.id, text: `you said ${message.text}` })
    await poll(Math.max(offset, ...result.map((update) => update.update_id + 1)))
  }
  // Ends with the local Telegram, which closes the connection.
  void poll(0).catch(() => {})
}

interface Update {
  update_id: number
  message: { chat: { id: number }; text: string }
}

const WORDS = {
  'zh-CN': {
    title: '沙盒 · 本地 Telegram',
    other: 'English',
    private: '私聊机器人',
    pick: '选择一个人…',
    as: '身份',
    write: '写点什么…',
    send: '发送',
    photo: '发照片',
    album: '发相册(3 张)',
    place: '发位置',
    reply: '回复',
    edit: '修改',
    like: '点赞',
    replyingTo: '回复',
    editing: '修改',
    cancel: '取消',
    edited: '已修改',
    forwarded: '转发',
    members: '人',
    kind: { private: '私聊', group: '群', supergroup: '群', channel: '频道' },
    closed: '此群已升级',
    empty: '还没有消息。写一句试试,比如:3号楼电梯坏了',
    noChats: '还没有群。',
    connecting: '正在连接…',
    lost: '连接断开,正在重连…',
    noAnswer: '机器人没有应答',
    noEffect: '只有文字的按钮,在这里打不开',
    ok: '好',
    bot: '机器人',
    newest: '回到最新',
    photoOf: '照片',
    advancing: '时间在走…',
    steps: { '10-minutes': '+10 分钟', '2-hours': '+2 小时', 'next-day': '明天 9:00', 'next-monday': '下周一 9:00' },
    service: {
      joined: (names) => `${names} 加入了`,
      left: (names) => `${names} 离开了`,
      migrated: () => '群已升级为超级群',
      topic: (names) => `新话题:${names}`,
      pinned: (names) => `${names} 置顶了一条消息`,
    },
    attachment: { document: '文件', voice: '语音', video: '视频', location: '位置' },
  },
  en: {
    title: 'Sandbox · a local Telegram',
    other: '中文',
    private: 'Private chat',
    pick: 'Choose a person…',
    as: 'As',
    write: 'Write something…',
    send: 'Send',
    photo: 'Send a photo',
    album: 'Send an album of three',
    place: 'Send a location',
    reply: 'Reply',
    edit: 'Edit',
    like: 'Like',
    replyingTo: 'Reply to',
    editing: 'Edit',
    cancel: 'Cancel',
    edited: 'edited',
    forwarded: 'forwarded',
    members: 'members',
    kind: { private: 'private', group: 'group', supergroup: 'group', channel: 'channel' },
    closed: 'This group was upgraded',
    empty: 'Nothing here yet. Try: the lift in building 3 is stuck',
    noChats: 'No chats yet.',
    connecting: 'Connecting…',
    lost: 'Connection lost, trying again…',
    noAnswer: 'The bot did not answer',
    noEffect: 'This button opens nothing here',
    ok: 'OK',
    bot: 'bot',
    newest: 'Newest',
    photoOf: 'Photo',
    advancing: 'Time is passing…',
    steps: { '10-minutes': '+10 min', '2-hours': '+2 h', 'next-day': 'Next day 9:00', 'next-monday': 'Monday 9:00' },
    service: {
      joined: (names) => `${names} joined`,
      left: (names) => `${names} left`,
      migrated: () => 'The group became a supergroup',
      topic: (names) => `New topic: ${names}`,
      pinned: (names) => `${names} pinned a message`,
    },
    attachment: { document: 'File', voice: 'Voice', video: 'Video', location: 'Location' },
  },
}

function remembered() {
  try {
    return localStorage.getItem('sandbox-language')
  } catch {
    return null
  }
}

export const language = remembered() ?? (navigator.language.startsWith('zh') ? 'zh-CN' : 'en')
export const words = WORDS[language] ?? WORDS.en

/** Remembers the other language and opens the page in it. */
export function switchLanguage() {
  try {
    localStorage.setItem('sandbox-language', language === 'en' ? 'zh-CN' : 'en')
  } catch {
    return
  }
  location.reload()
}

/** Residents of the demo neighbourhood, by the name and door their neighbours know them by. A stranger is in no chat. */
export const neighbours: readonly { readonly id: number; readonly first_name: string; readonly stranger?: boolean }[] =
  [
    { id: 401, first_name: '张女士 3-2-502' },
    { id: 402, first_name: '老李 3-2-801' },
    { id: 403, first_name: '小陈 5-1-302' },
    { id: 404, first_name: '王阿姨 1-2-101' },
    { id: 405, first_name: '刘先生 6-3-2201' },
    { id: 406, first_name: 'Emma 6-1-1203' },
    { id: 407, first_name: '何奶奶 2-1-203' },
    { id: 499, first_name: '路过的人', stranger: true },
  ]

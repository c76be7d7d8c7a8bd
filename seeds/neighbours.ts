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
    { id: 408, first_name: '孙老师 3-2-1102' },
    { id: 409, first_name: '周姐 2-1-602' },
    { id: 410, first_name: '阿峰 6-2-905' },
    { id: 411, first_name: '赵大爷 1-1-302' },
    { id: 412, first_name: '马叔 5-2-401' },
    { id: 413, first_name: '林姐 3-1-701' },
    { id: 414, first_name: '小高 6-1-502' },
    { id: 415, first_name: '曹姐 6-1-803' },
    { id: 416, first_name: '杨爷爷 6-1-201' },
    { id: 499, first_name: '路过的人', stranger: true },
  ]

import type { RoomWords } from './room-en.ts';

/** 产品置于房间中时指南所说的话。 */
export const roomZh: RoomWords = {
  open: '放到房间里看',
  opening: '正在打开摄像头…',
  failed: '无法打开摄像头画面，可继续使用这里的三维图。',
  label: '房间里的产品',
  leave: '退出摄像头画面',
  searching: {
    floor: '请拿着手机，慢慢扫过地面',
    table: '请拿着手机，慢慢扫过桌面',
    wall: '请拿着手机，沿墙面慢慢移动',
  },
  aiming: '点按屏幕即可放置',
  adjust: '调整',
  done: '完成',
  elsewhere: '换个地方放',
  turnLeft: '向左转',
  turnRight: '向右转',
  left: '左移',
  right: '右移',
  nearer: '移近',
  farther: '移远',
  higher: '上移',
  lower: '下移',
  size: '大小',
  trueSize: '实际大小',
  quarter: '四分之一',
  side: '摆放位置',
  beside: '放在旁边',
  over: '就在此处',
  part: (letter, label) => `部件 ${letter}：${label}`,
};

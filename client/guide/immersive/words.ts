import { useLanguage } from '../../i18n/index.ts';
import { type RoomWords, roomEn } from '../../i18n/room-en.ts';
import { roomZh } from '../../i18n/room-zh.ts';

const words = { en: roomEn, zh: roomZh };

export const useRoomWords = (): RoomWords => words[useLanguage().language];

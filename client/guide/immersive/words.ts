import { type RoomWords, roomEn, roomZh, useLanguage } from '../../i18n/index.ts';

const words = { en: roomEn, zh: roomZh };

export const useRoomWords = (): RoomWords => words[useLanguage().language];

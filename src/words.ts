import { ERRORS } from '../contract/errors';
import type { Locale } from '../contract/locales';

/** The errors that the script itself reports. */
export type ScriptErrorCode = '1000' | '2002' | '4001' | '9999';

/** What the script itself shows, and the messages of its errors. */
interface Words extends Readonly<Record<ScriptErrorCode, string>> {
  /** The popup's name: of the dialog, of the frame in it, and of the notice. */
  readonly title: string;
  readonly close: string;
  readonly unreachable: string;
  readonly again: string;
}

export const WORDS: Readonly<Record<Locale, Words>> = {
  ko: {
    title: 'OK캐쉬백 포인트 사용',
    close: '닫기',
    unreachable: 'OK캐쉬백에 연결하지 못했어요. 인터넷 연결을 확인해 주세요.',
    again: '다시 시도',
    '1000': ERRORS['1000'].ko,
    '2002': ERRORS['2002'].ko,
    '4001': ERRORS['4001'].ko,
    '9999': ERRORS['9999'].ko,
  },
  en: {
    title: 'Use OK Cashbag points',
    close: 'Close',
    unreachable: 'We couldn’t reach OK Cashbag. Check your connection.',
    again: 'Try again',
    '1000': ERRORS['1000'].en,
    '2002': ERRORS['2002'].en,
    '4001': ERRORS['4001'].en,
    '9999': ERRORS['9999'].en,
  },
};

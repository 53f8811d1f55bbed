import type { Area, Words } from './case';
import { PIN, SHOW, usePoints } from './wording';

const server = (call: string): Words => ({ ko: `**서버: ${call}**를 누르세요.`, en: `Press **Server: ${call}**.` });

/** The merchant's server: what it does about lost and repeated calls. */
export const SERVER: Area = {
  id: 'server',
  title: { ko: '가맹점 서버 호출', en: 'Calls of the merchant’s server' },
  cases: [
    {
      id: 'use-twice',
      title: { ko: '같은 인증으로 두 번 쓰기', en: 'Use one authorisation twice' },
      prepare: { member: ['ready', 'has-pin'], isReturning: true },
      buttons: ['show', 'use'],
      steps: [SHOW, PIN, usePoints(1_000), server('use'), server('use')],
      expected: [
        { ko: '두 번째는 거절돼요. 포인트는 한 번만 쓰여요.', en: 'The second is refused. Points are used once.' },
      ],
      check: { facts: ['any POINTS_AUTHENTICATED', 'use approved', 'use refused 1000'] },
    },
    {
      id: 'use-response-lost',
      title: { ko: 'use의 응답을 잃었을 때', en: 'The response of use is lost' },
      prepare: {
        member: ['ready', 'has-pin'],
        isReturning: true,
        faults: [{ call: 'use', drop: true, after: true, times: 1 }],
      },
      buttons: ['show', 'use'],
      steps: [SHOW, PIN, usePoints(1_000), server('use')],
      expected: [{ ko: '조금 늦어도 승인으로 끝나요.', en: 'It ends in an approval, if a little later.' }],
      check: { facts: ['any POINTS_AUTHENTICATED', 'use approved'] },
    },
    {
      id: 'cancel-twice',
      title: { ko: '두 번 취소하기', en: 'Cancel twice' },
      prepare: { member: ['ready', 'has-pin'], isReturning: true },
      buttons: ['show', 'use', 'cancel'],
      steps: [SHOW, PIN, usePoints(1_000), server('use'), server('cancel'), server('cancel')],
      expected: [{ ko: '두 번째 취소는 3040으로 거절돼요.', en: 'The second cancel is refused with 3040.' }],
      check: { facts: ['any POINTS_AUTHENTICATED', 'use approved', 'cancel approved', 'cancel refused 3040'] },
    },
    {
      id: 'cancel-save-twice',
      title: { ko: '적립을 두 번 취소하기', en: 'Cancel a saving twice' },
      prepare: { member: ['ready', 'has-pin'] },
      buttons: ['save', 'cancelSave'],
      steps: [server('save'), server('cancelSave'), server('cancelSave')],
      expected: [{ ko: '두 번째 취소는 3031로 거절돼요.', en: 'The second cancel is refused with 3031.' }],
      check: { facts: ['save approved', 'cancelSave approved', 'cancelSave refused 3031'] },
    },
  ],
};

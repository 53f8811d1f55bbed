const ko = {
  title: '샌드박스',
  sandbox: 'OK캐쉬백 샌드박스',
  other: 'English',
  homeTitle: '무엇을 해 볼까요?',
  homeHint: '이 컴퓨터에서만 열리는 연습용 OK캐쉬백이에요. 여기 있는 이름, 번호, 비밀번호는 모두 지어낸 것이에요.',
  shop: '데모 상점',
  shopHint: '주문하면서 포인트를 써 볼 수 있어요.',
  phones: '회원들의 휴대폰',
  phonesHint: '인증번호 문자와 앱 인증 요청이 여기로 와요.',
  docs: '가맹점 서버 API',
  docsHint: '일곱 가지 호출과 오류 코드. OpenAPI로도 받을 수 있어요.',
  membersHint: '회원 목록 (JSON)',
  merchantsHint: '가맹점과 발급된 키 (JSON)',
  faultsHint: '일부러 일으킨 장애 (JSON)',
  healthHint: '서버 상태 (JSON)',
  controls: '시간과 상태 바꾸기',
  plus3: '3분 뒤로',
  plus10: '10분 뒤로',
  plus30: '30분 뒤로',
  plusDay: '하루 뒤로',
  clearFaults: '장애 모두 지우기',
  reset: '처음 상태로 되돌리기',
  clockNow: '샌드박스의 시각은 {time}이에요.',
  faultsCleared: '장애를 모두 지웠어요.',
  resetDone: '처음 상태로 되돌렸어요.',
  failed: '샌드박스에 닿지 않아요. 실행 중인지 확인해 주세요.',
  members: '회원',
  member: '누구의 휴대폰인가요?',
  name: '이름',
  birth: '생년월일 · 뒤 첫 자리',
  carrier: '통신사',
  phone: '휴대폰 번호',
  card: '카드번호',
  password: '온라인 비밀번호',
  pin: '결제비밀번호',
  noPin: '없음',
  ocb: 'OCB',
  dutum: '두툼 포인트',
  traits: '특징',
  points: '{n}P',
  nothingArrived: '아직 온 것이 없어요. 결제 창에서 인증을 요청해 보세요.',
  copy: '인증번호 {code} 복사',
  copied: '복사했어요',
  pay: '{merchant}에서 결제 인증을 요청했어요.',
  replacePin:
    '{merchant} 결제 중에 결제비밀번호를 새로 만들려고 해요. 승인하면 지금 결제비밀번호는 쓸 수 없어요. 본인이 아니면 거절하세요.',
  pushAmount: '결제 금액 {amount}원',
  pushApp: 'OK캐쉬백 앱',
  number: '확인 번호',
  numberHint: '결제 창에 보이는 두 자리 숫자',
  approve: '승인',
  refuse: '거절',
  waiting: '응답을 기다려요',
  approved: '승인했어요',
  refused: '거절했어요',
  replaced: '새 요청으로 바뀌었어요',
  expired: '시간이 지났어요',
};

const en = {
  title: 'sandbox',
  sandbox: 'OK Cashbag sandbox',
  other: '한국어',
  homeTitle: 'What would you like to try?',
  homeHint:
    'An OK Cashbag to practise with, open on this machine only. Every name, number and password here is made up.',
  shop: 'Demo shop',
  shopHint: 'Place an order and pay with points.',
  phones: "The members' telephones",
  phonesHint: 'One-time codes and app approvals arrive here.',
  docs: 'Server API for merchants',
  docsHint: 'The seven calls and the error table, as OpenAPI too.',
  membersHint: 'Members (JSON)',
  merchantsHint: 'Merchants and their issued keys (JSON)',
  faultsHint: 'Faults made on purpose (JSON)',
  healthHint: 'Health of the server (JSON)',
  controls: 'Change time and state',
  plus3: '3 minutes on',
  plus10: '10 minutes on',
  plus30: '30 minutes on',
  plusDay: 'A day on',
  clearFaults: 'Clear all faults',
  reset: 'Start afresh',
  clockNow: "The sandbox's clock says {time}.",
  faultsCleared: 'All faults are cleared.',
  resetDone: 'Everything is as it was at first.',
  failed: 'The sandbox does not answer. Is it running?',
  members: 'Members',
  member: 'Whose telephone?',
  name: 'Name',
  birth: 'Birth date · first digit',
  carrier: 'Carrier',
  phone: 'Phone',
  card: 'Card number',
  password: 'Online password',
  pin: 'PIN',
  noPin: 'none',
  ocb: 'OCB',
  dutum: 'Dutum points',
  traits: 'Traits',
  points: '{n} P',
  nothingArrived: 'Nothing has arrived yet. Ask for a code in the payment window.',
  copy: 'Copy code {code}',
  copied: 'Copied',
  pay: '{merchant} asks you to confirm a payment.',
  replacePin:
    'Somebody who pays at {merchant} wants to create a new payment PIN. If you approve, your present PIN becomes invalid. If it is not you, refuse.',
  pushAmount: '₩{amount}',
  pushApp: 'OK Cashbag app',
  number: 'Confirmation number',
  numberHint: 'The two digits that the popup shows',
  approve: 'Approve',
  refuse: 'Refuse',
  waiting: 'Waiting for your answer',
  approved: 'Approved',
  refused: 'Refused',
  replaced: 'Replaced by a newer request',
  expired: 'Too late',
};

const locale = new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'ko';

/** The texts in the page's language: `?lang=en` for English, otherwise Korean. */
export const words = locale === 'en' ? en : ko;

/** The page's language, for formatting dates and times. */
export const language = locale;

/** Fills in a text's `{…}` placeholders. */
export const fill = (template, values) => template.replace(/\{(\w+)\}/g, (_all, name) => values[name]);

/** Formats a number with thousands separators. */
export const grouped = (n) => n.toLocaleString('en-US');

/** Fills the page with its texts and the link to the other language. */
export function speak() {
  document.documentElement.lang = locale;
  for (const element of document.querySelectorAll('[data-text]')) element.textContent = words[element.dataset.text];
  const other = locale === 'en' ? 'ko' : 'en';
  const link = document.getElementById('language');
  link.textContent = words.other;
  link.lang = other;
  link.href = `?lang=${other}`;
  for (const door of document.querySelectorAll('a[href="/"], a[href="/phone"], a[href="/docs"]'))
    door.search = `?lang=${locale}`;
}

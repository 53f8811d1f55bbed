import type { Area, Case, Words } from './case';
import { CLOSE, SHOW } from './wording';

const CLOSED = { facts: ['any POINTS_AUTH_FAILED 2002'] };

/** A case in which eyes, ears and fingers tell everything but how it ends. */
const look = (id: string, title: Words, todo: Words, expected: readonly Words[]): Case => ({
  id,
  title,
  prepare: { member: ['ready', 'has-pin'] },
  steps: [SHOW, todo, CLOSE],
  expected,
  check: CLOSED,
});

/** The device: screens, keyboards, zoom, screen readers. */
export const SURROUNDINGS: Area = {
  id: 'surroundings',
  title: { ko: '화면과 접근성', en: 'Screens and accessibility' },
  cases: [
    look(
      'scrolled-page',
      { ko: '스크롤한 페이지에서 열기', en: 'Open on a scrolled page' },
      {
        ko: '팝업 밖을 스크롤해 보세요. 그다음 닫아 보세요.',
        en: 'Try to scroll outside of the popup, then close it.',
      },
      [
        { ko: '열려 있는 동안 뒤의 페이지는 움직이지 않아요.', en: 'While it is open, the page behind does not move.' },
        {
          ko: '닫으면 누른 show() 단추가 보이는 그 자리예요.',
          en: 'Closed, the page is where the button that was pressed is.',
        },
      ],
    ),
    look(
      'keyboard-only',
      { ko: '키보드로만 (컴퓨터)', en: 'Keyboard only (computer)' },
      {
        ko: 'Tab, Shift+Tab, Enter, Space로 화면을 옮겨 다녀 보세요.',
        en: 'Move about with Tab, Shift+Tab, Enter and Space.',
      },
      [
        {
          ko: '어디에 있는지 테두리로 늘 보이고, 팝업 밖으로 나가지 않아요.',
          en: 'A ring shows where you are at any time, and never outside of the popup.',
        },
        { ko: '닫으면 show() 단추에 테두리가 돌아와요.', en: 'Closed, the ring is back on the show() button.' },
      ],
    ),
    look(
      'escape',
      { ko: 'Esc로 닫기 (컴퓨터)', en: 'Close with Esc (computer)' },
      { ko: '닫기 대신 Esc를 누르세요.', en: 'Press Esc in place of Close.' },
      [{ ko: '닫기와 똑같이 닫혀요.', en: 'It closes as Close does.' }],
    ),
    look(
      'back-button',
      { ko: '브라우저의 뒤로 가기', en: 'The browser’s Back' },
      {
        ko: '카드 인증 화면까지 가서 브라우저의 뒤로 가기를 누르세요.',
        en: 'Go to the card screen and press the browser’s Back.',
      },
      [
        {
          ko: '페이지를 떠나지 않고 팝업 안에서 앞 화면으로 가요.',
          en: 'It goes one screen back in the popup; the page stays.',
        },
      ],
    ),
    look(
      'phone-keyboard',
      { ko: '화면 키보드가 올라왔을 때 (휴대폰)', en: 'With the on-screen keyboard (phone)' },
      {
        ko: '카드 인증 화면에서 카드번호를 눌러 키보드를 올려 보세요.',
        en: 'On the card screen, tap the card number, so that the keyboard comes.',
      },
      [
        {
          ko: '숫자 키보드가 올라와요. 누른 칸과 **인증하기**가 가려지지 않거나 조금만 스크롤하면 보여요.',
          en: 'It is a number keyboard. The field and **Confirm it’s me** are in sight or a short scroll away.',
        },
      ],
    ),
    look(
      'landscape',
      { ko: '화면을 돌리기 (휴대폰)', en: 'Turn the device (phone)' },
      { ko: '가로로, 다시 세로로 돌려 보세요.', en: 'Turn it to landscape and back.' },
      [
        {
          ko: '두 방향 모두 모든 단추에 닿고, 입력한 것이 남아 있어요.',
          en: 'Each button is in reach in both, and what was typed stays.',
        },
      ],
    ),
    look(
      'zoom',
      { ko: '200 %로 확대하기', en: 'Zoom to 200 %' },
      {
        ko: '브라우저에서 200 %로 확대하거나 기기의 글자를 가장 크게 하세요.',
        en: 'Zoom to 200 % in the browser, or set the device’s text to its largest.',
      },
      [
        {
          ko: '글이 겹치거나 잘리지 않고, 옆으로 스크롤하지 않아도 돼요.',
          en: 'No text overlaps or is cut off, and nothing needs scrolling sideways.',
        },
      ],
    ),
    look(
      'large-text',
      { ko: '큰글씨', en: 'Large text' },
      {
        ko: '**큰글씨**를 켜고, 닫았다가 다시 준비해 열어 보세요.',
        en: 'Turn on **Large text**, close, prepare and open again.',
      },
      [{ ko: '글이 커지고, 다시 열어도 그대로예요.', en: 'The text is larger, and still is when it opens again.' }],
    ),
    look(
      'dark',
      { ko: '어두운 화면', en: 'Dark mode' },
      { ko: '기기를 어두운 화면으로 바꾸고 열어 보세요.', en: 'Set the device to dark mode and look.' },
      [
        {
          ko: '팝업도 어두워지고, 모든 글이 또렷해요. (옛 브라우저는 밝은 채예요.)',
          en: 'The popup is dark, too, and all text is clear. (Old browsers stay light.)',
        },
      ],
    ),
    look(
      'screen-reader',
      { ko: '화면 낭독기로 듣기', en: 'With a screen reader' },
      {
        ko: 'VoiceOver, TalkBack, NVDA나 센스리더를 켜고 카드 인증 화면까지 가 보세요.',
        en: 'With VoiceOver, TalkBack, NVDA or another one, go to the card screen.',
      },
      [
        {
          ko: '열릴 때 이름과 제목을 읽고, 칸마다 이름을 읽고, 뒤의 페이지는 읽지 않아요.',
          en: 'It reads name and title as it opens, the name of each field, and nothing of the page behind.',
        },
      ],
    ),
    look(
      'other-tab',
      { ko: '다른 앱이나 탭에 갔다 오기', en: 'Go to another app or tab, and back' },
      {
        ko: '카드번호를 입력하다 다른 앱이나 탭에 1분쯤 갔다 오세요.',
        en: 'Type a part of the card number, go to another app or tab for a minute, and come back.',
      },
      [{ ko: '팝업이 그대로 열려 있고 이어서 할 수 있어요.', en: 'The popup is as it was, and one can go on.' }],
    ),
  ],
};

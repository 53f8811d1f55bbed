import type { Words } from './case';

/** What several cases say. The popup's names are those of ui/words. */

export const SHOW: Words = { ko: '**show()**를 눌러 팝업을 여세요.', en: 'Press **show()**: the popup opens.' };

/** Before the popup covers the page. */
export const OPEN_SIDE: Words = {
  ko: '**보조 창 열기**를 눌러 두세요.',
  en: 'Press **Open the second window**, and leave it open.',
};

export const BY_CARD: Words = {
  ko: '**카드 인증**을 고르고 **카드번호**와 **온라인 비밀번호**를 입력해 **인증하기**를 누르세요.',
  en: 'Choose **Card**, fill in **Card number** and **Online password**, and press **Confirm it’s me**.',
};

export const BY_PHONE: Words = {
  ko: '**휴대폰 본인인증**을 고르고 이 사람의 정보를 입력하세요. **약관 전체 동의**를 고르고 **인증번호 받기**를 누른 뒤, 보조 창에 온 **인증번호**를 입력하세요.',
  en: 'Choose **Mobile phone** and type this person’s details. Tick **Agree to all**, press **Text me a code**, and type the code that arrives in the second window.',
};

export const BY_APP: Words = {
  ko: '**OK캐쉬백 앱 인증**을 고르고 휴대폰 번호를 입력해 **인증 요청**을 누르세요.',
  en: 'Choose **OK Cashbag app**, type the mobile number, and press **Send request**.',
};

export const PIN: Words = {
  ko: '결제비밀번호 여섯 자리를 누르세요.',
  en: 'Press the six digits of the payment PIN.',
};

export const NEW_PIN: Words = {
  ko: '새 결제비밀번호로 728364를 두 번 누르세요.',
  en: 'Press 728364 twice: it is the new payment PIN.',
};

/** Where the screen has a large button of that name. */
export const CLOSE_BUTTON: Words = { ko: '**닫기** 버튼을 누르세요.', en: 'Press the **Close** button.' };

/** The button says it in Internet Explorer, and is a cross elsewhere. */
export const CLOSE: Words = { ko: '오른쪽 위의 **닫기**(✕)를 누르세요.', en: 'Press **Close** (✕) at the top right.' };

/** A number of points, on the points screen. */
export const usePoints = (points: number): Words => {
  const grouped = points.toLocaleString('en-US');
  return {
    ko: `**직접 입력**으로 ${grouped}을 적고 **${grouped} P 사용하기**를 누르세요.`,
    en: `Choose **Enter amount**, type ${grouped}, and press **Use ${grouped} P**.`,
  };
};

export const pressButton = (name: string): Words => ({ ko: `**${name}** 버튼을 누르세요.`, en: `Press **${name}**.` });

export const GONE: Words = {
  ko: '팝업이 사라지고 페이지가 원래 자리에서 그대로 보여요. 다시 스크롤할 수 있어요.',
  en: 'The popup is gone. The page is where it was, and scrolls again.',
};

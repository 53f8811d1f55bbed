import type { PointsAuthenticated } from 'okcashbagapi';
import { useOKcashbag } from 'okcashbagapi/react';

interface Props {
  onPoints(result: PointsAuthenticated): void;
}

async function fetchToken(): Promise<string> {
  const response = await fetch('/token', { method: 'POST' });
  return (await response.json()).merchantTrToken;
}

export function PayWithPoints({ onPoints }: Props) {
  const { show, isPending, error } = useOKcashbag({
    src: 'https://FRONT/js/okcashbagapi.js',
    token: fetchToken,
    onAuthenticated: onPoints,
  });
  return (
    <>
      <button type="button" onClick={show} disabled={isPending}>
        OK캐쉬백 포인트 쓰기
      </button>
      {error && error.errorCode !== '2002' && <p role="alert">{error.errorMessage}</p>}
    </>
  );
}

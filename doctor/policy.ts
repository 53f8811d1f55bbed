import { type Finding, finding } from './finding';

const FRAME_TIMEOUT_MS = 10_000;

/** Only Chromium has WebOTP, and reports what a policy allows a frame. */
interface Frame extends HTMLIFrameElement {
  featurePolicy?: { features(): string[]; allowsFeature(feature: string, origin: string): boolean };
}
const WEB_OTP = 'otp-credentials';

/** A frame as the script makes it. */
function popupFrame(front: string): Frame {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.allow = WEB_OTP;
  frame.src = `${front}/popup/doctor/en`;
  return frame;
}

/** Loads the popup in a hidden frame. Resolves to the directives that blocked it. */
function loadedWithout(frame: Frame, front: string): Promise<string[]> {
  return new Promise((resolve) => {
    const directives = new Set<string>();
    const hear = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent) => {
      if (blockedURI.startsWith(front)) directives.add(effectiveDirective);
    };
    const end = () => {
      clearTimeout(timer);
      document.removeEventListener('securitypolicyviolation', hear);
      frame.remove();
      resolve([...directives]);
    };
    const timer = setTimeout(end, FRAME_TIMEOUT_MS);
    document.addEventListener('securitypolicyviolation', hear);
    // A blocked frame loads, too: an error page. Its violation is reported in a task of its own.
    frame.onload = () => setTimeout(end, 0);
    document.documentElement.append(frame);
  });
}

/** Checks what the page's policies forbid: the popup's frame, and what it may do. */
export async function checkPolicies(front: string): Promise<Finding[]> {
  const frame = popupFrame(front);
  const found = (await loadedWithout(frame, front)).map((directive) =>
    finding('policy', `the Content-Security-Policy blocks the popup by ${directive}`, `add ${front} to ${directive}`),
  );
  if (window.crossOriginIsolated) {
    const change = 'serve this page without Cross-Origin-Embedder-Policy';
    found.push(finding('policy', 'Cross-Origin-Embedder-Policy keeps the popup out', change));
  }
  const { featurePolicy } = frame;
  if (featurePolicy?.features().includes(WEB_OTP) && !featurePolicy.allowsFeature(WEB_OTP, front)) {
    const change = `use Permissions-Policy: ${WEB_OTP}=(self "${front}"), or do not name it`;
    found.push(finding('policy', 'phones cannot fill in the code of a text message', change));
  }
  return found;
}

import { h, type JSX } from 'preact';

/** Line drawings in a 24 × 24 box. They only repeat what stands beside them, so a screen reader passes them over. */
const icon = (d: string) => (): JSX.Element => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={d} />
  </svg>
);

export const BackIcon = icon('M15 5l-7 7 7 7');
export const LockIcon = icon('M8 11V8a4 4 0 018 0v3M6 11h12v9H6z');
export const CloseIcon = icon('M6 6l12 12M18 6L6 18');
export const NextIcon = icon('M9 5l7 7-7 7');
export const WarningIcon = icon('M12 3a9 9 0 100 18 9 9 0 000-18zM12 7.5v5.5M12 16.2v.3');
export const TickIcon = icon('M5 12.5l4.7 4.7L19 7.5');
export const EraseIcon = icon('M9 6h11v12H9l-6-6zM12 9.5l5 5M17 9.5l-5 5');
export const METHOD_ICONS = {
  card: icon('M3 7a2 2 0 012-2h14a2 2 0 012 2v10a2 2 0 01-2 2H5a2 2 0 01-2-2zM3 10h18M7 15h4'),
  phone: icon('M4 6h16v11h-9l-4 3v-3H4zM8 10h8M8 13h5'),
  push: icon('M7 5a2 2 0 012-2h6a2 2 0 012 2v14a2 2 0 01-2 2H9a2 2 0 01-2-2zM10 12l1.6 1.6L14.5 10.5'),
};

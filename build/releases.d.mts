interface Release {
  folder: string;
  popupVersion: string;
  popup: object;
  files: string[];
}
export function releases(kept?: string): Release[];
export function keepRelease(built: string, folder: string): void;

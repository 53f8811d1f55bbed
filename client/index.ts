import { watchPage } from './tag';

export * from './pure';

watchPage();

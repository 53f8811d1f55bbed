import { h, type JSX } from 'preact';
import * as text from 'words';
import { type Drawn, Screen } from '../parts/screen';

/** Before the session is open: the shape of the next screen. index.html draws the same before any script runs. */
export const opening = (drawn: Drawn): JSX.Element => (
  <Screen {...drawn} id="opening" title={drawn.state.problem ? text.notOpened : text.opening}>
    {!drawn.state.problem && (
      <div class="bones">
        <i />
        <i />
        <i />
      </div>
    )}
  </Screen>
);

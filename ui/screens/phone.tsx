import { h, type JSX } from 'preact';
import * as text from 'words';
import { isShown } from '../filling';
import type { Step } from '../flow';
import { phoneGroups } from '../format';
import { ConsentList } from '../parts/consents';
import { NUMERIC, TextField } from '../parts/fields';
import { reading } from '../parts/reading';
import { type Drawn, Screen } from '../parts/screen';
import { Tiles } from '../parts/tiles';

/**
 * Who the shopper is, for the identity check by a code to their phone. Each field comes when the one before is done.
 */
export function phone(drawn: Drawn, step: Step & { is: 'phone' }): JSX.Element {
  const { person } = step;
  return (
    <Screen {...drawn} id="phone" title={text.phone} lead={text.movesOn} primary={text.requestCode}>
      <TextField
        {...drawn}
        field="name"
        label={text.name}
        value={person.name}
        input={{ type: 'text', autocomplete: 'name', enterkeyhint: 'next' }}
        hint={text.nameHint}
        isFirst
      />
      {isShown(step, 'birthDate') && (
        <fieldset class="field" aria-describedby="seven">
          <legend>{text.sevenDigits}</legend>
          <p class="hint" id="seven">
            {text.sevenDigitsHint}
          </p>
          <div class="pair">
            <TextField
              {...drawn}
              field="birthDate"
              label={text.birthDate}
              value={person.birthDate}
              input={{ ...NUMERIC, autocomplete: 'bday', enterkeyhint: 'next' }}
            />
            <TextField
              {...drawn}
              field="firstDigit"
              label={text.firstDigit}
              value={person.firstDigit}
              input={{ ...NUMERIC, enterkeyhint: 'next' }}
            />
          </div>
        </fieldset>
      )}
      {isShown(step, 'carrier') && (
        <div>
          <Tiles {...drawn} field="carrier" label={text.carrier} value={person.carrier} options={text.carriers} />
          {reading(text.whichNetwork, text.whichNetworkHelp)}
        </div>
      )}
      {isShown(step, 'phone') && (
        <TextField
          {...drawn}
          field="phone"
          label={text.phoneNumber}
          value={phoneGroups(person.phone)}
          input={{ type: 'tel', autocomplete: 'tel', enterkeyhint: 'next' }}
        />
      )}
      {isShown(step, 'consents') && <ConsentList {...drawn} step={step} />}
    </Screen>
  );
}

import { expect, test } from '../fixtures';

/** The document modes of Internet Explorer before that of version 8: quirks, and compatibility view. */
for (const mode of [5, 7]) {
  test(`a page in document mode ${mode} learns once that there can be no popup, and why`, {
    tag: '@old-modes',
  }, async ({ shopper, show }) => {
    await show({ warm: mode === 7, more: { mode: `${mode}` } });
    await shopper.layerIs('gone');
    expect(await shopper.events(1)).toEqual([
      {
        name: 'POINTS_AUTH_FAILED',
        result: {
          errorObject: {
            errorCode: '9999',
            errorMessage: expect.stringMatching(/./),
            errorDetailMessage: 'Old document mode: add X-UA-Compatible: IE=edge',
          },
        },
      },
    ]);
  });
}

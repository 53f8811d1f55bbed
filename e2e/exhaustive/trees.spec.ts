import { expect, test } from '../fixtures';
import { openGallery } from '../gallery';

/**
 * What a screen reader is given, in every state: names, roles and what they say. The files in `trees/` have been read
 * by a person; `--update-snapshots` writes them anew, to be read again.
 */
for (const locale of ['ko', 'en'] as const) {
  test(`a screen reader is given the tree that was read by a person: ${locale}`, async ({ page, house }) => {
    test.setTimeout(120_000);
    const gallery = await openGallery(page, house, locale);
    const trees: string[] = [];
    for (const name of gallery.names) {
      await gallery.show(name);
      trees.push(`# ${name}\n${await page.locator('#popup').ariaSnapshot()}\n`);
    }
    expect(trees.join('\n')).toMatchSnapshot(`${locale}.txt`);
  });
}

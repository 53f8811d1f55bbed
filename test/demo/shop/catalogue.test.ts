import { describe, expect, it } from 'vitest';
import { html, json } from '../../../demo/html';
import { shippingFee } from '../../../demo/shop/catalogue';

describe('shipping', () => {
  it.each([
    ['standard', 49_999, 3000],
    ['standard', 50_000, 0],
    ['dawn', 17_000, 3500],
    ['dawn', 500_000, 3500],
  ] as const)('%s for goods of %i won costs %i', (shipping, itemsTotal, fee) => {
    expect(shippingFee(shipping, itemsTotal)).toBe(fee);
  });
});

describe('HTML templates', () => {
  it('escape values, except their own results', () => {
    const name = `<img src=x onerror="alert('1')">&`;
    expect(html`<p>${name}${html`<b>${1}</b>`}${[false, undefined, 'x']}</p>`.text).toBe(
      '<p>&#60;img src=x onerror=&#34;alert(&#39;1&#39;)&#34;&#62;&#38;<b>1</b>x</p>',
    );
  });

  it('keep embedded data from closing its element', () => {
    expect(json('page', { name: '</script><script>' }).text).not.toContain('</script><script>');
  });
});

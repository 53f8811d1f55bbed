import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ie8CssFindings } from '../../build/ie8-css.mjs';

describe('the lint of what Internet Explorer 8 knows of CSS', () => {
  it.each([
    ['a flexible row', 'p { display: flex; }', 'flex'],
    ['a gap', 'p { gap: 4px; }', 'gap'],
    ['a custom property', 'p { --line: #fff; }', '--line'],
    ['its use', 'p { color: var(--line); }', 'var()'],
    ['a colour with opacity', 'p { color: rgba(0, 0, 0, 0.5); }', 'rgba()'],
    ['a colour with opacity in hexadecimal', 'p { color: #ffffff80; }', '#ffffff80'],
    ['rounded corners', 'p { border-radius: 4px; }', 'border-radius'],
    ['a shadow', 'p { box-shadow: 0 0 4px #000; }', 'box-shadow'],
    ['arithmetic', 'p { width: calc(100% - 4px); }', 'calc()'],
    ['lengths by the root', 'p { width: 2rem; }', 'unit rem'],
    ['lengths by the window', 'p { width: 2vw; }', 'unit vw'],
    ['the colour of the text', 'p { border-color: currentColor; }', 'currentColor'],
    ['a negation', 'p:not(.a) { color: #000; }', ':not'],
    ['the last child', 'p:last-child { color: #000; }', ':last-child'],
    ['a control that is off', 'input:disabled { color: #000; }', ':disabled'],
    ['a pseudo-element with two colons', 'p::before { content: ""; }', '::before'],
    ['a media query', '@media (min-width: 480px) { p { color: #000; } }', '@media'],
    ['a feature query', '@supports (display: grid) { p { color: #000; } }', '@supports'],
    ['a word that no browser knows', 'p { float: middle; }', 'float: Mismatch'],
  ])('finds %s', (_what, css, found) => {
    expect(ie8CssFindings(css).join()).toContain(found);
  });

  it('says where', () => {
    expect(ie8CssFindings('p {\n  color: red;\n}\n\na:not(b) {\n}')).toEqual(['line 5: :not']);
  });

  it.each([
    'p > a + b ~ i, [type="text"]:first-child { border: 1px solid transparent; }',
    '.steps li:before { content: counter(step); clip: rect(0, 0, 0, 0); }',
    'b:hover { font: 17px/1.5 Dotum, sans-serif; box-sizing: border-box; word-break: keep-all; }',
  ])('lets pass what it knows: %s', (css) => {
    expect(ie8CssFindings(css)).toEqual([]);
  });
});

it.each(readdirSync('ui/legacy/style'))('nothing is missing in the popup’s style sheet for it: %s', (sheet) => {
  expect(ie8CssFindings(readFileSync(`ui/legacy/style/${sheet}`, 'utf8'))).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import { es3Findings } from '../../build/es3.mjs';

describe('the gate of what Internet Explorer 8 loads', () => {
  it.each([
    ['an arrow', 'var f = () => 1;', 'syntax'],
    ['a constant', 'const a = 1;', 'syntax'],
    ['a template', 'var a = `b`;', 'syntax'],
    ['a getter', 'var a = { get b() { return 1; } };', 'syntax'],
    ['a reserved word as a property', 'promise.catch(f);', 'syntax'],
    ['a reserved word as a name', 'var a = { default: 1 };', 'syntax'],
    ['a comma at the end of an object', 'var a = { b: 1, };', 'syntax'],
    ['a flag of regular expressions', 'var a = /b/u;', 'syntax'],
    ['a comma at the end of an array', 'var a = [1, 2,];', 'array with a hole'],
    ['a hole in an array', 'var a = [1,,2];', 'array with a hole'],
    ['a function expression with a name', 'var f = function g() {};', 'named function expression'],
    ['the same in an object', '({ f: function f() {} });', 'named function expression'],
    ['a function declared in a block', 'if (a) { function f() {} }', 'function declared in a block'],
    ['a class of nothing', 'var a = /[^]/;', 'empty class'],
    [
      'a caught error with the name of a parameter',
      'function f(a) { try { b(); } catch (a) {} return a; }',
      'catch parameter with the name of a variable',
    ],
    [
      'a caught error with the name of a variable',
      'function f() { var a; if (b) { try { b(); } catch (a) {} } return a; }',
      'catch parameter with the name of a variable',
    ],
    [
      'a caught error over a variable outside',
      'var a = 1; function f() { try { b(); } catch (a) {} return a; }',
      'catch parameter over an outer variable',
    ],
    [
      'a caught error over a variable that a function inside reads',
      'var a = 1; function f() { try { b(); } catch (a) {} return function () { return a; }; }',
      'catch parameter over an outer variable',
    ],
  ])('stops %s', (_what, code, found) => {
    const findings = es3Findings(code);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(new RegExp(`^${found}`));
  });

  it.each([
    'var a = [1, 2], b = { "catch": 1, c: function () {} }; b["catch"];',
    'function f(a) { function g() {} try { g(a); } catch (b) { return b; } }',
    'function f() { try { g(); } catch (a) {} try { g(); } catch (a) {} return b.a + { a: 1 }.a; }',
    'function f() { try { g(); } catch (a) {} return function (a) { return a; }; }',
    'var a = /[\\]x]/gi;',
  ])('lets pass: %s', (code) => {
    expect(es3Findings(code)).toEqual([]);
  });

  it('says where', () => {
    expect(es3Findings('var first = 1; var second = [1,];')).toEqual(['array with a hole "t = 1; var second = [1,];"']);
  });
});

/**
 * A Babel plugin: gives each parameter of a `catch` a name that nothing else in the script has. JScript (Internet
 * Explorer 8) makes it a variable of the function around, where it overwrites what has the same name; Preact's code
 * relies on it being the block's own.
 */
export const catchParameters = () => ({
  name: 'catch-parameters',
  visitor: {
    CatchClause({ node, scope }) {
      if (node.param) scope.rename(node.param.name, scope.getProgramParent().generateUid('caught'));
    },
  },
});

/** The names that the plugin gave: whoever shortens names has to leave them alone. */
export const caughtIn = (code) => code.match(/\b_caught\d*\b/g) ?? [];

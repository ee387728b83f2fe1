/** The lint rule `kohorte/handed-in`: time and chance come from `Clock` and `Chance`, or by parameter. */
const forbidden = { 'Date.now': 'Clock', 'Temporal.Now': 'Clock', 'Math.random': 'Chance' };

const handedIn = {
  meta: { type: 'problem', schema: [], messages: { handedIn: 'Handed in, not made: take it from {{from}}, or as a parameter.' } }, // prettier-ignore
  create(context) {
    const report = (node, from) => context.report({ node, messageId: 'handedIn', data: { from } });
    return {
      NewExpression(node) {
        if (node.callee.name === 'Date' && node.arguments.length === 0) report(node, 'Clock');
      },
      CallExpression(node) {
        if (node.callee.name === 'Date') report(node, 'Clock');
      },
      MemberExpression(node) {
        const from = forbidden[`${node.object.name}.${node.property.name ?? node.property.value}`];
        if (from) report(node, from);
      },
    };
  },
};

export default { meta: { name: 'kohorte' }, rules: { 'handed-in': handedIn } };

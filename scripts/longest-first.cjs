const { default: Sequencer } = require('@jest/test-sequencer');

/** The suites that take longest, longest first: begun last, one of them would run alone while the other core rests. */
const longest = ['laws', 'kill', 'bad-input', 'command', 'fmc-faults', 'one-run', 'router-faults', 'examples'];

const rank = ({ path }) => {
  const at = longest.findIndex((name) => path.endsWith(`/${name}.test.ts`) && path.includes('/scenarios/'));
  return at === -1 ? longest.length : at;
};

/** Where jest has measured an earlier run it knows the order itself; on a clean clone this is it. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort([...tests]).sort((a, b) => rank(a) - rank(b));
  }
};

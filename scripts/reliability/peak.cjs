/** Loaded into the process of a suite: what memory it took at most, in megabytes, is said when it ends. */
const { appendFileSync } = require('node:fs');
const file = process.env.RELIABILITY_PEAK;
if (file !== undefined && /jest/.test(process.argv[1] ?? ''))
  process.on('exit', () => appendFileSync(file, `${Math.round(process.resourceUsage().maxRSS / 1024)}\n`));

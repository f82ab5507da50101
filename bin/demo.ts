/** Demo entry: plays one simulated day of a busy account on this machine. */
import { join } from 'node:path';
import { runDemo } from './demo/run-demo';

const root = join(__dirname, '..');
runDemo({
  root,
  output: join(root, 'demo-out'),
  print: (t) => console.log(t),
  progress: (t) => process.stderr.isTTY && process.stderr.write(`\r\x1b[K${t}`),
  finish: async () => {},
}).then((report) => {
  console.log(report);
});

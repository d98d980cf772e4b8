import { runPapan } from './run';

const { code, out, err } = await runPapan(process.argv.slice(2), process.env, process.cwd());
process.stdout.write(out);
process.stderr.write(err);
process.exitCode = code;

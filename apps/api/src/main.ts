import { main } from './serve';

await main(process.argv.slice(2), process.env);

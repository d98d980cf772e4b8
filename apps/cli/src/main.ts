process.stdout.write('Papan UHC\n');
export {};

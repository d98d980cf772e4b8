// Imported before anything else, so that an old Node gets a sentence instead of a stack trace.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Papan UHC membutuhkan Node.js 20.19 atau lebih baru; yang terpasang ${process.versions.node}.`);
  console.error(`Papan UHC needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

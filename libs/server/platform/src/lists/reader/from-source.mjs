// Lets Node run the program that looks into lists straight from its TypeScript sources, as the tests do. The product
// itself runs a bundle, in which every module has been found already.
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const DOMAIN = new URL('../../../../../domain/src/index.ts', import.meta.url).href;

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === '@papan/domain') return next(DOMAIN, context);
    if (specifier.startsWith('.') && context.parentURL?.endsWith('.ts')) {
      const file = new URL(`${specifier}.ts`, context.parentURL);
      if (existsSync(fileURLToPath(file))) return next(file.href, context);
      return next(new URL(`${specifier}/index.ts`, context.parentURL).href, context);
    }
    return next(specifier, context);
  },
});

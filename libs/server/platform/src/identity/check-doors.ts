import { type INestApplicationContext, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { DOOR, type Door } from './access';

/** One way into the running server. */
export interface Route {
  /** `GET`, `POST`, … */
  readonly method: string;
  /** As written on controller and handler: `/api/regions/:region/tasks`. */
  readonly path: string;
  /** `TasksController.create` */
  readonly handler: string;
  readonly door: Door | readonly Door[] | undefined;
  /** The function itself, for its metadata. */
  readonly target: object;
}

/** Every handler of every controller that the application has loaded, with the lock on its door. */
export function listRoutes(app: INestApplicationContext): readonly Route[] {
  const reflector = app.get(Reflector);
  const scanner = new MetadataScanner();
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) => {
    if (typeof metatype !== 'function') return [];
    const prototype = metatype.prototype as Record<string, unknown>;
    return scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name];
      if (typeof handler !== 'function') return [];
      const method = reflector.get<RequestMethod | undefined>(METHOD_METADATA, handler);
      if (method === undefined) return [];
      const below = pathsOf(reflector.get(PATH_METADATA, handler));
      return pathsOf(reflector.get(PATH_METADATA, metatype)).flatMap((above) =>
        below.map((path) => ({
          method: RequestMethod[method],
          path: `/${[above, path]
            .flatMap((part) => part.split('/'))
            .filter(Boolean)
            .join('/')}`,
          handler: `${metatype.name}.${name}`,
          door: reflector.get<Route['door']>(DOOR, handler),
          target: handler,
        })),
      );
    });
  });
}

/** Throws at the start, naming every handler that says neither `@May(…)` nor `@Public()`. */
export function checkDoors(app: INestApplicationContext): void {
  const open = listRoutes(app).filter(({ door }) => door === undefined);
  if (open.length === 0) return;
  const names = open.map(({ method, path, handler }) => `${method} ${path} (${handler})`);
  throw new Error(`Handlers without @May(…) or @Public(): ${names.join(', ')}`);
}

function pathsOf(path: unknown): readonly string[] {
  const paths = [path].flat().filter((one) => typeof one === 'string');
  return paths.length > 0 ? paths : [''];
}

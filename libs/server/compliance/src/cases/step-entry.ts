import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { Request } from 'express';

/** The UUID of a step in the path, in small letters as it is stored; what is no UUID is a step that nobody knows. */
export const StepEntry = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { entry } = context.switchToHttp().getRequest<Request>().params;
  return typeof entry === 'string' ? entry.toLowerCase() : '';
});

import type { Role } from '../access/may';
import type { Circle } from './notice';

/** A person in a post of today, by the number in the region. */
export interface Post {
  readonly person: number;
  readonly agency: number;
  readonly role: Role;
}

/** The people of a circle, each once; without the one who did it. */
export function recipientsOf({ agency, roles }: Circle, posts: readonly Post[], by: number | null): readonly number[] {
  const found = posts.filter((post) => (agency === null || post.agency === agency) && roles.includes(post.role));
  return [...new Set(found.map(({ person }) => person))].filter((person) => person !== by);
}

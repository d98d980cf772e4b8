import { allowFunction } from '@papan/server-platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the public page is made of, read by nobody in particular: past the walls of the regions, but nothing beyond totals,
 * sums of the newest cut by segment and by district, and the lines of the campaign. Each function tells of one region.
 */
const FUNCTIONS = `
CREATE FUNCTION public_regions() RETURNS TABLE (code text, name text, example boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT code, name, example FROM region ORDER BY code
$$;

CREATE FUNCTION public_lines(asked text) RETURNS TABLE (measure text, percent numeric, from_day date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.measure, l.percent, coalesce(l.from_day, c.starts_on)
    FROM campaign c JOIN campaign_line l ON l.region = c.region AND l.campaign = c.id
   WHERE c.region = asked AND c.id = (SELECT max(o.id) FROM campaign o WHERE o.region = asked AND o.open)
   ORDER BY l.measure DESC
$$;

CREATE FUNCTION public_parts(asked text)
RETURNS TABLE (kind text, code text, name text, population numeric, registered numeric, active numeric)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH newest AS (
    SELECT c.number, (
      SELECT p.number FROM population p WHERE p.region = asked AND p.semester = c.population_version
       ORDER BY p.people = c.population DESC, p.number DESC LIMIT 1) AS residents
      FROM cut c WHERE c.region = asked ORDER BY c.as_of DESC, c.number DESC LIMIT 1
  ), members AS (
    SELECT left(m.area, 8) AS district, sum(m.registered) AS registered, sum(m.active) AS active
      FROM cut_cell m WHERE m.region = asked AND m.cut = (SELECT number FROM newest) GROUP BY 1
  ), people AS (
    SELECT left(p.area, 8) AS district, sum(p.people) AS people
      FROM population_cell p WHERE p.region = asked AND p.population = (SELECT residents FROM newest) GROUP BY 1
  )
  SELECT 'SEGMENT', s.segment, '', NULL, s.registered, s.active
    FROM cut_segment s WHERE s.region = asked AND s.cut = (SELECT number FROM newest)
  UNION ALL
  SELECT 'DISTRICT', a.code, a.name, p.people, m.registered, m.active
    FROM members m JOIN area a ON a.region = asked AND a.code = m.district
    LEFT JOIN people p ON p.district = m.district
  ORDER BY 1 DESC, 2
$$;
`;

/** The doors of the public page. */
export class PublicCoverage1762000000008 implements MigrationInterface {
  readonly name = 'PublicCoverage1762000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FUNCTIONS);
    for (const signature of ['public_regions()', 'public_lines(text)', 'public_parts(text)']) {
      await allowFunction(runner, signature);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION public_regions, public_lines, public_parts');
  }
}

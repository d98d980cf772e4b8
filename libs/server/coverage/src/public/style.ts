import { createHash } from 'node:crypto';

/** All the look of the public pages: no other file, no font, no picture; light and dark as the reader's device says. */
export const STYLE = `
:root{color-scheme:light dark;--bg:#fff;--soft:#f4f6f8;--ink:#16202b;--muted:#55616e;--hair:#d5dbe1;--mark:#0b5c8a;--second:#8a4b00;--note:#fff4d6;--note-ink:#5c4300}
@media (prefers-color-scheme:dark){:root{--bg:#11171d;--soft:#1a222a;--ink:#e8edf2;--muted:#a5b1bd;--hair:#34404b;--mark:#7cc4f0;--second:#f0b26c;--note:#3a2f0c;--note-ink:#ffe39a}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--ink);font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif;font-variant-numeric:tabular-nums}
main,header,footer{max-width:60rem;margin-inline:auto;padding:1rem}
header{display:flex;flex-wrap:wrap;gap:.25rem 1rem;justify-content:space-between;align-items:baseline;border-bottom:1px solid var(--hair)}
footer{border-top:1px solid var(--hair);color:var(--muted);font-size:.875rem}
h1{font-size:1.5rem;line-height:1.25;margin:.5rem 0;overflow-wrap:anywhere}
h2{font-size:1.125rem;margin:2rem 0 .5rem}
h3{font-size:1rem;margin:0}
p{margin:.25rem 0;max-width:72ch;overflow-wrap:anywhere}
a{color:var(--mark)}
a:focus-visible,.wide:focus-visible{outline:3px solid var(--mark);outline-offset:2px}
.skip{position:absolute;left:-999rem}
.skip:focus{position:static}
.example{display:inline-block;padding:.125rem .5rem;border:1px dashed currentColor;border-radius:.25rem;background:var(--note);color:var(--note-ink);font-weight:600;font-size:.875rem}
th .example{padding:0 .25rem;font-size:.6875rem;white-space:nowrap}
.muted{color:var(--muted);font-size:.875rem}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:1rem;margin:1rem 0}
.figure{padding:1rem;border:1px solid var(--hair);border-radius:.5rem;background:var(--soft)}
.big{font-size:2.25rem;line-height:1.1;font-weight:700}
.wide{overflow-x:auto;position:relative}
table{border-collapse:collapse;width:100%;font-size:.9375rem}
caption{text-align:start;padding:.25rem 0;color:var(--muted);font-size:.875rem}
th,td{padding:.375rem .5rem;border-bottom:1px solid var(--hair);text-align:start;vertical-align:top}
th{font-weight:600}
td.n,th.n{text-align:end;white-space:nowrap}
td.none{color:var(--muted);font-style:italic}
svg{display:block;width:100%;height:auto;max-width:60rem}
svg text{fill:var(--ink);font-size:12px}
.axis{stroke:var(--hair);stroke-width:1}
.line{fill:none;stroke-width:2.5;stroke-linejoin:round}
.registered{stroke:var(--mark)}
.active{stroke:var(--second);stroke-dasharray:7 4}
.dot.registered{fill:var(--mark)}
.dot.active{fill:var(--bg);stroke-dasharray:none;stroke-width:2}
.rule{stroke:var(--muted);stroke-width:1.5;stroke-dasharray:2 4}
@media (max-width:40rem){table{font-size:.8125rem}th,td{padding:.375rem .25rem}th[scope=row]{min-width:6rem}svg text{font-size:24px}}
@media print{:root{--bg:#fff;--soft:#fff;--ink:#000;--muted:#333;--hair:#999;--mark:#000;--second:#000}header nav,.skip,.download{display:none}.figure,tr,svg{break-inside:avoid}h2{break-after:avoid}.wide{overflow:visible}}
`;

/** Nothing but this style, from nowhere: the pages run no script, load nothing and are in nobody's frame. */
export const PUBLIC_POLICY = [
  `default-src 'none'`,
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

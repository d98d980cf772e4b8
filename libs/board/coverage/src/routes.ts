import type { Routes } from '@angular/router';
import { learns } from '@papan/board-platform';

/** Of the pages beside the one of coverage itself. */
const figures = { words: learns('figures') };
const words = { words: learns('coverage') };

/**
 * The pages of coverage; each comes as its own chunk, and the words with the first of them. `title` is the key of the
 * page's name; `action` is what its reader has to be allowed.
 */
export const COVERAGE_ROUTES: Routes = [
  {
    path: 'cakupan',
    data: { title: 'shell.coverage', action: 'figures.read' },
    resolve: words,
    loadComponent: () => import('./page/coverage-page').then((it) => it.CoveragePage),
  },
  {
    path: 'cakupan/berkas',
    data: { title: 'shell.figureFiles', action: 'coverage.import' },
    resolve: figures,
    loadComponent: () => import('./files/files-page').then((it) => it.FilesPage),
  },
  {
    path: 'cakupan/berkas/:id',
    data: { title: 'shell.figureFiles', action: 'coverage.import' },
    resolve: figures,
    loadComponent: () => import('./files/file-page').then((it) => it.FilePage),
  },
  {
    path: 'cakupan/peta',
    data: { title: 'shell.mapLayer', action: 'map.publish' },
    resolve: figures,
    loadComponent: () => import('./map-layer/map-layer-page').then((it) => it.MapLayerPage),
  },
  {
    path: 'provinsi',
    data: { title: 'shell.province', action: 'figures.read' },
    resolve: figures,
    loadComponent: () => import('./province/province-page').then((it) => it.ProvincePage),
  },
  {
    path: 'angka',
    data: { title: 'shell.figures', action: 'figures.read' },
    resolve: figures,
    loadComponent: () => import('./claims/claims-page').then((it) => it.ClaimsPage),
  },
];

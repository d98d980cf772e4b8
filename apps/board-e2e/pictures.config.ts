import { defineConfig } from '@playwright/test';
import base from './playwright.config';

// `npm run pictures`: draws the main screens into docs/pictures, on the same product as the journeys.
export default defineConfig({ ...base, testDir: 'pictures', testMatch: '*.pictures.ts', reporter: 'list' });

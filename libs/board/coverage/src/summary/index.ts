// A door of its own, so that home fetches it when it shows it and not with the routes.
export { CoverageOutlook } from './coverage-outlook';

// A door of its own, so that home fetches the summary when it shows it and not with the routes.
export { ComplianceSummary } from './compliance-summary';

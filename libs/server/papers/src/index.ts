export * from './data';
export * from './examples';
export * from './pdf/pdf-port';
export * from './pdf/typst-pdf';
export { checkTemplate, defaultTemplate, renderDocx } from './word/render-docx';

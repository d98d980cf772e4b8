/** How many proven appeals and inspections a case must have before it is handed over: 0 to 9 each, one of them at least. */
export interface HandoverNeeds {
  readonly appeals: number;
  readonly inspections: number;
}

// What reports over the pipeline can be asked for.

export const HIERARCHIES = [
  { value: 'ORG', label: 'Sellers' }, { value: 'TERRITORY', label: 'Territories' },
  { value: 'PRODUCT', label: 'Product groups' }, { value: 'INDUSTRY', label: 'Industries' }];

export const RATES = [
  { value: '', label: 'None' }, { value: 'PLAN', label: 'Plan rates' }, { value: 'SPOT', label: 'Rates of the day' },
  { value: 'TRANSACTION_DATE', label: 'Rates of the close date' }];

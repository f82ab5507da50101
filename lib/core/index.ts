export type * from './finding';
export type * from './quota';
export type * from './usage';

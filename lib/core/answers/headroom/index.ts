/** Where a model can be called with room: its scopes in each Region. */
export { bestOf, findHeadroom, type HeadroomRow } from './find-headroom';

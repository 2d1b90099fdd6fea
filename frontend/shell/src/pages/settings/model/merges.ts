/**
 * How often what others have saved is merged before it is asked what to do. Whoever is refused more often than this has somebody
 * saving all the time, or something on the way that changes the versions, and would otherwise ask for ever.
 */
export const MERGES = 2;

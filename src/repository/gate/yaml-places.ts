import type { FieldPath } from '#playbook/entry.ts';

/** Where a value and its key begin, as offsets of a YAML source, and the same for what is in it. */
export interface Place {
  value: number;
  /** Undefined for items of a list and for the document. */
  key: number | undefined;
  inside: Map<string | number, Place>;
}

export const placeAt = (value: number, key?: number): Place => ({ value, key, inside: new Map() });

/** Offset of the value at a path; where it is not there, of the key of its nearest ancestor. */
export function offsetIn(root: Place, path: FieldPath): number {
  const { place, found } = descend(root, path);
  return found ? place.value : (place.key ?? place.value);
}

/** Offset of the key at a path, or of its nearest ancestor's. */
export function keyOffsetIn(root: Place, path: FieldPath): number {
  const { place } = descend(root, path);
  return place.key ?? place.value;
}

function descend(root: Place, path: FieldPath): { place: Place; found: boolean } {
  let place = root;
  for (const key of path) {
    const next = place.inside.get(key);
    if (!next) return { place, found: false };
    place = next;
  }
  return { place, found: true };
}

import { describe, expect, test } from 'vitest';
import { components } from '#repository/gate/components.ts';
import { parseBody } from '#repository/gate/parse-body.ts';
import { checkBody } from '#repository/gate/safe-subset.ts';
import { contentTypeNames } from '#schemas/index.ts';

const documented = Object.entries(components);

describe('every component that authors may use', () => {
  test.each(documented)(
    '<%s> has an example that the gate lets through wherever it may stand',
    (name, doc) => {
      const source = doc.example ?? (doc.parent ? components[doc.parent]?.example : undefined);
      expect(source).toContain(`<${name}`);
      const { tree, issues } = parseBody(source ?? '', 1, 'file');
      expect(issues).toEqual([]);
      if (!tree) return;
      for (const type of contentTypeNames) {
        const found = checkBody(tree, {
          file: 'file',
          type,
          components,
          source: source ?? '',
          variables: undefined,
        });
        expect({ type, refused: found.length > 0 }).toEqual({
          type,
          refused: doc.where?.includes(type) === false,
        });
      }
    },
  );

  test.each(documented)(
    '<%s> says what each of its attributes is for',
    (_, { attributes, says, explains, requires }) => {
      expect(Object.keys(says)).toEqual(Object.keys(attributes));
      for (const sentence of [explains, ...Object.values(says)]) expect(sentence).toMatch(/^[A-Z].*\.$/);
      for (const name of requires ?? []) expect(Object.keys(attributes)).toContain(name);
    },
  );
});

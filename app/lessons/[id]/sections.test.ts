import { createElement } from 'react';
import { expect, test } from 'vitest';
import { sectionId } from '@/course/section-id';
import { listSections, plainText } from './sections';

test('the contents list and the rendered heading agree on the id, whatever is emphasised', () => {
  const source = '## Why `GOGC` is *not* p99.9\n\ntext\n';
  const rendered = [
    'Why ',
    createElement('code', { key: 'code' }, 'GOGC'),
    ' is ',
    createElement('em', { key: 'em' }, 'not'),
    ' p99.9',
  ];
  expect(listSections(source)).toEqual([{ id: sectionId(plainText(rendered)), title: 'Why GOGC is not p99.9' }]);
});

test('headings of other levels and lines of listings are no sections', () => {
  const source = '# Title\n\n## One\n\n```bash\n## not a heading\n```\n\n### Deeper\n\n## Two\n';
  expect(listSections(source).map((section) => section.title)).toEqual(['One', 'Two']);
});

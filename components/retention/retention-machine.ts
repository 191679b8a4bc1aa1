import type { Retention, RetentionPreview } from '@/schemas/retention';

/** Rules are counted before they are saved, and what is saved is what was counted. */
export type RetentionState =
  | { readonly status: 'editing' }
  | { readonly status: 'counted'; readonly rules: Retention; readonly preview: RetentionPreview }
  | { readonly status: 'saved' };

export type RetentionEvent =
  | { readonly type: 'edited' }
  | { readonly type: 'counted'; readonly rules: Retention; readonly preview: RetentionPreview }
  | { readonly type: 'saved' };

export function reduceRetention(_: RetentionState, event: RetentionEvent): RetentionState {
  switch (event.type) {
    case 'edited':
      return { status: 'editing' };
    case 'counted':
      return { status: 'counted', rules: event.rules, preview: event.preview };
    case 'saved':
      return { status: 'saved' };
  }
}
